"""Hidden checks of notebook 05: what earns its points at grading."""

from __future__ import annotations

from lessons.agreement import cohen_kappa, raw_agreement
from lessons.checks.feedback import Failure
from lessons.checks.hidden import task
from lessons.checks.submission import Submission
from lessons.tasks.t5b_kappa import NAMES, ONE_IN_K, OTHERS, RAW, WEIGHTED, labels_of

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


@task(
    "5.b",
    points=1,
    looks_at="the observed agreement and that by chance",
    after="there_are_three_numbers",
)
def test_both_agreements_are_right(submission: Submission) -> None:
    answer = submission.answer("5.b")
    observed, chance = answer["observed"], answer["chance"]
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
    if chance in (33, 34):
        raise Failure("Chance was taken to be one in three.", misconception=ONE_IN_K)
    if chance in (_hundredths(max(ROWS) / ITEMS), _hundredths(max(COLUMNS) / ITEMS)):
        raise Failure(
            "Chance was taken to be the share of the commonest label.",
            "That is how well a reader does who never thinks. Kappa asks how often two readers "
            "meet by luck: on the first label, or the second, or the third.",
        )
    if chance == _hundredths(max(r * c for r, c in zip(ROWS, COLUMNS, strict=True)) / ITEMS**2):
        raise Failure(
            "Chance was counted for one label only.",
            "Two readers can meet by luck on each of the labels: add them up.",
        )
    if chance != _hundredths(CHANCE):
        raise Failure(
            f"Agreement by chance is not {chance} %.",
            "For each label: the first reader's share of it, times the second reader's. Then add.",
        )


def _half_credit() -> int:
    """The observed agreement when a step apart counts half."""
    steps = [abs(NAMES.index(a) - NAMES.index(b)) for a, b in zip(FIRST, SECOND, strict=True)]
    return _hundredths(sum(1 - step / 2 for step in steps) / ITEMS)


@task("5.b", points=1, looks_at="kappa", after="there_are_three_numbers")
def test_kappa_is_right(submission: Submission) -> None:
    kappa = submission.answer("5.b")["kappa"]
    if kappa == _hundredths(KAPPA):
        return
    if kappa == _hundredths(SEEN):
        raise Failure("The raw agreement was given as kappa.", misconception=RAW)
    if kappa == _beyond(1 / len(NAMES)):
        raise Failure("This kappa takes chance to be one in three.", misconception=ONE_IN_K)
    if kappa in (_hundredths(_weighted(1)), _hundredths(_weighted(2))):
        raise Failure("This is a weighted kappa.", misconception=WEIGHTED)
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
            "Kappa is what the readers reach beyond it, as a share of what they could.",
        )
    if kappa == -_hundredths(KAPPA):
        raise Failure("The sign is turned round.", "Observed less chance, or chance less observed?")
    raise Failure(
        f"Kappa is not {kappa} hundredths.",
        "Observed less chance, divided by one less chance; as shares, not as percent.",
    )
