"""A page becomes an article: its furniture cut; paragraphs, sentences, tokens with offsets.

Sentences are Punkt's (Kiss and Strunk 2006) within each paragraph, tokens those of the Penn
Treebank as NLTK cuts them: what ``nltk.sent_tokenize`` and ``nltk.word_tokenize`` give a learner.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from lessons.course import course_folder
from lessons.doubts import doubts
from lessons.errors import CourseError
from lessons.furniture import rule_for
from lessons.pages import Line, read_lines, straighten

BETWEEN = "\n\n"  # a blank line between paragraphs, as TextTiling wants it
NARROW, WIDE = 40, 100  # characters: how wide people and programs wrap a paragraph
ENDS = (".", "!", "?", '"', "'", ":")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: ``article.text[start:end] == text``, counted in characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A line that is not the article's: its number on the page from 1, and the rule that cut it."""

    line: int
    text: str
    rule: str


@dataclass(frozen=True, repr=False)
class Article:
    """A text and its parts, in order; a paragraph holds sentences, a sentence holds tokens.

    ``forms`` are the tokens as ``nltk.word_tokenize`` writes them, one for each: a straight double
    quote is ````` `` ````` or ``''`` there, which taggers need, but ``"`` in the text. ``page`` is
    what was read, ``cut`` what was left out of it, ``notes`` what cannot be trusted in this text.
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[Span, ...]
    page: str
    cut: tuple[Cut, ...]
    forms: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        counts = {"paragraph": self.paragraphs, "sentence": self.sentences, "token": self.tokens}
        parts = [f"{len(all)} {one}{'s' * (len(all) != 1)}" for one, all in counts.items()]
        return f"<Article: {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        """The text as a notebook shows it, to be read."""
        paragraphs = "".join(f"<p>{escape(part.text)}</p>" for part in self.paragraphs)
        return f'<article style="max-width: 42em">{paragraphs}</article>'

    def sentences_in(self, part: Span) -> tuple[Span, ...]:
        """The sentences of a paragraph."""
        return self.sentences[_within(self.sentences, part)]

    def tokens_in(self, part: Span) -> tuple[Span, ...]:
        """The tokens of a sentence or a paragraph."""
        return self.tokens[_within(self.tokens, part)]

    def forms_in(self, part: Span) -> list[str]:
        """The tokens of a sentence as ``nltk.pos_tag`` wants them.

        >>> said = read_article('"Yes," he said.')
        >>> said.forms_in(said.sentences[0])
        ['``', 'Yes', ',', "''", 'he', 'said', '.']
        """
        return list(self.forms[_within(self.tokens, part)])


def read_article(source: str | Path) -> Article:
    """The article of a file (a Path) or of a text or HTML page itself (a str).

    Raises:
        CourseError: the source cannot be read as text; the message says what to do.

    >>> article = read_article("- Get link\\nLee’s visit begins. It is his second.")
    >>> [token.text for token in article.tokens]
    ['Lee', "'s", 'visit', 'begins', '.', 'It', 'is', 'his', 'second', '.']
    >>> article.sentences[1]
    Span(start=20, end=37, text='It is his second.')
    >>> article.cut
    (Cut(line=1, text='- Get link', rule='menu item'),)
    """
    lines = read_lines(source)
    kept, cut = clean(lines)
    paragraphs = tuple(_lay_end_to_end(join_lines(kept)))
    try:
        sentences = tuple(_sentences(paragraphs))
        cut_up = list(_tokens(sentences))
    except TimeoutError as problem:  # NLTK stops a search after five seconds
        raise CourseError(
            "a text that NLTK can split into sentences and words in seconds",
            "one in which it searches too long, often for a run of thousands of dots or dashes",
            "Take that run out of the text, and read it again.",
        ) from problem
    text = BETWEEN.join(paragraph.text for paragraph in paragraphs)
    return Article(
        text=text,
        paragraphs=paragraphs,
        sentences=sentences,
        tokens=tuple(span for span, _ in cut_up),
        page="\n".join(line.text for line in lines),
        cut=cut,
        forms=tuple(form for _, form in cut_up),
        notes=tuple(doubts(text)),
    )


@cache
def sample_article() -> Article:
    """The article of the course, ``data/page.txt``."""
    return read_article(course_folder() / "data" / "page.txt")


def clean(lines: list[Line]) -> tuple[list[str], tuple[Cut, ...]]:
    """The lines of the article, their quotes straight, and the lines that the rules cut.

    A cut line leaves an empty one behind. A page that is furniture all through is kept whole.
    """
    rules = [rule_for(line) for line in lines]
    if not any(line.text.strip() and not rule for line, rule in zip(lines, rules, strict=True)):
        return [straighten(line.text) for line in lines], ()
    numbered = enumerate(zip(lines, rules, strict=True), 1)
    cut = tuple(Cut(number, line.text.strip(), rule) for number, (line, rule) in numbered if rule)
    kept = ("" if rule else line.text for line, rule in zip(lines, rules, strict=True))
    return [straighten(line) for line in kept], cut


def join_lines(lines: Iterable[str]) -> Iterator[str]:
    """Paragraphs from lines. A line is a paragraph, unless a block of lines is one wrapped text.

    Lines between blank ones are wrapped when the longest has 40 to 100 characters, all but the last
    reach near it, and not each of them ends a sentence.

    >>> list(join_lines(["Tariffs rose.", "Exports fell."]))
    ['Tariffs rose.', 'Exports fell.']
    >>> list(join_lines(["The President of South Korea will travel to", "Japan, his office said."]))
    ['The President of South Korea will travel to Japan, his office said.']
    """
    block: list[str] = []
    for line in (*lines, ""):
        words = " ".join(line.split())
        if words:
            block.append(words)
        elif block:
            yield from [" ".join(block)] if _is_wrapped(block) else block
            block = []


def _is_wrapped(block: list[str]) -> bool:
    longest = max(map(len, block))
    if len(block) == 1 or not NARROW <= longest <= WIDE or len(block[-1]) > longest:
        return False
    full = all(len(line) >= 0.75 * longest for line in block[:-1])
    return full and not all(line.endswith(ENDS) for line in block)


def _within(spans: tuple[Span, ...], part: Span) -> slice:
    first = bisect_left(spans, part.start, key=lambda span: span.start)
    return slice(first, bisect_left(spans, part.end, lo=first, key=lambda span: span.start))


def _lay_end_to_end(paragraphs: Iterable[str]) -> Iterator[Span]:
    start = 0
    for paragraph in paragraphs:
        yield Span(start, start + len(paragraph), paragraph)
        start += len(paragraph) + len(BETWEEN)


@cache
def _tokenizers() -> tuple[Any, Any]:
    """NLTK's tokenizers for sentences and for words; loaded at the first text, not at import."""
    from lessons.resources import install

    install()
    from nltk.tokenize import NLTKWordTokenizer, PunktTokenizer

    return PunktTokenizer("english"), NLTKWordTokenizer()


def _sentences(paragraphs: Iterable[Span]) -> Iterator[Span]:
    for paragraph in paragraphs:
        for start, end in _tokenizers()[0].span_tokenize(paragraph.text):
            yield Span(paragraph.start + start, paragraph.start + end, paragraph.text[start:end])


def _tokens(sentences: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Each token as it stands in the text, and as NLTK writes it.

    NLTK rewrites nothing but quotes, so every token is found right behind the one before it.
    """
    for sentence in sentences:
        text, at = sentence.text, 0
        for form in _tokenizers()[1].tokenize(text):
            while text[at].isspace():
                at += 1
            length = next(
                len(seen) for seen in (form, "''", "``", '"') if text.startswith(seen, at)
            )
            found = text[at : at + length]
            yield Span(sentence.start + at, sentence.start + at + length, found), form
            at += length
