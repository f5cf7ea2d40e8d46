"""The notebook's last cell: saves, reads the saved file back, and says what it keeps."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from pathlib import Path

from lessons.checks.task import Task
from lessons.exercises.exercise import kernel_shell, live
from lessons.exercises.record import State, kept_in, saved_file, tasks_of, with_unkept
from lessons.notebook import read_notebook
from lessons.standing import course_so_far

SIGNS = {"kept": "✓ Kept", "changed": "! Changed, not kept", "missing": "○ Missing"}
NOT_SAVED = "The notebook could not be saved, so this is what the file held before."
SAVE_FIRST = "This page cannot save for you: save the notebook, then look again."
NOT_FOUND = "The saved file was not found. Save the notebook, then look again."


def progress() -> None:
    """Save the notebook, read it back, and show which tasks are kept, changed, or missing."""
    if kernel_shell() is None:
        return
    from IPython.display import display

    display(_Progress().mimebundle(), raw=True)  # type: ignore[no-untyped-call]


class _Progress:
    def __init__(self) -> None:
        from ipywidgets import HTML

        from lessons.exercises.keep import Bar, Order
        from lessons.exercises.shown import framed

        self._order = Order(self._read)
        self._table = HTML()
        self._table.add_class("jp-RenderedHTMLCommon")
        self._bar = Bar(
            called="Progress",
            buttons={"look": "Look again"},
            controls=[],
            press=lambda _: self._order,
            eager="look",
        )
        self._bar.say(NOT_FOUND)
        self._root = framed(self._bar, [self._table, self._bar])

    def mimebundle(self) -> dict[str, object]:
        """What to display."""
        from lessons.exercises.shown import mimebundle

        return mimebundle(self._root, "Progress: run this cell in JupyterLab to see it.")

    def _read(self, outcome: str, path: str) -> None:
        file = saved_file(path, os.environ.get("JPY_SESSION_NAME", ""), Path.cwd())
        if file is None:
            self._table.value = ""
            self._bar.say(NOT_FOUND, "warn")
            return
        handed = read_notebook(file)
        states = with_unkept(kept_in(handed), live)
        course = escape(course_so_far(file.parent))
        self._table.value = f"{table(tasks_of(handed), states)}<p>{course}</p>"
        said = {"unsaved": NOT_SAVED, "elsewhere": SAVE_FIRST}.get(outcome)
        time = datetime.now().strftime("%H:%M:%S")
        self._bar.say(
            handed.problem or said or f"Saved as {file.name}, and read back at {time}.",
            "warn" if handed.problem or said else "good",
        )


def table(tasks: Sequence[Task], states: Mapping[str, State]) -> str:
    """An HTML table of tasks: what is kept, and what it is worth."""
    if not tasks:
        return "<p>No task of the course is in this notebook.</p>"
    worth = sum(task.points for task in tasks)
    kept = sum(task.points for task in tasks if states[task.id].word == "kept")
    rows = "".join(_row(task, states[task.id]) for task in tasks)
    return (
        '<table class="lessons-progress">'
        f"<caption>Kept: work worth {kept:g} of {worth:g} points. Marks come with grading."
        "</caption><thead><tr>"
        '<th scope="col">Task</th><th scope="col">State</th><th scope="col">Points</th>'
        f'<th scope="col">Note</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _row(task: Task, state: State) -> str:
    points = f"{task.points:g}" if task.points else "practice"
    return (
        f'<tr data-state="{state.word}"><th scope="row">{task.id.split(" ")[0]} '
        f"{escape(task.title)}</th><td>{SIGNS[state.word]}</td><td>{points}</td>"
        f"<td>{escape(state.note)}</td></tr>"
    )
