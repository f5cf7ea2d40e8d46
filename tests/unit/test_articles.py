"""A page becomes an article; whatever the page, every part stands where it says it stands."""

from __future__ import annotations

import doctest
import subprocess
import sys
from itertools import pairwise

import nltk
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons import articles
from lessons.articles import Article, Span, clean, join_lines, read_article, sample_article
from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.pages import Line

PAGE = course_folder() / "data" / "page.txt"


def assert_exact(article: Article) -> None:
    """Offsets are exact, parts are in order, none overlaps, each lies in the part above it."""
    whole = (Span(0, len(article.text), article.text),)
    levels = (whole, article.paragraphs, article.sentences, article.tokens)
    for outer, inner in pairwise(levels):
        end = 0
        for span in inner:
            assert end <= span.start < span.end
            assert article.text[span.start : span.end] == span.text
            assert span.text.strip() == span.text
            assert any(part.start <= span.start and span.end <= part.end for part in outer)
            end = span.end
    black = "".join(article.text.split())
    assert black == "".join("".join(token.text.split()) for token in article.tokens)
    assert len(article.forms) == len(article.tokens)


def assert_plain_nltk_agrees(article: Article) -> None:
    paragraphs = [paragraph.text for paragraph in article.paragraphs]
    sentences = [each for text in paragraphs for each in nltk.sent_tokenize(text)]
    assert [sentence.text for sentence in article.sentences] == sentences
    words = [each for text in paragraphs for each in nltk.word_tokenize(text)]
    assert list(article.forms) == words


def test_the_examples_are_true() -> None:
    ran = doctest.testmod(articles)
    assert ran.attempted > 0
    assert ran.failed == 0


def test_the_article_has_7_paragraphs_19_sentences_445_tokens() -> None:
    article = sample_article()
    parts = (article.paragraphs, article.sentences, article.tokens)
    assert [len(part) for part in parts] == [7, 19, 445]
    assert_exact(article)
    assert_plain_nltk_agrees(article)
    assert nltk.word_tokenize(article.text) == [token.text for token in article.tokens]


def test_the_page_is_kept_as_it_was_collected_curly_apostrophes_and_all() -> None:
    assert sample_article().page == PAGE.read_text(encoding="utf-8")
    assert "Lee’s" in sample_article().page
    assert "Lee's" in sample_article().text


def test_what_was_cut_says_where_it_stood_and_which_rule_cut_it() -> None:
    cut = sample_article().cut
    lines = sample_article().page.split("\n")
    assert all(lines[each.line - 1].strip() == each.text for each in cut)
    assert [(each.line, each.rule) for each in cut] == [
        (1, "menu item"),
        (2, "menu item"),
        (3, "menu item"),
        (7, "pointer to another page"),
        (12, "menu item"),
        (13, "menu item"),
        (14, "menu item"),
        (17, "button"),
        (18, "button"),
    ]


def test_parts_are_found_inside_other_parts() -> None:
    article = sample_article()
    first, last = article.paragraphs[0], article.paragraphs[-1]
    assert article.sentences_in(first) == article.sentences[:3]
    assert article.tokens_in(last)[-1] == article.tokens[-1]
    inside = [token for each in article.sentences for token in article.tokens_in(each)]
    assert tuple(inside) == article.tokens


def test_texttiling_finds_the_blank_lines_it_needs() -> None:
    assert "".join(nltk.TextTilingTokenizer().tokenize(sample_article().text))


def test_a_quote_is_straight_in_the_text_and_as_a_tagger_wants_it_in_the_forms() -> None:
    article = read_article("He said “yes” and ``no'' and left.")
    assert [token.text for token in article.tokens if not token.text.isalpha()] == [
        '"', '"', "``", "''", "."
    ]  # fmt: skip
    assert article.forms[2:5] == ("``", "yes", "''")
    assert_exact(article)


