"""The groups of texts that scores are told for, and a table of scores.

The groups are columns: the article, on which the rules were written; the teaching texts, which
learners have; the held-out texts, which only a clone has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from lessons.annotations import AnnotatedText, held_out_folder, teaching_folder, texts_in
from lessons.articles import Article, read_article
from lessons.errors import CourseError

Groups = Mapping[str, Sequence[AnnotatedText]]
ARTICLE = "article"


@dataclass(frozen=True)
class Table:
    """A title, the columns' names, and a row of numbers under each name."""

    title: str
    columns: tuple[str, ...]
    rows: dict[str, tuple[float, ...]]


def groups() -> dict[str, list[AnnotatedText]]:
    """The annotated texts by group; a group without any is left out."""
    texts = texts_in(teaching_folder())
    held_out = held_out_folder()
    found = {
        "article": [text for text in texts if text.id == ARTICLE],
        "teaching": [text for text in texts if text.id != ARTICLE],
        "held out": texts_in(held_out) if held_out else [],
    }
    return {name: texts for name, texts in found.items() if texts}


@cache
def article_of(text: str) -> Article:
    """A text as tools meet it, cut by the course itself, with the offsets of its annotation.

    Raises:
        CourseError: cleaning changes the text, so that no offset fits.
    """
    article = read_article(text)
    if article.text != text.rstrip("\n"):
        raise CourseError(
            "a text.txt that is clean already",
            f"{len(text)} characters, of which cleaning leaves {len(article.text)}",
            "Cut the furniture, straighten the quotes, and leave one blank line a paragraph.",
        )
    return article
