"""What tasks show of a person's annotation of the article: names of a passage, breaks of a text."""

from __future__ import annotations

from collections import Counter
from functools import cache

from lessons.adapted.card import read_card
from lessons.annotations import article_folder, read_annotation
from lessons.articles import Article
from lessons.course import adapted
from lessons.spans import LabelledSpan, from_iob

MANY = 3  # sentences of a passage to mark


@cache
def has_gold() -> bool:
    """Whether a person decided on the annotation of the adapted course's article."""
    folder = adapted()
    return folder is not None and read_card(folder).gold


def sentences_of(article: Article) -> list[str]:
    """The article's sentences as a person parted them, else as Punkt does."""
    if not has_gold():
        return [each.text for each in article.sentences]
    gold = read_annotation(article_folder()).sentences
    return [article.text[each.start : each.end] for each in gold]


def names_of_passage() -> tuple[list[str], list[LabelledSpan]]:
    """The tokens of the three sentences with most names, in order, and their names as spans."""
    tokens = read_annotation(article_folder()).tokens
    names = Counter(token.sentence for token in tokens if token.entity.startswith("B-"))
    chosen = {number for number, _ in names.most_common(MANY)}
    shown = [token for token in tokens if token.sentence in chosen]
    return [token.text for token in shown], from_iob([token.entity for token in shown])


def readers_compared(answer: object) -> str:
    """A learner's breaks beside those of each reading that the gold keeps."""
    from lessons.tasks.t4a_breaks import against

    return (
        f"{against(answer, read_annotation(article_folder()), '')}Another careful reading could "
        "break it elsewhere: **there is no one right segmentation**. What question is answered on "
        "each side of your breaks?"
    )
