"""2.c  Precision, recall and F1 by hand."""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields, Number
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t2a_beliefs import HALF

MEAN = Misconception(
    "f1-is-the-mean",
    "F1 is the mean of precision and recall",
    "It is the harmonic mean, which stays near the lower of the two: a tagger that marks one name "
    "and gets it right has a mean above a half, and has read almost nothing.",
    "Twice their product, over their sum.",
)
ACCURACY = Misconception(
    "accuracy-is-the-right-score",
    "Accuracy is the right score",
    "Most tokens of the article belong to no name, so marking nothing is right most of the time.",
    "Think of a machine that marks nothing: how many tokens does it get right, how many names?",
)
OVER = Misconception(
    "precision-is-over-gold",
    "Precision is the share of the gold that was found",
    "Precision asks how far you can trust what was marked; recall, how much of the news was seen.",
    "Which of the two shares would fall if the machine marked ten more words at random?",
)
HEAD = "| the gold has | the machine has |\n|---|---|\n"
ROWS = (
    ("`[Ana Roe]` PERSON", "`[Gov. Ana Roe]` PERSON"),
    ("`[Norrland]` GPE", "`[Norrland]` GPE"),
    ("`[Oslo]` GPE", "`[Oslo]` GPE"),
    ("`[Reed & Daughters Inc.]` ORGANIZATION", ""),
    ("`[Danish]` NORP", "`[Danish]` GPE"),
    ("`[Norrland Ferries]` ORGANIZATION", ""),
    ("`[Roe]` PERSON", "`[Roe]` PERSON"),
    ("`[Bo Lund]` PERSON", ""),
    ("`[Norrland Post]` ORGANIZATION", ""),
    ("`[Ferry Workers' Union]` ORGANIZATION", ""),
)
PRACTICE_ROWS = (
    ("`[South Korean]` NORP", "`[South Korean President Lee Jae Myung]` PERSON"),
    ("`[Lee Jae Myung]` PERSON", ""),
    ("`[Japan]` GPE", "`[Japan]` GPE"),
    ("`[Shigeru Ishiba]` PERSON", "`[Shigeru Ishiba]` PERSON"),
)
COUNTS = {
    "right": Number("Right: same span, same label", 0, 20),
    "predicted": Number("Marked by the machine", 0, 20),
    "gold": Number("Names in the gold", 0, 20),
    "precision": Number("Precision, in percent", 0, 100),
    "recall": Number("Recall, in percent", 0, 100),
    "f1": Number("F1, in percent", 0, 100),
}
SCORES = ("precision", "recall", "F1", "accuracy of tokens")
NAMES = ("right", "predicted", "gold", "precision", "recall", "f1")


def by_hand(rows: tuple[tuple[str, str], ...]) -> dict[str, int]:
    """What the table of a task comes to: three counts, and three scores in percent."""
    from lessons.spans import f1, precision, recall

    gold = {one for one, _ in rows if one}
    found = {other for _, other in rows if other}
    shares = [round(100 * share(gold, found)) for share in (precision, recall, f1)]
    return dict(zip(NAMES, [len(gold & found), len(found), len(gold), *shares], strict=True))


def _table(rows: tuple[tuple[str, str], ...]) -> str:
    return HEAD + "\n".join(f"| {one} | {other} |" for one, other in rows)


def _counted(answer: object) -> str:
    chosen = answer if isinstance(answer, dict) else {}
    right = by_hand(PRACTICE_ROWS)
    rows = "\n".join(
        f"| {COUNTS[name].label} | {chosen.get(name)} | {right[name]} |" for name in NAMES
    )
    mean = (right["precision"] + right["recall"]) / 2
    beside = (
        f" Your F1 is the plain mean. {MEAN.why} Here the two lie close; elsewhere they do not."
        if chosen.get("f1") in {int(mean), int(mean + 0.5)} - {right["f1"]}
        else ""
    )
    return (
        f"| | you | counted |\n|---|---|---|\n{rows}\n\nThe long span touches two names and is "
        "neither of them: nothing is right about it, and both names are not found." + beside
    )


PRACTICE = Task(
    id="2.c practice",
    kind="practice",
    title="One sentence of the article",
    prompt="**Practice.** Count, then divide. Round to whole percent.\n\n" + _table(PRACTICE_ROWS),
    form=Fields({**COUNTS}),
    misconceptions=(HALF, MEAN, OVER),
    reveal=_counted,
)
TASK = Task(
    id="2.c",
    kind="skill",
    title="Precision, recall, F1 by hand",
    points=3,
    prompt="A machine has read another text; only exact spans with the right label count. Count, "
    "divide, round to whole percent. Last: which score would still look good if it had marked "
    "**nothing at all**?\n\n" + _table(ROWS),
    form=Fields({**COUNTS, "nothing": Choice("Looks good when nothing is marked", SCORES)}),
    promised=(
        "the three counts",
        "precision and recall",
        "F1",
        "the score that flatters",
    ),
    misconceptions=(HALF, OVER, MEAN, ACCURACY),
)


@TASK.check()
def all_boxes_are_filled(submission: Submission) -> None:
    """Six numbers and one choice."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("2.c")):
        raise Failure(problem, "Fill every box with a whole number, and keep your answer.")
