"""What a chart of scores must show, read from the plain data that ``figure`` gives."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from lessons.checks.feedback import Failure, Misconception
from lessons.tasks.t0c_ready import GLOBALS
from lessons.tasks.t3d_beliefs import ONE, PERCENT, SMOOTH

NEAR = 1e-6
Places = dict[float, float]  # of bars, with their heights
Heights = Sequence[float]


def judge_bars(chart: dict[str, Any], scores: Sequence[float]) -> None:
    """Raise Failure unless the chart has one bar a sentence, numbered from 1, from 0 to its score.

    Bars may stand or lie, in one series or several; a score of 0 may be a bar or a mark.
    """
    expected: Places = dict(enumerate(map(float, scores), 1))
    _nothing_joins_them(chart)
    if not chart["bars"]:
        raise Failure("There are no bars on the chart.", "ax.bar takes places and heights.")
    if any(bar["base"] for bar in chart["bars"]):
        raise Failure(
            "Some bars do not begin at 0.",
            "A bar that begins elsewhere shows another length than its score.",
        )
    heights = _heights(chart)
    _stand_at_sentences(heights, expected)
    if (
        max(Counter(_place(bar["at"]) for bar in chart["bars"] if bar["value"]).values(), default=0)
        > 1
    ):
        raise Failure(
            "Two bars stand at one sentence.",
            "Is ax.bar called twice, or are the axes older than the call, and show what was drawn "
            "before?",
        )
    if not _told(heights, scores):
        _say_what_they_are(heights, scores)
    if {at for at, score in expected.items() if not score} - set(heights) - _marked(chart):
        raise Failure(
            "A sentence with a score of 0 is missing from the chart.",
            "Left out, it looks as if there were no such sentence. Keep its place.",
        )
    _all_is_seen(chart)
    _axes_say_what_they_are(chart)


def _all_is_seen(chart: dict[str, Any]) -> None:
    """Raise Failure if an axis is too short for a bar, or shows it upside down."""
    if not all(bar["seen"] for bar in chart["bars"]):
        raise Failure(
            "An axis ends before a bar does.",
            "A reader sees what lies inside its limits. Between which numbers lies any compound?",
        )
    if any(bar["turned"] for bar in chart["bars"]):
        raise Failure(
            "The axis of the scores runs the other way, so that good words hang down.",
            "Above 0 is up: which call turns the axis? In a chart of lying bars, the other may be.",
        )


def _nothing_joins_them(chart: dict[str, Any]) -> None:
    """Marks, and straight lines from side to side, join no sentences."""
    for line in chart["lines"]:
        if line["joined"] and len(set(line["x"])) > 1 and len(set(line["y"])) > 1:
            raise Failure(
                "A line joins the bars, and so has heights that no sentence has."
                if chart["bars"]
                else "A line takes the place of the bars.",
                misconception=SMOOTH,
            )


def _stand_at_sentences(heights: Places, expected: Places) -> None:
    """Raise Failure if a bar stands where there is no sentence."""
    strange = [at for at in heights if at not in expected]
    if not strange:
        return
    if any(isinstance(at, str) for at in strange):
        raise Failure(
            "Bars stand at words, not at the numbers of sentences.",  # it may be hidden, which ones
            "One bar for each sentence, whatever its evidence; its number says where.",
        )
    if set(heights) == {at - 1 for at in expected} and len(expected) > 1:
        raise Failure(
            "The bars are numbered from 0, and the sentences from 1.",
            "The reader looks for sentence 1: at which place should its bar stand?",
        )
    if set(heights) <= set(expected.values()):
        raise Failure(
            "The bars stand at the scores: places and heights have changed places.",
            "ax.bar takes the places first, then the heights.",
        )
    if set(expected) <= set(heights):
        raise Failure(
            "The chart has bars for more sentences than `draw` was given.",
            "Which list does it read, and on which axes does it draw? Both have to be its own.",
            GLOBALS,
        )
    raise Failure(
        "Some bars stand where there is no sentence.",
        "Sentence 1 has its bar at 1, the next at 2, and so on to the last.",
    )


def means(scores: Heights, width: int) -> list[float]:
    """Each score averaged with up to ``width`` neighbours on either side."""
    near = [scores[max(0, at - width) : at + width + 1] for at in range(len(scores))]
    return [sum(each) / len(each) for each in near]


Model = Callable[[Heights], Heights]
SLIPS: tuple[tuple[str, Model, str, Misconception | None], ...] = (
    ("Every bar points up, also those of scores below 0.", lambda scores: [*map(abs, scores)],
     "The sign is half of what a score says. Where does your code lose it?", None),
    ("Scores below 0 have no bar.", lambda scores: [max(each, 0) for each in scores],
     "A bar that hangs below the line says as much as one that stands on it.", None),
    ("Every bar points the wrong way.", lambda scores: [-each for each in scores],
     "Below 0 is down. Which line changes the sign?", None),
    ("The bars are a hundred times the scores.", lambda scores: [100 * each for each in scores],
     "", PERCENT),
    ("The bars are scaled until the longest is 1.",
     lambda scores: [each / max(map(abs, scores)) for each in scores],
     "Then charts of two texts look alike. Draw each score as it is.", None),
    ("The bars are 1 too high.", lambda scores: [each + 1 for each in scores],
     "A score of 0 lies on the line, and one below 0 hangs from it.", None),
    *(("The scores were rounded before they were drawn.",
       lambda scores, places=places: [round(each, places) for each in scores],
       "The axis has room for every score as it is.", None) for places in (0, 1, 2)),
    *(("The bars average each sentence with its neighbours.",
       lambda scores, width=width: means(scores, width), "", SMOOTH) for width in (1, 2, 3)),
    ("The bars say up or down, and not how much.",
     lambda scores: [(each > 0) - (each < 0) for each in scores],
     "A bar is as high as its compound.", None),
    ("The bars say whether a sentence has a score, and not which.",
     lambda scores: [bool(each) for each in scores],
     "The first of each pair is the height; the second may choose a colour or a mark.", None),
    ("Each bar adds up all scores before it.", lambda scores: [*accumulate(scores)],
     "Each sentence has a number of its own.", None),
    ("Each bar is as high as its place.", lambda scores: [*range(1, len(scores) + 1)],
     "ax.bar takes two lists: the places, and the heights.", None),
    ("All bars are as high as the mean.", lambda scores: [sum(scores) / len(scores)] * len(scores),
     "", ONE),
    ("The chart has one bar, the mean.", lambda scores: [sum(scores) / len(scores)], "", ONE),
    ("Sentences with a score of 0 were left out, and those behind them moved up.",
     lambda scores: [*filter(None, scores)],
     "Left out, it looks as if there were no such sentence. Keep its place.", None),
    ("The last sentence has no bar.", lambda scores: scores[:-1],
     "Where does your range, or your slice, end?", None),
    ("The first sentence has no bar, and the others moved up.", lambda scores: scores[1:],
     "Lists count from 0, sentences from 1.", None),
)  # fmt: skip


def _say_what_they_are(heights: Places, scores: Heights) -> None:
    """Raise the Failure that explains the heights of bars that are not the scores."""
    for seen, model, help, belief in SLIPS:
        if _told(heights, model(scores)):
            raise Failure(seen, help, belief)
    if len(heights) > len(set(heights.values())) == 1:
        raise Failure(
            "All bars are the same height.", "Which list of heights does your call of bar get?"
        )
    if {at for at, score in enumerate(scores, 1) if score} - set(heights):
        raise Failure(
            "The chart has no bars for some of the scores that `draw` was given.",
            "How many bars does it draw for a list of another length?",
        )
    if sorted(filter(None, heights.values())) == sorted(filter(None, scores)):
        raise Failure(
            "The bars have the right heights, at other sentences.",
            "Leave the sentences in the order of the text.",
        )
    raise Failure(
        "The bars are not the scores that `draw` was given.",
        "Draw the first number of each pair as it is: nothing averaged, cut or counted.",
    )


def _told(heights: Places, wanted: Heights) -> bool:
    """Whether the bars are so high; where nothing is wanted there may be none."""
    there = dict(enumerate(wanted, 1))
    return set(heights) <= set(there) and all(
        abs(heights.get(at, 0) - value) < NEAR for at, value in there.items()
    )


def _axes_say_what_they_are(chart: dict[str, Any]) -> None:
    """Raise Failure if the words of the axes are plainly each other's."""
    across = any(bar["across"] for bar in chart["bars"])
    numbers, values = (chart["xlabel"], chart["ylabel"])[:: -1 if across else 1]
    if _speaks(numbers, "compound|score", "sentence") and _speaks(
        values, "sentence", "compound|score"
    ):
        raise Failure(
            "The labels of the two axes have changed places.",
            "Where do the sentences' numbers stand, and where are the heights read?"
            + (" With barh, the bars lie." if across else ""),
        )


def _speaks(label: str, of: str, not_of: str) -> bool:
    said = label.lower()
    return bool(re.search(of, said)) and not re.search(not_of, said)


def _heights(chart: dict[str, Any]) -> Places:
    """Place to height; series at one place are added, for their bars begin at 0."""
    heights: Places = defaultdict(float)
    for bar in chart["bars"]:
        heights[_place(bar["at"])] += bar["value"]
    return dict(heights)


def _place(at: Any) -> Any:
    """A bar's place, or the number in its name: 3 for "S3"."""
    found = re.search(r"\d+", at) if isinstance(at, str) else None
    return float(found[0]) if found else at


def _marked(chart: dict[str, Any]) -> set[float]:
    """Sentences with a mark of their own, as a hollow circle at 0."""
    return {
        at
        for each in (*chart["points"], *chart["lines"])
        for x, y in zip(each["x"], each["y"], strict=True)
        for at in (x, y)
        if isinstance(at, (int, float)) and at
    }
