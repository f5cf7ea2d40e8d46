"""How far two readings of the same texts agree, layer by layer, over all the texts together.

A pair is the two annotations of one text; a function takes the pairs of one or more texts. Neither
reading is called gold: the measures that care (WindowDiff has its window from gold) are taken both
ways, and the mean is told. Spans and labels are pooled over the texts, topics averaged.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from statistics import mean

from lessons.agreement import cohen_kappa, raw_agreement, weighted_kappa
from lessons.annotations import AnnotatedText, Annotation
from lessons.breaks import boundary_f1, window_diff
from lessons.errors import CourseError
from lessons.sentiment import label_of_grade
from lessons.spans import LabelledSpan, f1

Pair = tuple[Annotation, Annotation]
Layer = Callable[[Annotation], Collection[LabelledSpan]]


def pair_of(text: AnnotatedText) -> Pair:
    """The two readings of a text.

    Raises:
        CourseError: it has not exactly two.
    """
    if len(text.readings) != 2:
        raise CourseError(
            f"two readings of {text.id}",
            ", ".join(text.readings) or "none",
            "Put them into readings/a and readings/b, in the form of data/guide.md, section 8.",
        )
    one, other = (text.readings[name] for name in sorted(text.readings))
    return one, other


def token_f1(pairs: Sequence[Pair]) -> float:
    """F1 of the tokens, as spans of characters."""
    return _pooled_f1(pairs, lambda reading: [(t.start, t.end, "") for t in reading.tokens])


def entity_f1(pairs: Sequence[Pair]) -> float:
    """F1 of the entities, exact on span and label."""
    return _pooled_f1(pairs, lambda reading: reading.entities)


def entity_span_f1(pairs: Sequence[Pair]) -> float:
    """F1 of the entities' spans, whatever their labels."""
    return _pooled_f1(pairs, lambda reading: [(*span[:2], "") for span in reading.entities])


def date_f1(pairs: Sequence[Pair]) -> float:
    """F1 of the dates, exact on span."""
    return _pooled_f1(pairs, lambda reading: reading.dates)


def entity_kappa(pairs: Sequence[Pair]) -> float:
    """Cohen's kappa of the IOB2 tags, over the tokens that both readings cut alike.

    Most tokens are O in both, which chance expects; F1 does not count them at all.
    """
    tags = [tags for pair in pairs for tags in _shared_tags(*pair)]
    return cohen_kappa([one for one, _ in tags], [other for _, other in tags])


def grade_kappa(pairs: Sequence[Pair]) -> float:
    """Quadratic weighted kappa of the sentiment grades, -2 to 2."""
    return weighted_kappa(*_grades(pairs))


def label_agreement(pairs: Sequence[Pair]) -> float:
    """The share of sentences with the same sentiment label in both readings."""
    return raw_agreement(*([label_of_grade(grade) for grade in side] for side in _grades(pairs)))


def break_window_diff(pairs: Sequence[Pair], level: str) -> float:
    """WindowDiff of the topic breaks of a level, the mean of both ways: 0 is best."""
    return mean(
        window_diff(gold, found, length)
        for one, other, length in _breaks(pairs, level)
        for gold, found in ((one, other), (other, one))
    )


def break_f1(pairs: Sequence[Pair], level: str, near: int = 0) -> float:
    """F1 of the topic breaks of a level; ``near`` sentences off still counts."""
    return mean(boundary_f1(one, other, near) for one, other, _ in _breaks(pairs, level))


def _pooled_f1(pairs: Sequence[Pair], layer: Layer) -> float:
    sides = zip(*pairs, strict=True)
    return f1(
        *(
            {(text, *span) for text, each in enumerate(side) for span in layer(each)}
            for side in sides
        )
    )


def _shared_tags(one: Annotation, other: Annotation) -> Iterator[tuple[str, str]]:
    tags = {(token.start, token.end): token.entity for token in other.tokens}
    for token in one.tokens:
        if (token.start, token.end) in tags:
            yield token.entity, tags[token.start, token.end]


def _grades(pairs: Sequence[Pair]) -> tuple[list[int], list[int]]:
    """The grades of both sides, over the sentences that both readings end alike."""
    both = [
        (sentence.grade, other.grade)
        for one, second in pairs
        for sentence in one.sentences
        for other in second.sentences
        if (sentence.start, sentence.end) == (other.start, other.end)
    ]
    return [first for first, _ in both], [second for _, second in both]


def _breaks(pairs: Sequence[Pair], level: str) -> Iterator[tuple[list[int], list[int], int]]:
    for one, other in pairs:
        length = len(one.sentences)
        if length != len(other.sentences):
            raise CourseError(
                "as many sentences in both readings",
                f"{length} and {len(other.sentences)}",
                "Settle the sentences first: breaks are counted in them.",
            )
        first, second = (side.breaks(level, side.segmentations[0]) for side in (one, other))
        yield first, second, length
