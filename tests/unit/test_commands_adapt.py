"""``lessons adapt`` end to end: three texts taught, solved, handed in, graded; and refusals."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from lessons import cli
from lessons.adapted.needs import GOLD, SAMPLE, is_taught
from lessons.annotations import teaching_folder
from lessons.articles import sample_article
from lessons.course import VARIABLE
from lessons.tasks import all_tasks
from lessons.teaching import read_text

GIVEN = ["--licence", "CC BY 4.0", "--source", "the course's own texts", "--title", "A Title"]
TAUGHT = [task for task in all_tasks() if is_taught(task.id, gold=False)]
# The first is graded whole, of the others the notebooks with graded tasks that are derived from
# the text.
DERIVED_IN = "00,01,03"
FEW = sum(task.points for task in TAUGHT if task.notebook in DERIVED_IN.split(","))
POINTS = {"flood": sum(task.points for task in TAUGHT), "satellite": FEW, "verdict": FEW}
RUN = 6  # words in a row that two texts do not share by chance
SHOW = """
import json
from lessons.tasks import all_tasks
print(json.dumps({task.id: [task.prompt, repr(task.form)] for task in all_tasks()}))
"""


def lessons(*words: object, course: Path | None = None) -> str:
    """What a command of its own process printed; it has to end well."""
    given = [*words, *(["--course", course] if course else [])]
    return _ran([sys.executable, "-m", "lessons.cli", *map(str, given)])


def python(code: str, course: Path) -> Any:
    """What a program in a course printed as JSON."""
    return json.loads(_ran([sys.executable, "-c", code], **{VARIABLE: str(course)}))


def _ran(command: list[str], **named: str) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **named}, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def taught(id: str, place: Path) -> Path:
    """A course on one of our texts, graded: ana hands in all, solved, and ben the blank ones."""
    course = place / id
    lessons("adapt", teaching_folder() / id / "text.txt", "--out", course, *GIVEN)
    grade(course)
    return course


def grade(course: Path) -> None:
    handed, place = course.with_name(f"{course.name}-in"), course.with_name(f"{course.name}-out")
    lessons("solve", "--out", handed / "ana", course=course)
    (handed / "ben").mkdir(exist_ok=True)
    for file in (course / "notebooks").glob("*.ipynb"):
        (handed / "ben" / file.name).write_bytes(file.read_bytes())
    few = ["--no-compare", "--seed-file", place.with_suffix(".seed"), "--workers", "1"]
    few += [] if POINTS[course.name] == max(POINTS.values()) else ["--notebooks", DERIVED_IN]
    lessons("grade", handed, "--out", place, *few, course=course)


def checks(course: Path, student: str) -> list[dict[str, Any]]:
    results = course.with_name(f"{course.name}-out") / "results"
    found: list[dict[str, Any]] = json.loads((results / f"{student}.json").read_bytes())["checks"]
    return found


@pytest.fixture(scope="module")
def courses(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three courses, each graded; made side by side, since each takes seconds."""
    place = tmp_path_factory.mktemp("adapted")
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda id: taught(id, place), POINTS))


@pytest.fixture(scope="module")
def tasks(courses: list[Path]) -> list[dict[str, list[str]]]:
    """For each course its tasks, with the prompt and the form of each."""
    return [python(SHOW, course) for course in courses]


def sources(course: Path) -> Iterator[tuple[str, str]]:
    for file in sorted((course / "notebooks").glob("*.ipynb")):
        for cell in json.loads(file.read_bytes())["cells"]:
            yield cell["cell_type"], "".join(cell["source"])


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w'-]+", text.lower())
    return set(zip(*(words[at:] for at in range(RUN)), strict=False))


def test_solved_notebooks_get_every_point_on_each_text(courses: list[Path]) -> None:
    for course in courses:
        found = checks(course, "ana")
        assert [each for each in found if each["status"] != "passed"] == []
        assert sum(each["max"] for each in found) == POINTS[course.name]


def test_blank_notebooks_get_nothing_and_a_reason_for_each(courses: list[Path]) -> None:
    for course in courses:
        found = checks(course, "ben")
        assert {each["status"] for each in found} == {"not_attempted"}
        assert all(each["rationale"] for each in found)
        assert sum(each["points"] for each in found) == 0


def test_graded_without_its_course_a_notebook_says_what_is_missing(courses: list[Path]) -> None:
    said = []
    for name, course in (("with", courses[0]), ("without", None)):
        place = courses[0].with_name(f"{name}-course")
        blank = courses[0].with_name(f"{courses[0].name}-in") / "ben" / "01_tokens.ipynb"
        few = ["--no-compare", "--seed-file", place.with_suffix(".seed"), "--notebooks", "01"]
        lessons("grade", blank, "--out", place, *few, course=course)
        (found,) = (place / "results").glob("*.json")
        said.append(json.loads(found.read_bytes())["notes"])
    assert said[0] == []
    assert "--course" in said[1][0]


