"""The numbers of notebook 00."""

from __future__ import annotations

from typing import Any


def facts() -> dict[str, Any]:
    """Name to number, as the notebook prints it."""
    from lessons.articles import sample_article
    from lessons.sentiment import score

    article = sample_article()
    by_sentence = [score(sentence.text).compound for sentence in article.sentences]
    (united,) = score("united").words
    return {
        "paragraphs": len(article.paragraphs),
        "compound": f"{score(article.text).compound:+.2f}",
        "mean": f"{sum(by_sentence) / len(by_sentence):+.2f}",
        "united": f"{united.lexicon:+.1f}",
    }
