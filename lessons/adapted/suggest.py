"""What tools suggest for a text's annotation: the guide's three tables, every row marked as theirs.

The tables have the form of section 8 of ``data/guide.md`` and one more column, ``status``. A row
begins as ``suggested``; a person who has read it, and mended it where needed, writes ``decided``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from lessons.annotations import LEVELS, SENTENCES, TOKENS, TOPICS
from lessons.articles import Article, Span
from lessons.entities import Entity, tag_dates, tag_entities
from lessons.errors import CourseError
from lessons.guide import PIECES, POS
from lessons.sentiment import label_of, score
from lessons.topics import text_tiling

SUGGESTED, DECIDED = "suggested", "decided"
STATUS = "status"
OPEN = "?"  # what no tool can say, and a person must
COLUMNS: dict[str, Mapping[str, type]] = {
    "tokens": TOKENS,
    "sentences": SENTENCES,
    "topics": TOPICS,
}
GRADES = {"positive": 1, "neutral": 0, "negative": -1}
Table = list[list[str]]


def suggestions(article: Article) -> dict[str, Table]:
    """The rows of each table, without its header and without the status."""
    return {
        "tokens": list(_tokens(article)),
        "sentences": list(_sentences(article)),
        "topics": list(_topics(article)),
    }


def as_tsv(name: str, rows: Table, status: str = SUGGESTED) -> str:
    """A table as text, each row with this status."""
    lines = [[*COLUMNS[name], STATUS], *([*row, status] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def _tokens(article: Article) -> Iterator[list[str]]:
    from nltk import pos_tag_sents

    tagged = pos_tag_sents([article.forms_in(sentence) for sentence in article.sentences])
    names, dates = tag_entities(article), tag_dates(article)
    for number, (sentence, tags) in enumerate(zip(article.sentences, tagged, strict=True), 1):
        tokens = article.tokens_in(sentence)
        entity, date = _iob(tokens, names), _iob(tokens, dates)
        for token, (_, tag), name, day in zip(tokens, tags, entity, date, strict=True):
            place = [str(number), str(token.start), str(token.end)]
            yield [*place, token.text, _pos(token.text, tag), name, day]


def _pos(text: str, tag: str) -> str:
    """The tagger's tag, where the guide has it; brackets and the like are tags of themselves."""
    return text if text in POS else tag if tag in POS else "NN"


def _iob(tokens: tuple[Span, ...], spans: list[Entity]) -> Iterator[str]:
    """The tags of one sentence: what crosses its end is cut there."""
    before = None
    for token in tokens:
        here = next((each for each in spans if each.start < token.end > token.start >= each.start
                     and token.start < each.end), None)  # fmt: skip
        yield f"{'I' if here is before else 'B'}-{here.label}" if here else "O"
        before = here


def _sentences(article: Article) -> Iterator[list[str]]:
    for number, sentence in enumerate(article.sentences, 1):
        found = score(sentence.text)
        label = label_of(found.compound)
        words = dict.fromkeys(word.text for word in found.words if word.text in sentence.text)
        pieces = list(words)[:PIECES] if label != "neutral" else []
        place = [str(number), str(sentence.start), str(sentence.end)]
        yield [*place, str(GRADES[label]), label, " | ".join(pieces) or "none", OPEN]


def _topics(article: Article) -> Iterator[list[str]]:
    last = len(article.sentences)
    paragraphs = {len([s for s in article.sentences if s.end <= part.end])
                  for part in article.paragraphs}  # fmt: skip
    try:
        tiles = set(text_tiling(article))
    except CourseError:
        tiles = set()
    coarse = _no_shorter(tiles, 2, last)
    fine = sorted({*paragraphs, *coarse, last} - {0})
    for level, ends in zip(LEVELS, (coarse, fine), strict=True):
        before = ""
        for start, end in pairwise([0, *ends]):
            before = _label(article, start, end, before)
            yield ["a", str(end), level, before]


def _no_shorter(ends: set[int], least: int, last: int) -> list[int]:
    """The ends in order, less those that would leave a segment too short; the last stays."""
    kept = [0]
    for end in sorted(ends - {0, last}):
        if end - kept[-1] >= least and last - end >= least:
            kept.append(end)
    return [*kept[1:], last]


def _label(article: Article, start: int, end: int, other: str) -> str:
    """Two words that are frequent in a segment, and not the label of the one before."""
    from nltk.corpus import stopwords

    idle = set(stopwords.words("english"))
    words = Counter(
        token.text.lower()
        for sentence in article.sentences[start:end]
        for token in article.tokens_in(sentence)
        if token.text.isalpha() and token.text.lower() not in idle
    )
    common = [word for word, _ in words.most_common(3)] or [f"part {start + 1}"]
    first, second = " ".join(common[:2]), " ".join(common[-2:])
    return second if first == other else first
