"""6.b  The second chart: the score of each sentence, one bar each, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from statistics import mean
from typing import Any

from lessons.checks.feedback import Failure, Misconception
from lessons.tasks.t6b_bars import bars_of
from lessons.tasks.t6b_own_text import sentences_at_once, sentences_of, tokens_of

SMOOTH = Misconception(
    "smoothing-shows-the-truth",
    "A smoothed line shows the mood, single sentences are noise",
    "A mean over neighbours draws slow waves through any numbers, even through shuffled ones, and "
    "the sentence that your claim needs is gone.",
    "Draw each sentence as it is; let the reader's eye do the rest.",
)
CLOSE = 0.006  # a learner may have rounded to two decimals
WINDOWS = range(2, 10)


def judge_scores(chart: dict[str, Any], text: str) -> None:
    """Raise Failure unless there is one bar a sentence, in order, as high as VADER's compound."""
    readings = [sentences_of(text), sentences_at_once(text)]
    places = sorted(bar["at"] for bar in chart["bars"] if isinstance(bar["at"], float))
    if any(_alike(places, sorted(compounds(each))) for each in readings):
        raise Failure(
            "The axes are exchanged: scores lie below the bars, and sentences make the height.",
            "ax.bar takes first where a bar stands, then how high it is.",
        )
    at, values = bars_in_order(chart)
    if not any(_alike(values, compounds(each)) for each in readings):
        _explain(values, text, readings)
    if at and [int(place) for place in at] != list(range(1, len(values) + 1)):
        raise Failure(
            f"The first sentence is number {at[0]:g} on the chart, the last {at[-1]:g}.",
            "People count sentences from one: use range(1, len(sentences) + 1).",
        )


def bars_in_order(chart: dict[str, Any]) -> tuple[list[float], list[float]]:
    """Where the bars stand and how high they are; no places where some have names of their own."""
    names = list(dict.fromkeys(bar["at"] for bar in chart["bars"]))
    if names and all(isinstance(name, str) for name in names):
        numbers = [re.findall(r"\d+", name)[:1] for name in names]
        if numbers != [[str(number)] for number in range(1, len(names) + 1)]:
            raise Failure(
                f"The first bar of `scores_chart` is named “{names[0]}”; the task asks for the "
                "numbers of the sentences, from 1.",
                "Give ax.bar the numbers as its first argument: range(1, len(sentences) + 1).",
            )
    bars = bars_of(chart, "scores_chart")
    taken = {bar["at"] for bar in bars}
    bars += [  # a hollow mark in place of a bar is a bar of that height
        {"at": x, "value": y}
        for points in chart["points"]
        for x, y in zip(points["x"], points["y"], strict=True)
        if x not in taken
    ]
    if not all(isinstance(bar["at"], float) for bar in bars):
        return [], [bar["value"] for bar in bars]
    bars = sorted(bars, key=lambda bar: float(bar["at"]))
    return [bar["at"] for bar in bars], [bar["value"] for bar in bars]


@cache
def compounds(sentences: tuple[str, ...], part: str = "compound") -> tuple[float, ...]:
    """VADER's score of each sentence."""
    from nltk.sentiment import SentimentIntensityAnalyzer

    vader = SentimentIntensityAnalyzer()
    return tuple(vader.polarity_scores(sentence)[part] for sentence in sentences)


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(
        abs(a - b) < CLOSE for a, b in zip(one, other, strict=True)
    )


def _smoothed(scores: Sequence[float], width: int) -> list[list[float]]:
    """Running means of a width: centred, trailing, where the window is full, with nothing for 0."""
    count, half = len(scores), width // 2
    return [
        [mean(scores[max(0, at - half) : at + width - half]) for at in range(count)],
        [mean(scores[max(0, at - width + 1) : at + 1]) for at in range(count)],
        [mean(scores[at : at + width]) for at in range(count - width + 1)],
        [sum(scores[max(0, at - half) : at + width - half]) / width for at in range(count)],
    ]


def _explain(values: list[float], text: str, readings: list[tuple[str, ...]]) -> None:
    """Name the slip that gives these bars."""
    from lessons.articles import sample_article
    from lessons.sentiment import label_of

    for sentences in readings:
        scores = compounds(sentences)
        signs = {"positive": 1.0, "neutral": 0.0, "negative": -1.0}
        if any(_alike(values, each) for width in WINDOWS for each in _smoothed(scores, width)):
            raise Failure("The scores are means over neighbours.", misconception=SMOOTH)
        if _alike(sorted(values), sorted(scores)):
            raise Failure(
                "The scores are those of your sentences, but not in the order of the text.",
                "A reader wants to see where in the text the news turns: do not sort.",
            )
        for given, seen, help in (
            (
                [abs(score) for score in scores],
                "The bars have lost their sign.",
                "Bad news must point the other way: no abs().",
            ),
            (
                [signs[label_of(score)] for score in scores],
                "The bars show labels, not scores.",
                "How strong was each? Draw the compound itself.",
            ),
            (
                [score for score in scores if score],
                "The sentences with a score of zero are left out.",
                "A zero says something, too, and every sentence after it has moved.",
            ),
            (
                list(accumulate(scores)),
                "The scores are added up from the first sentence on.",
                "A running sum hides what each sentence brought: draw each by itself.",
            ),
            (
                [100 * score for score in scores],
                "The scores are a hundred times too high.",
                "The compound lies between -1 and 1, and is no percentage.",
            ),
            (
                [good - bad for good, bad in
                 zip(compounds(sentences, "pos"), compounds(sentences, "neg"), strict=True)],
                "The bars show pos less neg, which is not the compound.",
                "polarity_scores gives a dict with four entries; take the one called compound.",
            ),
        ):  # fmt: skip
            if _alike(values, given):
                raise Failure(seen, help)
        if any(_alike(values, compounds(sentences, part)) for part in ("pos", "neg", "neu")):
            raise Failure(
                "The bars show the share of one kind of word, not the compound.",
                "polarity_scores gives a dict with four entries: which one joins good and bad?",
            )
    if _alike(values, compounds(tuple(each.text for each in sample_article().sentences))):
        raise Failure(
            "These are the scores of the course's article.", "Which text did your loop go through?"
        )
    if len(values) == 1:
        raise Failure(
            "There is one bar for the whole text.",
            "One number hides almost everything: score each sentence by itself.",
        )
    lengths = sorted({len(each) for each in readings})
    if sum(values) in lengths and all(value >= 0 and value % 1 == 0 for value in values):
        raise Failure(
            "The bars count how many sentences have a score of a size: that is a histogram.",
            "Where in the text is the lowest? Give each sentence a bar of its own, with ax.bar.",
        )
    if _alike(values, compounds(tuple(text.split("\n\n")))):
        raise Failure("There is one bar a paragraph.", "Which function splits into sentences?")
    if len(values) == len(tokens_of(text)):
        raise Failure("There is one bar a token.", "Which function splits into sentences?")
    if len(values) not in lengths:
        raise Failure(
            f"`scores_chart` has {len(values)} bars, and `my_text` has "
            f"{' or '.join(map(str, lengths))} sentences.",
            "Loop over all of nltk.sent_tokenize(my_text), from the first to the last.",
        )
    scores = compounds(next(each for each in readings if len(each) == len(values)))
    number = next(k for k, pair in enumerate(zip(values, scores, strict=True), 1)
                  if abs(pair[0] - pair[1]) >= CLOSE)  # fmt: skip
    raise Failure(
        f"The bar of sentence {number} is {values[number - 1]:.2f} high, which is not its "
        "compound.",
        "Score that sentence alone, and compare.",
    )
