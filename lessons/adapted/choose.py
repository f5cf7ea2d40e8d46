"""Which parts of a text a task asks about. Every choice follows from the text alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from lessons.articles import Article, Span
from lessons.sentiment import score
from lessons.topics import similarities, stems_by_paragraph

WORDS = range(10, 41)  # of a sentence that is counted or cut by hand: neither too easy nor a chore
TEN = 10
SOME = {"-": 3, "cancelled": 2, "none": 2}  # of these, at most so many; the rest are "+"


def to_count(article: Article) -> int:
    """Of which sentence to predict the count (0 is the first): split() errs most about it."""

    def gain(number: int) -> tuple[bool, bool, int]:
        sentence = article.sentences[number]
        inner = _inner_marks(article, sentence)
        return _as_written(article, sentence), len(sentence.text.split()) in WORDS, inner

    return max(range(len(article.sentences)), key=gain)


def to_cut(article: Article) -> str:
    """The sentence to cut by hand; "" where none will do.

    It is not the one of ``to_count``.
    """
    counted = article.sentences[to_count(article)]
    fit = [
        sentence
        for sentence in article.sentences
        if sentence != counted
        and len(sentence.text.split()) in WORDS
        and _as_written(article, sentence)
    ]
    return max(fit, key=lambda each: _inner_marks(article, each)).text if fit else ""


def _inner_marks(article: Article, sentence: Span) -> int:
    """How often a cut falls inside what stands between two spaces."""
    return len(article.tokens_in(sentence)) - len(sentence.text.split())


def _as_written(article: Article, sentence: Span) -> bool:
    """Whether NLTK's tokens are the text's own: of double quotes it makes others."""
    return article.forms_in(sentence) == [token.text for token in article.tokens_in(sentence)]


def to_sign(sentences: Sequence[str]) -> list[int]:
    """Ten sentences by number, from 1, of every sign and kind of zero that the text has."""
    kinds: dict[str, list[int]] = {"-": [], "cancelled": [], "none": [], "+": []}
    for number, sentence in enumerate(sentences, 1):
        found = score(sentence)
        kind = found.evidence if found.evidence != "some" else "+" if found.compound > 0 else "-"
        kinds[kind].append(number)
    chosen = [number for kind, most in SOME.items() for number in kinds[kind][:most]]
    rest = [
        number for number in (*kinds["+"], *range(1, len(sentences) + 1)) if number not in chosen
    ]
    return sorted([*chosen, *dict.fromkeys(rest)][:TEN])


def to_explain(sentences: Sequence[str]) -> int:
    """The sentence (0 is the first) in which most words score."""
    counts = [len(score(sentence).words) for sentence in sentences]
    return counts.index(max(counts))


def with_stops(article: Article) -> int | None:
    """The paragraph (0 is the first) that a cut at every full stop and space hurts most, if any."""
    hurts = [
        abs(len(part.text.split(". ")) - len(article.sentences_in(part)))
        for part in article.paragraphs
    ]
    return hurts.index(max(hurts)) if any(hurts) else None


def likenesses(article: Article) -> dict[str, float]:
    """Pairs of paragraphs, "1 and 4", and how alike they are; the most alike and four others."""
    table = similarities(stems_by_paragraph(article))
    pairs = list(combinations(range(len(table)), 2))
    best = max(pairs, key=lambda pair: table[pair[0]][pair[1]])
    others = [pair for pair in pairs if pair != best]
    spread = others[:: max(1, len(others) // 4)][:4]
    return {f"{a + 1} and {b + 1}": table[a][b] for a, b in sorted([best, *spread])}
