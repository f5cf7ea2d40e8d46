"""Which of several notebooks of one number counts: the fullest, the last, or the best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lessons.grading.records import Attempt
from lessons.grading.when import UNDATED, When
from lessons.notebook import Handed

Rule = Literal["fullest", "last", "best"]
RULES: tuple[Rule, ...] = ("fullest", "last", "best")


@dataclass(frozen=True)
class Handin:
    """One notebook that was handed in: the name of its file, what is in it, and when."""

    name: str
    handed: Handed
    when: When = UNDATED


def choose(
    several: Sequence[Handin], number: str, rule: Rule, points: Callable[[Handin], float]
) -> tuple[Handin, str]:
    """The one that counts, and why in words; of equals the later one, by date if all are known.

    ``points`` grades one, and is asked for "best" alone.
    """
    dated = all(each.when.at for each in several)
    ordered = sorted(several, key=lambda each: each.when.at) if dated else list(several)
    ordered.reverse()  # max() takes the first of equals
    if rule == "last":
        if dated:
            return ordered[0], "it is the last by date"
        return ordered[0], "it is the last by name, for not every date is known"
    if rule == "best":
        return max(ordered, key=points), "its checks gave most points"
    return max(ordered, key=lambda each: _kept(each.handed, number)), "it has most in it"


def _kept(handed: Handed, number: str) -> int:
    """How much of a notebook has something in it."""
    answers = [task for task, kept in handed.answers.items() if kept.kept]
    words = [task for task, own in handed.texts.items() if own]
    return len([task for task in (*answers, *words) if f"0{task[0]}" == number])


def kept_dates(before: Iterable[Attempt], now: Iterable[Attempt]) -> list[Attempt]:
    """Attempts of which the same bytes were recorded before: a copied file is not newer for it.

    A file's own date stays what it was first; dates of other sources are taken as they are now.
    """
    known = {(each.notebook, each.file): each for each in before if each.source == "file"}
    found = []
    for each in now:
        first = known.get((each.notebook, each.file))
        dated = first is not None and each.source == "file"
        found.append(replace(each, handed_in=first.handed_in) if first and dated else each)
    return found
