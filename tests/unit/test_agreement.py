"""How far two readers agree."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from lessons import agreement
from lessons.agreement import cohen_kappa, cross_table, raw_agreement, weighted_kappa
from lessons.errors import CourseError

grades = st.integers(-2, 2)
readings = st.lists(st.tuples(grades, grades), max_size=25).map(
    lambda pairs: ([one for one, _ in pairs], [other for _, other in pairs])
)
FIGURES = (raw_agreement, cohen_kappa, weighted_kappa)


def triples(first, second):
    return [
        (reader, item, label)
        for reader, labels in (("a", first), ("b", second))
        for item, label in enumerate(labels)
    ]


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(agreement).failed == 0
    assert doctest.testmod(agreement).attempted > 0


def test_the_worked_example_of_the_textbooks():
    # 50 proposals, two reviewers: 20 times both yes, 15 times both no, 5 and 10 times at odds
    first = ["yes"] * 25 + ["no"] * 25
    second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    assert cross_table(first, second)["no", "yes"] == 10
    assert raw_agreement(first, second) == 0.7
    assert cohen_kappa(first, second) == pytest.approx(0.4)


@given(readings)
def test_where_nltk_gives_a_figure_ours_is_the_same(pair):
    first, second = pair
    if not first or len({*first, *second}) == 1:
        assert [figure(first, second) for figure in FIGURES] == [1, 1, 1]
        return
    task = AnnotationTask(triples(first, second))
    squared = AnnotationTask(triples(first, second), distance=lambda a, b: float(a - b) ** 2)
    assert raw_agreement(first, second) == pytest.approx(task.avg_Ao())
    assert cohen_kappa(first, second) == pytest.approx(task.kappa())
    assert weighted_kappa(first, second) == pytest.approx(squared.weighted_kappa())


@given(readings)
def test_it_does_not_matter_who_is_called_first(pair):
    for figure in FIGURES:
        assert figure(*pair) == pytest.approx(figure(*reversed(pair)))


@given(st.lists(grades))
def test_a_reader_agrees_with_themselves(labels):
    assert [figure(labels, labels) for figure in FIGURES] == [1, 1, 1]


def test_raw_agreement_can_be_high_where_kappa_is_below_chance():
    first, second = ["O"] * 99 + ["X"], ["X"] + ["O"] * 99
    assert raw_agreement(first, second) == 0.98
    assert cohen_kappa(first, second) < 0


def test_a_near_miss_costs_less_than_a_far_one():
    gold = [-2, -1, 0, 1, 2]
    assert weighted_kappa(gold, [-2, -1, 0, 1, 1]) > weighted_kappa(gold, [-2, -1, 0, 1, -2])


@pytest.mark.parametrize("figure", [*FIGURES, cross_table])
def test_readings_of_other_items_are_refused(figure):
    with pytest.raises(CourseError, match="1 labels and 2"):
        figure([1], [1, 2])
