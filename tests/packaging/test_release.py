"""The learner's archive installs, works, and says what its class decided."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lessons.grading.class_file import ClassFile
from lessons.release.archive import write_archive
from lessons.release.learner import TOP, learner_files
from lessons.tasks import OWN_POINTS

if TYPE_CHECKING:
    from tests.packaging.conftest import Installed

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
TERMS = ClassFile(
    due={"01": datetime.fromisoformat("2026-12-01T23:59:00+01:00")}, points={"1.e": 8.0}
)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The files of an archive with every notebook."""
    return learner_files(ROOT, NOTEBOOKS, ClassFile())


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with two notebooks and a class's terms, unpacked."""
    place = tmp_path_factory.mktemp("learner")
    write_archive(place / "it.zip", TOP, learner_files(ROOT, NOTEBOOKS[:2], TERMS))
    with zipfile.ZipFile(place / "it.zip") as archive:
        archive.extractall(place)
    return place / TOP


@pytest.fixture(scope="module")
def learner(unpacked: Path, install: Callable[..., Installed]) -> Installed:
    """Installed as its README says, but for what the tests' own environment lends."""
    return install(unpacked.parent, "-e", str(unpacked))


# What it is


def test_the_archive_is_the_same_bytes_each_time(files: dict[str, bytes], tmp_path: Path) -> None:
    write_archive(tmp_path / "one.zip", TOP, files)
    write_archive(tmp_path / "two.zip", TOP, dict(reversed(files.items())))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        names = archive.namelist()
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {TOP}


def test_it_is_what_the_wheel_holds(files: dict[str, bytes], wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        ours = {name.removeprefix("lessons/course/"): archive.read(name)
                for name in archive.namelist() if name.startswith("lessons/")}  # fmt: skip
    mine = {name: content for name, content in files.items()
            if name.startswith(("lessons/", "data/")) and name != OWN_POINTS}  # fmt: skip
    assert mine == {name: content for name, content in ours.items() if ".ipynb" not in name
                    and not name.endswith(".gitattributes")}  # fmt: skip


def test_only_the_notebooks_that_were_named_are_in_it(unpacked: Path) -> None:
    names = [path.name for path in (unpacked / "notebooks").iterdir()]
    assert sorted(names) == [path.name for path in NOTEBOOKS[:2]]


def test_its_readme_has_the_clone_s_own_command(unpacked: Path) -> None:
    first = re.compile(r"```sh\n(.+?)\n```", re.DOTALL)
    mine, clones = (first.search(path.read_text(encoding="utf-8"))
                    for path in (unpacked / "README.md", ROOT / "README.md"))  # fmt: skip
    assert mine
    assert clones
    assert mine[1] == clones[1]


def test_every_link_in_it_leads_somewhere(unpacked: Path) -> None:
    for document in unpacked.rglob("*.md"):
        targets = re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
        here = [each.split("#")[0] for each in targets if "://" not in each]
        assert [each for each in here if not (document.parent / each).exists()] == []


# It works


def test_it_installs_without_a_network_and_starts(learner: Installed) -> None:
    done = learner.run("lessons", "open", "--help")
    assert done.returncode == 0
    assert "lessons open 01_tokens" in done.stdout
    assert "release" not in learner.run("lessons", "--help").stdout


def test_it_hands_out_checks_counts_bundles_and_updates(learner: Installed, unpacked: Path) -> None:
    folder = learner.outside / "reading-the-news"
    assert learner.run("lessons", "open", "--copy-only").returncode == 0
    assert [path.name for path in sorted(folder.glob("*.ipynb"))] == [
        path.name for path in NOTEBOOKS[:2]
    ]
    check = "from lessons import check; import lessons; check('0.c'); print(lessons.__file__)"
    said = learner.run("python", "-c", check)
    assert "Not attempted." in said.stdout
    assert str(unpacked) in said.stdout
    _keep(folder / "00_start_here.ipynb")
    told = learner.run("lessons", "progress").stdout
    assert "00_start_here.ipynb  1 of 4" in told
    assert "0 of 21" in told  # 01 is worth three more in this class
    assert [line[:2] for line in told.splitlines()[1:-2]] == ["00", "01"]  # those that are out
    assert "kept work worth 1 of 25 points" in told
    assert learner.run("lessons", "handin", "--out", "mine.zip").returncode == 0
    assert zipfile.is_zipfile(learner.outside / "mine.zip")
    newer = unpacked / "notebooks" / "00_start_here.ipynb"
    newer.write_bytes(newer.read_bytes().replace(b"You read one news article", b"You read one"))
    assert "Carried over: 0.a" in learner.run("lessons", "update").stdout


def _keep(notebook: Path) -> None:
    text = notebook.read_text(encoding="utf-8")
    kept = 'exercise(\\"0.a\\", answer=\\"good news\\")'
    assert 'exercise(\\"0.a\\")' in text
    notebook.write_text(text.replace('exercise(\\"0.a\\")', kept), encoding="utf-8")


# The class's terms


def test_the_notebook_says_when_it_is_due_and_what_it_is_worth(unpacked: Path) -> None:
    cells = json.loads((unpacked / "notebooks" / "01_tokens.ipynb").read_bytes())["cells"]
    words = ["".join(cell["source"]) for cell in cells]
    assert "\n\n**Due** Tuesday, 1 December 2026, 23:59 (UTC+01:00).\n\nBefore" in words[0]
    assert "worth 21 points" in words[0]
    headings = [line for text in words for line in text.split("\n") if line.startswith("### Task")]
    assert "### Task 1.e: Tokens with offsets (8 points, core)" in headings
    assert "### Task 1.f: In your words (1 point, core)" in headings
    assert "| 21 | Tuesday, 1 December 2026" in (unpacked / "README.md").read_text(encoding="utf-8")


def test_without_terms_a_notebook_is_as_in_the_clone(files: dict[str, bytes]) -> None:
    assert json.loads(files[OWN_POINTS]) == {}
    assert not (ROOT / OWN_POINTS).exists()  # or marks here would follow it
    for notebook in NOTEBOOKS:
        assert json.loads(files[f"notebooks/{notebook.name}"]) == json.loads(notebook.read_bytes())
