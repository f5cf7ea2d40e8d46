"""Every command of the guide is run, in the order in which an instructor meets it.

All pages are worked through in one folder that looks like a clone, with a made-up class in it: one
student handed in everything solved, one half of it, one blank notebooks.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lessons.grading.solved import solved_notebooks
from lessons.tasks import all_tasks

ROOT = Path(__file__).parents[2]
FIRST = ("instructor.md", "set-up-a-class.md", "grading-day.md", "reading-the-report.md")
NOT_HERE = {  # command: why it is not run by this test
    "lessons open": "starts JupyterLab, and ends when that ends; .ci/run starts it",
    ".venv/bin/lessons open --course bridge": "starts JupyterLab; see test_commands_open.py",
    '.venv/bin/lessons adapt bridge --decided-by "M. Roe"': "a person decides each row first; see "
    "test_commands_adapt.py",
    ".venv/bin/lessons build": "would mend the clone's own notebooks; see test_a_new_task.py",
    ".venv/bin/lessons grade solved --out results/solved": "see test_a_new_task.py",
    ".venv/bin/python -m pytest tests/bank tests/unit/test_tasks.py "
    "tests/unit/test_commands_build.py": "takes minutes; see test_a_new_task.py",
}
ELSEWHERE = {  # page: the test that runs its commands
    "deadlines.md": "tests/unit/test_docs_deadlines.py",
    "large-class.md": "tests/packaging/test_large_class.py",
    "release.md": "tests/packaging/test_release.py",
}
IN_CI = re.compile(r"^python3 -m venv .*(lessons open|pytest)$")  # as .ci/run finds them


def pages() -> list[Path]:
    """The front page, then the guide: first the path of its start page, then the rest."""
    rest = sorted({path.name for path in (ROOT / "docs").glob("*.md")} - ELSEWHERE.keys())
    names = [*FIRST, *(name for name in rest if name not in FIRST)]
    return [ROOT / "README.md", *(ROOT / "docs" / name for name in names)]


def commands() -> Iterator[tuple[str, str]]:
    """Each page's name with a command of its ``sh`` blocks, in order."""
    for page in pages():
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"^```sh\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
            for line in block.replace("\\\n", " ").splitlines():
                if line.strip():
                    yield page.name, line.strip()


SAID = list(commands())
TO_RUN = [each for each in SAID if each[1] not in NOT_HERE and not IN_CI.match(each[1])]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as an instructor has it on grading day; ``home`` beside it is a new account."""
    folder = tmp_path_factory.mktemp("monday") / "clone"
    shutil.copytree(ROOT / "lessons", folder / "lessons", ignore=shutil.ignore_patterns("__py*"))
    for name in ("data", "docs", "notebooks", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__py*"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-TEXTS"):
        shutil.copy(ROOT / name, folder)
    (folder / ".venv").symlink_to(Path(sys.prefix), target_is_directory=True)
    shutil.copy(ROOT / "data" / "texts" / "flood" / "text.txt", folder / "story.txt")
    _hand_in(folder)
    worth = sum(task.points for task in all_tasks())
    (folder / "Grades.csv").write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,Tokens (4711)\n"
        f'    Points Possible,,,,,{worth:g}\n"Ana, A",1,,ana,A,\n"Ben, B",2,,ben,A,\n'
    )
    (folder / "Worksheet.csv").write_text(
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
        "Last modified (submission),Last modified (grade),Feedback comments\n"
        f"Participant 1,ana,ana@example.org,,,{worth:g},Yes,-,-,\n"
    )
    shutil.copytree(folder / "handed-in" / "ana", folder.parent / "home" / "reading-the-news")
    return folder


def _hand_in(folder: Path) -> None:
    solved = solved_notebooks(ROOT / "notebooks", ROOT / "tests" / "graded" / "bank")
    for student in ("ana", "ben", "cem"):
        (folder / "handed-in" / student).mkdir(parents=True)
    for name, notebook in solved.items():
        blank = (ROOT / "notebooks" / name).read_text(encoding="utf-8")
        kept = json.dumps(notebook)
        (folder / "handed-in" / "ana" / name).write_text(kept, encoding="utf-8")
        half = kept if name[:2] in ("00", "01", "02", "05") else blank
        (folder / "handed-in" / "ben" / name).write_text(half, encoding="utf-8")
        (folder / "handed-in" / "cem" / name).write_text(blank, encoding="utf-8")


@pytest.fixture(scope="module")
def ran(clone: Path) -> list[subprocess.CompletedProcess[str]]:
    """What came of each command of ``TO_RUN``, one after the other, as typed."""
    home = str(clone.parent / "home")
    programs = f"{clone / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    account = {**os.environ, "HOME": home, "PATH": programs, "XDG_CONFIG_HOME": f"{home}/.config"}
    account.pop("LESSONS_DATA", None)
    return [
        subprocess.run(
            ["bash", "-c", command], cwd=clone, env=account, capture_output=True, text=True
        )
        for _, command in TO_RUN
    ]


@pytest.mark.parametrize("at", range(len(TO_RUN)), ids=lambda at: " ".join(TO_RUN[at]))
def test_a_command_does_what_it_says(ran: list[subprocess.CompletedProcess[str]], at: int) -> None:
    done = ran[at]
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_what_the_guide_says_is_written_is_there(
    clone: Path, ran: list[subprocess.CompletedProcess[str]]
) -> None:
    alone, results = clone / "results" / "practice", clone / "results"
    for file in (
        *(alone / name for name in ("report.html", "feedback/ana.html")),
        *(results / name for name in ("gradebook.csv", "gradebook.sqlite", "report.html")),
        results / "results" / "ben.json",
        clone / "what-my-machine-says.json",
        clone / "nltk-for-all",
    ):
        assert file.exists(), file
    assert [path.suffix for path in (clone / "dist").iterdir()] == [".whl"]
    said = "".join(done.stdout for done in ran)
    for name in ("canvas.csv", "moodle.csv", "results.json", "junit.xml"):
        assert f"Written: results/{name}" in said
        assert not (results / name).exists()  # erased with the student whom it named


def test_every_command_that_is_not_run_is_said_with_its_reason() -> None:
    said = {command for _, command in SAID}
    assert set(NOT_HERE) <= said, "no page says it any more"
    assert all((ROOT / test).is_file() for test in ELSEWHERE.values())
    assert all(NOT_HERE.values())
    assert len([command for command in said if IN_CI.match(command)]) == 2
    assert len(TO_RUN) > 15
