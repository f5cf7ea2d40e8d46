"""Labelled spans: score them against gold, sort the mistakes by kind, write them as IOB2.

A labelled span is ``(start, end, label)``, half-open like a slice; it may count characters or
tokens, as long as both sides count the same. Spans of one side do not overlap each other.

Empty cases: where nothing is to be found and nothing was found, every score is 1; where only one
side is empty, every score is 0. (``nltk.metrics`` answers None there, which no table can average.)
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence

from lessons.errors import CourseError

LabelledSpan = tuple[int, int, str]
Pair = tuple[LabelledSpan | None, LabelledSpan | None]

KINDS = ("boundary", "label", "both", "missed", "invented")


def precision(gold: Collection[Hashable], predicted: Collection[Hashable]) -> float:
    """The share of what was predicted that is gold, exactly (van Rijsbergen 1979, chapter 7).

    Works on any two collections without repeats: spans, cuts, breaks.

    >>> precision({(0, 2, "PERSON")}, {(0, 2, "PERSON"), (5, 6, "GPE")})
    0.5
    """
    return _share(len(set(gold) & set(predicted)), len(set(predicted)), len(set(gold)))


def recall(gold: Collection[Hashable], predicted: Collection[Hashable]) -> float:
    """The share of gold that was predicted, exactly.

    >>> recall({(0, 2, "PERSON"), (5, 6, "GPE")}, {(0, 2, "PERSON")})
    0.5
    """
    return precision(predicted, gold)


def f1(gold: Collection[Hashable], predicted: Collection[Hashable]) -> float:
    """The harmonic mean of precision and recall.

    >>> f1({(0, 2, "PERSON"), (5, 6, "GPE")}, {(0, 2, "PERSON")})
    0.6666666666666666
    """
    return harmonic_mean(precision(gold, predicted), recall(gold, predicted))


def partial_f1(gold: Iterable[LabelledSpan], predicted: Iterable[LabelledSpan]) -> float:
    """F1 that gives half a point for an overlap, whatever the labels.

    The "partial boundary" mode of SemEval-2013 task 9, which has its half point from MUC-5
    (Chinchor and Sundheim 1993): the same span earns 1, an overlapping one 0.5, one to one.

    >>> partial_f1([(0, 3, "PERSON")], [(1, 3, "GPE")])
    0.5
    """
    gold, predicted = set(gold), set(predicted)
    pairs = [(one, other) for one, other in pair_up(gold, predicted) if one and other]
    earned = sum(1.0 if one[:2] == other[:2] else 0.5 for one, other in pairs)
    return harmonic_mean(
        _share(earned, len(predicted), len(gold)), _share(earned, len(gold), len(predicted))
    )


def harmonic_mean(first: float, second: float) -> float:
    """Twice the product over the sum; 0 when both are 0."""
    return 2 * first * second / (first + second) if first + second else 0.0


def _share(part: float, whole: int, other: int) -> float:
    return part / whole if whole else float(other == 0)


def pair_up(gold: Iterable[LabelledSpan], predicted: Iterable[LabelledSpan]) -> list[Pair]:
    """Each span with at most one of the other side, in text order; the rest stand with None.

    Of all overlapping pairs the closest are joined first: the same span before all others, then
    the longer overlap, then equal labels, then the one further left.

    >>> pair_up([(0, 3, "PERSON"), (9, 10, "GPE")], [(0, 1, "NORP"), (1, 3, "PERSON")])
    [(None, (0, 1, 'NORP')), ((0, 3, 'PERSON'), (1, 3, 'PERSON')), ((9, 10, 'GPE'), None)]
    """
    gold, predicted = sorted(set(gold)), sorted(set(predicted))
    closeness = {
        pair: (pair[0][:2] == pair[1][:2], _overlap(*pair), pair[0][2] == pair[1][2])
        for pair in _overlapping(gold, predicted)
    }
    closest_first = sorted(
        closeness, key=lambda pair: ([-int(x) for x in closeness[pair]], max(pair[0], pair[1]))
    )
    pairs: list[Pair] = []
    free = {*((0, span) for span in gold), *((1, span) for span in predicted)}
    for one, other in closest_first:
        if (0, one) in free and (1, other) in free:
            free -= {(0, one), (1, other)}
            pairs.append((one, other))
    pairs += [(span, None) if side == 0 else (None, span) for side, span in free]
    return sorted(pairs, key=lambda pair: (pair[0] or pair[1], pair[0] is None))


def errors_by_kind(
    gold: Iterable[LabelledSpan], predicted: Iterable[LabelledSpan]
) -> dict[str, list[Pair]]:
    """The pairs that are not exactly right, under each of KINDS; what is right is in none.

    Boundary: the right label on an overlapping span. Label: the right span under another label.
    Both: another label on an overlapping span. Missed, invented: nothing of the other side is left
    to compare with.

    >>> found = errors_by_kind([(0, 3, "PERSON")], [(1, 3, "PERSON"), (7, 8, "GPE")])
    >>> found["boundary"], found["invented"]
    ([((0, 3, 'PERSON'), (1, 3, 'PERSON'))], [(None, (7, 8, 'GPE'))])
    """
    errors: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    for pair in pair_up(gold, predicted):
        if kind := _kind(*pair):
            errors[kind].append(pair)
    return errors


def _kind(one: LabelledSpan | None, other: LabelledSpan | None) -> str:
    if one is None or other is None:
        return "invented" if one is None else "missed"
    same_span, same_label = one[:2] == other[:2], one[2] == other[2]
    if same_span:
        return "" if same_label else "label"
    return "boundary" if same_label else "both"


def _overlap(one: LabelledSpan, other: LabelledSpan) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _overlapping(
    gold: Sequence[LabelledSpan], predicted: Sequence[LabelledSpan]
) -> Iterable[tuple[LabelledSpan, LabelledSpan]]:
    """All overlapping pairs of two sorted sides, in one walk along both."""
    first = 0
    for one in gold:
        while first < len(predicted) and predicted[first][1] <= one[0]:
            first += 1
        at = first
        while at < len(predicted) and predicted[at][0] < one[1]:
            if _overlap(one, predicted[at]) > 0:
                yield one, predicted[at]
            at += 1


def to_iob(length: int, spans: Iterable[LabelledSpan]) -> list[str]:
    """Spans of tokens as one IOB2 tag a token (Ramshaw and Marcus 1995; Tjong Kim Sang 1999).

    Raises:
        CourseError: a span is empty, overlaps another, or leaves the tokens.

    >>> to_iob(5, [(1, 4, "PERSON")])
    ['O', 'B-PERSON', 'I-PERSON', 'I-PERSON', 'O']
    """
    tags = ["O"] * length
    for start, end, label in spans:
        if not 0 <= start < end <= length or set(tags[start:end]) != {"O"}:
            raise CourseError(
                f"spans inside tokens 0 to {length}, none on another",
                f"({start}, {end}, {label!r})",
                "Give each token to one span at most; a span ends before its end.",
            )
        tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tags


def from_iob(tags: Sequence[str]) -> list[LabelledSpan]:
    """The spans of tokens that IOB2 tags say.

    Raises:
        CourseError: a tag is none, or an I- follows no tag of the same label.

    >>> from_iob(["O", "B-PERSON", "I-PERSON", "B-GPE"])
    [(1, 3, 'PERSON'), (3, 4, 'GPE')]
    """
    spans: list[LabelledSpan] = []
    before = "O"
    for at, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if mark == "B" and label:
            spans.append((at, at + 1, label))
        elif mark == "I" and label and before in (f"B-{label}", f"I-{label}"):
            spans[-1] = (spans[-1][0], at + 1, label)
        elif tag != "O":
            raise CourseError(
                "O, B-LABEL, or I-LABEL after a tag of the same label",
                f"{tag!r} after {before!r} (token {at})",
                "Begin each span with B-, and go on with I- and the same label.",
            )
        before = tag
    return spans
