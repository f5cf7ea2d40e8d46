"""Find the names in an article: a tagger, lists, a chunk grammar, title cues, memory of names.

Five stages, each usable alone and each a few lines: ``tag_words``, ``look_up``, ``chunk``,
``remember``, and ``tag_entities``, which runs them in order. Dates are a layer of their own
(``lessons.dates``). Labels are those of NLTK's ``ne_chunk``, and NORP for nationalities, religions
and parties: a name that no stage can type is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from lessons.course import course_folder
from lessons.dates import find_dates

if TYPE_CHECKING:
    from lessons.articles import Article

LABELS = ("PERSON", "ORGANIZATION", "GPE", "LOCATION", "NORP")

GRAMMAR = r"""
  ORGANIZATION: {<NNP.*|GIVEN|GPE|LOCATION|COMPASS|ORG>+<ORG>(<OF><DT>?<NNP.*|GPE|LOCATION|ORG>+)?}
                {<ORG><OF><DT>?<NNP.*|GPE|LOCATION|ORG>+}
  LOCATION: {<NNP.*|GIVEN|GPE|NORP|COMPASS>+<PLACE>}
            {<PLACE><NNP.*|GIVEN>+}
            {<COMPASS><LOCATION|GPE>}
  NORP: {<COMPASS><NORP>}
  GPE: {<NNP.*|COMPASS>+<AREA>}
       {<AREA><OF><NNP.*>+}
  PERSON: <TITLE>{<GPE>?<NNP.*|GIVEN>+}
          {<GIVEN><NNP.*|GIVEN>+}
          {<NNP.*|GIVEN><NNP.*|GIVEN>+}<SAID>
  GPE: <WHERE>{<NNP.*>+}
  NAME: {<NNP.*|GIVEN>+}
"""

_LONGEST = 6  # words in the longest listed name
_PIECES = 200  # a grammar is run over so many pieces at a time: NLTK gives up after five seconds
_CUES = {"of": "OF", "in": "WHERE", "near": "WHERE", "said": "SAID", "says": "SAID"}


@dataclass(frozen=True, order=True)
class Entity:
    """A name in a text, ``text == article.text[start:end]``, with its label."""

    start: int
    end: int
    label: str
    text: str


@dataclass(frozen=True)
class Word:
    """A word, or several that a list knows as one name; ``tag`` is what is known about it."""

    start: int
    end: int
    text: str
    tag: str


@cache
def gazetteer() -> dict[str, str]:
    """The course's own lists, ``data/gazetteer.tsv``: each name or cue word, and its list.

    Beside the labels the lists are TITLE, GIVEN (given names), ORG (words that end an
    organization's name), PLACE, AREA, COMPASS, DATE (months, weekdays), and STOP (capitals that
    name nothing).
    """
    lines = (course_folder() / "data" / "gazetteer.tsv").read_text("utf-8").splitlines()
    return {name: listed for listed, name in (line.split("\t") for line in lines[1:])}


def tag_entities(article: Article) -> list[Entity]:
    """The names in an article, in order, none overlapping another.

    >>> from lessons.articles import read_article
    >>> article = read_article("President Ada Obi left Kenya. Obi was tired.")
    >>> [(each.label, each.text) for each in tag_entities(article)]
    [('PERSON', 'Ada Obi'), ('GPE', 'Kenya'), ('PERSON', 'Obi')]
    """
    sentences = (look_up(words) for words in tag_words(article))
    found = [entity for words in sentences for entity in chunk(words)]
    return [replace(each, text=article.text[each.start : each.end]) for each in remember(found)]


def tag_dates(article: Article) -> list[Entity]:
    """The dates in an article, labelled DATE."""
    text = article.text
    return [Entity(start, end, "DATE", text[start:end]) for start, end in find_dates(text)]


def tag_words(article: Article) -> list[list[Word]]:
    """Stage 1, NLTK's part-of-speech tagger: the words of each sentence with their tags."""
    from nltk import pos_tag_sents

    sentences = words_by_sentence(article)
    tagged = pos_tag_sents([[word.text for word in words] for words in sentences])
    return [
        [replace(word, tag=tag) for word, (_, tag) in zip(words, tags, strict=True)]
        for words, tags in zip(sentences, tagged, strict=True)
    ]


