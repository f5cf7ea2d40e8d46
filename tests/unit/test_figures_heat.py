"""Squares of shades: the paragraphs' likeness, and names that come together."""

import doctest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.text import Text

from lessons.errors import CourseError
from lessons.figures import cooccurrence as names_module
from lessons.figures import similarity as likeness_module
from lessons.figures.cooccurrence import cooccurrence
from lessons.figures.heat import NUMBERED, pairs_by_value
from lessons.figures.similarity import similarity_map
from lessons.figures.style import contrast

LIKENESS = [[1, 0.5, 0.125], [0.5, 1, 0], [0.125, 0, 1]]
SENTENCES = [["Lee", "Japan"], ["Lee", "Japan", "Lee"], ["Lee", "Tokyo"], []]


@pytest.mark.parametrize("module", [names_module, likeness_module])
def test_the_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(module).attempted > 0


def test_each_pair_comes_once_the_highest_first():
    assert pairs_by_value(LIKENESS) == [(0.5, 1, 0), (0.125, 2, 0), (0, 2, 1)]


def test_the_likeness_of_paragraphs_is_told():
    chart = similarity_map(LIKENESS)
    assert chart["alt"] == (
        "Heat map: How alike two paragraphs are. 3 paragraphs, each with each; mean 0.21. "
        "Pairs without a stem in common: 1. "
        "Most alike: paragraphs 1 and 2 (0.50), 1 and 3 (0.12), 2 and 3 (0.00)."
    )


def test_the_table_has_the_diagonal_too():
    (table,) = similarity_map(LIKENESS).tables
    assert table.columns == ("", "1", "2", "3")
    assert table.rows[0] == ("paragraph 1", "1.00", "0.50", "0.12")


def test_the_picture_has_what_is_below_the_diagonal():
    (image,) = similarity_map(LIKENESS)["images"]
    assert [[value for value in row if value == value] for row in image["values"]] == [
        [],
        [0.5],
        [0.125, 0],
    ]


def test_other_things_than_paragraphs_are_named():
    assert "sentences 1 and 2" in similarity_map(LIKENESS, thing="sentence")["alt"]


def test_the_number_in_a_cell_stands_out_from_its_shade():
    chart = similarity_map([[1, *[0.1 * n] * 10] for n in range(11)])
    (axes,) = chart.drawing.axes
    (image,) = axes.images
    cells = [text for text in axes.texts if text.get_text()]
    assert len(cells) == 55
    for text in cells:
        column, row = map(int, text.get_position())
        shade = image.cmap(image.norm(image.get_array()[row, column]))
        assert contrast(text.get_color(), shade) >= 4.5


def test_many_rows_have_a_scale_in_place_of_numbers():
    many = NUMBERED + 1
    chart = similarity_map([[0.5] * many] * many)
    assert chart["texts"] == []
    assert len(chart.drawing.axes) == 2


@pytest.mark.parametrize("values", [[], [[1]], [[1, 0]], [[0] * 41] * 41])
def test_what_is_no_square_that_can_be_read_is_told(values):
    with pytest.raises(CourseError):
        similarity_map(values)


def test_a_name_counts_once_a_sentence():
    chart = cooccurrence(SENTENCES)
    (table,) = chart.tables
    assert table.columns == ("", "Lee", "Japan", "Tokyo")
    assert table.rows[0] == ("Lee", "3", "2", "1")
    assert chart["alt"] == (
        "Heat map: Names that come in one sentence. 3 names: Lee, Japan, Tokyo. "
        "1 pairs never come together. Most: Lee and Japan (2); Lee and Tokyo (1)."
    )


def test_names_that_never_meet_are_told():
    assert cooccurrence([["Lee"], ["Japan"]])["alt"].endswith("No two come together.")


def test_one_name_has_nobody_to_meet():
    with pytest.raises(CourseError):
        cooccurrence([["Lee"], ["Lee"]])


@settings(max_examples=10)  # each draws a chart
@given(
    st.lists(st.sets(st.sampled_from("abcdef"), max_size=4), min_size=2, max_size=9).filter(
        lambda sentences: len(set().union(*sentences)) > 1
    )
)
def test_the_counts_are_those_of_the_sentences(sentences):
    (table,) = cooccurrence(sentences).tables
    for one, *row in table.rows:
        for other, count in zip(table.columns[1:], row, strict=True):
            assert int(count) == sum({one, other} <= each for each in sentences)


def test_every_word_of_a_heat_map_is_drawn():
    words = {text.get_text() for text in cooccurrence(SENTENCES).drawing.findobj(Text)}
    assert {"Lee  1", "Japan  2", "Tokyo  3", "1", "2", "3"} <= words
