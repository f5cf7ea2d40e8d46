"""What tools find of tokens, sentences, parts of speech, names and dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lessons.agreement import raw_agreement
from lessons.annotations import AnnotatedText
from lessons.articles import Article
from lessons.entities import (
    LABELS,
    Entity,
    capital_runs,
    chunk,
    listed_names,
    look_up,
    proper_noun_runs,
    tag_dates,
    tag_entities,
    tag_words,
)
from lessons.scores.table import Groups, Table, article_of
from lessons.spans import KINDS, LabelledSpan, errors_by_kind, f1, partial_f1

Tagger = Callable[[Article], Iterable[Entity]]
Score = Callable[[Sequence[LabelledSpan], Sequence[LabelledSpan]], float]


def without_memory(article: Article) -> list[Entity]:
    """The stages before memory: what a grammar over tags, lists and cues can type."""
    found = (entity for words in tag_words(article) for entity in chunk(look_up(words)))
    return [entity for entity in found if entity.label in LABELS]


TAGGERS: dict[str, Tagger] = {
    "capitalised runs": capital_runs,
    "RegexpParser over NNP": proper_noun_runs,
    "lists": listed_names,
    "tagger, lists, grammar, cues": without_memory,
    "the same and memory": tag_entities,
}


def tables(groups: Groups) -> list[Table]:
    """What comes before the names; F1 of each tagger; the last one's mistakes by kind."""
    columns = tuple(groups)
    return [
        Table("Tools below the names", columns, _below(groups)),
        Table("Names, F1 of span and label", columns, by_tagger(groups, f1)),
        Table("Names, F1 of span", columns, by_tagger(groups, _span_f1)),
        Table("Names, F1 with half points for overlaps", columns, by_tagger(groups, partial_f1)),
        Table("Names, mistakes of the last tagger", columns, _mistakes(groups)),
    ]


def _below(groups: Groups) -> dict[str, tuple[float, ...]]:
    figures: dict[str, Callable[[Sequence[AnnotatedText]], float]] = {
        "word_tokenize, F1 of tokens": _token_f1,
        "sent_tokenize, F1 of sentences": _sentence_f1,
        "pos_tag, share right": _pos_right,
        "rules for dates, F1": _date_f1,
    }
    return {name: tuple(map(figure, groups.values())) for name, figure in figures.items()}


def _token_f1(texts: Sequence[AnnotatedText]) -> float:
    return f1(
        {(text.id, token.start, token.end) for text in texts for token in text.gold.tokens},
        {(text.id, t.start, t.end) for text in texts for t in article_of(text.text).tokens},
    )


def _sentence_f1(texts: Sequence[AnnotatedText]) -> float:
    return f1(
        {(text.id, each.start, each.end) for text in texts for each in text.gold.sentences},
        {(text.id, s.start, s.end) for text in texts for s in article_of(text.text).sentences},
    )


def by_tagger(groups: Groups, score: Score) -> dict[str, tuple[float, ...]]:
    """The score of each tagger, one for each group of texts."""
    return {
        name: tuple(score(_gold(texts), _found(texts, tagger)) for texts in groups.values())
        for name, tagger in TAGGERS.items()
    }


def _span_f1(gold: Sequence[LabelledSpan], found: Sequence[LabelledSpan]) -> float:
    return f1(*({span[:2] for span in side} for side in (gold, found)))


def _mistakes(groups: Groups) -> dict[str, tuple[float, ...]]:
    errors = [
        errors_by_kind(_gold(texts), _found(texts, tag_entities)) for texts in groups.values()
    ]
    return {kind: tuple(len(each[kind]) for each in errors) for kind in KINDS}


def _date_f1(texts: Sequence[AnnotatedText]) -> float:
    gold = (text.gold.dates for text in texts)
    return f1(_pooled(texts, gold), _found(texts, tag_dates))


def _pos_right(texts: Sequence[AnnotatedText]) -> float:
    """Over the tokens that gold and the course cut alike; gold itself began as a tool's tags."""
    gold = {
        (text.id, token.start, token.end): token.pos for text in texts for token in text.gold.tokens
    }
    pairs = [
        (gold[place], word.tag)
        for text in texts
        for words in tag_words(article_of(text.text))
        for word in words
        if (place := (text.id, word.start, word.end)) in gold
    ]
    return raw_agreement([pos for pos, _ in pairs], [tag for _, tag in pairs])


def _gold(texts: Sequence[AnnotatedText]) -> list[LabelledSpan]:
    return _pooled(texts, (text.gold.entities for text in texts))


def _found(texts: Sequence[AnnotatedText], tagger: Tagger) -> list[LabelledSpan]:
    found = ([entity.span for entity in tagger(article_of(text.text))] for text in texts)
    return _pooled(texts, found)


def _pooled(
    texts: Sequence[AnnotatedText], spans: Iterable[Iterable[LabelledSpan]]
) -> list[LabelledSpan]:
    """The spans of several texts, as if the texts stood one after the other."""
    shift, pooled = 0, []
    for text, own in zip(texts, spans, strict=True):
        pooled += [(start + shift, end + shift, label) for start, end, label in own]
        shift += len(text.text)
    return pooled
