"""Hidden checks of notebook 06: the two figures, as they are after everything was run anew.

The visible checks look at the same and say what is wrong; these carry the points, so that a chart
counts only if the notebook, run from its first cell, draws it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lessons.checks.feedback import Failure
from lessons.checks.hidden import task
from lessons.checks.submission import Submission
from lessons.tasks.t6b_charts import caption_problem, chart
from lessons.tasks.t6b_counts import judge_counts
from lessons.tasks.t6b_own_text import must_be_own, own_text
from lessons.tasks.t6b_scores import judge_scores

CAPTIONS = "captions that say what to see"


def _own(submission: Submission) -> None:
    try:
        must_be_own(own_text(submission))
    except Failure as failure:
        raise Failure("A chart of a text of the course earns nothing.", failure.help) from None


def _match(submission: Submission, name: str, judge: Callable[[dict[str, Any], str], None]) -> None:
    _own(submission)
    try:
        judge(chart(submission, name), own_text(submission))
    except Failure as failure:
        why = f"`{name}` is not of this text as asked."
        raise Failure(why, failure.help, outcome=failure.outcome) from None


@task(
    "6.b",
    points=1,
    looks_at="counts that are those of your text",
    after="the_counts_are_those_of_the_text",
)
def test_the_counts_are_right_when_all_is_run_anew(submission: Submission) -> None:
    _match(submission, "counts_chart", judge_counts)


@task(
    "6.b",
    points=1,
    looks_at="scores that are those of your sentences",
    after="the_scores_are_those_of_the_sentences",
)
def test_the_scores_are_right_when_all_is_run_anew(submission: Submission) -> None:
    _match(submission, "scores_chart", judge_scores)


def _said(submission: Submission, name: str) -> None:
    _own(submission)
    if caption_problem(chart(submission, name)):
        raise Failure(f"`{name}` does not say what to see.", "Read its caption aloud.")


@task("6.b", points=1, looks_at=CAPTIONS, after="both_charts_are_there")
def test_the_caption_of_the_counts_says_what_to_see(submission: Submission) -> None:
    _said(submission, "counts_chart")


@task("6.b", points=1, looks_at=CAPTIONS, after="both_charts_are_there")
def test_the_caption_of_the_scores_says_what_to_see(submission: Submission) -> None:
    _said(submission, "scores_chart")
