"""The parts of a report on the class itself: who handed in, which marks changed, how it ran."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lessons.grading.changes import Change
from lessons.grading.gradebook import number
from lessons.grading.page import listing, person, prose, table, text
from lessons.grading.report_lists import FEW, TOP, names, rest, task_name
from lessons.grading.tally import Tally, Who


def handed_in(tally: Tally) -> Iterator[str]:
    """Who handed in nothing, who is not on the roster, and what dates did."""
    yield '<h2 id="class">Who handed in, and when</h2>'
    lines = [f"{said} {names(who)}" for said, who in _told(tally) if who.count]
    if not lines:
        yield "<p>Nobody is known to be missing or late; a roster and dates would tell.</p>"
    yield listing(lines)


def how_run(tally: Tally) -> Iterator[str]:
    """How far notebooks were kept apart, by their number."""
    yield '<h2 id="runs">How notebooks were run</h2>'
    rows = [[text(level or "not said"), str(count)] for level, count in tally.levels.most_common()]
    yield table("Isolation, by notebooks", ("isolation", "notebooks#"), rows)


def _told(tally: Tally) -> Iterator[tuple[str, Who]]:
    yield "Handed in nothing, and left out of the numbers below:", tally.absent
    yield (
        "Not on the roster: who is that? Somebody of the class under another name, or nobody?",
        tally.strangers,
    )
    for notebook, who in sorted(tally.late.items()):
        yield f"Notebook {text(notebook)}, points taken off for being late:", who
    for notebook, who in sorted(tally.waived.items()):
        yield f"Notebook {text(notebook)}, late, and waived by a person:", who
    for notebook, who in sorted(tally.undated.items()):
        why = "it is not known when it was handed in, so nothing was taken off:"
        yield f"Notebook {text(notebook)}, {why}", who


def marks_that_changed(changes: Iterable[Change]) -> Iterator[str]:
    """Which marks are others than when they were first given, and why, the newest first."""
    yield '<h2 id="changed">Marks that changed</h2>'
    groups: dict[tuple[str, str, str], list[Change]] = {}
    for each in changes:
        groups.setdefault((each.at[:10], each.task, each.why), []).append(each)
    if not groups:
        yield "<p>None: every mark is as it was first given.</p>"
    yield listing(
        f"{text(day)}, {_task(task)}, {prose(why, 300)}. {_who(own)}"
        for (day, task, why), own in list(groups.items())[:TOP]
    )
    yield rest(len(groups) - TOP, "kind of change")


def _task(task: str) -> str:
    if task.startswith("late "):
        return f"taken off for being late, notebook {text(task.removeprefix('late '))}"
    return task_name(task)


def _who(changes: list[Change]) -> str:
    shown = ", ".join(
        f"{person(each.student, 60)} {_signed(each.before)} to {_signed(each.after)}"
        for each in changes[:FEW]
    )
    left = len(changes) - FEW
    return f"{shown} and {left} more" if left > 0 else shown


def _signed(points: float) -> str:
    return number(points).replace("-", "−")
