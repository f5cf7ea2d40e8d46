"""5.a practice  Kappa with one gap: how often would dice agree?"""

from __future__ import annotations

from lessons.checks.calls import Slip, expect
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t5b_kappa import ONE_IN_K, RAW

CASES: tuple[tuple[tuple[list[str], list[str]], float], ...] = (
    ((["up", "up", "up", "down"], ["up", "up", "down", "down"]), 0.5),
    ((["up", "up", "down", "down"], ["up", "down", "up", "down"]), 0.0),
    ((["up", "down", "flat", "up"], ["up", "down", "flat", "up"]), 1.0),
    ((["up", "up", "up", "down"], ["up", "up", "down", "up"]), -1 / 3),  # worse than uneven dice
)


def _raw(first: list[str], second: list[str]) -> float:
    return sum(one == other for one, other in zip(first, second, strict=True)) / len(first)


def _with(first: list[str], second: list[str], chance: float) -> float:
    return (_raw(first, second) - chance) / (1 - chance)


PRACTICE = Task(
    id="5.a practice",
    kind="code",
    title="One gap",
    prompt="**Practice.** The function is whole but for one gap: the second reader's share of the "
    "label. Fill it, so that `kappa(['up', 'up', 'up', 'down'], ['up', 'up', 'down', 'down'])` "
    "gives `0.5`.",
    starter="# task 5.a practice\nfrom collections import Counter\n\n"
    "def kappa(first, second):\n    n = len(first)\n"
    "    observed = sum(x == y for x, y in zip(first, second)) / n\n"
    "    one, other = Counter(first), Counter(second)\n"
    "    chance = sum(one[label] / n * ... for label in one)\n"
    "    return (observed - chance) / (1 - chance)\n",
)
SLIPS = (
    Slip("It returned the observed agreement alone.", _raw, belief=RAW),
    Slip("The second share is of the first reader again.",
         lambda a, b: _with(a, b, sum((a.count(x) / len(a)) ** 2 for x in set(a))),
         "Which Counter holds the second reader's labels?"),
    Slip("It takes chance to be one in as many labels as there are.",
         lambda a, b: _with(a, b, 1 / len({*a, *b})), belief=ONE_IN_K),
)  # fmt: skip


@PRACTICE.check()
def the_gap_is_filled(submission: Submission) -> None:
    """Some agreement, none beyond chance, all, and less than chance."""
    submission.attempted("5.a practice")
    expect(submission, "kappa", CASES, SLIPS)
