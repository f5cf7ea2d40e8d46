"""What wrong answers to 1.e give, as functions of the text: the models that its slips know."""

from __future__ import annotations

import re

Places = list[tuple[str, int, int]]


def words(text: str) -> list[str]:
    """The tokens as NLTK gives them."""
    from nltk.tokenize import word_tokenize

    return list(word_tokenize(text))


def surface(text: str) -> list[str]:
    """The tokens as the text has them, as far as quotation marks go."""
    return ['"' if word in ("``", "''") else word for word in words(text)]


def found(text: str, tokens: list[str], after: str = "end") -> Places:
    """Each token where find() sees it, -1 and all, after the last one's end or start, or from 0."""
    places, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        places.append((token, start, start + len(token)))
        at = {"end": start + len(token), "further": start + len(token) + 1, "start": start, "": 0}[
            after
        ]
    return places


def one_sentence(text: str) -> Places:
    """The Treebank's spans, the whole text taken for one sentence."""
    from nltk.tokenize import NLTKWordTokenizer

    return [(text[a:b], a, b) for a, b in NLTKWordTokenizer().span_tokenize(text)]


def with_spaces(text: str, width: int) -> Places:
    """Places as if so many spaces stood behind every token."""
    places, at = [], 0
    for token in words(text):
        places.append((token, at, at + len(token)))
        at += len(token) + width
    return places


def in_its_sentence(text: str) -> Places:
    """Each token's place in its sentence."""
    from nltk.tokenize import sent_tokenize

    return [place for sentence in sent_tokenize(text) for place in one_sentence(sentence)]


def without_quotes(text: str) -> Places:
    """The tokens that the text holds as NLTK writes them."""
    return found(text, [word for word in words(text) if word in text])


def added_up(text: str, between: int) -> Places:
    """Each sentence said to start where the lengths of those before it, and so much more, end."""
    from nltk.tokenize import sent_tokenize

    places, at = [], 0
    for sentence in sent_tokenize(text):
        places += [(word, at + a, at + b) for word, a, b in one_sentence(sentence)]
        at += len(sentence) + between
    return places


def in_what_is_left(text: str) -> Places:
    """Each token where find() sees it in what stands behind the last one."""
    places = []
    for token in surface(text):
        start = text.find(token)
        places.append((token, start, start + len(token)))
        text = text[start + len(token) :]
    return places


def torn(text: str) -> Places:
    """The tokens of another tokenizer."""
    from nltk.tokenize import wordpunct_tokenize

    return found(text, wordpunct_tokenize(text))


def each_mark(text: str) -> Places:
    """The tokens of a pattern that makes every mark a token."""
    return [(m.group(), m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]


def the_text() -> str:
    """The sample article, whatever text was given."""
    from lessons.articles import sample_article

    return sample_article().text


def the_article(_: str) -> Places:
    """The places of the article's tokens, whatever text was given."""
    return found(the_text(), surface(the_text()))


def to_the_next(text: str) -> Places:
    """Each token with what stands between it and the next."""
    places = found(text, surface(text))
    starts = [start for _, start, _ in places[1:]] + [len(text)]
    return [(word, a, b) for (word, a, _), b in zip(places, starts, strict=False)]


def as_nltk_counts(text: str) -> Places:
    """The right start, but the token's length as NLTK writes it."""
    pairs = zip(words(text), found(text, surface(text)), strict=True)
    return [(word, place[1], place[1] + len(word)) for word, place in pairs]


def squeezed(text: str) -> Places:
    """Places in the text with every run of white space made one space."""
    from nltk.tokenize import sent_tokenize

    text, places, at = " ".join(text.split()), [], 0
    for sentence in sent_tokenize(text):
        at = text.index(sentence, at)
        places += [(word, at + a, at + b) for word, a, b in one_sentence(sentence)]
    return places


def anew_in_each_sentence(text: str) -> Places:
    """The search goes on inside a sentence, and begins at the start of the text in the next."""
    from nltk.tokenize import sent_tokenize

    return [place for each in sent_tokenize(text) for place in found(text, surface(each))]


def each_sentence_from_0(text: str) -> Places:
    """Each sentence where find() sees it from the start of the text."""
    from nltk.tokenize import sent_tokenize

    return [
        (word, text.find(each) + a, text.find(each) + b)
        for each in sent_tokenize(text)
        for word, a, b in one_sentence(each)
    ]


def by_token(text: str, twice: bool = True) -> Places:
    """Each different token once: at the last place, or at the first and in order of places."""
    if not twice:
        return sorted(set(found(text, surface(text), "")), key=lambda place: place[1])
    last = {word: (a, b) for word, a, b in found(text, surface(text))}
    return [(word, *place) for word, place in last.items()]
