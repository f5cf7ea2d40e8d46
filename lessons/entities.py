"""Find the names in an article: a tagger, lists, a chunk grammar, title cues, memory of names.

Four stages, each usable alone and each a few lines: ``tag_words``, ``look_up``, ``chunk``,
``remember``; ``tag_entities`` runs them in order. A name that no stage can type is left out.
Dates are a layer of their own. What a name is, and each label, is told in ``data/guide.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from lessons.course import own_folder
from lessons.dates import find_dates
from lessons.spans import LabelledSpan

if TYPE_CHECKING:
    from lessons.articles import Article

LABELS = ("PERSON", "ORGANIZATION", "GPE", "LOCATION", "NORP")
COMMONEST = "GPE"  # in news, and so the guess of a baseline that knows no label

GRAMMAR = r"""
  # what the guide leaves unmarked, as the [Berlin Marathon] or [Hurricane Kit]
  OTHER: {<NNP.*|GIVEN|GPE|NORP|LOCATION|COMPASS|ORGANIZATION>+<EVENT>}
         {<EVENT><NNP.*|GIVEN>}
  # [Health Ministry], [Reed & Daughters Inc.], then [Ministry of Health of Ghana], the [Corps]
  ORGANIZATION: {<NNP.*|GIVEN|GPE|LOCATION|COMPASS|ORG>+(<AMP><NNP.*|GIVEN>+)?<ORG>}
  ORGANIZATION: {<ORG|ORGANIZATION>(<OF><DT>?<NNP.*|GIVEN|GPE|LOCATION|ORG|ORGANIZATION>+)+}
                <DT>{<ORG>}
  # [Korean peninsula], [Lake Chad], [Western Europe]
  LOCATION: {<NNP.*|GIVEN|GPE|NORP|COMPASS>+<PLACE>}
            {<PLACE><NNP.*|GIVEN|GPE>+}
            {<COMPASS><LOCATION|GPE>}
  NORP: {<COMPASS><NORP>}
  GPE: {<NNP.*|COMPASS>+<AREA>}
  # President [Lee], [Mary Roe], [Ada Obi] said, [Ada Obi], 42
  PERSON: <TITLE>{<GPE>?<NNP.*|GIVEN>+}
          {<GIVEN><NNP.*|GIVEN>+}
          {<NNP.*|GIVEN><NNP.*|GIVEN>+}<SAID>
          {<NNP.*|GIVEN><NNP.*|GIVEN>+}<,><CD|WP>
  # in [Mercer]; and what is left
  GPE: <WHERE>{<NNP.*>+}
  NAME: {<NNP.*|GIVEN>+}
"""

_LONGEST = 6  # words in the longest listed name
_PIECES = 100  # a grammar is run over so many pieces at a time: NLTK gives up after five seconds
_CUES = {"of": "OF", "in": "WHERE", "near": "WHERE", "said": "SAID", "says": "SAID", "&": "AMP"}


@dataclass(frozen=True, order=True)
class Entity:
    """A name in a text, ``text == article.text[start:end]``, with its label."""

    start: int
    end: int
    label: str
    text: str

    @property
    def span(self) -> LabelledSpan:
        """What is scored: where it stands, and its label."""
        return self.start, self.end, self.label


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
    organization's name), PLACE, AREA, EVENT, COMPASS, DATE (months, weekdays), and STOP (capitals
    that name nothing).
    """
    lines = (own_folder() / "data" / "gazetteer.tsv").read_text("utf-8").splitlines()
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

    tagged = pos_tag_sents([article.forms_in(sentence) for sentence in article.sentences])
    return [
        [
            Word(token.start, token.end, token.text, tag)
            for token, (_, tag) in zip(article.tokens_in(sentence), tags, strict=True)
        ]
        for sentence, tags in zip(article.sentences, tagged, strict=True)
    ]


def look_up(words: Sequence[Word]) -> list[Word]:
    """Stage 2, lists and cues: the longest listed names become one word, tagged with their list.

    So do OSLO and U.S.-Japan, by their parts. A few small words (of, in, said) get tags of their
    own, and a word that looks like an acronym is taken for an organization. What no list knows
    keeps the tagger's tag.
    """
    found, at = [], 0
    while at < len(words):
        sizes = range(min(_LONGEST, len(words) - at), 0, -1)
        candidates = (_merge(words[at : at + size]) for size in sizes)
        name = next((each for each in candidates if each.text in gazetteer()), words[at])
        found.append(replace(name, tag=_listed(name) or _guessed(name)))
        at = next((i for i in range(at, len(words)) if words[i].start >= name.end), len(words))
    return found


def _listed(name: Word) -> str:
    forms = [name.text]
    if name.text.isupper() and len(name.text) > 3:
        forms.append(name.text.title())
    parts = name.text.split("-")
    if len(parts) > 1 and all(part[:1].isupper() for part in parts):
        forms.append(parts[-1])
    return next((gazetteer()[form] for form in forms if form in gazetteer()), "")


def _guessed(word: Word) -> str:
    if word.tag.startswith("NNP") and re.fullmatch(r"[A-Z]{2,6}|[A-Z]\d{1,2}", word.text):
        return "ORGANIZATION"
    if not any(map(str.isalnum, word.text)) and word.tag.startswith("NNP"):
        return ":"  # the tagger takes brackets for names
    return _CUES.get(word.text, word.tag)


def _merge(words: Sequence[Word]) -> Word:
    """Several words as one, spaced as in the text."""
    text = words[0].text
    for before, word in pairwise(words):
        text += " " * (word.start > before.end) + word.text
    return Word(words[0].start, words[-1].end, text, words[0].tag)


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
    typed = [each for each in entities if each.label in LABELS]
    seen = {each.text: each.label for each in reversed(typed)}
    people = (each for each in typed if each.label == "PERSON")
    seen |= {word: "PERSON" for each in people for word in each.text.split() if word not in seen}
    named = (
        replace(each, label=seen.get(each.text, "NAME")) if each.label == "NAME" else each
        for each in entities
    )
    return [each for each in named if each.label in LABELS]


def capital_runs(article: Article) -> list[Entity]:
    """A baseline: every run of words with a capital is a name, and of the commonest label."""
    runs: list[list[Word]] = [[]]
    for token in article.tokens:
        if not token.text[0].isupper():
            runs.append([])
        else:
            runs[-1].append(Word(token.start, token.end, token.text, ""))
    return [_entity(article, _merge(run), COMMONEST) for run in runs if run]


def proper_noun_runs(article: Article) -> list[Entity]:
    """A baseline: what ``RegexpParser`` finds with ``{<NNP.*>+}``, and of the commonest label."""
    grammar = COMMONEST + ": {<NNP.*>+}"
    found = (entity for words in tag_words(article) for entity in chunk(words, grammar))
    return [replace(each, text=article.text[each.start : each.end]) for each in found]


def listed_names(article: Article) -> list[Entity]:
    """A baseline: the names on the lists, and nothing else."""
    sentences = (look_up(words) for words in tag_words(article))
    words = (word for sentence in sentences for word in sentence)
    return [_entity(article, word, word.tag) for word in words if _listed(word) in LABELS]


def _entity(article: Article, word: Word, label: str) -> Entity:
    return Entity(word.start, word.end, label, article.text[word.start : word.end])
