"""5.b  From the cross table of two readers to the observed, the chance agreement, and kappa."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Fields, Number
from lessons.checks.submission import Submission
from lessons.checks.task import Task

RAW = Misconception(
    "raw-agreement-is-enough",
    "Raw agreement is enough",
    "Two readers who call nearly all of it neutral agree nearly always, and may have read nothing.",
    "How much of your agreement would dice reach, if each reader kept their own habits?",
)
ONE_IN_K = Misconception(
    "chance-is-one-in-k",
    "With three labels, chance agrees one time in three",
    "Readers use some labels far more often than others, so their dice are loaded: chance agrees "
    "more often, and kappa comes out too high.",
    "Read the sums of the rows and columns: how often does each reader use each label?",
)
WEIGHTED = Misconception(
    "near-misses-count-half",
    "A disagreement by one step is half an agreement",
    "That is another number, weighted kappa, for grades in an order; a paper must say which one "
    "it prints, since the weighted one is kinder.",
    "Which cells of the table say that both readers gave the very same label?",
)
NAMES = ("negative", "neutral", "positive")
# Rows are the first reader's labels, columns the second's.
READINGS = ((38, 3, 0), (2, 24, 0), (0, 2, 45))  # a and b, over the nine teaching texts
OTHERS = ((17, 7, 1), (2, 12, 1), (1, 1, 8))


def as_markdown(table: Sequence[Sequence[int]]) -> str:
    """A cross table with its sums, the numbers as code."""
    head = f"| first reader, down; second, across | {' | '.join(NAMES)} | sum |"
    rows = [
        f"| **{name}** | {' | '.join(f'`{count}`' for count in row)} | `{sum(row)}` |"
        for name, row in zip(NAMES, table, strict=True)
    ]
    sums = [f"`{sum(column)}`" for column in zip(*table, strict=True)]
    last = f"| **sum** | {' | '.join(sums)} | `{sum(map(sum, table))}` |"
    return "\n".join([head, "|---|---|---|---|---|", *rows, last])


def labels_of(table: Sequence[Sequence[int]]) -> tuple[list[str], list[str]]:
    """The two readers' labels, item by item, that a cross table was counted from."""
    pairs = [
        (one, other)
        for one, row in zip(NAMES, table, strict=True)
        for other, count in zip(NAMES, row, strict=True)
        for _ in range(count)
    ]
    return [one for one, _ in pairs], [other for _, other in pairs]


def _steps(answer: object) -> str:
    from lessons.agreement import cohen_kappa

    table = READINGS
    given = answer if isinstance(answer, dict) else {}
    items, diagonal = sum(map(sum, table)), [table[k][k] for k in range(len(NAMES))]
    rows, columns = (
        [sum(row) for row in table],
        [sum(column) for column in zip(*table, strict=True)],
    )
    chance = sum(r * c for r, c in zip(rows, columns, strict=True)) / items**2
    shares = " + ".join(f"{r}/{items} × {c}/{items}" for r, c in zip(rows, columns, strict=True))
    kappa = cohen_kappa(*labels_of(table))
    observed = sum(diagonal) / items
    right = {name: round(value * 100) for name, value in
             (("observed", observed), ("chance", chance), ("kappa", kappa))}  # fmt: skip
    said = (
        "All three are right."
        if given == right
        else "Does one of your numbers differ by one? Keep three decimals until the end."
    )
    return (
        "| | you said | it is | how |\n|---|---|---|---|\n"
        f"| observed, % | {given.get('observed')} | {right['observed']} | "
        f"({' + '.join(map(str, diagonal))}) / {items} |\n"
        f"| chance, % | {given.get('chance')} | {right['chance']} | {shares} |\n"
        f"| kappa, hundredths | {given.get('kappa')} | {right['kappa']} | "
        f"({observed:.3f} − {chance:.3f}) / (1 − {chance:.3f}) |\n\n{said}"
    )


def _form() -> Fields:
    return Fields(
        {
            "observed": Number("Observed agreement, in %", 0, 100),
            "chance": Number("Agreement by chance, in %", 0, 100),
            "kappa": Number("Kappa, in hundredths (0.5 is 50)", -100, 100),
        }
    )


ASKED = (
    "How many **percent** of the items get the same label from both? How many would **by chance**? "
    "And what is **kappa**, in hundredths? Round to whole numbers at the very end; a calculator, "
    "or a code cell, is welcome."
)
PRACTICE = Task(
    id="5.b practice",
    kind="practice",
    title="The two readings, from the table",
    prompt="**Practice.** The labels of readings `a` and `b` over all the teaching texts:\n\n"
    + as_markdown(READINGS)
    + "\n\n"
    + ASKED,
    form=_form(),
    reveal=_steps,
)
TASK = Task(
    id="5.b",
    kind="skill",
    title="Kappa, from the table to the number",
    points=2,
    prompt="Two other readers labelled other sentences:\n\n" + as_markdown(OTHERS) + "\n\n" + ASKED,
    form=_form(),
    promised=("the observed agreement and that by chance", "kappa"),
    misconceptions=(RAW, ONE_IN_K, WEIGHTED),
)


@TASK.check()
def there_are_three_numbers(submission: Submission) -> None:
    """Three whole numbers, each in its range."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("5.b")):
        raise Failure(
            problem, "Type whole numbers: percent for the first two, 50 for a kappa of .5."
        )
