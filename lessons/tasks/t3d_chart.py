"""What a chart of scores must show, read from the plain data that ``figure`` gives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from lessons.checks.feedback import Failure
from lessons.tasks.t3d_beliefs import PERCENT, SMOOTH

NEAR = 1e-6


def judge_bars(chart: dict[str, Any], scores: Sequence[float]) -> None:
    """Raise Failure unless the chart has one bar a sentence, numbered from 1, from 0 to its score.

    Bars may stand or lie, in one series or several; a score of 0 may be a bar or a mark.
    """
    heights = _heights(chart)
    _nothing_joins_them(chart, scores)
    if not heights:
        raise Failure("There are no bars on the chart.", "ax.bar takes places and heights.")
    if any(bar["base"] for bar in chart["bars"]):
        raise Failure(
            "Some bars do not begin at 0.",
            "A bar that begins elsewhere shows another length than its score.",
        )
    expected = dict(enumerate(map(float, scores), 1))
    found = {at: height for at, height in heights.items() if at in expected}
    zeros = [at for at, score in expected.items() if not score]
    if set(heights) == {at - 1 for at in expected} and len(expected) > 1:
        raise Failure(
            "The bars are numbered from 0, and the sentences from 1.",
            "The reader looks for sentence 1: at which place should its bar stand?",
        )
    if len(heights) != len(found):
        raise Failure(
            "Some bars stand where there is no sentence.",
            "Sentence 1 has its bar at 1, the next at 2, and so on to the last.",
        )
    if set(expected) - set(found) - set(zeros):
        raise Failure(
            "The chart has no bars for some of the scores that `draw` was given.",
            "How many bars does it draw for a list of another length?",
        )
    if set(zeros) - set(found) - _marked(chart):
        raise Failure(
            "A sentence with a score of 0 is missing from the chart.",
            "Left out, it looks as if there were no such sentence. Keep its place.",
        )
    expected = {at: score for at, score in expected.items() if score or at in found}
    _heights_are_scores(found, expected)


def _nothing_joins_them(chart: dict[str, Any], scores: Sequence[float]) -> None:
    for line in chart["lines"]:
        joins = [
            (at, value)
            for at, value in zip(line["x"], line["y"], strict=True)
            if not (_number(value) and abs(value) < NEAR)
            and (line["joined"] or not _is_tip(at, value, scores))
        ]
        if not chart["bars"]:
            raise Failure("A line takes the place of the bars.", misconception=SMOOTH)
        if len(joins) > 1:
            raise Failure(
                "A line joins the bars, and so has heights that no sentence has.",
                misconception=SMOOTH,
            )


def _heights_are_scores(found: dict[float, float], expected: dict[int, float]) -> None:
    def told(change: Any) -> bool:
        return all(abs(found.get(at, 9) - change(score)) < NEAR for at, score in expected.items())

    if told(lambda score: score):
        return
    if told(abs):
        raise Failure(
            "Every bar points up, also those of scores below 0.",
            "The sign is half of what a score says. Where does your code lose it?",
        )
    if told(lambda score: 100 * score):
        raise Failure("The bars are a hundred times the scores.", misconception=PERCENT)
    if len(set(found.values())) == 1 and len(set(expected.values())) > 1:
        raise Failure(
            "All bars are the same height.", "Which list of heights does your call of bar get?"
        )
    if sorted(found.values()) == sorted(expected.values()):
        raise Failure(
            "The bars have the right heights, at other sentences.",
            "Leave the sentences in the order of the text.",
        )
    raise Failure(
        "The bars are not the scores that `draw` was given.",
        "Draw the first number of each pair as it is: nothing averaged, cut or counted.",
    )


def _heights(chart: dict[str, Any]) -> dict[float, float]:
    """Place to height; series at one place are added, for their bars begin at 0."""
    heights: dict[float, float] = defaultdict(float)
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
        if _number(at) and at
    }


def _is_tip(at: Any, value: Any, scores: Sequence[float]) -> bool:
    """Whether a point sits on the end of a sentence's bar, standing or lying."""
    return any(
        _number(one) and _number(other) and abs(one - place) < NEAR and abs(other - score) < NEAR
        for place, score in enumerate(scores, 1)
        for one, other in ((at, value), (value, at))
    )


def _number(value: Any) -> bool:
    return isinstance(value, (int, float))