def words_by_sentence(article: Article) -> list[list[Word]]:
    """The words of each sentence, untagged, quotation marks as taggers know them: `` and ''."""
    sentences: list[list[Word]] = []
    tokens = iter(article.tokens)
    token = next(tokens, None)
    for sentence in article.sentences:
        words: list[Word] = []
        while token and token.end <= sentence.end:
            opens = token.text == '"' and not article.text[token.end : token.end + 1].isspace()
            text = {'"': "``" if opens else "''"}.get(token.text, token.text)
            words.append(Word(token.start, token.end, text, ""))
            token = next(tokens, None)
        sentences.append(words)
    return sentences


def look_up(words: Sequence[Word]) -> list[Word]:
    """Stage 2, lists and cues: the longest listed names become one word, tagged with their list.

    A few small words (of, in, said) get tags of their own, too, and a word that looks like an
    acronym is taken for an organization. What no list knows keeps the tagger's tag.
    """
    return [_cue(word) if count == 1 else word for word, count in _listed(words)]


def _listed(words: Sequence[Word]) -> Iterator[tuple[Word, int]]:
    at = 0
    while at < len(words):
        count, word = next(
            (
                (count, replace(merged, tag=gazetteer()[merged.text]))
                for count in range(min(_LONGEST, len(words) - at), 0, -1)
                if (merged := _merge(words[at : at + count])).text in gazetteer()
            ),
            (1, words[at]),
        )
        yield word, count
        at += count


def _merge(words: Sequence[Word]) -> Word:
    """Several words as one, spaced as in the text."""
    text = words[0].text
    for before, word in pairwise(words):
        text += " " * (word.start > before.end) + word.text
    return Word(words[0].start, words[-1].end, text, words[0].tag)


def _cue(word: Word) -> Word:
    if word.text in gazetteer():
        return word
    if word.tag.startswith("NNP") and re.fullmatch(r"[A-Z]{2,6}|[A-Z]\d{1,2}", word.text):
        return replace(word, tag="ORGANIZATION")
    return replace(word, tag=_CUES.get(word.text, word.tag))


def chunk(words: Sequence[Word], grammar: str = GRAMMAR) -> list[Entity]:
    """Stage 3, a chunk grammar over the tags: the names of one sentence, typed where it can.

    A name that it cannot type is labelled NAME. Any ``RegexpParser`` grammar may be tried; each
    outermost chunk is an entity with the chunk's label, and a listed word outside is one too.
    """
    return [
        entity
        for at in range(0, len(words), _PIECES)
        for entity in _parse(words[at : at + _PIECES], grammar)
    ]


def _parse(words: Sequence[Word], grammar: str) -> Iterator[Entity]:
    from nltk import Tree

    at = 0
    for node in _parser(grammar).parse([(word.text, word.tag) for word in words]):
        size = len(node.leaves()) if isinstance(node, Tree) else 1
        label = node.label() if isinstance(node, Tree) else words[at].tag
        if isinstance(node, Tree) or label in LABELS:
            whole = _merge(words[at : at + size])
            yield Entity(whole.start, whole.end, label, whole.text)
        at += size


@cache
def _parser(grammar: str) -> Any:
    from nltk import RegexpParser

    return RegexpParser(grammar)


def remember(entities: Iterable[Entity]) -> list[Entity]:
    """Stage 4, memory: a bare NAME takes its type from a typed one; the rest are dropped.

    A name is remembered whole, and a person's also by each of its words.
    """
    entities = list(entities)
    seen: dict[str, str] = {}
    for each in entities:
        if each.label != "NAME":
            for name in [each.text, *(each.text.split() if each.label == "PERSON" else [])]:
                seen.setdefault(name, each.label)
    typed = (replace(each, label=seen.get(each.text, each.label)) for each in entities)
    return [each for each in typed if each.label != "NAME"]
