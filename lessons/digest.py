"""Several texts joined into one, whose seams are known: a fair ground for finding topic breaks.

A segmenter's settings are chosen on one digest and its score is told on another; what it scores on
the texts it was tuned on is worth nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from statistics import mean

from lessons.articles import BETWEEN, Article, read_article
from lessons.breaks import all_breaks, boundary_f1, paragraph_breaks, random_breaks, window_diff
from lessons.errors import CourseError
from lessons.topics import cohesion, stems_of, text_tiling, valleys

Settings = tuple[float, ...]
Segmenter = Callable[[Article, Settings], list[int]]

DICE = 200  # throws of the random baseline


@dataclass(frozen=True)
class Digest:
    """Texts one after the other; ``seams`` are the breaks where one ends and the next begins."""

    article: Article
    seams: tuple[int, ...]

    @property
    def length(self) -> int:
        """How many sentences it has."""
        return len(self.article.sentences)


def join(texts: Iterable[str]) -> Digest:
    """The texts as one digest, in their order.

    Raises:
        CourseError: the joined text has other sentences than its parts, so its seams are not known.

    >>> join(["One. Two.", "Three."]).seams
    (2,)
    """
    articles = [read_article(text) for text in texts]
    ends = list(accumulate(len(article.sentences) for article in articles))
    whole = read_article(BETWEEN.join(each.text for each in articles))
    if ends and len(whole.sentences) != ends[-1]:
        raise CourseError(
            f"{ends[-1]} sentences in the joined text",
            str(len(whole.sentences)),
            "Leave out the text whose lines look like a page's furniture beside the others.",
        )
    return Digest(whole, tuple(ends[:-1]))


def by_tiling(article: Article, settings: Settings) -> list[int]:
    """TextTiling's breaks with (w, k); none where the text is too short for them."""
    w, k = settings
    try:
        return text_tiling(article, w=int(w), k=int(k))
    except CourseError:
        return []


def by_curve(article: Article, settings: Settings) -> list[int]:
    """The valleys of the cohesion curve with (window, cutoff); see ``lessons.topics``."""
    window, cutoff = settings
    return valleys(cohesion(stems_of(article), int(window)), cutoff)


def scores(digest: Digest, found: Sequence[int]) -> dict[str, float]:
    """What breaks are worth against the seams: WindowDiff (0 is best) and two F1 (1 is best)."""
    return {
        "WindowDiff": window_diff(digest.seams, found, digest.length),
        "F1": boundary_f1(digest.seams, found),
        "F1 near 1": boundary_f1(digest.seams, found, near=1),
    }


def baselines(digest: Digest) -> dict[str, dict[str, float]]:
    """The scores of no break, every sentence, every paragraph, and dice (the mean of 200)."""
    thrown = [
        scores(digest, random_breaks(digest.length, len(digest.seams), seed))
        for seed in range(DICE)
    ]
    return {
        "none": scores(digest, []),
        "all": scores(digest, all_breaks(digest.length)),
        "paragraphs": scores(digest, paragraph_breaks(digest.article)),
        "random": {name: mean(each[name] for each in thrown) for name in thrown[0]},
    }


@dataclass(frozen=True)
class Way:
    """A segmenter, the settings one would begin with, and those to choose from."""

    find: Segmenter
    usual: Settings
    grid: tuple[Settings, ...]

    def tuned(self, digest: Digest) -> Settings:
        """The settings with the lowest WindowDiff on a digest; the first of equals."""
        return min(
            self.grid,
            key=lambda each: scores(digest, self.find(digest.article, each))["WindowDiff"],
        )


WAYS = {
    "TextTiling": Way(by_tiling, (20, 10), tuple(product((5, 10, 15, 20, 25), (2, 4, 6, 8, 10)))),
    "cohesion curve": Way(
        by_curve, (4, 0.0), tuple(product((2, 3, 4, 5, 6, 8), (-1.0, -0.5, 0.0, 0.5, 1.0)))
    ),
}