@pytest.mark.parametrize(
    ("said", "paragraphs"),
    [
        ("One line.\nAnother line, a good deal longer.", 2),
        ("One.\n\n\n\nTwo.", 2),
        ("The President of South Korea will travel to\nJapan on Saturday, his office told\nus.", 1),
        ("A first text, wrapped at about the same width\nfrom here to its end.\n\nA second.", 2),
        ("The President will travel to Japan for talks.\nHis office told reporters on Friday.", 2),
        ("Sales rose\nCosts fell", 2),
        ("Windows\r\nends lines so.\r\n", 2),
        ("No line ends here", 1),
    ],
)
def test_a_line_is_a_paragraph_unless_lines_are_wrapped(said: str, paragraphs: int) -> None:
    assert len(read_article(said).paragraphs) == paragraphs


@pytest.mark.parametrize("said", ["", "   ", "\n\n", "\ufeff", "<html><body></body></html>"])
def test_an_empty_page_is_an_empty_article(said: str) -> None:
    article = read_article(said)
    assert (article.text, article.tokens, article.cut) == ("", (), ())


def test_a_page_of_nothing_but_furniture_is_kept_whole() -> None:
    assert read_article("Share").text == "Share"
    assert read_article("Share").cut == ()


@pytest.mark.parametrize(
    ("said", "tokens", "note"),
    [
        ("李在明将访问日本。会议将在东京举行。", 1, "no spaces between words"),
        ("سيسافر الرئيس إلى اليابان.", 5, "not Latin"),
        ("Президент едет в Японию.", 5, "not Latin"),
        ("Lee will meet Ishiba (石破茂) in Tokyo.", 10, ""),
    ],
)
def test_other_scripts_are_cut_as_far_as_nltk_can_and_the_rest_is_said(
    said: str, tokens: int, note: str
) -> None:
    article = read_article(said)
    assert_exact(article)
    assert len(article.tokens) == tokens
    assert note in " ".join(article.notes)
    assert bool(article.notes) == bool(note)


def test_marks_of_direction_are_not_part_of_a_word() -> None:
    assert [token.text for token in read_article("\u202bمرحبا\u202c").tokens] == ["مرحبا"]


def test_a_text_that_nltk_would_search_too_long_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def search(_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(articles, "_sentences", search)
    with pytest.raises(CourseError, match="Take that run out of the text"):
        read_article("." * 200)


def test_importing_articles_does_not_load_nltk() -> None:
    code = "import lessons.articles, sys; sys.exit('nltk' in sys.modules or 'bs4' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Texts as learners paste them: words, quotes, stops, odd blanks, furniture, in any order.
WORDS = "Lee ’s “ ” \" ' `` '' . ... U.S. – don't cannot gonna 1,000 $5 ( ] ! ? ; : -- é 日本 مرحبا"
BETWEEN = [" ", "  ", "\n", "\n\n", "\n- X\n", "\nSee also: ", "\u00a0", "\x1c", "\u200b", "\ud800"]
PIECES = st.sampled_from([*WORDS.split(), *BETWEEN, "e\u0301", "\U0001f600"])
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(
    st.characters(exclude_characters="\0"), max_size=60
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_offsets_are_exact_in_any_text_and_plain_nltk_says_the_same(said: str) -> None:
    article = read_article(said)
    assert_exact(article)
    assert_plain_nltk_agrees(article)
    article.page.encode()


@given(st.lists(st.text(max_size=120), max_size=12))
def test_joining_lines_loses_no_word(lines: list[str]) -> None:
    assert " ".join(join_lines(lines)).split() == " ".join(lines).split()


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(said: str) -> None:
    text = read_article(said).text
    again = read_article(text)
    assert (again.text == text) or again.cut


def test_cleaning_keeps_the_number_of_lines() -> None:
    kept, cut = clean([Line("- X"), Line("Lee left."), Line("Comments")])
    assert kept == ["", "Lee left.", ""]
    assert [each.line for each in cut] == [1, 3]


def test_an_article_shows_its_text_to_be_read_and_its_size_on_one_line() -> None:
    article = read_article("Profit & loss.\n\nIt <rained>.")
    assert repr(article) == "<Article: 2 paragraphs, 2 sentences, 9 tokens>"
    assert "<p>Profit &amp; loss.</p><p>It &lt;rained&gt;.</p>" in article._repr_html_()
