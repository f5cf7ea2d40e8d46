"""Topic breaks: baselines, and scores against a reader's."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import breaks
from lessons.articles import sample_article
from lessons.breaks import (
    all_breaks,
    boundary_f1,
    half_segment,
    paragraph_breaks,
    pk,
    random_breaks,
    window_diff,
)

LENGTH = 12
segmentations = st.sets(st.integers(1, LENGTH - 1))
windows = st.integers(1, LENGTH - 1)


def between(side, start, end):
    """How many breaks part sentence ``start`` from sentence ``end``."""
    return sum(start <= gap < end for gap in side)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(breaks).failed == 0
    assert doctest.testmod(breaks).attempted > 0


@given(segmentations, segmentations, windows)
def test_window_diff_is_as_its_paper_defines_it(gold, other, window):
    starts = range(1, LENGTH - window + 1)
    off = [between(gold, i, i + window) != between(other, i, i + window) for i in starts]
    assert window_diff(gold, other, LENGTH, window) == pytest.approx(sum(off) / len(starts))


@given(segmentations, segmentations, windows)
def test_pk_is_as_its_paper_defines_it(gold, other, window):
    starts = range(1, LENGTH - window + 1)
    off = [
        (between(gold, i, i + window) > 0) != (between(other, i, i + window) > 0) for i in starts
    ]
    assert pk(gold, other, LENGTH, window) == pytest.approx(sum(off) / len(starts))


@given(segmentations, segmentations, windows)
def test_pk_never_punishes_more_than_window_diff(gold, other, window):
    assert pk(gold, other, LENGTH, window) <= window_diff(gold, other, LENGTH, window)


@given(segmentations)
def test_gold_against_itself_is_perfect(gold):
    assert window_diff(gold, gold, LENGTH) == pk(gold, gold, LENGTH) == 0
    assert boundary_f1(gold, gold) == 1


@given(segmentations, segmentations)
def test_nearer_is_never_worse(gold, other):
    scores = [boundary_f1(gold, other, near) for near in range(4)]
    assert scores == sorted(scores)
    assert scores == [pytest.approx(boundary_f1(other, gold, near)) for near in range(4)]


def test_one_break_is_found_by_one_only():
    assert boundary_f1([5], [4, 6], near=1) == pytest.approx(2 / 3)


def test_empty_sides():
    assert boundary_f1([], []) == 1
    assert boundary_f1([3], []) == boundary_f1([], [3]) == 0
    assert window_diff([], [], 1) == window_diff([], [], 0) == pk([], [], 1) == 0


def test_a_window_longer_than_the_text_is_cut_to_it():
    assert window_diff([1], [], length=2, window=9) == 1


def test_the_usual_window_is_half_a_segment_and_never_none():
    assert half_segment([6, 10, 12, 15], 19) == 2
    assert half_segment(range(1, 9), 9) == 1


def test_baselines_have_as_many_breaks_as_they_say():
    assert all_breaks(4) == [1, 2, 3]
    assert random_breaks(20, 5) == random_breaks(20, 5) != random_breaks(20, 5, seed=1)
    assert len(set(random_breaks(20, 5))) == 5
    assert random_breaks(3, 9) == [1, 2]


def test_the_articles_paragraphs_end_after_these_sentences():
    assert paragraph_breaks(sample_article()) == [3, 6, 10, 12, 15, 17]


def test_no_break_at_all_scores_as_the_design_measured():
    article = sample_article()
    gold, length = [6, 10, 12, 15], len(article.sentences)
    assert window_diff(gold, [], length) == pytest.approx(0.47, abs=0.005)
    assert window_diff(gold, paragraph_breaks(article), length) == pytest.approx(0.24, abs=0.005)
