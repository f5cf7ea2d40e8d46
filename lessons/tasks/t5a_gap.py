"""5.a practice  Kappa with one gap: how often would dice agree?"""

from __future__ import annotations

from lessons.checks.calls import Slip, expect, returns
from lessons.checks.feedback import Failure
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


def _chance(first: list[str], second: list[str]) -> float:
    return sum(first.count(x) * second.count(x) for x in {*first, *second}) / len(first) ** 2


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
    Slip("It returned the observed agreement: nothing was taken off for chance.", _raw,
         "Print chance. Dice that are loaded as the readers are do meet: does the gap hold a share "
         "from `other`, the Counter of the second reader?", RAW),
    Slip("The second share is of the first reader again.",
         lambda a, b: _with(a, b, sum((a.count(x) / len(a)) ** 2 for x in set(a))),
         "Which Counter holds the second reader's labels?"),
    Slip("It takes chance to be one in as many labels as there are.",
         lambda a, b: _with(a, b, 1 / len({*a, *b})),
         "Each reader uses some labels more often than others. How often does the second reader "
         "use this one?", ONE_IN_K),
    Slip("The second reader's label is counted, and the count is not divided.",
         lambda a, b: _with(a, b, _chance(a, b) * len(a)),
         "A share lies between 0 and 1: divide by the number of items."),
    Slip("Both readers' labels were thrown into one pot.",
         lambda a, b: _with(a, b, sum(((a + b).count(x) / len(a + b)) ** 2 for x in {*a, *b})),
         "That is another number, Scott's pi. For kappa, each reader keeps their own habits."),
    Slip("Chance was taken off, and the rest was not divided.",
         lambda a, b: _raw(a, b) - _chance(a, b),
         "Readers who agree on everything must get 1. By what is the rest divided?"),
    Slip("It returned the agreement by chance.", _chance,
         "Kappa is what the readers reach beyond it, as a share of what they could."),
)  # fmt: skip


@PRACTICE.check()
def the_gap_is_filled(submission: Submission) -> None:
    """Some agreement, none beyond chance, all, and less than chance."""
    submission.attempted("5.a practice")
    try:
        returns(submission, "kappa", CASES[0][0], (int, float), "one number")
        expect(submission, "kappa", CASES, SLIPS)
    except Failure as failure:
        if "ZeroDivisionError" not in failure.rationale:
            raise
        raise Failure(
            "Chance came out as 1, and `1 - chance`, by which kappa divides, as 0.",
            "The second reader's shares must add up to 1 over all labels. Which count is each of "
            "them made of, and divided by what?",
        ) from None
