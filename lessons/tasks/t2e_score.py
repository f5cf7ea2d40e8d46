"""2.e  Score predicted spans, and sort the mistakes by kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lessons.checks.calls import PRINTS, Slip, returns, short
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.spans import LabelledSpan
from lessons.tasks.t2a_beliefs import HALF
from lessons.tasks.t2c_by_hand import MEAN, OVER
from lessons.tasks.t2e_gap import TOUCHING

Spans = Sequence[LabelledSpan]
Overlap = Callable[[LabelledSpan, LabelledSpan], bool]
LABELS_ASIDE = Misconception(
    "the-span-is-all",
    "A right span is right, whatever its label",
    "Tokyo as a PERSON is found, and wrong: a count of the people in the news has one too many.",
    "Compare all three parts of a span with the gold.",
)
SCORES = ("precision", "recall", "f1")
KINDS = ("boundary", "label", "missed", "invented")
NEAR = 0.006  # scores rounded to two digits are welcome


def overlaps(one: LabelledSpan, other: LabelledSpan) -> bool:
    """Whether two half-open spans share a token."""
    return one[0] < other[1] and other[0] < one[1]


def report(
    gold: Spans,
    found: Spans,
    right: Callable[[LabelledSpan, Spans], bool] = lambda span, gold: span in gold,
    overlap: Overlap = overlaps,
) -> dict[str, float]:
    """What the task asks for; with another ``right`` or ``overlap``, what a slip would give."""
    hits = sum(right(span, gold) for span in found)
    p, r = _share(hits, len(found)), _share(hits, len(gold))
    kinds = dict.fromkeys(KINDS, 0)
    for span in found:
        touched = [each for each in gold if overlap(each, span)]
        if any(each[:2] == span[:2] for each in touched):
            kinds["label"] += span not in gold
        else:
            kinds["boundary" if touched else "invented"] += 1
    kinds["missed"] = sum(not any(overlap(each, span) for span in found) for each in gold)
    return {"precision": p, "recall": r, "f1": _share(2 * p * r, p + r), **kinds}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _changed(**changes: Callable[[dict[str, float], Spans, Spans], float]) -> Slip:
    """A slip that gives other numbers under some of the keys."""

    def model(gold: Spans, found: Spans) -> dict[str, float]:
        true = report(gold, found)
        return true | {key: change(true, gold, found) for key, change in changes.items()}

    return Slip("", model)


def _contained(one: LabelledSpan, other: LabelledSpan) -> bool:
    return (one[0] <= other[0] and other[1] <= one[1]) or (
        other[0] <= one[0] and one[1] <= other[1]
    )


def _not_exact(true: dict[str, float], gold: Spans, found: Spans) -> float:
    return sum(span not in found for span in gold)


def _all_wrong(true: dict[str, float], gold: Spans, found: Spans) -> float:
    return sum(span not in gold for span in found)


def _slip(seen: str, model: Slip | Callable[..., object], help: str = "",
          belief: Misconception | None = None) -> Slip:  # fmt: skip
    return Slip(seen, model.model if isinstance(model, Slip) else model, help, belief)


SLIPS = (
    _slip("F1 is the plain mean of precision and recall.",
          _changed(f1=lambda true, g, f: (true["precision"] + true["recall"]) / 2), belief=MEAN),
    _slip("It counted spans that only overlap the gold as right.",
          lambda g, f: report(g, f, lambda span, gold: any(overlaps(each, span) for each in gold)),
          belief=HALF),
    _slip("It counted a right span as right whatever its label.",
          lambda g, f: report(g, f, lambda span, gold: span[:2] in [each[:2] for each in gold]),
          belief=LABELS_ASIDE),
    _slip("Precision and recall have changed places.",
          _changed(precision=lambda true, g, f: true["recall"],
                   recall=lambda true, g, f: true["precision"]), belief=OVER),
    _slip("Spans that only touch were taken to overlap.",
          lambda g, f: report(g, f, overlap=lambda one, other: one[0] <= other[1]
                              and other[0] <= one[1]), belief=TOUCHING),
    _slip("It sees an overlap only where one span lies inside the other.",
          lambda g, f: report(g, f, overlap=_contained),
          "Try (1, 4) and (3, 6): neither lies inside the other."),
    _slip("It counts as missed what was found with a wrong border or label.",
          _changed(missed=_not_exact), "A gold span is missed when no predicted span overlaps it."),
    _slip("It counts every wrong span as invented.", _changed(invented=_all_wrong),
          "An invented span overlaps no gold span at all."),
    _slip("Missed and invented have changed places.",
          _changed(missed=lambda true, g, f: true["invented"],
                   invented=lambda true, g, f: true["missed"]),
          "Which of the two is about gold spans, and which about predicted ones?"),
    _slip("It counts a label mistake as a boundary mistake, too.",
          _changed(boundary=lambda true, g, f: true["boundary"] + true["label"]),
          "Each predicted span is of one kind only: ask for the same borders first."),
    _slip("It counts one boundary mistake for every gold span that is overlapped.",
          _changed(boundary=lambda true, g, f: sum(
              overlaps(each, span) and each[:2] != span[:2] for span in f for each in g)),
          "A predicted span may overlap two names, as the example's first: it is one mistake."),
    _slip("The scores are in percent.",
          _changed(**{key: lambda true, g, f, key=key: 100 * true[key] for key in SCORES}),
          "The task asks for shares between 0 and 1."),
)  # fmt: skip
EXAMPLE: tuple[list[LabelledSpan], list[LabelledSpan]] = (
    [(0, 2, "NORP"), (3, 6, "PERSON"), (9, 10, "GPE"), (12, 13, "GPE")],
    [(0, 6, "PERSON"), (9, 10, "GPE"), (12, 13, "PERSON"), (15, 16, "GPE"), (17, 18, "GPE")],
)
OTHERS: tuple[tuple[list[LabelledSpan], list[LabelledSpan]], ...] = (
    ([(0, 1, "GPE"), (2, 4, "PERSON"), (6, 9, "GPE"), (20, 22, "GPE"), (24, 25, "NORP")],
     [(0, 1, "GPE"), (2, 4, "PERSON"), (8, 11, "GPE")]),
    ([(0, 2, "PERSON")], [(2, 4, "PERSON"), (0, 2, "PERSON")]),
    ([(0, 2, "GPE"), (3, 5, "GPE")], [(1, 4, "GPE")]),
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
            "Draw gold and predicted spans of that kind one under the other, and count.",
        )
    raise Failure(
        f"`score({short(gold, 90)}, {short(found, 90)})` gave {short(result, 120)}: "
        f"look at `{wrong}`.",
        "Draw both lists under the tokens, one line each, and count by hand.",
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


@TASK.check(after="it_returns_the_seven_numbers")
def the_example_comes_out(submission: Submission) -> None:
    """The example of the prompt, and small cases of every kind."""
    compare(submission, (EXAMPLE, *OTHERS), (*SCORES, *KINDS))


@TASK.check(after="it_returns_the_seven_numbers")
def empty_lists_are_no_accident(submission: Submission) -> None:
    """Nothing predicted; nothing in the gold."""
    compare(submission, EMPTY, (*SCORES, *KINDS))
