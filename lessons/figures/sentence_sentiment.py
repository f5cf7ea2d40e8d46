"""What a lexicon says about each sentence, the words that made it say so, and what readers say.

One bar a sentence and no line between them: sentences are no points of a curve. A score of 0 is
drawn as what it is: hollow where there was no evidence, crossed where words cancelled each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from lessons.errors import CourseError
from lessons.figures.chart import Chart, Table, finished
from lessons.figures.style import INK, LOOKS, QUIET, SMALL, in_style, sheet, words_only
from lessons.sentiment import Score, label_of

MOST = 40  # sentences: a taller chart is no longer seen at once
ROOM = 44  # characters beside a bar
NO_WORD = "no word of the lexicon"
CAPTION = (
    "The compound score of each sentence and the words behind it, each with its own weight. A "
    "circle: no evidence. A cross: words that cancel each other. ≠: the readers' label is another. "
    "A score is not a verdict on the people named."
)


def sentence_sentiment(
    scores: Sequence[Score],
    reference: Sequence[str] = (),
    title: str = "Sentiment, sentence by sentence",
    caption: str = CAPTION,
    first: int = 1,
) -> Chart:
    """A bar for each score, with ``reference`` labels ("positive", ...) beside where there are any.

    Sentences are numbered from ``first``.

    >>> from lessons.sentiment import score
    >>> sentence_sentiment([score("A good day."), score("It is noon.")])["alt"][-64:]
    'Sentence 1 +0.44: good +1.9. Sentence 2: no word of the lexicon.'

    Raises:
        CourseError: there are no sentences, more than 40, or another number of labels.
    """
    if not 1 <= len(scores) <= MOST or len(reference) not in (0, len(scores)):
        raise CourseError(
            f"scores of 1 to {MOST} sentences, with a label for each or for none",
            f"{len(scores)} scores and {len(reference)} labels",
            "Give a part of them, like scores[:20].",
        )
    numbers = range(first, first + len(scores))
    with in_style():
        widths = (1.3, 2.6, 4.5) if reference else (2.6, 4.5)
        drawing, panels = sheet(1.5 + 0.34 * len(scores), widths, sharey=True)
        *readers, bars, words = panels
        _draw_bars(bars, numbers, scores)
        _write(words, numbers, [_words(each) for each in scores], "scoring words")
        for panel in readers:
            told = [
                f"{label} {'≠' if label != label_of(each.compound) else ''}"
                for label, each in zip(reference, scores, strict=True)
            ]
            _write(panel, numbers, told, "readers say")
        panels[0].set_yticks(numbers)
        panels[0].set_ylabel("sentence", loc="top")
        panels[0].set_ylim(numbers[-1] + 0.6, first - 0.6)
        drawing.suptitle(title, x=0.01, ha="left", weight="bold", fontsize="large")
        alt = _alt(title, numbers, scores, reference)
        return finished(drawing, caption, alt, [_table(numbers, scores, reference)])


def _draw_bars(axes: Any, numbers: Sequence[int], scores: Sequence[Score]) -> None:
    for name, look, sign in (("positive", LOOKS[0], 1), ("negative", LOOKS[1], -1)):
        own = [(at, each.compound) for at, each in zip(numbers, scores, strict=True)]
        own = [(at, value) for at, value in own if value * sign > 0]
        bars = axes.barh(
            [at for at, _ in own],
            [value for _, value in own],
            0.66,
            color=look.colour,
            hatch=look.hatch,
            label=name,
        )
        axes.bar_label(bars, fmt=signed, padding=4, fontsize=SMALL)
    for evidence, marker, face in (("none", "o", "none"), ("cancelled", "X", INK)):
        places = [at for at, each in zip(numbers, scores, strict=True) if each.evidence == evidence]
        axes.scatter([0] * len(places), places, 75, face, marker=marker, edgecolors=INK, zorder=3)
    axes.axvline(0, color=QUIET, linewidth=0.9)
    axes.set(xlim=(-1.6, 1.8), xticks=(-1, 0, 1), xlabel="compound")
    axes.set_title("the lexicon says", weight="normal", fontsize=SMALL, loc="center")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def _write(axes: Any, numbers: Sequence[int], words: Sequence[str], heading: str) -> None:
    words_only(axes)
    axes.tick_params(length=0)
    axes.set_xlim(0, 1)
    for number, text in zip(numbers, words, strict=True):
        quiet = text == NO_WORD
        axes.text(
            0,
            number,
            text,
            va="center",
            fontsize=SMALL,
            color=QUIET if quiet else INK,
            style="italic" if quiet else "normal",
        )
    axes.set_title(heading, weight="normal", fontsize=SMALL)


def _words(score: Score, room: int = ROOM) -> str:
    """The scoring words, the weightiest first, as many as there is room for."""
    words = sorted(score.words, key=lambda word: -abs(word.valence))
    for kept in range(len(words), 0, -1):
        rest = f" and {len(words) - kept} more" if kept < len(words) else ""
        told = ", ".join(f"{word.text} {signed(word.valence, 1)}" for word in words[:kept]) + rest
        if len(told) <= room:
            return told
    return f"{len(words)} words" if words else NO_WORD


def signed(value: float, places: int = 2) -> str:
    """A number with its sign, and a true minus.

    >>> signed(-0.5)
    '−0.50'
    """
    return f"{value:+.{places}f}".replace("-", "−")


def _result(score: Score) -> str:
    return {"none": "", "cancelled": " 0, cancelled"}.get(
        score.evidence, f" {signed(score.compound)}"
    )


def _alt(
    title: str, numbers: Sequence[int], scores: Sequence[Score], reference: Sequence[str]
) -> str:
    counts = Counter(each.evidence for each in scores)
    signs = Counter(each.compound > 0 for each in scores if each.compound)
    told = [
        f"Sentence {at}{_result(each)}: {_words(each, 200)}"
        + (f"; readers say {reference[at - numbers[0]]}." if reference else ".")
        for at, each in zip(numbers, scores, strict=True)
    ]
    differ = sum(
        label != label_of(each.compound)
        for label, each in zip(reference, scores, strict=bool(reference))
    )
    return " ".join(
        [
            f"Bar chart: {title}.",
            f"{len(scores)} sentences: {signs[True]} above 0, {signs[False]} below, "
            f"{counts['none']} without evidence, {counts['cancelled']} cancelled.",
            *([f"Readers and lexicon differ on {differ}."] if reference else []),
            *told,
        ]
    )


def _table(numbers: Sequence[int], scores: Sequence[Score], reference: Sequence[str]) -> Table:
    columns = ["sentence", "compound", "evidence", "scoring words"]
    rows = [
        [str(at), f"{each.compound:.4f}", each.evidence, _words(each, 10_000)]
        for at, each in zip(numbers, scores, strict=True)
    ]
    if reference:
        columns.append("readers say")
        for row, label in zip(rows, reference, strict=True):
            row.append(label)
    return Table(tuple(columns), tuple(map(tuple, rows)))
