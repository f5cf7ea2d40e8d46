"""Topic breaks: baselines, and what a segmentation is worth against a reader's.

A break is the number of the sentence it stands after, counted from 1; a segmentation of ``length``
sentences is a collection of breaks between 1 and length - 1, in any order, without repeats.
"""

from __future__ import annotations

import random
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lessons.articles import Article


def paragraph_breaks(article: Article) -> list[int]:
    """A break after every paragraph: a baseline that newswire makes hard to beat."""
    counts = [len(article.sentences_in(paragraph)) for paragraph in article.paragraphs]
    return [sum(counts[:number]) for number in range(1, len(counts))]


def all_breaks(length: int) -> list[int]:
    """A break after every sentence: a baseline with perfect recall. (That of none is ``[]``.)"""
    return list(range(1, length))


def random_breaks(length: int, count: int, seed: int = 0) -> list[int]:
    """A baseline of ``count`` breaks thrown by dice, each after another sentence, if there are."""
    places = all_breaks(length)
    return sorted(random.Random(seed).sample(places, min(count, len(places))))


def half_segment(breaks: Collection[int], length: int) -> int:
    """The usual window of Pk and WindowDiff: half the mean length of gold's segments.

    >>> half_segment([6, 10, 12, 15], length=19)
    2
    """
    return max(1, round(length / (len(breaks) + 1) / 2))


def window_diff(
    gold: Collection[int], predicted: Collection[int], length: int, window: int = 0
) -> float:
    """The share of windows that hold another number of breaks than in gold: 0 is best.

    Pevzner and Hearst (2002), computed by NLTK over the gaps between ``length`` sentences. A window
    of 0 means ``half_segment`` of gold; one longer than the text is cut to it. A text of one
    sentence scores 0, for it can have no break.

    >>> window_diff([2], [3], length=6, window=2)
    0.5
    """
    from nltk.metrics import windowdiff

    return _slide(windowdiff, gold, predicted, length, window)


def pk(gold: Collection[int], predicted: Collection[int], length: int, window: int = 0) -> float:
    """The share of windows whose ends are parted by one side and not by the other: 0 is best.

    Beeferman, Berger and Lafferty (1999), computed by NLTK; windows and empty cases are those of
    ``window_diff``. It forgives a second break within a window, which WindowDiff does not.

    >>> pk([2], [2, 3], length=6, window=2)
    0.25
    """
    from nltk.metrics import pk

    return _slide(pk, gold, predicted, length, window)


def _slide(
    measure: Any, gold: Collection[int], predicted: Collection[int], length: int, window: int
) -> float:
    if length < 2:
        return 0.0
    window = min(window or half_segment(gold, length), length - 1)
    sides = (
        "".join("01"[gap in set(side)] for gap in all_breaks(length)) for side in (gold, predicted)
    )
    return float(measure(*sides, window))


def boundary_f1(gold: Collection[int], predicted: Collection[int], near: int = 0) -> float:
    """F1 of breaks, one to one; a break at most ``near`` sentences off counts as found.

    Two empty sides score 1, one empty side 0.

    >>> boundary_f1([6, 10], [7, 15])
    0.0
    >>> boundary_f1([6, 10], [7, 15], near=1)
    0.5
    """
    if not gold and not predicted:
        return 1.0
    waiting = sorted(set(predicted))
    total, hits = len(set(gold)) + len(waiting), 0
    for wanted in sorted(set(gold)):
        waiting = [place for place in waiting if place >= wanted - near]
        if waiting and waiting[0] <= wanted + near:
            hits += 1
            del waiting[0]
    return 2 * hits / total
