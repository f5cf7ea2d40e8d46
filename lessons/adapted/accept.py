"""Is a text fit to be taught? Its licence, its length, its language; each refusal says a cure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessons.articles import BETWEEN, Article, read_article
from lessons.doubts import doubts
from lessons.errors import CourseError

SENTENCES = range(10, 61)
PARAGRAPHS = 4
LINE = 300  # words: a longer sentence is no sentence, or cannot be shown as one bar's label
RANGE = re.compile(r"(\d+)-(\d+)")


def chosen(article: Article, paragraphs: str) -> Article:
    """The article of some paragraphs alone, "3-9" as counted from 1; of all where none are named.

    Raises:
        CourseError: it has no such paragraphs.
    """
    if not paragraphs:
        return article
    found, many = RANGE.fullmatch(paragraphs), len(article.paragraphs)
    first, last = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= first <= last <= many:
        raise CourseError(
            f"paragraphs of the text, such as 1-{min(many, 12)}",
            f"{paragraphs}, and the text has {many}",
            "Give the first and the last: --paragraphs 3-9.",
        )
    return read_article(BETWEEN.join(part.text for part in article.paragraphs[first - 1 : last]))


def refusals(article: Article, licence: str, source: str) -> Iterator[str]:
    """Why a text cannot be taught with this course, one sentence each; none when it can."""
    from lessons.tasks.t6a_card import BOAST, NAMED

    if BOAST.search(licence) or not NAMED.search(licence):
        yield (
            f"licence: {licence!r} names none. Learners get a copy, so somebody must have allowed "
            "it: name what is said beside the text (CC BY 4.0; public domain, and why; permission "
            "of whom, and when)."
        )
    if not source.strip():
        yield "source: say where the text is from, so that others can find it."
    if any(True for _ in doubts(article.text)):
        yield f"language: {next(iter(doubts(article.text)))}"
    yield from _of_length(article)


def _of_length(article: Article) -> Iterator[str]:
    many = len(article.sentences)
    if many < SENTENCES.start:
        yield (
            f"length: {many} sentences, and task 3.a asks for the signs of {SENTENCES.start}; "
            "bring a longer text."
        )
    if many >= SENTENCES.stop:
        yield (
            f"length: {many} sentences. Beyond {SENTENCES.stop - 1} a chart with a bar for each "
            "cannot be read, and nobody reads the text twice: choose a part, --paragraphs 3-9."
        )
    if len(article.paragraphs) < PARAGRAPHS:
        yield (
            f"length: {len(article.paragraphs)} paragraphs, and task 4.f compares pairs of "
            f"{PARAGRAPHS} or more. A blank line parts paragraphs."
        )
    longest = max((len(each.text.split()) for each in article.sentences), default=0)
    if longest > LINE:
        yield f"length: a sentence of {longest} words; look for what joins it, a table perhaps."
