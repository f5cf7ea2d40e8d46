"""Where a text turns to another matter: how alike its blocks are, gap by gap, theme by theme.

A block is a list of stems; sentences are given as blocks, ``stems_of(article)``. A break is the
number of the sentence it stands after, counted from 1 (see ``lessons.breaks``).
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from statistics import mean, pstdev
from typing import TYPE_CHECKING, Any

from lessons.errors import CourseError

if TYPE_CHECKING:
    from lessons.articles import Article

Block = Sequence[str]


def content_stems(words: Iterable[str]) -> list[str]:
    """The stems (Porter 1980) of the words that carry matter: no stop word, number or mark.

    >>> content_stems(["The", "leaders", "are", "meeting", "in", "2025", "."])
    ['leader', 'meet']
    """
    stem, stopwords = _english()
    lowered = (word.lower() for word in words)
    return [stem(word) for word in lowered if word[:1].isalpha() and word not in stopwords]


@cache
def _english() -> tuple[Any, frozenset[str]]:
    from lessons.resources import install

    install()
    from nltk import PorterStemmer
    from nltk.corpus import stopwords

    return cache(PorterStemmer().stem), frozenset(stopwords.words("english"))


def stems_by_paragraph(article: Article) -> list[list[str]]:
    """The content stems of each paragraph."""
    return [
        content_stems(token.text for token in article.tokens_in(part))
        for part in article.paragraphs
    ]


def stems_of(article: Article) -> list[list[str]]:
    """The content stems of each sentence."""
    return [
        content_stems(token.text for token in article.tokens_in(sentence))
        for sentence in article.sentences
    ]


def cosine(first: Block, second: Block) -> float:
    """How alike two blocks are in their stems' counts, 0 to 1; 0 where one has no stem.

    >>> cosine(["summit", "japan"], ["japan", "japan"]) == 2 / (2**0.5 * 2)
    True
    """
    one, other = Counter(first), Counter(second)
    length = math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(one[stem] * other[stem] for stem in one.keys() & other.keys()) / (length or 1)


def similarities(blocks: Sequence[Block]) -> list[list[float]]:
    """Every block's likeness to every other: the numbers of a heat map."""
    return [[cosine(one, other) for other in blocks] for one in blocks]


def cohesion(sentences: Sequence[Block], window: int) -> list[float]:
    """The likeness of the ``window`` sentences before each gap to those after it.

    One number a gap; the first is for the gap after sentence 1. Near the ends blocks are shorter.

    Raises:
        CourseError: the window holds no sentence.

    >>> cohesion([["tax"], ["tax"], ["flood"]], window=1)
    [1.0, 0.0]
    """
    if window < 1:
        raise CourseError(
            "a window of one sentence or more", str(window), "Give window=2 or window=3."
        )
    return [
        cosine(
            _joined(sentences[max(0, gap - window) : gap]), _joined(sentences[gap : gap + window])
        )
        for gap in range(1, len(sentences))
    ]


def _joined(sentences: Iterable[Block]) -> list[str]:
    return list(chain.from_iterable(sentences))


def depth_scores(curve: Sequence[float]) -> list[float]:
    """How deep each gap lies under the peak to its left plus under that to its right.

    Hearst (1997): climb from the gap to either side as long as it does not go down again.

    >>> depth_scores([0.75, 0.25, 0.5])
    [0.0, 0.75, 0.0]
    """
    return [_peak(curve[at::-1]) + _peak(curve[at:]) - 2 * here for at, here in enumerate(curve)]


def _peak(climb: Sequence[float]) -> float:
    """The value before the first step down."""
    return next((here for here, there in pairwise(climb) if there < here), climb[-1])


def valleys(curve: Sequence[float], cutoff: float = 0.5) -> list[int]:
    """Breaks at the gaps that lie deep: deeper than the mean depth less ``cutoff`` deviations.

    Hearst (1997) takes 0.5 or 1. Only a gap between higher ones is a valley, so never the first or
    the last; of level ground the first gap counts.

    >>> valleys([0.9, 0.1, 0.8, 0.7, 0.9])
    [2, 4]
    """
    if not curve:
        return []
    depths = depth_scores(curve)
    least = mean(depths) - cutoff * pstdev(depths)
    return [
        at + 1
        for at, depth in enumerate(depths)
        if depth > max(least, 0)
        and 0 < at < len(curve) - 1
        and curve[at - 1] > curve[at] <= curve[at + 1]
    ]


def permutation_band(
    sentences: Sequence[Block], window: int, rounds: int = 200, seed: int = 0, share: float = 0.9
) -> list[tuple[float, float]]:
    """Where the cohesion of each gap would lie by chance: the middle ``share`` over shuffles.

    The sentences are put into a new order ``rounds`` times, which keeps every word and breaks
    every neighbourhood. A valley inside the band says nothing about topics.
    """
    rng = random.Random(seed)
    curves = [cohesion(rng.sample(sentences, len(sentences)), window) for _ in range(rounds)]
    cut = int(rounds * (1 - share) / 2)
    ordered = (sorted(values) for values in zip(*curves, strict=True))
    return [(values[cut], values[-1 - cut]) for values in ordered]


def text_tiling(article: Article, w: int = 20, k: int = 10) -> list[int]:
    """The breaks of NLTK's TextTiling (Hearst 1997), ``w`` words a step and ``k`` steps a block.

    It breaks at ends of paragraphs only.

    Raises:
        CourseError: the text is too short for these settings, or has no blank line.
    """
    from nltk.tokenize import TextTilingTokenizer

    stopwords = sorted(_english()[1])
    try:
        tiles = TextTilingTokenizer(w=w, k=k, stopwords=stopwords).tokenize(article.text)
    except (ValueError, IndexError) as problem:
        raise CourseError(
            "a text with blank lines between paragraphs, long enough to be cut into blocks",
            f"{len(article.paragraphs)} paragraphs, {len(article.tokens)} tokens ({problem})",
            "Try a smaller w, or join several texts.",
        ) from problem
    ends, at = set(), 0
    for tile in tiles[:-1]:
        at += len(tile)
        ends.add(sum(sentence.end <= at for sentence in article.sentences))
    return sorted(ends - {0, len(article.sentences)})


def dispersion(
    sentences: Sequence[Block], themes: Mapping[str, Iterable[str]]
) -> dict[str, list[int]]:
    """Where each theme's words stand: the numbers of the sentences that hold one, from 1.

    What a segmentation cannot show, a theme that returns, a dispersion plot can.

    >>> dispersion([["tax"], ["flood"], ["tax"]], {"money": ["taxes", "tariff"]})
    {'money': [1, 3]}
    """
    stems = {theme: set(content_stems(words)) for theme, words in themes.items()}
    return {
        theme: [number for number, block in enumerate(sentences, 1) if wanted & set(block)]
        for theme, wanted in stems.items()
    }
