"""The numbers of notebook 06."""

from __future__ import annotations

from typing import Any


def facts() -> dict[str, Any]:
    """Name to number, as the notebook prints it."""
    from lessons.articles import sample_article
    from lessons.sentiment import THRESHOLD, label_of, score

    article = sample_article()
    scores = [score(sentence.text).compound for sentence in article.sentences]
    return {
        "cut": len(article.cut),
        "sentences": len(scores),
        "changed": sum(label_of(each, THRESHOLD) != label_of(each, 0.5) for each in scores),
        "below": sum(each < 0 for each in scores),
    }
