"""What a saved notebook keeps: for each of its tasks, kept, changed but not kept, or missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lessons.checks.task import Task
from lessons.notebook import Handed
from lessons.tasks import all_tasks

if TYPE_CHECKING:
    from lessons.exercises.shown import Shown

Word = Literal["kept", "changed", "missing"]


@dataclass(frozen=True)
class State:
    """How a task stands in the saved file, and a note on what to do where that helps."""

    word: Word
    note: str = ""


def tasks_of(handed: Handed) -> list[Task]:
    """The tasks of a notebook, by what is in it: its file may have been renamed."""
    return [task for number in sorted(handed.numbers) for task in all_tasks(number)]


def kept_in(handed: Handed) -> dict[str, State]:
    """The state of every task of a notebook that was read, by task, in order.

    The same reader serves grading, so what is called kept here is attempted there.
    """
    return {task.id: _state(task, handed) for task in tasks_of(handed)}


def with_unkept(states: Mapping[str, State], live: Mapping[str, Shown]) -> dict[str, State]:
    """The states, having asked the exercises on the page what they hold and the file does not."""
    return {id: _beside(state, live.get(id)) for id, state in states.items()}


def _beside(state: State, shown: Shown | None) -> State:
    if shown and shown.pending:
        return State("changed", "The page holds another answer: press Keep my answer.")
    if shown and shown.is_kept and state.word == "missing":
        return State("changed", "The answer was kept, and has left the cell: keep it again.")
    return state


def _state(task: Task, handed: Handed) -> State:
    if task.kind == "words":
        return _words(task, handed.texts or {})
    if task.kind == "code":
        return _code(task, handed.code or {})
    kept = (handed.answers or {}).get(task.id)
    if kept is None:
        return State("missing", f'No cell shows it. Put this into one: exercise("{task.id}")')
    if not kept.kept:
        return State("missing")
    problem = kept.problem or (task.form.problem(kept.answer) if task.form else "")
    return State("missing", problem) if problem else State("kept")


def _words(task: Task, texts: Mapping[str, str]) -> State:
    if task.id not in texts:
        return State("missing", f"Its cell, which begins “<!-- task {task.id} -->”, is gone.")
    count = len(texts[task.id].split())
    if count >= task.words:
        return State("kept", f"{count} words")
    return State("missing", f"{count} of {task.words} words" if count else "")


def _code(task: Task, code: Mapping[str, str]) -> State:
    if task.id not in code:
        return State("missing", f"Its cell, which begins “# task {task.id}”, is gone.")
    return State("missing") if task.untouched(code[task.id]) else State("kept")


def saved_file(named: str, session: str, here: Path) -> Path | None:
    """The notebook's file, or None when it is not to be found.

    Args:
        named: its path as the page names it now, below the server's root; "" when unknown.
        session: its full path when the kernel started (JPY_SESSION_NAME); "" when unknown.
        here: the folder in which the kernel works.
    """
    known = Path(session) if session else here / "unknown.ipynb"
    folders = [*known.parents, here, *here.parents]
    found = [folder / named for folder in folders] if named else []
    return next((file for file in [*found, known] if file.is_file()), None)
