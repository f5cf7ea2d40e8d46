"""2.e  Score predicted spans, and sort the mistakes by kind."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.checks.calls import PRINTS, returns, short
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.spans import LabelledSpan
from lessons.tasks.t2a_beliefs import HALF
from lessons.tasks.t2c_by_hand import MEAN, OVER
from lessons.tasks.t2e_gap import TOUCHING
from lessons.tasks.t2e_slips import KINDS, LABELS_ASIDE, SCORES, SLIPS, Spans, report

REMINDERS = {
    "precision": "Precision divides the right spans by all that were predicted.",
    "recall": "Recall divides the right spans by all that the gold has.",
    "f1": "F1 is twice the product of precision and recall, over their sum.",
    "boundary": "Boundary: not right, other borders than any gold span, and a token in common "
    "with one or more of them.",
    "label": "Label: the same start and end as a gold span, and another label.",
    "missed": "Missed: a gold span that shares no token with any predicted one.",
    "invented": "Invented: a predicted span that shares no token with any gold one.",
}
NOTHING = (
    "A score is 0.0 where there is nothing to divide by; every span still counts as a mistake."
)
NEAR = 0.006  # scores rounded to two digits are welcome
EXAMPLE: tuple[list[LabelledSpan], list[LabelledSpan]] = (
    [(0, 2, "NORP"), (3, 6, "PERSON"), (9, 10, "GPE"), (12, 13, "GPE")],
    [(0, 6, "PERSON"), (9, 10, "GPE"), (12, 13, "PERSON"), (15, 16, "GPE"), (17, 18, "GPE")],
)
OTHERS: tuple[tuple[list[LabelledSpan], list[LabelledSpan]], ...] = (
    ([(0, 1, "GPE"), (2, 4, "PERSON"), (6, 9, "GPE"), (20, 22, "GPE"), (24, 25, "NORP")],
     [(0, 1, "GPE"), (2, 4, "PERSON"), (8, 11, "GPE")]),
    ([(0, 2, "PERSON")], [(2, 4, "PERSON"), (0, 2, "PERSON")]),
    ([(0, 2, "GPE"), (3, 5, "GPE")], [(1, 4, "GPE")]),
    ([(0, 3, "GPE"), (5, 6, "NORP")], [(0, 2, "PERSON"), (5, 6, "NORP")]),
    ([(1, 6, "GPE"), (11, 12, "NORP"), (18, 20, "GPE"), (21, 24, "GPE")],
     [(2, 4, "GPE"), (10, 14, "NORP"), (16, 18, "GPE"), (22, 23, "GPE")]),
)  # fmt: skip
EMPTY: tuple[tuple[list[LabelledSpan], list[LabelledSpan]], ...] = (
    ([(0, 2, "PERSON")], []),
    ([], [(0, 2, "PERSON")]),
)
WANTED = f"a dict with the keys {', '.join(map(repr, (*SCORES, *KINDS)))}"

TASK = Task(
    id="2.e",
    kind="code",
    title="Score, and sort the mistakes",
    points=4,
    prompt="Write `score(gold, predicted)` for two lists of `(start, end, label)`. It returns a "
    "dict: `precision`, `recall`, `f1` (shares between `0` and `1`; `0.0` where there is nothing "
    "to divide by), and four counts. A predicted span that is not right is of one kind: `label` "
    "(same start and end as a gold span), `boundary` (it overlaps one or more gold spans), or "
    "`invented`. A gold span that no predicted span overlaps is `missed`. For `gold = "
    f"{EXAMPLE[0]!r}` and `predicted = {EXAMPLE[1]!r}` it gives `{report(*EXAMPLE)!r}`".replace(
        repr(report(*EXAMPLE)["f1"]), "0.222…"
    )
    + ". A library may count for you; the kinds are yours.",
    starter="# task 2.e\ndef score(gold, predicted):\n    ...\n",
    promised=(
        "scores on spans you have not seen",
        "the four kinds of mistake",
        "nothing predicted, or nothing to find",
    ),
    hints=(
        "Draw the example's gold above one line of tokens, and what was predicted below it. Of "
        "each predicted span ask whether it is right, and if not, of which kind; last, ask of each "
        "gold span whether anything predicted lies on it.",
        "**Right** is a *set intersection*. The kinds are a *cascade*: same borders, else an "
        "overlap, else neither, so that each wrong span is counted once. *Missed* asks the gold "
        "the same question about an overlap. Before you divide, look at what you divide by.",
        "Two diaries, as (first day, day after, town). Mine is the gold: `(1, 3, 'Rome')`, "
        "`(5, 8, 'Oslo')`, `(9, 10, 'Bern')`. Yours: `(1, 3, 'Nice')`, `(6, 9, 'Oslo')`, "
        "`(20, 21, 'Bern')`. Of yours, none is right: one has another label, one other borders, "
        "and one is invented. Of mine, only `(9, 10)` is missed, for day 9 is the day after your "
        "Oslo. All three scores are `0.0`.",
    ),
    misconceptions=(HALF, MEAN, OVER, TOUCHING, LABELS_ASIDE, PRINTS),
)


def close(got: object, wanted: object, keys: Sequence[str]) -> bool:
    """Whether two reports agree in these keys, up to rounding."""
    if not isinstance(got, dict) or not isinstance(wanted, dict):
        return False
    return all(
        type(got.get(key)) in (int, float) and abs(got[key] - wanted[key]) < NEAR for key in keys
    )


def compare(
    submission: Submission,
    cases: Sequence[tuple[Spans, Spans]],
    keys: Sequence[str],
    unseen: str = "",
) -> None:
    """Raise Failure unless ``score`` gives what it should under ``keys``, in every case."""
    got = [submission.call("score", list(gold), list(found)) for gold, found in cases]
    lost = [
        (case, result)
        for case, result in zip(cases, got, strict=True)
        if not close(result, report(*case), keys)
    ]
    if not lost:
        return
    for slip in SLIPS:
        if all(
            close(result, slip.model(*case), (*SCORES, *KINDS))
            for case, result in zip(cases, got, strict=True)
        ):
            raise Failure(slip.seen, slip.help, slip.belief)
    (gold, found), result = lost[0]
    wrong = next(key for key in keys if not close(result, report(gold, found), (key,)))
    if unseen:
        raise Failure(
            f"Tried on {unseen}: `{wrong}` was not right.",
            f"{REMINDERS[wrong]} Draw such spans one under the other, and count.",
        )
    raise Failure(
        f"`score({short(gold, 90)}, {short(found, 90)})` gave {short(result, 120)}: "
        f"look at `{wrong}`.",
        REMINDERS[wrong] if gold and found else f"{REMINDERS[wrong]} {NOTHING}",
    )


@TASK.check()
def it_returns_the_seven_numbers(submission: Submission) -> None:
    """A dict with the three scores and the four counts."""
    submission.attempted("2.e")
    got = returns(submission, "score", EXAMPLE, (dict,), WANTED)
    assert isinstance(got, dict)
    for key in (*SCORES, *KINDS):
        if type(got.get(key)) not in (int, float):
            raise Failure(
                f"Under {key!r} there should be a number; saw {got.get(key)!r}."[:200],
                f"It should return {WANTED}.",
            )
    for key in SCORES:
        if got[key] > 1:
            raise Failure(
                f"Under {key!r} there is {got[key]!r}; a share is 1 at most."[:200],
                "The task asks for shares between 0 and 1, not for percent. Or is something "
                "counted twice?",
            )


@TASK.check(after="it_returns_the_seven_numbers")
def the_example_comes_out(submission: Submission) -> None:
    """The example of the prompt, and small cases of every kind."""
    compare(submission, (EXAMPLE, *OTHERS), (*SCORES, *KINDS))


@TASK.check(after="it_returns_the_seven_numbers")
def empty_lists_are_no_accident(submission: Submission) -> None:
    """Nothing predicted; nothing in the gold."""
    compare(submission, EMPTY, (*SCORES, *KINDS))
