"""What ``data/guide.md`` asks of an annotation, as far as a program can tell.

``problems(folder)`` reads a text's gold and its readings and says each thing that breaks a rule of
the guide, with its file and place. An empty list means: well-formed. Whether it is *right* only a
reader can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from lessons.annotations import (
    LEVELS,
    Annotation,
    Segment,
    Sentence,
    Token,
    read_annotation,
    read_text,
)
from lessons.entities import LABELS
from lessons.errors import CourseError
from lessons.sentiment import label_of_grade
from lessons.spans import from_iob

_TAGS = (
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH "
    "VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB # $ . , : ( ) `` ''"
)
POS = frozenset(_TAGS.split())
PIECES = 3  # of evidence, at most
WORDS = 4  # in a topic's label, at most


def problems(folder: Path) -> list[str]:
    """Each rule that an annotated text breaks, in its gold and in its readings."""
    try:
        text = read_text(folder)
    except CourseError as error:
        return [str(error)]
    found = ["text.txt: ends its lines with CR; the guide wants LF."] if "\r" in text else []
    for place in (folder, *sorted(folder.glob("readings/*"))):
        name = "gold" if place == folder else f"reading {place.name}"
        try:
            annotation = read_annotation(place)
        except CourseError as error:
            found.append(f"{name}: {error}")
            continue
        found += [f"{name}: {problem}" for problem in problems_in(text, annotation)]
        if place != folder and annotation.segmentations != [place.name]:
            found.append(f"{name}: its segmentation is called {annotation.segmentations}")
    return found


def problems_in(text: str, annotation: Annotation) -> list[str]:
    """Each rule that one annotation of a text breaks."""
    return [
        *_of_tokens(text, annotation),
        *_of_spans(annotation),
        *_of_sentences(text, annotation.sentences),
        *_of_topics(annotation),
    ]


def _of_tokens(text: str, annotation: Annotation) -> Iterator[str]:
    at = 0
    sentences = {sentence.number: sentence for sentence in annotation.sentences}
    for number, token in enumerate(annotation.tokens, 1):
        where = f"token {number} {token.text!r}"
        if text[token.start : token.end] != token.text or not token.text.strip():
            yield f"{where}: the text has {text[token.start : token.end]!r} there"
        if token.start < at:
            yield f"{where}: begins before the token before it ends"
        elif text[at : token.start].strip():
            yield f"{where}: {text[at : token.start].strip()!r} before it is in no token"
        home = sentences.get(token.sentence)
        if not home or not home.start <= token.start <= token.end <= home.end:
            yield f"{where}: is not inside sentence {token.sentence}"
        if token.pos not in POS:
            yield f"{where}: {token.pos!r} is no part of speech of the guide"
        at = token.end
    if text[at:].strip():
        yield f"{text[at:].strip()[:20]!r} at the end is in no token"


def _of_spans(annotation: Annotation) -> Iterator[str]:
    layers = {"entity": LABELS, "date": ("DATE",)}
    for number, tokens in _by_sentence(annotation.tokens).items():
        for layer, labels in layers.items():
            try:
                spans = from_iob([getattr(token, layer) for token in tokens])
            except CourseError as error:
                yield f"sentence {number}, {layer}: {error}"
                continue
            for start, end, label in spans:
                if label not in labels:
                    words = " ".join(token.text for token in tokens[start:end])
                    yield f"sentence {number}: {words!r} has the {layer} label {label!r}"


def _of_sentences(text: str, sentences: Iterable[Sentence]) -> Iterator[str]:
    at = 0
    for expected, sentence in enumerate(sentences, 1):
        where = f"sentence {sentence.number}"
        words = text[sentence.start : sentence.end]
        if sentence.number != expected:
            yield f"{where}: comes as number {expected}"
        if words != words.strip() or not words:
            yield f"{where}: has a blank at an end, or nothing in it"
        if sentence.start < at or text[at : sentence.start].strip():
            yield f"{where}: does not begin where the one before it ends"
        if not -2 <= sentence.grade <= 2:
            yield f"{where}: {sentence.grade} is no grade of the guide"
        if sentence.label != label_of_grade(sentence.grade):
            yield f"{where}: the grade {sentence.grade} is not {sentence.label!r}"
        pieces = [] if sentence.evidence == "none" else sentence.evidence.split(" | ")
        if sentence.grade and not pieces:
            yield f"{where}: a grade of {sentence.grade} without evidence"
        if len(pieces) > PIECES:
            yield f"{where}: {len(pieces)} pieces of evidence, more than {PIECES}"
        yield from (
            f"{where}: the evidence {piece!r} is not in it"
            for piece in pieces
            if piece not in words or not piece.strip()
        )
        if not sentence.reason.strip():
            yield f"{where}: no reason"
        at = sentence.end
    if text[at:].strip():
        yield f"{text[at:].strip()[:20]!r} at the end is in no sentence"


def _of_topics(annotation: Annotation) -> Iterator[str]:
    last = len(annotation.sentences)
    for name in annotation.segmentations or ["a"]:
        ends: dict[str, list[int]] = {}
        for level in LEVELS:
            where = f"topics {name}, {level}"
            rows = [
                row for row in annotation.segments if (row.segmentation, row.level) == (name, level)
            ]
            ends[level] = [row.after_sentence for row in rows]
            yield from (f"{where}: {problem}" for problem in _of_level(rows, last, level))
        if missing := sorted(set(ends["coarse"]) - set(ends["fine"])):
            yield f"topics {name}: coarse breaks after {missing} are not fine ones"
        levels = [row.level for row in annotation.segments if row.segmentation == name]
        if levels != sorted(levels) or set(levels) - set(LEVELS):
            yield f"topics {name}: coarse rows come first, then fine ones, and no other level"


def _of_level(rows: list[Segment], last: int, level: str) -> Iterator[str]:
    ends = [0, *(row.after_sentence for row in rows)]
    if not rows or ends[-1] != last:
        yield f"the last segment ends at {ends[-1]}, the text at {last}"
    least = 2 if level == "coarse" else 1
    if any(end - start < min(least, last) for start, end in pairwise(ends)):
        yield f"a segment is shorter than {least}, or the rows are out of order"
    for one, other in pairwise(rows):
        if one.label == other.label:
            yield f"{one.label!r} twice in a row is one segment"
    for row in rows:
        if not 1 <= len(row.label.split()) <= WORDS:
            yield f"{row.label!r} is not one to {WORDS} words"


def _by_sentence(tokens: Iterable[Token]) -> dict[int, list[Token]]:
    sentences: dict[int, list[Token]] = {}
    for token in tokens:
        sentences.setdefault(token.sentence, []).append(token)
    return sentences
