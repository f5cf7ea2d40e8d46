"""Tokens to be marked as names: a stretch of them is chosen, then a label is given to it.

Only indices of tokens cross the wire; a mark is (start, end, label) with a half-open end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import traitlets
from anywidget import AnyWidget

HERE = Path(__file__).parent
Mark = tuple[int, int, str]


class SpanTagger(AnyWidget):
    """``marks`` holds [start, end, label] for each name, in order, none overlapping another."""

    _esm = HERE / "span_tagger.js"
    _css = HERE / "span_tagger.css"

    words = traitlets.List(traitlets.Unicode()).tag(sync=True)
    labels = traitlets.List(traitlets.Unicode()).tag(sync=True)
    letters = traitlets.List(traitlets.Unicode()).tag(sync=True)
    marks = traitlets.List(traitlets.List()).tag(sync=True)

    def __init__(self, words: Sequence[str], labels: Sequence[str]) -> None:
        super().__init__(words=list(words), labels=list(labels), letters=letters_for(labels))


def letters_for(labels: Iterable[str]) -> list[str]:
    """The key that gives each label: the first letter of it that no earlier label took.

    >>> letters_for(["PERSON", "ORGANIZATION", "GPE", "LOCATION", "NORP"])
    ['p', 'o', 'g', 'l', 'n']
    """
    taken: list[str] = []
    for label in labels:
        free = [letter for letter in label.lower() if letter.isalpha() and letter not in taken]
        taken.append(free[0] if free else "")
    return taken


def spans_of(marks: Iterable[Sequence[Any]]) -> list[Mark]:
    """The marks of the widget as the answer's literal, in the order of the text."""
    return sorted((start, end, label) for start, end, label in marks)
