"""Every number that the notebooks state, computed from the data: the table they are built from."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

from lessons.tasks import all_tasks

# Estimates by the authors, core path and everything: the only numbers here that are not computed.
MINUTES = {"00": (25, 25), "01": (55, 75)}


@cache
def facts() -> dict[str, Any]:
    """Name to number. Takes about a second: it reads, tokenizes and scores the article."""
    from nltk.sentiment import SentimentIntensityAnalyzer
    from nltk.tokenize import word_tokenize

    from lessons.articles import sample_article
    from lessons.course import course_folder
    from lessons.resources import install

    install()
    article = sample_article()
    page = (course_folder() / "data" / "page.txt").read_text(encoding="utf-8")
    vader = SentimentIntensityAnalyzer()
    scores = [vader.polarity_scores(each.text)["compound"] for each in article.sentences]
    tokens = [token.text for token in article.tokens]
    return {
        "paragraphs": len(article.paragraphs),
        "tokens": len(tokens),
        "types": len(set(tokens)),
        "folded": len({token.lower() for token in tokens}),
        "page_tokens": len(word_tokenize(page)),
        "compound": f"{vader.polarity_scores(article.text)['compound']:+.2f}",
        "mean": f"{sum(scores) / len(scores):+.2f}",
        "united": f"{vader.lexicon['united']:+.1f}",
    }


def of_notebook(number: str) -> SimpleNamespace:
    """The facts, with the notebook's own minutes and points."""
    core, full = MINUTES[number]
    points = sum(task.points for task in all_tasks(number))
    return SimpleNamespace(**facts(), core=core, full=full, points=f"{points:g}")
