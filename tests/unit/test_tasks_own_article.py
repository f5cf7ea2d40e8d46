"""How notebook 06 reads what learners write: cards, captions, claims, and texts of all sizes."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.articles import sample_article
from lessons.checks.feedback import Failure
from lessons.checks.live import LiveSubmission
from lessons.figures.artists import Data
from lessons.sentiment import THRESHOLD, label_of
from lessons.tasks import t6a_card, t6b_charts, t6b_gap, t6b_own_text, t6b_scores, t6c_claims
from lessons.teaching import read_text

TEXT = read_text(t6b_own_text.SUPPLIED).text


def _holding(**variables: object) -> LiveSubmission:
    return LiveSubmission(variables, [], {})


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("Title: A train", "Title", "A train"),
        ("- **Author:** N. N.", "Author", "N. N."),
        ("* __Date__: May 2024", "Date", "May 2024"),
        ("> URL: https://example.org/a_b_c: d", "Address", "https://example.org/a_b_c: d"),
        ("| License | CC0 |", "Licence", "CC0"),
        ("3) What was cut: nothing", "Cut", "nothing"),
    ],
)
def test_a_line_of_a_card_is_read_in_any_markdown(line: str, key: str, value: str) -> None:
    assert t6a_card.card_in(f"My card\n\n{line}\n\nand: more") == {key: value}


def test_a_line_of_a_card_goes_on_below_until_a_line_is_empty() -> None:
    card = "- Licence: public domain,\n  since 1865\n- Cut:\n  - the menu\n\nThe end."
    assert t6a_card.card_in(card) == {"Licence": "public domain, since 1865", "Cut": "the menu"}


@given(st.text())
def test_any_words_can_be_read_as_a_card_and_as_claims(words: str) -> None:
    assert set(t6a_card.card_in(words)) <= set(t6a_card.KEYS)
    assert all(claim in words for claim in t6c_claims.claims_in(words))


def _captioned(caption: str) -> Data:
    return {"caption": caption, "title": "Who is named", "bars": [{"at": "Lee"}]}


@pytest.mark.parametrize(
    ("caption", "problem"),
    [
        ("lee stands far above all the others", ""),
        ("Three of the sentences are below zero.", ""),
        ("The second sentence is the most hopeful.", ""),
        ("Who is  named", "repeats the title"),
        ("Lee leads", "is 2 of at least 5 words long"),
        ("A chart of names in the text", "holds no number, and names none of the bars"),
    ],
)
def test_a_caption_says_what_to_see(caption: str, problem: str) -> None:
    assert t6b_charts.caption_problem(_captioned(caption)) == problem


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        ("“Passengers applauded anyway.”", True),
        ("passengers applauded anyway", True),
        ("'Airlines aren’t losing sleep: the low-cost carrier'", True),
        ("The night train from Vienna … should have reached the Adriatic", True),
        ("the night train", False),
        ("The night train from Vienna to Rome", False),
        ("…", False),
        ("", False),
    ],
)
def test_a_quotation_stands_in_the_text_word_for_word(quotation: str, stands: bool) -> None:
    assert t6c_claims.stands_in(quotation, TEXT) is stands


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ("at + 1", "one token with the whole name"),
        ("at + 2", "two tokens each time"),
        ("len(name)", "Only the first place"),
        ("at + len(name) - 1", "No slice was ever equal"),
        ("at + len(name) + 1", "only at the very end"),
        ("", "only at the very end"),
    ],
)
def test_each_wrong_slice_in_the_gap_is_told_what_it_does(gap: str, said: str) -> None:
    with pytest.raises(Failure, match=said):
        _fill(t6b_gap.PRACTICE.starter.replace("...", gap))


def test_a_name_is_counted_where_its_words_stand_in_a_row() -> None:
    filled = t6b_gap.PRACTICE.starter.replace("...", "at + len(name)")
    _fill(filled)
    apart = "def how_often(tokens, name):\n    return min(tokens.count(word) for word in name)\n"
    with pytest.raises(Failure, match="it should be `1`"):
        _fill(f"# task 6.b practice\n{apart}")
    with pytest.raises(Failure, match="not how often"):
        _fill(filled.replace("+=", "="))


def _fill(cell: str) -> None:
    names: dict[str, object] = {}
    exec(cell, names)
    t6b_gap.the_gap_is_filled(LiveSubmission(names, [cell], {}))


def test_numbers_and_figures_inside_a_quotation_are_not_the_claims_own() -> None:
    claim = "The chart is long. But “in 2011, 12 of 13 bars”."
    assert t6c_claims._lacking([claim], t6c_claims.NUMBER) == [1]
    assert t6c_claims._lacking(["Half of them, see “the chart”."], t6c_claims.FIGURE) == [1]


@pytest.mark.parametrize(
    ("claim", "lacks"),
    [
        ("Figure 2 shows it.", [1]),
        ("Most are above zero in 2025.", [1]),
        ("In 1865, 3 of them are below zero.", []),
        ("It says so 12 times.", []),
    ],
)
def test_a_place_the_line_at_zero_and_a_year_count_nothing(claim: str, lacks: list[int]) -> None:
    assert t6c_claims._lacking([claim], t6c_claims.NUMBER, t6c_claims.POINTER) == lacks


@pytest.mark.parametrize(
    "text", [TEXT, f"{TEXT}\n", sample_article().text, read_text("flood").text]
)
def test_a_text_that_came_with_the_course_is_nobodys_own(text: str) -> None:
    with pytest.raises(Failure, match="came with the course") as told:
        t6b_own_text.must_be_own(text)
    assert "source =" in told.value.help


def test_a_text_that_only_quotes_the_course_is_ones_own() -> None:
    t6b_own_text.must_be_own(f"It was in the paper.\n\n{TEXT}")


@pytest.mark.parametrize("width", [2, 3, 5])
def test_a_mean_that_numpy_takes_over_the_edge_is_smoothing_too(width: int) -> None:
    scores = t6b_scores.compounds(t6b_own_text.sentences_of(TEXT))
    means = np.convolve(scores, np.ones(width) / width, mode="same")
    bars = [
        {"at": float(at), "value": float(mean), "base": 0.0} for at, mean in enumerate(means, 1)
    ]
    with pytest.raises(Failure, match="means over neighbours"):
        t6b_scores.judge_scores({"bars": bars, "points": [], "images": []}, TEXT)


def test_a_kernel_without_a_text_is_judged_by_the_one_that_the_notebook_supplies() -> None:
    assert t6b_own_text.own_text(_holding()) == TEXT


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (sample_article(), "not a text"),
        ("", "0 sentences"),
        ("It rained. It rained.", "2 sentences"),
        (TEXT * 100, "black wall"),
    ],
)
def test_a_text_that_carries_no_chart_is_told_why(text: object, said: str) -> None:
    with pytest.raises(Failure, match=said) as told:
        t6b_own_text.own_text(_holding(my_text=text))
    assert told.value.help


def test_a_novel_is_refused_before_it_is_scored() -> None:
    begun = time.monotonic()
    with pytest.raises(Failure):
        t6b_own_text.own_text(_holding(my_text=TEXT * 400))
    assert time.monotonic() - begun < 1


def test_the_supplied_text_has_two_honest_numbers_of_sentences() -> None:
    """A headline without a full stop: NLTK glues it to the first sentence, the course does not."""
    assert len(t6b_own_text.sentences_of(TEXT)) == len(t6b_own_text.sentences_at_once(TEXT)) + 1


def test_what_a_belief_says_of_the_article_is_so() -> None:
    scores = t6b_scores.compounds(tuple(each.text for each in sample_article().sentences))
    assert len(scores) == 19
    assert any(label_of(each, THRESHOLD) != label_of(each, 0.5) for each in scores)
