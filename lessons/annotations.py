"""Texts with their annotation, read from the files that section 8 of ``data/guide.md`` describes.

A text is a folder: ``text.txt``, the gold in three tables beside it, and two readings in the same
form under ``readings/a`` and ``readings/b``. Offsets count characters of ``text.txt``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lessons.course import checkout, course_folder, own_folder
from lessons.errors import CourseError
from lessons.spans import LabelledSpan, from_iob

# The columns of each table, and what is in them.
_PLACE = {"sentence": int, "start": int, "end": int}
TOKENS = _PLACE | {"token": str, "pos": str, "entity": str, "date": str}
SENTENCES = _PLACE | {"grade": int, "label": str, "evidence": str, "reason": str}
TOPICS = {"segmentation": str, "after_sentence": int, "level": str, "label": str}
LEVELS = ("coarse", "fine")


@dataclass(frozen=True, slots=True)
class Token:
    """One row of ``tokens.tsv``; ``entity`` and ``date`` are IOB2 tags."""

    sentence: int
    start: int
    end: int
    text: str
    pos: str
    entity: str
    date: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One row of ``sentences.tsv``: a grade from -2 to 2, what it rests on, and why."""

    number: int
    start: int
    end: int
    grade: int
    label: str
    evidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One row of ``topics.tsv``: the segment that ends at a sentence, in one segmentation."""

    segmentation: str
    after_sentence: int
    level: str
    label: str


@dataclass(frozen=True)
class Annotation:
    """All layers of one text, by one reading or as gold."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    segments: tuple[Segment, ...]

    @property
    def entities(self) -> list[LabelledSpan]:
        """The entity spans, in characters."""
        return self._spans([token.entity for token in self.tokens])

    @property
    def dates(self) -> list[LabelledSpan]:
        """The date spans, in characters."""
        return self._spans([token.date for token in self.tokens])

    @property
    def segmentations(self) -> list[str]:
        """The names of the segmentations kept here, in order."""
        return sorted({segment.segmentation for segment in self.segments})

    def breaks(self, level: str, segmentation: str) -> list[int]:
        """The breaks of a segmentation (see ``lessons.breaks``), without the text's own end."""
        ends = [
            segment.after_sentence
            for segment in self.segments
            if (segment.segmentation, segment.level) == (segmentation, level)
        ]
        return ends[:-1]

    def _spans(self, tags: Sequence[str]) -> list[LabelledSpan]:
        return [
            (self.tokens[first].start, self.tokens[end - 1].end, label)
            for first, end, label in from_iob(tags)
        ]


@dataclass(frozen=True)
class AnnotatedText:
    """A text, its gold, and its readings by name ("a", "b")."""

    id: str
    text: str
    gold: Annotation
    readings: dict[str, Annotation] = field(default_factory=dict)


def teaching_folder() -> Path:
    """Where the texts are that learners have, the sample ``article`` among them."""
    return own_folder() / "data" / "texts"


def article_folder() -> Path:
    """Where the annotation of the course's article is; in an adapted course there may be none."""
    return course_folder() / "data" / "texts" / "article"


def held_out_folder() -> Path | None:
    """Where the texts for grading are; None in an installed copy, which has none."""
    root = checkout()
    return root / "tests" / "graded" / "texts" if root else None


def texts_in(folder: Path) -> list[AnnotatedText]:
    """The texts of a folder that have gold, by their ids.

    Raises:
        CourseError: a file is missing or cannot be read.
    """
    found = sorted(path.parent for path in folder.glob("*/tokens.tsv"))
    return [read_annotated(each) for each in found]


def read_annotated(folder: Path) -> AnnotatedText:
    """A text with its gold and its readings.

    Raises:
        CourseError: a file is missing or cannot be read.
    """
    readings = sorted(path.parent for path in folder.glob("readings/*/tokens.tsv"))
    return AnnotatedText(
        id=folder.name,
        text=read_text(folder),
        gold=read_annotation(folder),
        readings={each.name: read_annotation(each) for each in readings},
    )


def read_text(folder: Path) -> str:
    """The text of a folder, as it is: line ends are not translated.

    Raises:
        CourseError: there is none, or it is not UTF-8.
    """
    return _read(folder / "text.txt")


def read_annotation(folder: Path) -> Annotation:
    """The three tables of a folder.

    Raises:
        CourseError: a table is missing, has another header, or a field of the wrong kind.
    """
    return Annotation(
        tuple(Token(*row) for row in _rows(folder / "tokens.tsv", TOKENS)),
        tuple(Sentence(*row) for row in _rows(folder / "sentences.tsv", SENTENCES)),
        tuple(Segment(*row) for row in _rows(folder / "topics.tsv", TOPICS)),
    )


def _rows(file: Path, columns: Mapping[str, type]) -> Iterator[list[Any]]:
    lines = _read(file).split("\n")
    header, *rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if header != list(columns):
        raise _unreadable(file, 1, f"the columns {', '.join(columns)}", ", ".join(header))
    for number, row in enumerate(rows, 2):
        if not row:
            continue
        if len(row) != len(columns):
            raise _unreadable(file, number, f"{len(columns)} fields", f"{len(row)}")
        try:
            yield [kind(field) for kind, field in zip(columns.values(), row, strict=True)]
        except ValueError as problem:
            raise _unreadable(file, number, "whole numbers in its places", str(problem)) from None


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as problem:
        raise _unreadable(file, 0, "a file", str(problem.strerror)) from problem
    except UnicodeDecodeError as problem:
        raise _unreadable(file, 0, "UTF-8", str(problem)) from problem


def _unreadable(file: Path, line: int, expected: str, seen: str) -> CourseError:
    place = "/".join(file.parts[-3:]) + (f", line {line}" if line else "")
    return CourseError(f"{expected} in {place}", seen, "Section 8 of data/guide.md has the form.")
