"""A class graded end to end, by both commands; the notebooks are the course's own."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lessons.checks.feedback import Failure
from lessons.checks.marking import WAITING
from lessons.course import checkout, course_folder
from lessons.errors import CourseError
from lessons.grading.checklist import checklists, hidden_checks
from lessons.grading.engine import Engine
from lessons.grading.fill import fill
from lessons.grading.grade import Grader
from lessons.grading.gradebook import unsettled
from lessons.grading.limits import Limits
from lessons.grading.seed import FIXED
from lessons.grading.solved import solutions, solved_notebooks
from lessons.grading.submissions import Submitted
from lessons.notebook import read_notebook
from lessons.tasks import all_tasks

ROOT = checkout()
assert ROOT
GRADED = ROOT / "tests" / "graded"
BLANK = {
    file.name: json.loads(file.read_text())
    for file in sorted((course_folder() / "notebooks").glob("0[01]_*.ipynb"))
}
SOLVED = solved_notebooks(course_folder() / "notebooks", GRADED / "bank", ("00", "01"))
TOKENS = sum(each.points for each in all_tasks("01"))
FULL = TOKENS + sum(each.points for each in all_tasks("00"))


@pytest.fixture(scope="module")
def grader():
    with Engine("process", Limits(cpu=3, wall=5, call=2)) as engine:
        yield Grader(checklists(GRADED, ("00", "01")), FIXED, engine)


def read(notebooks: dict[str, dict]) -> list:
    return [(name, read_notebook(json.dumps(each).encode())) for name, each in notebooks.items()]


def test_the_solved_set_has_every_point(grader):
    graded = grader.notebooks("solved", read(SOLVED))
    assert (graded.total, graded.max) == (FULL, FULL)
    assert {each.status for each in graded.records} == {"passed"}
    assert {each.isolation for each in graded.records} == {"process"}


def test_the_blank_set_has_none_and_says_why_for_each_task(grader):
    graded = grader.notebooks("blank", read(BLANK))
    assert (graded.total, graded.max) == (0, FULL)
    assert {each.status for each in graded.records} == {"not_attempted"}
    assert all(each.rationale for each in graded.records)
    assert {each.isolation for each in graded.records} == {"nothing run"}


def test_nothing_handed_in_is_a_record_for_every_check(grader):
    graded = grader.student(Submitted("ana", (), ("No notebook, but: photo.jpg.",)))
    assert (graded.total, graded.max) == (0, FULL)
    assert "photo.jpg" in graded.records[0].rationale
    assert {each.status for each in graded.records} == {"not_attempted"}


def test_which_notebook_a_file_is_depends_on_its_tasks_not_its_name(grader):
    graded = grader.notebooks("ana", read({"essay final (2).ipynb": SOLVED["01_tokens.ipynb"]}))
    assert graded.total == TOKENS


def test_a_damaged_file_is_a_reason_and_the_other_notebook_is_graded(grader, tmp_path):
    (tmp_path / "00.ipynb").write_text(json.dumps(SOLVED["00_start_here.ipynb"])[:-900])
    (tmp_path / "01.ipynb").write_text(json.dumps(SOLVED["01_tokens.ipynb"]))
    graded = grader.student(Submitted("ana", (tmp_path / "00.ipynb", tmp_path / "01.ipynb")))
    assert graded.total == TOKENS
    assert "damaged" in graded.records[0].rationale


def test_of_two_attempts_the_fuller_counts_and_a_note_says_so(grader):
    both = read({"01.ipynb": SOLVED["01_tokens.ipynb"], "02.ipynb": BLANK["01_tokens.ipynb"]})
    for files in (both, both[::-1]):
        graded = grader.notebooks("ana", files)
        assert graded.total == TOKENS
        assert "01.ipynb counts" in graded.notes[0]


def test_a_loop_in_one_task_costs_that_task_alone(grader):
    looped = fill(SOLVED["01_tokens.ipynb"], {"1.e": "# task 1.e\nwhile True: pass"})
    points = grader.notebooks("ana", read({"01": looped})).by_task()
    solved = grader.notebooks("ana", read({"01": SOLVED["01_tokens.ipynb"]})).by_task()
    assert points == solved | {"1.e": 0}


def test_a_check_that_waits_for_another_is_not_for_the_instructor_to_look_at(grader):
    wrong = fill(SOLVED["01_tokens.ipynb"], {"1.e": "# task 1.e\ntokens_with_offsets = 3"})
    graded = grader.notebooks("ana", read({"01": wrong}))
    assert WAITING in {each.rationale for each in graded.records if each.task == "1.e"}
    assert unsettled([graded]) == []


def test_moved_and_copied_cells_change_no_mark(grader):
    notebook = SOLVED["01_tokens.ipynb"]
    cells = notebook["cells"]
    moved = notebook | {"cells": [*reversed(cells[1:]), cells[0], *cells]}
    assert grader.notebooks("ana", read({"01": moved})).total == TOKENS


def test_a_forged_answer_gives_no_points_for_code_and_asks_for_a_person(grader):
    notebook = json.loads(json.dumps(SOLVED["01_tokens.ipynb"]))
    notebook["cells"].append({"cell_type": "code", "source": "import os; os.write(4, b'x' * 99)"})
    graded = grader.notebooks("ana", read({"01": notebook}))
    code = [each for each in graded.records if each.task in ("1.d", "1.e")]
    assert {each.status for each in code} == {"cannot_check"}
    assert "Score withheld" in code[0].rationale
    assert graded.by_task()["1.b"] == 3


def test_without_an_engine_answers_are_marked_and_code_is_not(grader):
    bare = Grader(grader.checks, FIXED, None, "This needs isolation.")
    graded = bare.notebooks("ana", read(SOLVED))
    points = graded.by_task()
    assert (points["0.a"], points["1.b"], points["1.f"]) == (1, 3, 1)
    code = [each for each in graded.records if each.task == "1.e"]
    assert code[0].status == "cannot_check"
    assert code[0].rationale == "This needs isolation."


def test_every_solution_of_the_bank_has_a_task_with_checks(grader):
    tasks = {task for each in grader.checks.values() for task in each}
    assert {
        task for task in solutions(GRADED / "bank") if task[0] in "01" and " " not in task
    } == tasks


def test_the_points_of_the_checks_are_those_that_the_tasks_promise(grader):
    from lessons.tasks import task

    for checks in grader.checks.values():
        for id, its in checks.items():
            assert sum(check.points for check in its) == task(id).points


def test_visible_checks_come_before_hidden_ones(grader):
    for checks in grader.checks.values():
        for its in checks.values():
            hidden = [check.hidden for check in its]
            assert hidden == sorted(hidden)


CHECKS = """
from lessons.checks.feedback import Failure
from lessons.checks.hidden import misconception, task
@misconception("clitics-are-one-word")
@task("1.b", points=3, looks_at="clitics")
def test_one(submission):
    raise Failure("seen")
