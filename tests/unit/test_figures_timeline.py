"""Where in a text each name comes."""

import doctest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.errors import CourseError
from lessons.figures import timeline as module
from lessons.figures.timeline import timeline
from lessons.topics import dispersion

MENTIONS = {"Lee": [1, 5], "G7": [4], "nobody": []}


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(module).failed == 0


def test_a_mark_stands_at_each_sentence_that_holds_the_name():
    marks = timeline(MENTIONS, 6)["points"]
    assert [(each["x"], each["y"]) for each in marks] == [([1, 5], ["Lee"] * 2), ([4], ["G7"])]


def test_paragraphs_end_between_two_sentences():
    assert timeline(MENTIONS, 6, breaks=[2, 4])["marks"] == [
        {"x": 2.5, "series": ""},
        {"x": 4.5, "series": ""},
    ]


def test_themes_are_drawn_as_dispersion_gives_them():
    found = dispersion([["tax"], ["flood"], ["tax"]], {"money": ["taxes"], "water": ["floods"]})
    (table,) = timeline(found, 3).tables
    assert table.rows == (("money", "2", "1, 3"), ("water", "1", "2"))


@pytest.mark.parametrize(
    ("mentions", "sentences"),
    [({}, 3), ({"Lee": [4]}, 3), ({"Lee": [0]}, 3), ({str(n): [1] for n in range(25)}, 3)],
)
def test_what_cannot_be_drawn_is_told(mentions, sentences):
    with pytest.raises(CourseError):
        timeline(mentions, sentences)


@settings(max_examples=10)  # each draws a chart
@given(st.dictionaries(st.sampled_from("abcd"), st.sets(st.integers(1, 30)), min_size=1))
def test_words_and_table_are_the_places(found):
    chart = timeline({name: sorted(own) for name, own in found.items()}, 30)
    (table,) = chart.tables
    for (name, count, places), own in zip(table.rows, found.values(), strict=True):
        assert int(count) == len(own)
        assert places == ", ".join(map(str, sorted(own)))
        assert f"{name} in {count}" in chart["alt"]
