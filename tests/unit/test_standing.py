"""How far a learner is, counted from the saved files of a folder."""

from __future__ import annotations

import doctest
import json
from pathlib import Path

import pytest

from lessons import standing as module
from lessons.course import course_folder
from lessons.exercises.record import kept_in
from lessons.grading.fill import fill
from lessons.notebook import read_notebook
from lessons.standing import course_line, course_so_far, course_standing, own_notebooks, standing
from lessons.tasks import all_tasks

BLANK = json.loads((course_folder() / "notebooks" / "01_tokens.ipynb").read_bytes())
TASKS = [each for each in all_tasks("01") if each.points]
CODE, WORDS = "# task 1.e\nprint('mine')", "word " * 80


def saved(folder: Path, name: str, **answers: object) -> Path:
    """A notebook 01 in which these tasks are answered: ``e=CODE`` for task 1.e."""
    filled = fill(BLANK, {f"1.{letter}": answer for letter, answer in answers.items()})
    (folder / name).write_text(json.dumps(filled), encoding="utf-8")
    return folder / name


def test_the_examples_are_true() -> None:
    ran = doctest.testmod(module)
    assert ran.attempted > 0
    assert ran.failed == 0


def test_a_notebook_is_counted_as_progress_shows_it(tmp_path: Path) -> None:
    its = standing(kept_in(read_notebook(saved(tmp_path, "01_tokens.ipynb", e=CODE, f=WORDS))))
    assert its.kept == ("1.e", "1.f")
    assert [id for id, _ in its.missing] == [each.id for each in TASKS if each.id not in its.kept]
    assert (its.points, its.worth) == (6, sum(each.points for each in TASKS))


def test_too_few_words_are_missing_and_the_note_says_how_many(tmp_path: Path) -> None:
    its = standing(kept_in(read_notebook(saved(tmp_path, "01_tokens.ipynb", f="only three words"))))
    assert dict(its.missing)["1.f"].startswith("3 of ")


def test_the_course_is_worth_what_its_tasks_are_whatever_is_there() -> None:
    rows = course_standing({})
    assert [row.number for row in rows] == sorted({task.notebook for task in all_tasks()})
    assert sum(row.standing.worth for row in rows) == sum(task.points for task in all_tasks())
    assert {row.file for row in rows} == {""}


def test_of_two_files_of_one_notebook_the_fuller_counts_and_not_both(tmp_path: Path) -> None:
    less = saved(tmp_path, "01_tokens.ipynb", e=CODE)
    more = saved(tmp_path, "ana.ipynb", e=CODE, f=WORDS)
    read = {path.name: read_notebook(path) for path in (less, more)}
    (row,) = [row for row in course_standing(read) if row.file]
    assert (row.number, row.file, row.standing.points) == ("01", "ana.ipynb", 6)


def test_a_folder_in_one_line(tmp_path: Path) -> None:
    saved(tmp_path, "01_tokens.ipynb", e=CODE)
    (tmp_path / "02_entities.ipynb").write_text("damaged")
    worth = sum(task.points for task in all_tasks())
    assert course_so_far(tmp_path) == f"Course so far: kept work worth 5 of {worth:g} points."
    assert course_so_far(tmp_path / "nowhere") == course_line(course_standing({}))


@pytest.mark.parametrize(
    "aside",
    [
        "01_tokens (new version).ipynb",
        "01_tokens (new version 2).ipynb",
        "01_tokens (before update).ipynb",
        "01_tokens (before update 3).ipynb",
    ],
)
def test_what_the_course_put_aside_is_not_the_learners_own(tmp_path: Path, aside: str) -> None:
    saved(tmp_path, aside, e=CODE)
    mine = [saved(tmp_path, name) for name in ("01_tokens (mine).ipynb", "01_tokens.ipynb")]
    assert own_notebooks(tmp_path) == mine
