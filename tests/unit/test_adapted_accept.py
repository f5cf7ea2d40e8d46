"""A text is taught only when its licence, its length and its language allow it."""

from __future__ import annotations

import pytest

from lessons.adapted.accept import SENTENCES, chosen, refusals
from lessons.articles import Article, read_article
from lessons.errors import CourseError
from lessons.teaching import read_text

FLOOD = read_article(read_text("flood").text)


def refused(article: Article = FLOOD, licence: str = "CC BY 4.0", source: str = "here") -> str:
    return " ".join(refusals(article, licence, source))


def test_a_text_of_our_own_is_taken() -> None:
    assert refused() == ""


@pytest.mark.parametrize("said", ["", "free", "not known", "royalty-free", "from the web", "CC"])
def test_a_licence_that_names_none_is_refused(said: str) -> None:
    assert "licence:" in refused(licence=said)


@pytest.mark.parametrize("said", ["CC0", "public domain: 1865", "permission of M. Roe, 3 May"])
def test_a_licence_that_can_be_looked_up_is_taken(said: str) -> None:
    assert refused(licence=said) == ""


def test_a_text_from_nowhere_is_refused() -> None:
    assert "source:" in refused(source=" ")


def test_another_language_is_refused_by_the_rule_for_learners_own_texts() -> None:
    german = "Die Regierung will an ihren Plänen festhalten, sagte ein Sprecher in Berlin. "
    text = "\n\n".join([german * 3] * 5)
    assert refused(read_article(text)).startswith("language: Hardly any of the commonest English")


def test_too_short_too_long_and_of_one_piece_are_refused_each_with_its_reason() -> None:
    short = read_article("\n\n".join(part.text for part in FLOOD.paragraphs[:2]))
    assert "task 3.a asks for the signs of 10" in refused(short)
    assert "2 paragraphs, and task 4.f" in refused(short)
    long = read_article("\n\n".join([FLOOD.text] * 6))
    assert len(long.sentences) >= SENTENCES.stop
    assert "--paragraphs 3-9" in refused(long)


def test_a_part_of_a_long_text_can_be_chosen() -> None:
    part = chosen(FLOOD, "2-3")
    assert [each.text for each in part.paragraphs] == [each.text for each in FLOOD.paragraphs[1:3]]
    assert chosen(FLOOD, "") is FLOOD


@pytest.mark.parametrize("said", ["0-2", "3-2", "2-99", "two", "-1-2"])
def test_paragraphs_that_are_not_there_are_refused(said: str) -> None:
    with pytest.raises(CourseError, match="Give the first and the last"):
        chosen(FLOOD, said)
