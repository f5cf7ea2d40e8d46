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


def _begins_in(one: LabelledSpan, other: LabelledSpan) -> bool:
    return other[0] <= one[0] < other[1]


def _has_a_border_in(one: LabelledSpan, other: LabelledSpan) -> bool:
    return other[0] <= one[0] < other[1] or other[0] < one[1] <= other[1]


def _touches_or_overlaps(one: LabelledSpan, other: LabelledSpan) -> bool:
    return one[0] <= other[1] and other[0] < one[1]


def _turned(overlap: Overlap) -> Overlap:
    return lambda one, other: overlap(other, one)


def _by_token(gold: Spans, found: Spans) -> dict[str, float]:
    """Scores of labelled tokens beside the kinds of spans."""
    sides = [
        {(at, label) for start, end, label in side for at in range(start, end)}
        for side in (gold, found)
    ]
    p, r = (_share(len(sides[0] & sides[1]), len(side)) for side in (sides[1], sides[0]))
    return report(gold, found) | {"precision": p, "recall": r, "f1": _share(2 * p * r, p + r)}


def _never_hit(true: dict[str, float], gold: Spans, found: Spans) -> float:
    """What is left of the gold once the right ones and the mistakes on it are taken away."""
    return sum(span not in found for span in gold) - true["label"] - true["boundary"]


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
    *(_slip("It sees no overlap where one span begins before the other and ends behind it.",
            lambda g, f, overlap=overlap: report(g, f, overlap=overlap),
            "Try (1, 6) and (2, 4), each as gold and as predicted.")
      for overlap in (_has_a_border_in, _turned(_has_a_border_in))),
    *(_slip("It asks of one border only whether it lies in the other span.",
            lambda g, f, overlap=overlap: report(g, f, overlap=overlap),
            "Draw two spans that overlap though that border lies outside.")
      for overlap in (_begins_in, _turned(_begins_in))),
    *(_slip("Spans that touch were taken to overlap, if the predicted one is at one side.",
            lambda g, f, overlap=overlap: report(g, f, overlap=overlap), belief=TOUCHING)
      for overlap in (_touches_or_overlaps, _turned(_touches_or_overlaps))),
    _slip("The scores count tokens, not names.", _by_token, belief=HALF),
    _slip("It takes for missed what is left of the gold when all other counts are taken away.",
          _changed(missed=_never_hit),
          "One predicted span may lie on two gold ones. Ask each gold span by itself."),
    _slip("Missed and invented are all that is not right.",
          _changed(missed=_not_exact, invented=_all_wrong),
          "Those numbers stand behind recall and precision. Missed and invented overlap nothing."),
    _slip("It counts a label mistake as a boundary mistake.",
          _changed(boundary=lambda true, g, f: true["boundary"] + true["label"],
                   label=lambda true, g, f: 0),
          "The same borders overlap, too: which kind has to be asked for first?"),
    _slip("It counts as missed what was found under another label.",
          _changed(missed=lambda true, g, f: sum(
              not any(overlaps(each, span) and each[2] == span[2] for each in f) for span in g)),
          "A gold span is missed when no predicted span overlaps it, whatever the labels."),
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
