"""What an instructor is told about a task: minutes to plan, what goes wrong, what to ask and show.

The notes lie in ``tests/graded/notes``, one file a task, and reach no learner. ``t1e.md``, of task
1.e, begins with a line ``minutes: 12 / 15`` (the core path, then everything), and has the parts
``## Goes wrong``, ``## Ask`` and ``## Show next``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lessons.errors import CourseError

PARTS = ("Goes wrong", "Ask", "Show next")
_MINUTES = re.compile(r"minutes: (\d+) / (\d+)\n")
_FORM = "minutes: CORE / FULL, then " + ", ".join(f"## {part}" for part in PARTS)


@dataclass(frozen=True)
class Note:
    """The note of one task.

    Args:
        task: the task's id, "1.e".
        core: minutes to plan for it and for what leads to it, on the core path.
        full: the same with the pair work, the discussion and what is there for the fast.
        goes_wrong: Markdown: what learners may get wrong, by the ids of the misconceptions.
        ask: Markdown: what to say and to ask in class.
        show_next: Markdown: what to show, or turn to, afterwards.
    """

    task: str
    core: int
    full: int
    goes_wrong: str
    ask: str
    show_next: str


def read_notes(folder: Path) -> dict[str, Note]:
    """Task id to note, in the order of the tasks; none where there is no such folder.

    Raises:
        CourseError: a file has another form.
    """
    notes = [
        parse(file, file.read_text(encoding="utf-8"))
        for file in sorted(folder.glob("t[0-9][a-z].md"))
    ]
    return {note.task: note for note in notes}


def parse(file: Path, text: str) -> Note:
    """The note of a file's text; the task is named by the file.

    Raises:
        CourseError: the text has another form.
    """
    begun = _MINUTES.match(text)
    names, bodies = [], []
    if begun:
        before, *parts = re.split(r"(?m)^## (.+)\n", text[begun.end() :])
        names, bodies = parts[::2], [body.strip() for body in parts[1::2]]
        if before.strip() or not all(bodies):
            names = []
    if not begun or tuple(names) != PARTS:
        raise CourseError(f"a note in the form {_FORM}", f"another in {file}", "Look at t1e.md.")
    core, full = map(int, begun.groups())
    return Note(f"{file.stem[1]}.{file.stem[2]}", core, full, *bodies)
