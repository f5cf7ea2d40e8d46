"""The instructor's notes: one a task, about its own misconceptions, in the minutes there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lessons.course import checkout
from lessons.grading.notes import Note, minutes, read_notes
from lessons.grading.solved import solutions
from lessons.tasks import all_tasks, tasks_in

ROOT = checkout()
assert ROOT
FOLDER = ROOT / "tests" / "graded" / "notes"
NOTES = read_notes(FOLDER)
SOLUTIONS = solutions(ROOT / "tests" / "graded" / "bank")
BELIEFS = {belief.id for task in all_tasks() for belief in task.misconceptions}
LEAST, MOST = 60, 150  # words: to be read while the class opens its laptops
each_note = pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)


def _said(note: Note) -> str:
    return " ".join((note.goes_wrong, note.ask, note.show_next))


def test_every_graded_task_has_its_note_and_nothing_else_lies_there() -> None:
    graded = [task.id for task in all_tasks() if task.points]
    assert list(NOTES) == graded
    assert len(list(FOLDER.iterdir())) == len(graded)


@pytest.mark.parametrize(
    "file", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda file: file.stem
)
def test_the_minutes_add_up_to_those_the_notebook_states(file: Path) -> None:
    core, full = minutes(NOTES, file.name[:2])
    hours = "two to three hours" if (core, full) == (120, 180) else "none"
    few = f"about {core} minutes" + (f" ({full} with everything)" if full > core else "")
    takes = re.findall(r"\*\*Takes\*\* (.+?), worth", file.read_text(encoding="utf-8"))
    assert takes in ([few], [hours])


@each_note
def test_no_task_takes_less_with_everything_than_without(note: Note) -> None:
    assert note.core <= note.full


@each_note
def test_every_misconception_of_the_task_is_named_and_no_other(note: Note) -> None:
    its = {belief.id for task in tasks_in(note.task) for belief in task.misconceptions}
    named = set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", note.goes_wrong))
    assert named == its
    assert named <= BELIEFS


@each_note
def test_a_note_can_be_read_in_a_minute(note: Note) -> None:
    assert LEAST <= len(_said(note).split()) <= MOST


@each_note
def test_a_note_gives_no_solution_away(note: Note) -> None:
    solution = " ".join(str(SOLUTIONS[note.task]).split())
    assert solution not in " ".join(_said(note).split())
    assert "SOLUTION" not in _said(note)
