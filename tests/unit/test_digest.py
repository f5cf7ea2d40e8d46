"""Texts joined, where the seams are known."""

import doctest

import pytest

from lessons import digest
from lessons.digest import WAYS, baselines, by_curve, by_tiling, join, scores

FLOOD = "The river rose over the wall. The river filled the street. Water rose in the street."
COURT = "The judge heard the jury. A lawyer told the judge a lie. The jury told the judge."
SPORT = "The striker scored a goal. The goal won the match. The match made the striker rich."


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(digest).failed == 0
    assert doctest.testmod(digest).attempted > 0


def test_a_seam_stands_after_the_last_sentence_of_each_text_but_the_last():
    joined = join([FLOOD, COURT, SPORT])
    assert (joined.seams, joined.length) == ((3, 6), 9)
    assert [joined.article.sentences[seam].text.split()[1] for seam in joined.seams] == [
        "judge",
        "striker",
    ]


def test_no_texts_make_an_empty_digest():
    assert join([]).seams == ()


def test_a_cohesion_curve_finds_the_seams_of_texts_that_share_no_word():
    joined = join([FLOOD, COURT, SPORT])
    assert by_curve(joined.article, (2, 0.0)) == [3, 6]
    assert scores(joined, [3, 6]) == {"WindowDiff": 0, "F1": 1, "F1 near 1": 1}


def test_the_baselines_know_nothing_of_the_words():
    known = baselines(join([FLOOD, COURT, SPORT]))
    assert list(known) == ["none", "all", "paragraphs", "random"]
    assert known["none"]["F1"] == 0
    assert known["all"]["F1"] == pytest.approx(0.4)
    assert known["paragraphs"]["F1"] == 1
    assert 0 < known["random"]["F1"] < 0.5


def test_a_text_too_short_to_tile_has_no_breaks():
    assert by_tiling(join([FLOOD]).article, (20, 10)) == []


def test_tuning_takes_the_settings_that_err_least():
    joined = join([FLOOD, COURT, SPORT])
    way = WAYS["cohesion curve"]
    best = way.tuned(joined)
    assert best in way.grid
    errors = [scores(joined, way.find(joined.article, each))["WindowDiff"] for each in way.grid]
    assert scores(joined, way.find(joined.article, best))["WindowDiff"] == min(errors)
