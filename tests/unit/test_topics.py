"""Cohesion between blocks, valleys, chance, TextTiling, themes that return."""

import doctest
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import topics
from lessons.articles import read_article, sample_article
from lessons.breaks import paragraph_breaks
from lessons.errors import CourseError
from lessons.topics import (
    cohesion,
    content_stems,
    cosine,
    depth_scores,
    dispersion,
    permutation_band,
    similarities,
    stems_of,
    text_tiling,
    valleys,
)

blocks = st.lists(st.sampled_from(["tax", "flood", "vote"]), max_size=5)
curves = st.lists(st.floats(0, 1), max_size=12)

FLOOD = "The river rose over the flood wall and the water filled every street near the river. "
COURT = "The judge heard the jury and the lawyer told the court what the verdict would mean. "


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(topics).failed == 0
    assert doctest.testmod(topics).attempted > 0


def test_marks_numbers_and_stop_words_carry_no_matter():
    assert content_stems(["The", "U.S.", "'s", "2025", "tariffs", ",", "are"]) == ["u.s.", "tariff"]


def test_most_stems_of_the_article_come_once():
    counts = Counter(stem for block in stems_of(sample_article()) for stem in block)
    once = sum(count == 1 for count in counts.values())
    assert (len(counts), once) == (174, 132)


@given(blocks, blocks)
def test_cosine_is_between_0_and_1_and_the_same_both_ways(one, other):
    assert 0 <= cosine(one, other) <= 1 + 1e-9
    assert cosine(one, other) == pytest.approx(cosine(other, one))
    assert cosine(one, one) == pytest.approx(1 if one else 0)


def test_a_heat_map_is_square_and_its_diagonal_is_1():
    assert similarities([["tax"], ["flood"]]) == [[1, 0], [0, 1]]


@given(st.lists(blocks, max_size=8), st.integers(1, 5))
def test_there_is_a_number_for_each_gap(sentences, window):
    assert len(cohesion(sentences, window)) == max(0, len(sentences) - 1)


def test_cohesion_falls_where_the_matter_changes():
    curve = cohesion([["tax", "rise"], ["tax"], ["flood"], ["flood", "dam"]], window=2)
    assert min(curve) == curve[1] == 0


def test_a_window_without_a_sentence_is_refused():
    with pytest.raises(CourseError, match="window of one sentence"):
        cohesion([["tax"], ["tax"]], 0)


@given(curves)
def test_no_gap_lies_above_its_peaks(curve):
    assert all(depth >= -1e-9 for depth in depth_scores(curve))


@given(curves, st.sampled_from([0.0, 0.5, 1.0]))
def test_a_valley_lies_between_higher_gaps(curve, cutoff):
    for gap in valleys(curve, cutoff):
        assert curve[gap - 2] > curve[gap - 1] <= curve[gap]


def test_a_level_or_empty_curve_has_no_valley():
    assert valleys([]) == valleys([0.5]) == valleys([0.5] * 6) == []


def test_the_band_is_the_same_for_the_same_seed_and_holds_most_shuffles():
    sentences = stems_of(sample_article())
    band = permutation_band(sentences, 2, rounds=40, seed=3)
    assert band == permutation_band(sentences, 2, rounds=40, seed=3)
    assert len(band) == len(sentences) - 1
    assert all(low <= high for low, high in band)


def test_text_tiling_finds_the_seam_of_two_matters_and_breaks_at_paragraphs_only():
    article = read_article("\n\n".join([FLOOD * 8, FLOOD * 8, COURT * 8, COURT * 8]))
    found = text_tiling(article, w=20, k=6)
    assert 16 in found
    assert set(found) <= set(paragraph_breaks(article))


@pytest.mark.parametrize("text", ["", "One line.", "One paragraph only, " * 30])
def test_a_text_that_cannot_be_tiled_says_so(text):
    with pytest.raises(CourseError, match="blank lines between paragraphs"):
        text_tiling(read_article(text))


def test_a_theme_that_returns_is_seen_twice():
    spans = dispersion(stems_of(sample_article()), {"summit": ["summit"], "G8": ["sardines"]})
    assert spans["summit"][0] == 1
    assert len(spans["summit"]) > 3
    assert spans["G8"] == []
