"""A notebook that says a class's own terms: when it is due, and what its tasks are worth there."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lessons.cells import say_handed_out
from lessons.grading.class_file import ClassFile
from lessons.tasks import all_tasks

HEADING = re.compile(r"^(# .+\n)", re.MULTILINE)
WORTH = re.compile(r"\bworth [\d.]+ points")
TASK = re.compile(r"^(### Task (\d\.[a-z]): .*\()[\d.]+ points?(, \w+\))$", re.MULTILINE)


def on_terms(notebook: Mapping[str, Any], number: str, terms: ClassFile) -> dict[str, Any]:
    """The notebook of this number with the due date below its title and the points in headings."""
    changed: dict[str, Any] = copy.deepcopy(dict(notebook))
    due = terms.due.get(number)
    whole = sum(worth(task, terms) for task in points_of(number))
    for place, cell in enumerate(changed["cells"]):
        if cell["cell_type"] != "markdown":
            continue
        source = "".join(cell["source"])
        if terms.points:
            source = TASK.sub(lambda found: _points(found, terms), source)
        if place == 0:
            source = WORTH.sub(f"worth {whole:g} points", source)
            if due:
                source = HEADING.sub(rf"\1\n**Due** {when(due)}.\n", source, count=1)
        if source != "".join(cell["source"]):
            cell["source"] = source
    say_handed_out(changed)
    return changed


def points_of(number: str) -> dict[str, float]:
    """The graded tasks of a notebook with the points that the course gives."""
    return {task.id: task.points for task in all_tasks(number) if task.points}


def worth(task: str, terms: ClassFile) -> float:
    """What a task is worth in this class."""
    return terms.points.get(task, points_of(f"0{task[0]}")[task])


def when(due: datetime) -> str:
    """A due date in words, with its own offset, so that it is one moment everywhere.

    >>> when(datetime.fromisoformat("2026-12-01T23:59:00+01:00"))
    'Tuesday, 1 December 2026, 23:59 (UTC+01:00)'
    """
    zone = str(due.tzinfo) if due.utcoffset() else "UTC"
    return f"{due:%A}, {due.day} {due:%B %Y, %H:%M} ({zone})"


def _points(found: re.Match[str], terms: ClassFile) -> str:
    points = worth(found[2], terms)
    return f"{found[1]}{points:g} point{'s' * (points != 1)}{found[3]}"
