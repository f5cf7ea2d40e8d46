"""Precision, recall and F1 of taggers."""

import doctest

import pytest

from lessons.errors import CourseError
from lessons.figures import tagger_scores as module
from lessons.figures.tagger_scores import MEASURES, tagger_scores

SCORES = {
    "lists": {"article": (1.0, 0.5, 0.667), "held out": (0.5, 0.25, 0.333)},
    "a grammar over tags": {"article": (0.75, 0.75, 0.75), "held out": (0.7, 0.6, 0.646)},
}


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(module).failed == 0


def test_each_panel_holds_one_measure_with_the_held_out_bar_beside():
    chart = tagger_scores(SCORES)
    for at, panel in enumerate([chart, *chart["more"]]):
        bars = {(bar["series"], round(bar["value"], 3)) for bar in panel["bars"]}
        assert bars == {
            (group, triple[at]) for groups in SCORES.values() for group, triple in groups.items()
        }


def test_bars_beside_each_other_differ_in_hatch():
    hatches = {bar["series"]: bar["hatch"] for bar in tagger_scores(SCORES)["bars"]}
    assert len(set(hatches.values())) == 2


def test_every_number_is_told_and_in_the_table():
    chart = tagger_scores(SCORES)
    (table,) = chart.tables
    assert table.columns == ("tagger", "texts", *MEASURES)
    expected = [
        (tagger, group, *(f"{value:.2f}" for value in triple))
        for tagger, groups in SCORES.items()
        for group, triple in groups.items()
    ]
    assert list(table.rows) == expected
    assert all(cell in chart["alt"] for row in expected for cell in row)


@pytest.mark.parametrize(
    "scores", [{}, {"lists": {}}, {"a": {"x": (1, 1, 1)}, "b": {"y": (1, 1, 1)}}]
)
def test_scores_on_other_texts_cannot_be_set_beside_each_other(scores):
    with pytest.raises(CourseError):
        tagger_scores(scores)
