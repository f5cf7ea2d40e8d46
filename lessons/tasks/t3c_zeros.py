"""3.c  From a number to a label: the thresholds, and two kinds of zero."""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

ZERO = Misconception(
    "zero-means-no-emotion",
    "A score of 0 means that there is no emotion",
    "Of the article's six zeros, two hold words that cancel each other, and four hold no word of "
    "the list: the machine saw nothing, whatever a reader sees.",
    "Ask of every 0: did any word score? Then the words cancel. Did none? Then nothing is known.",
)
LABELS = ("positive", "neutral", "negative", "cancelled", "no evidence")
SHOWN = (5, 13, 18, 1)  # sentences of the article: a zero of each kind, and two close calls


def honest_label(text: str) -> str:
    """The label of a sentence, or what its zero is."""
    from lessons.sentiment import label_of, score

    found = score(text)
    named = {"none": "no evidence", "cancelled": "cancelled"}
    return named.get(found.evidence) or label_of(found.compound)


def _labelled(answer: object) -> str:
    from lessons.articles import sample_article
    from lessons.sentiment import label_of, score

    said = answer if isinstance(answer, dict) else {}
    rows = []
    for number in SHOWN:
        text = sample_article().sentences[number - 1].text
        found = score(text)
        words = ", ".join(f"*{word.text}* {word.valence:+.1f}" for word in found.words) or "none"
        rows.append(
            f"| {number} | {found.compound:+.4f} | {words} | {said.get(f's{number}')} | "
            f"{honest_label(text)} | {label_of(found.compound, 0.5)} |"
        )
    table = "\n".join(rows)
    return (
        "| sentence | compound | words | you said | at ±0.05 | the label alone, at ±0.5 |\n"
        f"|---|---|---|---|---|---|\n{table}\n\n"
        "At ±0.5, which some tutorials print, all four are called neutral, and four different "
        "stories become one."
    )


PRACTICE = Task(
    id="3.c practice",
    kind="practice",
    title="Four sentences of the article",
    prompt="**Practice.** Label these with the thresholds of VADER's author: positive from "
    "`0.05` up, negative from `-0.05` down, neutral between. But call a zero what it is: "
    "**cancelled** when words scored, **no evidence** when none did.",
    form=Fields(
        {
            "s5": Choice("0.0, from criticised -1.8 and improving +1.8", LABELS),
            "s13": Choice("-0.1027, from cautious -0.4", LABELS),
            "s18": Choice("+0.1027, from defence +0.4", LABELS),
            "s1": Choice("0.0, and no word scored", LABELS),
        }
    ),
    reveal=_labelled,
)
TASK = Task(
    id="3.c",
    kind="skill",
    title="Thresholds, and two kinds of zero",
    points=2,
    prompt="Six scores, and the words behind them. Give each its label: positive from `0.05` up, "
    "negative from `-0.05` down, neutral between; but a zero is **cancelled** when words scored, "
    "and **no evidence** when none did.",
    form=Fields(
        {
            "A": Choice("A: +0.0516, from apology +0.2", LABELS),
            "B": Choice("B: -0.05, from one mild word", LABELS),
            "C": Choice("C: -0.0258, from hope +0.95 and poor -1.05 (halved before a but)", LABELS),
            "D": Choice("D: 0.0, from reached +0.4 and pay -0.4", LABELS),
            "E": Choice("E: 0.0, and no word scored", LABELS),
            "F": Choice("F: +0.34, from security +1.4", LABELS),
        }
    ),
    promised=("scores at and near the thresholds", "the two kinds of zero"),
    misconceptions=(ZERO,),
)


@TASK.check()
def each_score_has_a_label(submission: Submission) -> None:
    """Six pickers, each with one of the five."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("3.c")):
        raise Failure(problem, "Choose a label for each of the six, and keep your answer.")
