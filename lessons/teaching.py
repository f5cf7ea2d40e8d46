"""The teaching texts as learners meet them: plain lists, the gold beside the words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from lessons.annotations import article_folder, read_annotated, teaching_folder
from lessons.errors import CourseError
from lessons.spans import LabelledSpan, from_iob

GOLD = "gold"


@dataclass(frozen=True)
class TeachingText:
    """One text and what its readers wrote beside it, in the form that code tasks take.

    Args:
        id: its name, "article" or another.
        text: all of it; paragraphs are a blank line apart.
        sentences: each sentence as a string.
        tokens: the tokens of the whole text, in order.
        tags: the Penn Treebank tag of each token.
        entities: (start, end, label) of each name, counted in ``tokens``, ``end`` half-open.
        names: for each sentence, its names as they are written.
        labels: for each sentence, "positive", "neutral" or "negative".
        grades: for each sentence, the grade from -2 to 2 that its label follows from.
        breaks: the numbers of the sentences, counted from 1, after which the main topic changes,
            by reading: {"a": [6, 10], "b": [8, 12]}.
    """

    id: str
    text: str
    sentences: list[str]
    tokens: list[str]
    tags: list[str]
    entities: list[LabelledSpan]
    names: list[list[str]]
    labels: list[str]
    grades: list[int]
    breaks: dict[str, list[int]]

    def __repr__(self) -> str:
        return f"<{self.id}: {len(self.sentences)} sentences, {len(self.tokens)} tokens>"


def read_text(id: str, reading: str = GOLD) -> TeachingText:
    """A teaching text with its gold, or as one of its two readers ("a" or "b") read it.

    Raises:
        CourseError: there is no such text, or no such reading.

    >>> gold = read_text("article")
    >>> start, end, label = gold.entities[0]
    >>> gold.tokens[start:end], label
    (['South', 'Korean'], 'NORP')
    """
    folders = {path.parent.name: path.parent for path in teaching_folder().glob("*/tokens.tsv")}
    folders["article"] = article_folder()
    if not (article_folder() / "tokens.tsv").is_file():
        del folders["article"]
    if id not in folders:
        ids = ", ".join(sorted(folders))
        raise CourseError(f"one of the texts {ids}", repr(id), "Copy an id from these.")
    found = read_annotated(folders[id])
    versions = {GOLD: found.gold, **found.readings}
    if reading not in versions:
        raise CourseError(
            f"a reading, one of {', '.join(versions)}", repr(reading), "Leave it out for the gold."
        )
    made, text = versions[reading], found.text
    starts = [sentence.start for sentence in made.sentences]
    names: list[list[str]] = [[] for _ in starts]
    for start, end, _ in made.entities:
        names[bisect_right(starts, start) - 1].append(text[start:end])
    return TeachingText(
        id=id,
        text=text,
        sentences=[text[each.start : each.end] for each in made.sentences],
        tokens=[token.text for token in made.tokens],
        tags=[token.pos for token in made.tokens],
        entities=from_iob([token.entity for token in made.tokens]),
        names=names,
        labels=[each.label for each in made.sentences],
        grades=[each.grade for each in made.sentences],
        breaks={name: made.breaks("coarse", name) for name in made.segmentations},
    )
