"""The numbers of notebook 01."""

from __future__ import annotations

from typing import Any


def facts() -> dict[str, Any]:
    """Name to number, as the notebook prints it."""
    from nltk.tokenize import word_tokenize

    from lessons.articles import sample_article

    article = sample_article()
    tokens = [token.text for token in article.tokens]
    return {
        "paragraphs": len(article.paragraphs),
        "page_tokens": len(word_tokenize(article.page)),
        "tokens": len(tokens),
        "types": len(set(tokens)),
        "folded": len({token.lower() for token in tokens}),
    }
