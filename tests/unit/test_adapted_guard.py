"""A notebook that was made for another article says so itself."""

from __future__ import annotations

from lessons.adapted.guard import about_another
from lessons.articles import sample_article

ASKS = "import nltk\n\nassert article.text.startswith({}), (\n    'About another article.')"
OURS = '"' + sample_article().text[:20] + '"'


def test_a_notebook_for_this_article_or_for_any_is_at_home():
    assert not about_another([ASKS.format(OURS)])
    assert not about_another(["x = 1", ""])


def test_a_notebook_for_another_article_is_told():
    assert about_another(["x = 1", ASKS.format('"The river \\u003crose\\u003e."')])


def test_what_a_learner_made_of_that_line_says_nothing():
    for words in ('"\\x"', '"' + "a" * 9000 + '"', "article.text", '"a'):
        assert not about_another([ASKS.format(words)])
