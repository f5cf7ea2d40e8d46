"""3.d  Score each sentence, say what each zero is, and draw a bar for each."""

from __future__ import annotations

from lessons.checks.calls import NUMBERS, PRINTS, code, expect, returns, short
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EARLY, EATEN, GLOBALS, leaves_alone
from lessons.tasks.t3c_zeros import ZERO
from lessons.tasks.t3d_beliefs import ONE, PERCENT, SMOOTH
from lessons.tasks.t3d_chart import judge_bars
from lessons.tasks.t3d_slips import SLIPS
from lessons.tasks.t3d_texts import scored

PAIRS = "a list of (compound, evidence)"
EVIDENCE = ("some", "none", "cancelled")
EXAMPLE = ["It is not a good deal.", "The talks open at noon.", "He criticised improving ties."]
LONG = (
    "The clerks of the harbour sat at their desks from six in the morning until nine at night, "
    "read every page of the paper that lay before them, and agreed."
)
OTHERS = (
    ["A GOOD deal, at last!", "A calm day.", "Talks.", "Talks.", "They reached a bad deal."],
    [
        "The crime shocked us.",
        "A very good start",
        "They share the risk.",
        'The deal isn\'t "all that" good.',
    ],
    [LONG],
    ["They agreed to share, and failed.", "He criticised, never improving ties."],
)
DRAWN: list[tuple[float, str]] = [
    (0.86, "some"), (0.0, "none"), (-0.34, "some"), (0.0, "cancelled"), (0.49, "some"),
]  # fmt: skip
CHART = "the chart that figure(...) gives"

TASK = Task(
    id="3.d",
    kind="code",
    title="Score each sentence, and draw the bars",
    points=5,
    prompt="Write two functions. `score_sentences(sentences)` scores each sentence with VADER, and "
    "returns a list of pairs `(compound, evidence)`, where "
    "`evidence` is `'some'`, `'none'` (no word scored) or `'cancelled'` (words scored, and the "
    "compound is exactly `0`). `draw(scored)` takes such a list and **returns** `figure(...)` of a "
    "bar chart: one bar a sentence, numbered from `1`, as high as its compound; with title, both "
    "axes labelled, and caption. *Stretch:* a hollow mark for no evidence, a cross for cancelled.",
    starter="# task 3.d\nimport matplotlib.pyplot as plt\n\ndef score_sentences(sentences):\n"
    '    # for ["It is not a good deal.", "The talks open at noon.", "He criticised improving '
    "ties.\"]\n    # return [(-0.3412, 'some'), (0.0, 'none'), (0.0, 'cancelled')]\n"
    "    ...\n\ndef draw(scored):\n    ...\n",
    promised=(
        "sentences with negations, capitals and marks",
        "sentences that score nothing, and sentences whose words cancel",
        "the bars of a chart of other scores",
    ),
    misconceptions=(ZERO, PERCENT, SMOOTH, ONE, EARLY, GLOBALS, EATEN, PRINTS),
)


@TASK.check()
def it_returns_pairs(submission: Submission) -> None:
    """A list of pairs, one a sentence."""
    submission.attempted("3.d")
    got = returns(submission, "score_sentences", (EXAMPLE,), (list, tuple, float), PAIRS)
    if isinstance(got, float):
        raise Failure(f"It returned one number, {got:.4g}, for all sentences.", misconception=ONE)
    if isinstance(got, (list, tuple)) and [*map(type, got)] == [float, str]:
        raise Failure(
            "It returned one pair, not a list of pairs.",
            "Does the return stand inside the loop, or did VADER get all sentences at once?",
        )
    for item in got if isinstance(got, (list, tuple)) else ():
        if not isinstance(item, (list, tuple)) or len(item) != 2:
            raise Failure(
                f"It should return {PAIRS}; one item is {item!r}"[:200],
                "Append the number and the word together, in one pair of parentheses.",
            )
        _is_number_and_word(*item)


def _is_number_and_word(compound: object, evidence: object) -> None:
    if compound in EVIDENCE and type(evidence) in NUMBERS:
        raise Failure("The two parts of each pair have changed places.", "The number comes first.")
    if type(compound) not in NUMBERS:
        raise Failure(
            f"The first of each pair is a number; saw {code(short(compound))}.",
            "VADER's dict has four entries. One of them is asked for, as it is: a chart needs the "
            "number, no label and no text.",
        )
    if evidence not in EVIDENCE:
        raise Failure(
            f"The second of each pair is one of {', '.join(map(repr, EVIDENCE))}; saw "
            f"{code(short(evidence))}.",
            "It says what the number stands on, in one of these three words, spelt so.",
        )


@TASK.check(after="it_returns_pairs")
def the_examples_come_out(submission: Submission) -> None:
    """The example of the prompt, others that tell one slip from another."""
    cases = [((each,), scored(each)) for each in (EXAMPLE, *OTHERS)]
    expect(submission, "score_sentences", cases, SLIPS)
    leaves_alone(submission, "score_sentences", EXAMPLE)


@TASK.check()
def draw_gives_the_bars(submission: Submission) -> None:
    """What figure(...) gives comes back: one bar for each of five scores, nothing joined."""
    submission.attempted("3.d")
    chart = returns(submission, "draw", (DRAWN,), (dict,), CHART)
    if not isinstance(chart, dict) or "bars" not in chart:
        raise Failure(f"`draw` should return {CHART}.", "End it with return figure(ax, ...).")
    judge_bars(chart, [compound for compound, _ in DRAWN])
