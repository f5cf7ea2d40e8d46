"""What 2.e asks for, as a function, and what a mistaken one gives: a model of each slip."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
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


def _by_border(gold: Spans, found: Spans) -> dict[str, float]:
    true = report(gold, found)
    half = [
        span
        for span in found
        if span[:2] not in [each[:2] for each in gold]
        and any(each[0] == span[0] or each[1] == span[1] for each in gold)
    ]
    return true | {"label": true["label"] + len(half), "boundary": true["boundary"] - len(half)}


def _by_label(gold: Spans, found: Spans) -> dict[str, float]:
    true = report(gold, found)
    others = [
        span
        for span in found
        if (touched := [each for each in gold if overlaps(each, span)])
        and span[:2] not in [each[:2] for each in touched]
        and span[2] not in [each[2] for each in touched]
    ]
    more = len(others)
    return true | {"boundary": true["boundary"] - more, "invented": true["invented"] + more}


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
    _slip("It counts as missed what was found with a wrong border.",
          _changed(missed=lambda true, g, f: sum(
              span[:2] not in [each[:2] for each in f] for span in g)),
          "A gold span is missed when no predicted span overlaps it."),
    _slip("A span that overlaps a name of another label is not taken for a boundary mistake.",
          _by_label,
          "Read what the task says of `boundary`: are labels part of it?"),
    _slip("Boundary and label have changed places.",
          _changed(boundary=lambda true, g, f: true["label"],
                   label=lambda true, g, f: true["boundary"]),
          "Same borders and another word for it: which of the two kinds is that?"),
    _slip("One border in common was enough for a label mistake.",
          lambda g, f: _by_border(g, f), "A label mistake has both borders right: which word of "
          "Python joins two conditions that must both hold?"),
    _slip("The scores are rounded to one digit.",
          _changed(**{key: lambda true, g, f, key=key: round(true[key], 1) for key in SCORES}),
          "Round when you print, if at all; two digits are the least."),
    *(_slip("The scores are whole numbers.",
            _changed(**{key: lambda true, g, f, key=key, whole=whole: whole(true[key])
                        for key in SCORES}),
            "Something cuts off what stands behind the point: `/` divides, and leaves it.")
      for whole in (int, round)),
)  # fmt: skip
