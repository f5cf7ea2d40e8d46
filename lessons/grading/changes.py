"""Marks that are others than before, and why: what an instructor looks at after grading again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lessons.checks.feedback import Status
from lessons.grading.records import Graded

WORDED: dict[Status, str] = {
    "passed": "passed",
    "failed": "failed",
    "cannot_check": "had no verdict",
    "not_attempted": "found no attempt",
}
NAMED = 3  # checks that a reason names
SAME = 1e-9  # points that are no difference


@dataclass(frozen=True)
class Change:
    """A mark that is another one than before, and why: other checks, another submission, rules.

    ``task`` is "late 01" for what being late takes off the points of a notebook.
    """

    student: str
    task: str
    before: float
    after: float
    why: str
    at: str = ""


def changes(before: Graded, after: Graded, why: str) -> list[Change]:
    """The marks of one student that are others than before."""
    new = after.by_task()
    pairs = {task: (old, new.get(task, old)) for task, old in before.by_task().items()}
    were, are = ({f"late {it.notebook}": -it.points for it in each.timings if it.points}
                 for each in (before, after))  # fmt: skip
    pairs |= {key: (were.get(key, 0.0), are.get(key, 0.0)) for key in sorted(were | are)}
    return [
        Change(after.student, task, old, now, why)
        for task, (old, now) in pairs.items()
        if abs(old - now) > SAME
    ]


def compared(before: Graded, after: Graded, same: bool) -> list[Change]:
    """The same after grading again; where the ``same`` was handed in, other checks are the reason.

    The reason names the checks that say something else now.
    """
    were = {(each.task, each.check): each.status for each in before.records}
    found = changes(before, after, "other checks" if same else "another submission")
    return [replace(each, why=_why(each, after, were)) if same else each for each in found]


def _why(change: Change, after: Graded, were: Mapping[tuple[str, str], Status]) -> str:
    said = [
        f"{each.check} {WORDED[were[key]]} before and {WORDED[each.status]} now"
        for each in after.records
        if each.task == change.task
        and (key := (each.task, each.check)) in were
        and were[key] != each.status
    ]
    return f"{change.why}: {'; '.join(said[:NAMED])}" if said else change.why
