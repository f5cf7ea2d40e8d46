"""What those who teach are told of a task, joined from where each part of it is stated.

The task has the points and the beliefs, the answer bank the solution and the wrong answers, the
instructor's note the minutes and the words for the classroom.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from lessons.checks.feedback import Misconception
from lessons.checks.task import Task
from lessons.errors import CourseError
from lessons.grading.notes import Note, read_notes
from lessons.grading.solved import answers_in, bank_files, solutions
from lessons.grading.wording import beliefs, claim
from lessons.tasks import all_tasks, tasks_in

ID = re.compile(r"`([a-z]+(?:-[a-z]+)+)`")  # of a misconception, as notes write it


@dataclass(frozen=True)
class Taught:
    """A graded task with all that is known of it.

    ``items`` are the task and its practice items; ``answers`` the solutions of those that have
    one; ``right`` the names of other right answers; ``wrong`` belief id to names of wrong answers
    that show it; ``note`` is what those who teach are told.
    """

    task: Task
    items: tuple[Task, ...]
    answers: Mapping[str, object]
    right: Sequence[str]
    wrong: Mapping[str, Sequence[str]]
    note: Note

    @property
    def beliefs(self) -> list[Misconception]:
        """The misconceptions of the task and its practice items, each once."""
        found = {each.id: each for item in self.items for each in item.misconceptions}
        return list(found.values())


def taught(graded: Path, number: str) -> list[Taught]:
    """The graded tasks of one notebook ("01"), in order.

    Raises:
        CourseError: a task has no note; or a note, or a file of the bank, has not its form.
    """
    answers, notes = solutions(graded / "bank"), read_notes(graded / "notes")
    bank, tasks = bank_files(graded / "bank"), [each for each in all_tasks(number) if each.points]
    if lacks := [task.id for task in tasks if task.id not in notes]:
        raise CourseError(
            "a note on each task", f"none on {', '.join(lacks)}", f"Write it, in {graded / 'notes'}"
        )
    return [_taught(task, answers, answers_in(bank[task.id]), notes[task.id]) for task in tasks]


def in_words(markdown: str) -> str:
    """A note's Markdown with the ids of misconceptions as what is believed."""

    def said(found: re.Match[str]) -> str:
        return f"**{claim(found[1])}**" if found[1] in beliefs() else found[0]

    return ID.sub(said, markdown)


def _taught(task: Task, answers: Mapping[str, object], bank: ModuleType, note: Note) -> Taught:
    items = tasks_in(task.id)
    wrong: dict[str, list[str]] = {}
    for name, (_, shows) in getattr(bank, "WRONG", {}).items():
        wrong.setdefault(shows, []).append(name)
    own = {each.id: answers[each.id] for each in items if each.id in answers}
    return Taught(task, items, own, list(getattr(bank, "RIGHT", {})), wrong, note)
