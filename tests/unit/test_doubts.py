"""What a learner's own text needs is said in plain words, and nothing is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.annotations import teaching_folder, texts_in
from lessons.articles import BETWEEN, read_article
from lessons.doubts import doubts
from lessons.errors import CourseError

GERMAN = (
    "Die Regierung will an ihren Plänen festhalten, sagte ein Sprecher am Montag in Berlin. Die "
    "Opposition nannte das einen Fehler. Der Haushalt soll im kommenden Jahr um vier Prozent "
    "wachsen, und die Länder sollen mehr Geld für den Bau von Schulen bekommen."
)
PAGE = (
    "<html><body><nav>Home | World</nav><article><p>The talks began on Monday.</p>"
    "<p>They ended without a deal.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("brought", "said"),
    [
        ("", "no text here"),
        (" \n\t ", "no text here"),
        ("story.txt", "read_article(Path('story.txt'))"),
        ("%PDF-1.7\n1 0 obj\n", "what a PDF is made of"),
        ("~/my texts/a story.txt", "read_article(Path('~/my texts/a story.txt'))"),
        ("My-page.HTML", "the name of a file"),
        ("https://example.org/news/story", "nothing is fetched"),
        (GERMAN, "made for English"),
        ("It rained\ufffd on the town.", "stand as \ufffd"),
        ("The talks began on Monday. " * 2500, "has 67,499 characters"),
        ("Президент едет в Японию.", "not Latin"),
        ("会议将在东京举行。", "no spaces between words"),
    ],
)
def test_a_text_that_the_tools_cannot_read_is_told_what_it_needs(brought: str, said: str) -> None:
    (note,) = read_article(brought).notes
    assert said in note


def test_no_text_of_the_course_is_doubted() -> None:
    for text in texts_in(teaching_folder()):
        assert list(doubts(text.text)) == [], text.id


def test_the_parts_of_a_text_are_told_how_they_become_one() -> None:
    with pytest.raises(CourseError, match="of type list") as told:
        read_article(["It rained.", "It snowed."])  # type: ignore[arg-type]
    assert 'read_article("\\n".join(source))' in str(told.value)


@pytest.mark.parametrize(
    "short",
    ["Talks open at noon.", "Read story.txt first.", "It is in and/or on a/b.txt", "Oui, non."],
)
def test_a_short_text_is_not_judged_by_its_words(short: str) -> None:
    assert list(doubts(short)) == []


def test_a_page_of_html_is_read_as_its_article() -> None:
    article = read_article(PAGE)
    assert article.text == "The talks began on Monday.\n\nThey ended without a deal."
    assert article.notes == ()


def test_a_novel_is_read_while_one_waits() -> None:
    texts = [text.text for text in texts_in(teaching_folder())]
    novel = BETWEEN.join(texts * (500_000 // len("".join(texts)) + 1))
    assert len(novel) >= 500_000
    begun = time.monotonic()
    article = read_article(novel)
    assert time.monotonic() - begun < 20  # two seconds on a laptop
    assert len(article.sentences) > 4_000
    assert len(article.notes) == 1
    assert "Choose a chapter" in article.notes[0]


@given(st.text(max_size=300))
def test_any_text_gets_sentences_for_people(text: str) -> None:
    assert all(note.endswith(".") for note in doubts(text))
