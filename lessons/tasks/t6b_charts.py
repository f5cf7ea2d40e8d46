"""6.b  Two charts of the learner's own text, each with a caption that says what to see."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t6b_counts import INSIDE, judge_counts
from lessons.tasks.t6b_own_text import must_be_own, own_text
from lessons.tasks.t6b_scores import SMOOTH, judge_scores

SPEAKS = Misconception(
    "chart-speaks-for-itself",
    "A chart speaks for itself",
    "Two readers see two things in the same bars, and who cannot see them gets nothing. The "
    "caption is where you say what you want to be held to.",
    "Cover the picture: would a friend on the phone know from your caption what it shows?",
)
Judge = Callable[[dict[str, Any], str], None]
CHARTS = ("counts_chart", "scores_chart")
WORDS = 5  # of a caption, at least
NUMBER = re.compile(
    r"\d|\b(zero|none|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|dozen|hundred|once|twice|"
    r"first|second|third|fourth|fifth|last|quarter)\b",
    re.IGNORECASE,
)

TASK = Task(
    id="6.b",
    kind="code",
    title="Two figures",
    points=4,
    prompt="Draw two charts of `my_text`, once it is a text of your own: each in a figure of its "
    "own and made with `figure(...)`, so that it has a text alternative.\n\n"
    "- `counts_chart`: a bar for each of at least `5` words or names that you choose because they "
    "tell this text from others (no stop words, no marks). A bar's height is how often the word "
    "occurs among the tokens of `my_text`; a name of several words counts wherever they stand in a "
    "row, and a word counts inside a longer name too.\n"
    "- `scores_chart`: a bar for each sentence of `my_text`, in order, counted from `1`, as high "
    "as VADER's compound. Nothing smoothed, sorted or left out.\n\n"
    "Each caption tells a reader what to see, in a sentence that holds a number or names one of "
    "the bars. `display(counts_chart, scores_chart)` shows both. The text has `5` sentences or "
    "more.",
    starter="# task 6.b\ncounts_chart = ...\nscores_chart = ...\n",
    promised=(
        "counts that are those of your text",
        "scores that are those of your sentences",
        "captions that say what to see",
    ),
    misconceptions=(INSIDE, SMOOTH, SPEAKS),
)


def chart(submission: Submission, name: str) -> dict[str, Any]:
    """The data of one of the two charts, once ``both_charts_are_there`` has passed."""
    return cast(dict[str, Any], submission[name])


def caption_problem(data: dict[str, Any]) -> str:
    """What a caption lacks, or ""."""
    caption = " ".join(data["caption"].split())
    if caption.casefold() == " ".join(data["title"].split()).casefold():
        return "repeats the title"
    if len(caption.split()) < WORDS:
        return f"is {len(caption.split())} of at least {WORDS} words long"
    names = [str(bar["at"]) for bar in data["bars"] if isinstance(bar["at"], str)]
    if NUMBER.search(caption) or any(name.casefold() in caption.casefold() for name in names):
        return ""
    return "holds no number, and names none of the bars"


def _judge(submission: Submission, name: str, judge: Judge, other: Judge) -> None:
    """Judge a chart as what its name says; say so when it is what the other name says."""
    data, text = chart(submission, name), own_text(submission)
    if not (problem := _problem(judge, data, text)):
        return
    if _problem(other, data, text):
        raise problem
    raise Failure(
        f"`{name}` is the chart that the other name should have.",
        "Which of the two figures was made last, and which name does it go to?",
    )


def _problem(judge: Judge, data: dict[str, Any], text: str) -> Failure | None:
    try:
        judge(data, text)
    except Failure as failure:
        return failure
    return None


@TASK.check()
def both_charts_are_there(submission: Submission) -> None:
    """Two variables, each a chart that figure made, of a text that charts can show."""
    submission.attempted("6.b")
    for name in CHARTS:
        try:
            found = submission[name]
        except Failure as failure:
            if "plain data" not in failure.rationale:
                raise
            found = None  # axes, a figure of matplotlib's, a bar
        if not isinstance(found, dict) or not {"bars", "points", "alt", "caption"} <= set(found):
            raise Failure(
                f"`{name}` is no chart that figure made.",
                f"End with `{name} = figure(ax, caption=...)`; what plt, ax or display returns is "
                "something else, and has no text alternative.",
            )
    own_text(submission)


@TASK.check(after="both_charts_are_there")
def the_counts_are_those_of_the_text(submission: Submission) -> None:
    """Words with bars as high as they occur often."""
    _judge(submission, "counts_chart", judge_counts, other=judge_scores)


@TASK.check(after="both_charts_are_there")
def the_scores_are_those_of_the_sentences(submission: Submission) -> None:
    """One bar a sentence."""
    _judge(submission, "scores_chart", judge_scores, other=judge_counts)


@TASK.check(after="both_charts_are_there")
def the_captions_say_what_to_see(submission: Submission) -> None:
    """A sentence that can be right or wrong."""
    for name in CHARTS:
        if problem := caption_problem(chart(submission, name)):
            raise Failure(f"The caption of `{name}` {problem}.", misconception=SPEAKS)


@TASK.check(after="both_charts_are_there")
def the_text_is_your_own(submission: Submission) -> None:
    """No text that came with the course."""
    must_be_own(own_text(submission))
