"""A class in numbers: one pass over its students, in memory that hardly grows with them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from lessons.checks.feedback import Outcome
from lessons.checks.marking import WAITING
from lessons.grading.records import Graded, Record

FEWEST = 10  # students below whom a correlation is noise, and is not given
KEPT = 40  # names that are kept of those who share something; the rest are counted
Key = TypeVar("Key")
REASON = 300  # characters of a reason that are kept
KINDS = 1_000  # of reasons that are told apart; what is rarer comes to stand under "other reasons"
OWN = re.compile(r"“[^”]*”|'[^']*'|`[^`]*`|[-−]?\d[\d.,:]*(?<![.,:])|…")  # a learner's, not ours
OTHER = "other reasons"
MISHAPS: dict[Outcome, str] = {
    "withheld": "score withheld, to be looked at",
    "check_broke": "the check itself broke: our mistake",
    "timed_out": "ran out of time",
    "crashed": "ended, or had to be stopped",
    "raised": "raised an exception",
}


@dataclass
class Who:
    """Students who share something: how many, the first by name, what the first was told."""

    count: int = 0
    names: list[str] = field(default_factory=list)
    said: str = ""  # what was said to the first of them

    def add(self, student: str) -> None:
        """One more."""
        self.count += 1
        if len(self.names) < KEPT:
            self.names.append(student)


@dataclass
class Item:
    """A task across the class. Students without a verdict on it are left out of its numbers."""

    max: float = 0
    reached: float = 0  # points, of all students
    wrong: float = 0
    absent: float = 0
    not_attempted: Who = field(default_factory=Who)  # by those who attempted something
    unjudged: Who = field(default_factory=Who)
    n: int = 0
    _sums: list[float] = field(default_factory=lambda: [0.0] * 5)

    def add(self, points: float, rest: float) -> None:
        """One student's points in this task, and in all other tasks."""
        self.n += 1
        parts = (points, points * points, rest, rest * rest, points * rest)
        self._sums = [own + part for own, part in zip(self._sums, parts, strict=True)]

    @property
    def difficulty(self) -> float | None:
        """The share of its points that the class reached, 0 to 1: low is hard."""
        return self._sums[0] / (self.n * self.max) if self.n and self.max else None

    @property
    def discrimination(self) -> float | None:
        """The corrected item-total correlation, -1 to 1 (Pearson's, with the total without it).

        None below ten students, and where either does not vary: there is nothing to correlate.
        """
        x, xx, r, rr, xr = self._sums
        spread = (self.n * xx - x * x) * (self.n * rr - r * r)
        if self.n < FEWEST or spread <= 1e-9:
            return None
        return max(-1.0, min(1.0, (self.n * xr - x * r) / math.sqrt(spread)))


