"""Hidden checks of notebook 05: what earns its points at grading."""

from __future__ import annotations

from lessons.agreement import cohen_kappa, raw_agreement
from lessons.checks.feedback import Failure
from lessons.checks.hidden import task
from lessons.checks.submission import Submission
from lessons.tasks.t5b_kappa import (
    NAMES,
    ONE_IN_K,
    OTHERS,
    RAW,
    READINGS,
    WEIGHTED,
    labels_of,
)

ITEMS = sum(map(sum, OTHERS))
FIRST, SECOND = labels_of(OTHERS)
ROWS = [FIRST.count(name) for name in NAMES]
COLUMNS = [SECOND.count(name) for name in NAMES]
SEEN = raw_agreement(FIRST, SECOND)
CHANCE = sum(one * other for one, other in zip(ROWS, COLUMNS, strict=True)) / ITEMS**2
KAPPA = cohen_kappa(FIRST, SECOND)


def _hundredths(share: float) -> int:
    return round(share * 100)


def _weighted(power: int) -> float:
    """Kappa where labels far apart count more."""

    def apart(one: str, other: str) -> int:
        return abs(NAMES.index(one) - NAMES.index(other)) ** power

    seen = sum(apart(*pair) for pair in zip(FIRST, SECOND, strict=True)) * ITEMS
    return 1 - seen / sum(apart(one, other) for one in FIRST for other in SECOND)


def _beyond(chance: float) -> int:
    return _hundredths((SEEN - chance) / (1 - chance))


BOTH = "the observed agreement and that by chance"


@task("5.b", points=1, looks_at=BOTH, after="there_are_three_numbers")
def test_both_agreements_are_right(submission: Submission) -> None:
    answer = submission.answer("5.b")
    if answer["observed"] == _hundredths(raw_agreement(*labels_of(READINGS))):
        raise Failure(
            "That is the observed agreement in the table of the practice.",
            "This one is about two other readers: look at the table in this very task.",
        )
    if (answer["observed"], answer["chance"]) == (_hundredths(CHANCE), _hundredths(SEEN)):
        raise Failure(
            "The observed agreement and that by chance have changed places.",
            "Which of the two is counted on the diagonal, and which comes from the sums?",
        )
    _judge_observed(answer["observed"])
    _judge_chance(answer["chance"])


def _judge_observed(observed: float) -> None:
    if observed == sum(OTHERS[k][k] for k in range(len(NAMES))):
        raise Failure(
            "The observed agreement is a count, not a share.",
            "Out of how many items? Percent means: out of a hundred.",
        )
    if observed == _hundredths(1 - SEEN):
        raise Failure(
            "That is how often they differ.",
            "Which cells of the table hold one and the same label?",
        )
    if observed in (_hundredths((1 + SEEN) / 2), _half_credit()):
        raise Failure(
            "Disagreements by one step were counted in part as agreement.", misconception=WEIGHTED
        )
    if observed != _hundredths(SEEN):
        raise Failure(
            f"The observed agreement is not {observed} %.",
            "Add up the cells in which both readers say the same, and divide by all items.",
        )


def _judge_chance(chance: float) -> None:
    if chance == _hundredths(CHANCE):
        return
    if chance in (33, 34):
        raise Failure("Chance was taken to be one in three.", misconception=ONE_IN_K)
    for given, seen, help in (
        (
            (max(ROWS) / ITEMS, max(COLUMNS) / ITEMS),
            "Chance was taken to be the share of the commonest label.",
            "That is how well a reader does who never thinks. Kappa asks how often two readers "
            "meet by luck: on the first label, or the second, or the third.",
        ),
        (
            (
                max(r * c for r, c in zip(ROWS, COLUMNS, strict=True)) / ITEMS**2,
                sum(OTHERS[k][k] ** 2 for k in range(len(NAMES))) / ITEMS**2,
            ),
            "That is too little: it comes of one label, or the diagonal, and not of all the sums.",
            "Two readers can meet by luck on each label. Multiply the sum of its row and the sum "
            "of its column, as shares; then add up the labels.",
        ),
        (
            (CHANCE * ITEMS / 100,),
            "Chance is a count of items here, not a share.",
            "Out of how many items? Percent means: out of a hundred.",
        ),
        (
            (CHANCE / len(NAMES),),
            "The chances of the three labels were added up, and divided by three.",
            "They meet on the first label, or the second, or the third: that is a sum, no mean.",
        ),
        (
            (_squared(ROWS), _squared(COLUMNS)),
            "One reader's shares were multiplied by themselves.",
            "Two readers are meant to meet: take one share from the rows, one from the columns.",
        ),
        (
            (1 - CHANCE,),
            "That is how often dice would differ.",
            "Chance is how often they would meet.",
        ),
    ):
        if chance in map(_hundredths, given):
            raise Failure(seen, help)
    raise Failure(
        f"Agreement by chance is not {chance} %.",
        "For each label: the first reader's share of it, times the second reader's. Then add.",
    )


def _squared(sums: list[int]) -> float:
    return sum(each * each for each in sums) / ITEMS**2


def _half_credit() -> int:
    """The observed agreement when a step apart counts half."""
    steps = [abs(NAMES.index(a) - NAMES.index(b)) for a, b in zip(FIRST, SECOND, strict=True)]
    return _hundredths(sum(1 - step / 2 for step in steps) / ITEMS)


@task("5.b", points=1, looks_at="kappa", after="there_are_three_numbers")
def test_kappa_is_right(submission: Submission) -> None:
    answer = submission.answer("5.b")
    kappa, observed, chance = answer["kappa"], answer["observed"] / 100, answer["chance"] / 100
    if kappa == _hundredths(KAPPA):
        return
    if kappa == _hundredths(SEEN):
        raise Failure("The raw agreement was given as kappa.", misconception=RAW)
    if kappa == _beyond(1 / len(NAMES)):
        raise Failure("This kappa takes chance to be one in three.", misconception=ONE_IN_K)
    right = (observed, chance) == (_hundredths(SEEN) / 100, _hundredths(CHANCE) / 100)
    if not right and chance < 1 and kappa == _hundredths((observed - chance) / (1 - chance)):
        raise Failure(
            "This kappa follows from your two agreements, and one of them is not right.",
            "The step is the right one: mend what goes into it, and take it again.",
        )
    if kappa in (_hundredths(_weighted(1)), _hundredths(_weighted(2))):
        raise Failure("This is a weighted kappa.", misconception=WEIGHTED)
    if kappa in (0, 1):
        raise Failure(
            f"Kappa is {kappa}: a share, and its hundredths are gone.",
            "Multiply by a hundred before you round, so that one half is 50.",
        )
    if kappa == _hundredths(SEEN - CHANCE):
        raise Failure(
            "Chance was taken away, and the rest was not divided by anything.",
            "Perfect readers must get 1. By what must you divide, so that they do?",
        )
    if kappa == _hundredths((SEEN - CHANCE) / SEEN):
        raise Failure(
            "The gain over chance was divided by the observed agreement.",
            "It is divided by the most that could be gained over chance.",
        )
    if kappa == _hundredths(CHANCE):
        raise Failure(
            "The agreement by chance was given as kappa.",
            "What do the readers reach beyond chance, as a share of what they could reach?",
        )
    if kappa == -_hundredths(KAPPA):
        raise Failure("The sign is turned round.", "Observed less chance, or chance less observed?")
    raise Failure(
        f"Kappa is not {kappa} hundredths.",
        "Observed less chance, divided by one less chance; as shares, not as percent.",
    )