def test_no_notebook_and_no_task_quotes_the_sample_article(
    courses: list[Path], tasks: list[dict[str, list[str]]]
) -> None:
    sample = runs(sample_article().text)
    for course, its in zip(courses, tasks, strict=True):
        shown = [source for _, source in sources(course)]
        shown += [" ".join(parts) for parts in its.values()]
        for text in shown:
            assert not runs(text) & sample


def test_no_notebook_tells_a_number_of_the_sample_article(courses: list[Path]) -> None:
    for course in courses:
        words = "\n".join(source for kind, source in sources(course) if kind == "markdown")
        for number in ("+0.98", "+0.19", "445 tokens", "of 19 ", "sentence `11`"):
            assert number not in words


def test_each_notebook_knows_its_article(courses: list[Path]) -> None:
    for course in courses:
        text = (course / "data" / "page.txt").read_text(encoding="utf-8")
        guards = [source for _, source in sources(course) if "assert article.text" in source]
        assert len(guards) == 6  # notebook 05 is about other texts
        for guard in guards:
            begins = re.search(r"startswith\((\".*\")\)", guard)
            assert begins
            assert text.startswith(json.loads(begins[1]))


def test_the_text_is_named_with_its_licence_where_it_is_first_read(courses: list[Path]) -> None:
    first = "\n".join(source for _, source in sources(courses[0]))
    assert "“A Title”. From: the course's own texts. Licence: CC BY 4.0." in first


def test_no_task_comes_from_a_suggestion(
    courses: list[Path], tasks: list[dict[str, list[str]]]
) -> None:
    for course, its in zip(courses, tasks, strict=True):
        assert not set(its) & {*GOLD, *SAMPLE}
        readme = (course / "README.md").read_text(encoding="utf-8")
        assert "Nobody has decided on it yet" in readme
        assert all(f"**{id}**" in readme for id in (*GOLD, *SAMPLE))


def test_a_persons_gold_brings_in_what_needs_it(courses: list[Path]) -> None:
    course = courses[0]
    for name in ("tokens", "sentences", "topics"):
        gold = (teaching_folder() / "flood" / f"{name}.tsv").read_text(encoding="utf-8")
        header, *rows = gold.splitlines()
        lines = [f"{header}\tstatus", *(f"{row}\tdecided" for row in rows)]
        (course / "annotation" / f"{name}.tsv").write_text("\n".join(lines), encoding="utf-8")
    assert "rows differ" in lessons("adapt", course, "--decided-by", "M. Roe")
    tasks = python(SHOW, course)
    assert set(GOLD) <= set(tasks)
    assert not set(SAMPLE) & set(tasks)
    assert "M. Roe decided on every row" in (course / "README.md").read_text(encoding="utf-8")
    sentences = read_text("flood").sentences  # as the person parted them, one more than Punkt
    assert all(
        sentence in tasks["4.a practice"][1] for sentence in sentences if '"' not in sentence
    )
    assert f"`{len(sentences)}`" in tasks["3.d practice"][0]


def test_a_feedback_speaks_of_the_sample_article_only_in_the_sample_course(
    courses: list[Path],
) -> None:
    code = "import json; from lessons.tasks.t1e_slips import FIRST; print(json.dumps(FIRST.why))"
    assert python(code, courses[1]) == ""
    from lessons.tasks.t1e_slips import FIRST

    assert "article" in FIRST.why


def test_a_text_that_cannot_be_taught_is_refused_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Talks began. They failed.")
    assert cli.main(["adapt", str(story), "--out", str(tmp_path / "new")]) == 2
    said = capsys.readouterr()
    for why in ("licence: ''", "source:", "length: 2 sentences", "length: 1 paragraphs"):
        assert why in said.out
    assert "4 reasons against it" in said.err
    assert not (tmp_path / "new").exists()


def test_where_notebooks_cannot_be_derived_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lessons.adapted.write.find_spec", lambda name: None)
    text = str(teaching_folder() / "flood" / "text.txt")
    assert cli.main(["adapt", text, "--out", str(tmp_path / "new"), *GIVEN]) == 2
    assert "requirements-dev.lock" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    text = str(teaching_folder() / "flood" / "text.txt")
    assert cli.main(["adapt", text, "--out", str(tmp_path), *GIVEN]) == 2
    assert "a new or empty folder" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_who_decides_must_name_a_folder_that_was_made_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["adapt", str(tmp_path), "--decided-by", "M. Roe"]) == 2
    assert "in place of ARTICLE" in capsys.readouterr().err