@dataclass
class Tally:
    """What a report needs of a class: totals, items, and who shares what."""

    students: int = 0
    nothing: Who = field(default_factory=Who)  # those who attempted no task
    absent: Who = field(default_factory=Who)  # who handed in nothing, and are in no other number
    strangers: Who = field(default_factory=Who)  # who are not on the roster
    late: dict[str, Who] = field(default_factory=dict)  # by notebook: points were taken off
    waived: dict[str, Who] = field(default_factory=dict)
    undated: dict[str, Who] = field(default_factory=dict)  # due, and handed in nobody knows when
    max: float = 0
    totals: list[float] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    checks: dict[tuple[str, str, bool], Counter[str]] = field(default_factory=dict)
    beliefs: dict[str, Who] = field(default_factory=dict)
    believed_in: dict[str, Counter[str]] = field(default_factory=dict)  # belief: its tasks
    failures: dict[tuple[str, str], Who] = field(default_factory=dict)  # (task, kind of reason)
    open: dict[tuple[str, str, str], Who] = field(default_factory=dict)  # (task, check, kind)
    waiting: int = 0
    mishaps: dict[tuple[str, str], Who] = field(default_factory=dict)  # (what, task)
    proposals: dict[str, Who] = field(default_factory=dict)
    levels: Counter[str] = field(default_factory=Counter)  # notebooks, by how they were run

    def add(self, graded: Graded) -> None:
        """One more student."""
        if not graded.listed:
            self.strangers.add(graded.student)
        if graded.absent:
            return self.absent.add(graded.student)
        self._timed(graded)
        self.students += 1
        self.max = max(self.max, graded.max)
        self.totals.append(graded.total)
        tasks: dict[str, list[Record]] = {}
        for record in graded.records:
            tasks.setdefault(record.task, []).append(record)
        nothing = all(each.status == "not_attempted" for each in graded.records)
        if nothing:
            self.nothing.add(graded.student)
        for task, records in tasks.items():
            self._item(graded, task, records, nothing)
        levels = {each.notebook: each.isolation for each in graded.records}
        levels |= {each.notebook: each.isolation for each in graded.records if _ran(each)}
        self.levels.update(levels.values())
        return self._shared(graded)

    def _timed(self, graded: Graded) -> None:
        for each in graded.timings:
            kinds = ((not each.handed_in, self.undated), (each.points > 0, self.late),
                     (each.waived and each.percent > 0, self.waived))  # fmt: skip
            for holds, found in kinds:
                if holds:
                    found.setdefault(each.notebook, Who()).add(graded.student)

    def _item(self, graded: Graded, task: str, records: list[Record], nothing: bool) -> None:
        item = self.items.setdefault(task, Item())
        most = sum(each.max for each in records)
        item.max = max(item.max, most)
        absent = sum(each.max for each in records if each.status == "not_attempted")
        points = sum(each.points for each in records)
        if not nothing and all(each.status == "not_attempted" for each in records):
            item.not_attempted.add(graded.student)
        if task in graded.decided:
            points, absent = graded.decided[task], 0
        elif any(map(unjudged, records)):
            item.unjudged.add(graded.student)
            return
        item.reached += points
        item.absent += absent
        item.wrong += max(0.0, most - points - absent)
        item.add(points, graded.reached - points)

    def _shared(self, graded: Graded) -> None:
        """What this student shares with others, each thing once."""
        beliefs, mishaps, proposed = set(), set(), set()
        failures, open = dict[tuple[str, str], str](), dict[tuple[str, str, str], str]()
        decided = graded.decided
        for each in graded.records:
            self.checks.setdefault((each.task, each.check, each.hidden), Counter())[
                each.status
            ] += 1
            if each.status == "failed" and each.misconception:
                beliefs.add((each.misconception, each.task))
            elif each.status == "failed":
                failures.setdefault((each.task, kind(each.rationale)), each.rationale)
            elif unjudged(each) and each.task not in decided:
                open.setdefault((each.task, each.check, kind(each.rationale)), each.rationale)
            self.waiting += each.status == "cannot_check" and each.rationale == WAITING
            if each.outcome:
                mishaps.add((MISHAPS[each.outcome], each.task))
            if each.proposal and each.status in ("passed", "failed") and each.task not in decided:
                proposed.add(each.task)
        for id, task in beliefs:
            self.believed_in.setdefault(id, Counter())[task] += 1
        _count(self.beliefs, {id for id, _ in beliefs}, graded.student)
        for (task, why), said in failures.items():
            _reason(self.failures, (task, why), (task, OTHER), said, graded.student)
        for (task, check, why), said in open.items():
            _reason(self.open, (task, check, why), (task, check, OTHER), said, graded.student)
        _count(self.mishaps, mishaps, graded.student)
        _count(self.proposals, proposed, graded.student)


def tally(graded: Iterable[Graded]) -> Tally:
    """The numbers of a class."""
    found = Tally()
    for student in graded:
        found.add(student)
    return found


def unjudged(record: Record) -> bool:
    """Whether a check has no verdict for a reason of its own; one that waits for another has."""
    return record.status == "cannot_check" and record.rationale != WAITING


def kind(reason: str) -> str:
    """A reason without the names and numbers in it: so it is the same for all who share it.

    >>> kind("“The article is” takes one of 'good news', 'bad news'; saw 7.")
    '… takes one of …; saw ….'
    """
    return re.sub("…(,? …)+", "…", OWN.sub("…", reason[:REASON]))


def by_chance(students: int) -> float:
    """How far from 0 a correlation comes out in one class of twenty where there is none.

    By Fisher's z: tanh(1.96 / sqrt(n - 3)).

    >>> round(by_chance(57), 2)
    0.26
    """
    return math.tanh(1.96 / math.sqrt(students - 3)) if students > 3 else 1.0


def quartiles(values: Iterable[float]) -> tuple[float, float, float]:
    """The values a quarter, a half, three quarters of the way up, between neighbours by weight.

    >>> quartiles([1, 2, 3, 4])
    (1.75, 2.5, 3.25)
    """
    ordered = sorted(values)
    found = []
    for share in (0.25, 0.5, 0.75):
        at, part = divmod(share * (len(ordered) - 1), 1)
        low = ordered[int(at)]
        found.append(low + part * (ordered[min(int(at) + 1, len(ordered) - 1)] - low))
    return found[0], found[1], found[2]


def _count(found: dict[Key, Who], keys: Iterable[Key], student: str) -> None:
    for key in keys:
        found.setdefault(key, Who()).add(student)


def _reason(found: dict[Key, Who], key: Key, other: Key, said: str, student: str) -> None:
    """Count a student under a reason; under ``other`` where there are too many kinds already."""
    if key not in found and len(found) >= KINDS:
        key, said = other, OTHER
    found.setdefault(key, Who(said=said[:REASON])).add(student)


def _ran(record: Record) -> bool:
    return record.isolation not in ("", "nothing run")
