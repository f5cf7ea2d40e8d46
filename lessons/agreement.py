"""How far two readers agree, label by label: as it is, and beyond what chance would give.

Both readings label the same items in the same order. Where there are no items, and where both
readers use one same label throughout, every figure is 1: nothing was ever disputed. (Chance would
then agree as often as they did, and kappa be 0 divided by 0.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from lessons.errors import CourseError

Label = TypeVar("Label", bound=Hashable)


def raw_agreement(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """The share of items that both readers label alike.

    Raises:
        CourseError: the readings are of different length.

    >>> raw_agreement("aabb", "aaba")
    0.75
    """
    _same_items(first, second)
    alike = sum(one == other for one, other in zip(first, second, strict=True))
    return alike / len(first) if first else 1.0


def cross_table(first: Sequence[Label], second: Sequence[Label]) -> Counter[tuple[Label, Label]]:
    """How often each label of the first reader met each of the second: what kappa is made from.

    >>> cross_table("aabb", "aaba")[("b", "a")]
    1
    """
    _same_items(first, second)
    return Counter(zip(first, second, strict=True))


def cohen_kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """Cohen's kappa (1960): 1 is perfect, 0 what chance gives, below 0 worse than chance.

    Chance is what readers would reach who kept their own shares of each label, and threw dice.

    Raises:
        CourseError: the readings are of different length.

    >>> round(cohen_kappa("aabb", "aaba"), 2)
    0.5
    """
    return _kappa(first, second, lambda one, other: float(one != other))


def weighted_kappa(first: Sequence[int], second: Sequence[int]) -> float:
    """Cohen's weighted kappa (1968) with quadratic weights, for grades: far apart counts more.

    A distance of two grades counts four times a distance of one.

    Raises:
        CourseError: the readings are of different length.

    >>> round(weighted_kappa([-2, -1, 0, 1, 2], [-2, -1, 0, 2, 2]), 2)
    0.96
    >>> weighted_kappa([2, -2], [-2, 2])
    -1.0
    """
    return _kappa(first, second, lambda one, other: float(one - other) ** 2)


def _kappa(
    first: Sequence[Label], second: Sequence[Label], distance: Callable[[Label, Label], float]
) -> float:
    """One less the distance there is over the distance that chance would give."""
    table = cross_table(first, second)
    rows, columns = Counter(first), Counter(second)
    seen = sum(count * distance(*pair) for pair, count in table.items())
    by_chance = sum(
        rows[one] * columns[other] * distance(one, other) for one in rows for other in columns
    )
    return 1.0 - seen * len(first) / by_chance if by_chance else 1.0


def _same_items(first: Sequence[Hashable], second: Sequence[Hashable]) -> None:
    if len(first) != len(second):
        raise CourseError(
            "one label for each item in both readings",
            f"{len(first)} labels and {len(second)}",
            "Give both readings of the same items, in the same order.",
        )
