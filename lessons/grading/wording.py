"""What records name by an id, in words: tasks, checks, beliefs; and what stays unsaid."""

from __future__ import annotations

import builtins
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache

from lessons.checks.feedback import Misconception
from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.grading.checklist import Checklist
from lessons.grading.records import Record, Timing
from lessons.grading.when import SOURCES
from lessons.tasks import all_tasks, task

SIGNS = {
    "passed": ("✓", "Right"),
    "failed": ("✗", "Not yet"),
    "cannot_check": ("…", "Cannot check yet"),
    "not_attempted": ("○", "Not attempted"),
}
Promises = Mapping[tuple[str, str], str]  # (task, check): what its learner was told it looks at
RAISED = re.compile(r"stopped with ([\w.]*).*?( \(line \d+\))?$", re.DOTALL)
OPAQUE = re.compile(r"<.*>(?=, which )", re.DOTALL)
QUOTED = re.compile(r": (`+).*\1$", re.DOTALL)  # what a function gave, at the end, as code


def promises(checks: Mapping[str, Checklist]) -> dict[tuple[str, str], str]:
    """What each hidden check looks at, in the words that its learner was promised."""
    return {
        (check.task, check.name): check.looks_at
        for checklist in checks.values()
        for of_task in checklist.values()
        for check in of_task
        if check.looks_at
    }


def check_name(record: Record, looks_at: Promises) -> str:
    """A check in words that give nothing away.

    A visible check is called as in the notebook. A hidden one is called by what was promised: its
    own name may hold the answer.
    """
    if record.hidden:
        return looks_at.get((record.task, record.check), "") or "a check at grading"
    words = record.check.removeprefix("test_").removeprefix("proposed_")
    return words.replace("_", " ").strip()


def told(record: Record, words: str) -> str:
    """A rationale or help as its learner may read it.

    While a hidden check runs, a learner's function knows the hidden input, and can put it into the
    message of an exception, the name of a type, or what it returns. Of these only the known kinds
    are told.
    """
    if not record.hidden:
        return words
    words = QUOTED.sub(".", words)
    return OPAQUE.sub("an object", RAISED.sub(_raised, words))


def _raised(found: re.Match[str]) -> str:
    kind = getattr(builtins, found[1], None)
    known = isinstance(kind, type) and issubclass(kind, BaseException)
    return f"stopped with {found[1] if known else 'an exception'}{found[2] or ''}"


def task_title(id: str) -> str:
    """The title of a task; "" for one that the course no longer has."""
    try:
        return task(id).title
    except CourseError:
        return ""


def notebook_title(number: str) -> str:
    """A notebook as learners call it.

    >>> notebook_title("01")
    'Notebook 01, tokens'
    """
    files = sorted((course_folder() / "notebooks").glob(f"{number}_*.ipynb"))
    name = files[0].stem.removeprefix(f"{number}_").replace("_", " ") if files else ""
    return f"Notebook {number}, {name}" if name else f"Notebook {number}"


@cache
def beliefs() -> dict[str, Misconception]:
    """Every misconception that a task states, by its id."""
    return {each.id: each for task in all_tasks() for each in task.misconceptions}


def belief(id: str) -> Misconception:
    """The misconception of an id; for one that the course no longer has, its id in words."""
    return beliefs().get(id) or Misconception(id, id.replace("-", " "), "", "")


def claim(id: str) -> str:
    """What is believed, in quotation marks unless it has its own.

    >>> claim("end-is-the-last-character")
    '“end is the place of the last character”'
    """
    words = belief(id).claim
    return words if "“" in words else f"“{words}”"


def timing(its: Timing) -> str:
    """When a notebook was handed in and due, how that is known, and what follows."""
    due = datetime.fromisoformat(its.due)
    head = f"Notebook {its.notebook} was due {_date(due)}"
    if not its.handed_in:
        return f"{head}. It is not known when it was handed in, so nothing is taken off."
    at = datetime.fromisoformat(its.handed_in).astimezone(due.tzinfo)
    known = SOURCES.get(its.source, its.source)
    head += f", and handed in {_date(at)} ({known})"
    if not its.days:
        return f"{head}: in time."
    late = f"{head}: {its.days} day{'s' * (its.days > 1)} late, each day begun counted."
    if its.waived:
        return f"{late} A person decided that nothing is taken off."
    return f"{late} {its.percent:g}% of the points reached are taken off: {its.points:.6g}."


def _date(at: datetime) -> str:
    """A date as people read it, with its offset from UTC."""
    offset = at.strftime("%z")
    return f"{at:%Y-%m-%d %H:%M:%S} {offset[:3]}:{offset[3:5]}"


def points(reached: float, most: float) -> str:
    """Points as people say them.

    >>> points(2, 3), points(0.5, 1)
    ('2 of 3 points', '0.5 of 1 point')
    """
    return f"{reached:.6g} of {most:.6g} point{'' if most == 1 else 's'}"
