"""How often a lexicon gives a sentence the reader's label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from lessons.agreement import cohen_kappa, raw_agreement
from lessons.annotations import AnnotatedText
from lessons.scores.table import Groups, Table
from lessons.sentiment import THRESHOLD, label_of, score

THRESHOLDS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
Labeller = Callable[[Sequence[AnnotatedText]], list[str]]


def tables(groups: Groups) -> list[Table]:
    """Raw agreement and kappa of each way to label, and how much evidence there is."""
    columns = tuple(groups)
    teaching = groups.get("teaching", [])
    ways: dict[str, Labeller] = {
        "always neutral": lambda texts: ["neutral" for text in texts for _ in text.gold.sentences],
        "VADER": lambda texts: [label_of(each) for each in _compounds(texts)],
        "VADER, names hidden": lambda texts: [label_of(each) for each in _compounds(texts, True)],
        "VADER, threshold from other texts": lambda texts: _held_back(texts, teaching),
    }
    made = {name: [way(texts) for texts in groups.values()] for name, way in ways.items()}
    gold = [_labels(texts) for texts in groups.values()]
    return [
        Table(
            f"Sentence sentiment, {title}",
            columns,
            {name: tuple(map(figure, gold, labels)) for name, labels in made.items()},
        )
        for title, figure in (("same label", raw_agreement), ("kappa", cohen_kappa))
    ] + [Table("Sentence sentiment, share of sentences by evidence", columns, _evidence(groups))]


def _labels(texts: Sequence[AnnotatedText]) -> list[str]:
    return [sentence.label for text in texts for sentence in text.gold.sentences]


def _compounds(texts: Sequence[AnnotatedText], hidden: bool = False) -> list[float]:
    return [score(each).compound for text in texts for each in _sentences(text, hidden)]


def _sentences(text: AnnotatedText, hidden: bool = False) -> list[str]:
    """The sentences, the words of gold's names blotted out where they are to be hidden."""
    letters = list(text.text)
    for start, end, _ in text.gold.entities if hidden else []:
        letters[start:end] = ["_" if letter.isalnum() else letter for letter in letters[start:end]]
    return ["".join(letters[each.start : each.end]) for each in text.gold.sentences]


def _held_back(texts: Sequence[AnnotatedText], teaching: Sequence[AnnotatedText]) -> list[str]:
    """Each text labelled with the threshold that does best on the teaching texts but it."""
    labels: list[str] = []
    for text in texts:
        others = [each for each in teaching if each.id != text.id]
        threshold = _best_threshold(others) if others else THRESHOLD
        labels += [label_of(each, threshold) for each in _compounds([text])]
    return labels


def _best_threshold(texts: Sequence[AnnotatedText]) -> float:
    gold, compounds = _labels(texts), _compounds(texts)
    return max(
        THRESHOLDS,
        key=lambda threshold: cohen_kappa(gold, [label_of(each, threshold) for each in compounds]),
    )


def _evidence(groups: Groups) -> dict[str, tuple[float, ...]]:
    counts = [
        Counter(score(each).evidence for text in texts for each in _sentences(text))
        for texts in groups.values()
    ]
    return {
        kind: tuple(each[kind] / each.total() for each in counts)
        for kind in ("none", "cancelled", "some")
    }
