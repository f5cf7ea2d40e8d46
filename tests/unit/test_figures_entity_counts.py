"""How often each name comes."""

import doctest
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.errors import CourseError
from lessons.figures import entity_counts as module
from lessons.figures.entity_counts import entity_counts

NAMES = [("Lee", "PERSON")] * 3 + [("Japan", "GPE")] * 2 + [("Tokyo", "GPE")] * 2 + [("G7", "ORG")]


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(module).failed == 0


def test_the_label_with_most_mentions_comes_first():
    assert [bar["series"] for bar in entity_counts(NAMES)["bars"]] == [
        "GPE",
        "GPE",
        "PERSON",
        "ORG",
    ]


def test_rarer_names_are_left_out_and_counted():
    chart = entity_counts(NAMES, most=2)
    assert [bar["at"] for bar in chart["bars"]] == ["Lee", "Japan"]
    assert chart["alt"].endswith("2 rarer names are left out.")
    assert "4 names, 8 mentions." in chart["alt"]


def test_a_name_under_two_labels_is_two_names():
    chart = entity_counts([("Washington", "GPE"), ("Washington", "PERSON")])
    assert [(bar["at"], bar["series"]) for bar in chart["bars"]] == [
        ("Washington", "GPE"),
        ("Washington", "PERSON"),
    ]


def test_a_name_with_dollars_is_no_formula():
    assert [bar["at"] for bar in entity_counts([("A$AP $", "PERSON")])["bars"]] == ["A$AP $"]


def test_no_name_is_told():
    with pytest.raises(CourseError):
        entity_counts([])


@settings(max_examples=10)  # each draws a chart
@given(st.lists(st.sampled_from([*set(NAMES), ("Lee", "ORG")]), min_size=1, max_size=20))
def test_bars_table_and_words_are_the_counts(names):
    chart = entity_counts(names)
    counts = Counter(names)
    (table,) = chart.tables
    assert {(name, label): int(n) for name, label, n in table.rows} == counts
    assert {(bar["at"], bar["series"]): bar["value"] for bar in chart["bars"]} == counts
    assert all(f"{name} {count}" in chart["alt"] for (name, _), count in counts.items())
