"""What a text holds, as plain data: its parts counted, its entities named, its furniture listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lessons.articles import read_article


def describe(source: str | Path) -> dict[str, Any]:
    """The parts of any text or page, ready to be written as JSON.

    ``paragraphs``, ``sentences``, ``tokens``, ``words`` (what stands between blanks, if it holds a
    letter or a digit) and ``types`` (different tokens, capitals ignored, those without a letter or
    a digit left out) are counts; ``entities`` are ``{start, end, text, label}`` with offsets into
    ``text``, the clean text; ``cut`` are the lines left out, ``{line, text, rule}``; ``notes`` say
    what cannot be trusted in this text.

    Raises:
        CourseError: the source cannot be read as text.

    >>> found = describe("- Share\\nLee met Lee in Tokyo.")
    >>> [found[each] for each in ("paragraphs", "sentences", "tokens", "words", "types")]
    [1, 1, 6, 5, 4]
    >>> found["cut"]
    [{'line': 1, 'text': '- Share', 'rule': 'menu item'}]
    """
    from lessons.entities import tag_entities  # here: it loads NLTK's tagger

    article = read_article(source)
    types = {token.text.casefold() for token in article.tokens if _says_something(token.text)}
    return {
        "paragraphs": len(article.paragraphs),
        "sentences": len(article.sentences),
        "tokens": len(article.tokens),
        "words": sum(map(_says_something, article.text.split())),
        "types": len(types),
        "entities": [
            {"start": each.start, "end": each.end, "text": each.text, "label": each.label}
            for each in tag_entities(article)
        ],
        "cut": [{"line": each.line, "text": each.text, "rule": each.rule} for each in article.cut],
        "notes": list(article.notes),
        "text": article.text,
    }


def _says_something(word: str) -> bool:
    return any(map(str.isalnum, word))