def test_no_check(): ...
"""


def test_checks_are_found_in_any_folder_whichever_mark_comes_first(tmp_path):
    file = tmp_path / "test_01_mine.py"
    file.write_text(CHECKS)
    (check,) = hidden_checks(file)
    with pytest.raises(Failure) as caught:
        check.run(None)
    assert caught.value.misconception.id == "clitics-are-one-word"
    assert (check.name, check.task, check.points, check.hidden) == ("test_one", "1.b", 3, True)
    assert list(checklists(tmp_path)) == ["01"]


def test_two_checks_of_one_name_and_a_missing_file_are_errors(tmp_path):
    (tmp_path / "test_01_mine.py").write_text(CHECKS.replace("test_one", "the_tokens_are_the_text"))
    with pytest.raises(CourseError, match="name of its own"):
        checklists(tmp_path)
    with pytest.raises(CourseError, match="test_04"):
        checklists(tmp_path, ("04",))
    with pytest.raises(CourseError, match="no notebook"):
        checklists(tmp_path / "nothing")


# Both commands, as an instructor runs them. The class holds what would do harm if it were imported.
TRAP = "import pathlib; pathlib.Path({!r}).touch()\n"


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("class") / "tests" / "graded" / "tests of a class"
    for student, notebooks in (("ana", SOLVED), ("bo", BLANK)):
        (place / student).mkdir(parents=True)
        for name, notebook in notebooks.items():
            (place / student / name).write_text(json.dumps(notebook))
    (place / "=cy_01_tokens.ipynb").write_text(json.dumps(SOLVED["01_tokens.ipynb"]))
    trap = TRAP.format(str(place.parents[2] / "sprung"))
    for name in ("conftest.py", "sitecustomize.py", "test_x.py", "test_01_x.py", "nltk.py",
                 "__init__.py", "ana/conftest.py", "ana/test_02_y.py"):  # fmt: skip
        (place / name).write_text(trap + "# lessons.checks.hidden\n")
    (place / "pytest.ini").write_text("[pytest]\naddopts = -p no:lessons\n")
    return place


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-P", "-m", *map(str, command)]
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)


def marks(text: str) -> list[tuple[str, ...]]:
    """The lines of a printed table: student, total, max."""
    lines = text.split("student", 1)[1].splitlines()[1:4]
    return [tuple(line.split()) for line in lines]


EXPECTED = [(who, f"{points:g}", f"{FULL:g}") for who, points in
            (("=cy", TOKENS), ("ana", FULL), ("bo", 0))]  # fmt: skip


def test_lessons_grade_writes_gradebook_and_records(handed_in, tmp_path):
    seed = ("--seed-file", tmp_path / "seed")
    where = ("--out", tmp_path / "out", "--notebooks", "00,01")
    done = run("lessons.cli", "grade", handed_in, *where, *seed, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert marks(done.stdout) == EXPECTED
    with open(tmp_path / "out" / "gradebook.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["student"], row["total"]) for row in rows] == [
        (who.replace("=", "'="), total) for who, total, _ in EXPECTED]  # fmt: skip
    records = [json.loads(file.read_text()) for file in (tmp_path / "out/results").glob("*.json")]
    levels = {check["isolation"].split(",")[0] for each in records for check in each["checks"]}
    assert (len(records), levels) == (3, {"confined", "nothing run"})
    assert "WARNING" not in done.stderr
    assert not (handed_in.parents[2] / "sprung").exists()


def test_results_among_the_submissions_are_refused(handed_in, tmp_path):
    out = ("--out", handed_in / "results", "--seed-file", tmp_path / "seed")
    done = run("lessons.cli", "grade", handed_in, *out, cwd=tmp_path)
    assert done.returncode == 2
    assert "outside of what was handed in" in done.stderr
    assert not (handed_in / "results").exists()


@pytest.mark.parametrize("among_the_checks", [False, True])
def test_pytest_gives_the_same_marks_and_imports_nothing_of_a_learner_s(
    handed_in, tmp_path, among_the_checks
):
    graded = tmp_path / "tests" / "graded"
    graded.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\n")
    for file in GRADED.glob("test_0[01]*.py"):
        shutil.copy(file, graded)
    place = handed_in
    if among_the_checks:
        place = graded / "tests of a class"
        shutil.copytree(handed_in, place)
    options = ("--submissions", place, "--seed-file", tmp_path / "seed", "-p", "no:cacheprovider")
    done = run("pytest", "-q", "-W", "error", "-rx", graded, *options, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert marks(done.stdout) == EXPECTED
    assert "a_verdict_is_kept[bo] - not attempted: No answer is kept." in done.stdout
    assert "a_verdict_is_kept[=cy] - not attempted: No notebook 00 was handed in." in done.stdout
    assert "skipped" not in done.stdout
    assert not (handed_in.parents[2] / "sprung").exists()


def test_without_submissions_pytest_grades_the_solved_set_and_a_lost_mark_is_red(tmp_path):
    graded = tmp_path / "tests" / "graded"
    shutil.copytree(GRADED, graded)
    options = ("-q", "-p", "no:cacheprovider", graded / "test_00_start_here.py")
    bank = graded / "bank" / "t0a.py"
    bank.write_text(bank.read_text() + "\nSOLUTION = 'no such option'\n")
    done = run("pytest", *options, cwd=tmp_path)
    assert done.returncode == 1
    assert "a_verdict_is_kept[solved]" in done.stdout
    assert "1 failed, 9 passed" in done.stdout


@pytest.mark.parametrize(
    ("place", "said"), [("nowhere", "there is nothing at"), (".", "no checks were found outside")]
)
def test_a_wrong_place_is_said(tmp_path, place, said):
    shutil.copytree(GRADED, tmp_path / "tests" / "graded")
    options = ("--submissions", place, "-p", "no:cacheprovider")
    done = run("pytest", "-q", tmp_path / "tests" / "graded", *options, cwd=tmp_path)
    assert done.returncode == 4
    assert said in done.stdout + done.stderr


def test_settings_among_the_submissions_are_refused(tmp_path):
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    done = run("pytest", "--submissions", "class", GRADED, cwd=tmp_path)
    assert done.returncode == 4
    assert "lie among the submissions" in done.stderr


def test_a_run_of_other_tests_does_not_load_grading(tmp_path):
    (tmp_path / "test_other.py").write_text(
        "import sys\ndef test_it():\n"
        "    assert 'lessons.grading.plugin' in sys.modules\n"
        "    assert not {'lessons.grading.items', 'lessons.checks', 'nltk'} & set(sys.modules)\n"
    )
    done = run("pytest", "-q", "-p", "no:cacheprovider", tmp_path, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_no_hidden_input_of_one_task_is_said_by_another_task_s_visible_check(grader):
    """A learner's code may store what it is called with, and raise it where it will be quoted."""
    answers = solutions(GRADED / "bank")
    spy = answers["1.d"].replace(
        "def count_types(text):", "SEEN = []\ndef count_types(text):\n    SEEN.append(text)"
    )
    assert spy != answers["1.d"]
    tell = "# task 1.e\ndef tokens_with_offsets(text):\n    raise ValueError(SEEN[-3:])\n"
    notebook = fill(BLANK["01_tokens.ipynb"], {"1.d": spy, "1.e": tell})
    graded = grader.notebooks("eve", read({"01_tokens.ipynb": notebook}))
    assert graded.by_task()["1.d"] == 4  # so its hidden checks did run, and were stored
    said = [each.rationale for each in graded.records if each.task == "1.e" and not each.hidden]
    assert any("A talk about talks" in each for each in said), said  # what was shown anyway
    assert not any("flag" in each or "aide" in each or "stalled" in each for each in said)
