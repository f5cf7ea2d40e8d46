"""What a class decided, held against what was recorded: points, dates, and who is in the class.

The record keeps what checks said, when a notebook was handed in, and what a person ruled. Points
and deductions are worked out each time it is read, so that another ``class.toml`` changes them at
once, and runs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from lessons.grading.class_file import ClassFile, parse_class_file
from lessons.grading.records import Attempt, Decision, Graded, Ruling, Timing
from lessons.grading.roster import Roster, parse_roster

NO_RULES = ClassFile()
DAY = 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class Policy:
    """The rules of a class; without any, marks are what checks and people gave."""

    rules: ClassFile = NO_RULES
    roster: Roster | None = None

    def applied(self, graded: Graded) -> Graded:
        """A student's record as it counts in this class."""
        listed = self.roster is None or self.roster.find(graded.student) is not None
        scaled = self._scaled(replace(graded, listed=listed))
        rulings = {each.notebook: each for each in graded.rulings}
        timings = [
            self._timing(scaled, attempt, rulings.get(attempt.notebook))
            for attempt in graded.attempts
            if attempt.notebook in self.rules.due
        ]
        return replace(scaled, timings=tuple(timings))

    def _scaled(self, graded: Graded) -> Graded:
        """Points of checks, and of decisions, in the measure that the class has for each task."""
        own: dict[str, float] = {}
        for each in graded.records:
            own[each.task] = own.get(each.task, 0) + each.max
        factors = {
            task: worth / own[task]
            for task, worth in self.rules.points.items()
            if own.get(task)  # a task without points cannot be given any
        }
        records = [
            replace(each, points=each.points * factor, max=each.max * factor)
            if (factor := factors.get(each.task)) is not None
            else each
            for each in graded.records
        ]
        decisions = [_decided(each, factors, own) for each in graded.decisions]
        scaled = tuple((task, own[task]) for task in factors)
        return replace(graded, records=tuple(records), decisions=tuple(decisions), scaled=scaled)

    def _timing(self, graded: Graded, attempt: Attempt, ruling: Ruling | None) -> Timing:
        notebook = attempt.notebook
        listed = self.roster.find(graded.student) if self.roster else None
        extra = timedelta(days=listed.days(notebook) if listed else 0)
        due = self.rules.due[notebook] + extra
        handed_in, source = attempt.handed_in, attempt.source
        if ruling and ruling.handed_in:
            handed_in, source = ruling.handed_in, "person"
        found = Timing(notebook, due.isoformat(), handed_in, source)
        if not handed_in:
            return found
        days = days_late(datetime.fromisoformat(handed_in), due, self.rules.late.grace_minutes)
        percent = min(days * self.rules.late.per_day, self.rules.late.at_most)
        if ruling and ruling.waived:
            return replace(found, days=days, percent=percent, waived=True)
        tasks = {each.task for each in graded.records if each.notebook == notebook}
        reached = sum(points for task, points in graded.by_task().items() if task in tasks)
        return replace(found, days=days, percent=percent, points=reached * percent / 100)


def policy(texts: Mapping[str, str]) -> Policy:
    """The policy that the texts of "class" and "roster" state; each may be missing."""
    roster = parse_roster(texts["roster"]) if "roster" in texts else None
    return Policy(parse_class_file(texts.get("class", "")), roster)


def days_late(handed_in: datetime, due: datetime, grace_minutes: float = 0) -> int:
    """Days begun after the date, none within the minutes of grace.

    >>> from datetime import UTC, datetime
    >>> due = datetime(2026, 12, 1, tzinfo=UTC)
    >>> [days_late(due + timedelta(minutes=late), due, 15) for late in (-5, 15, 16, 1440, 1441)]
    [0, 0, 1, 1, 2]
    """
    late = (handed_in.astimezone(UTC) - due.astimezone(UTC)).total_seconds()
    return 0 if late <= grace_minutes * 60 else math.ceil(late / DAY)


def _decided(made: Decision, factors: Mapping[str, float], own: Mapping[str, float]) -> Decision:
    """A person's points in today's measure: they were given in that of their day."""
    if made.points is None or made.task not in own:
        return made
    now = own[made.task] * factors.get(made.task, 1)
    then = own[made.task] if made.of is None else made.of
    if not then or math.isclose(then, now):
        return made
    return replace(made, points=made.points * now / then)
