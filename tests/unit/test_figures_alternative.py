"""A chart in words and as a table."""

import doctest

from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from lessons.figures import alternative
from lessons.figures.alternative import alt_text, number, tables
from lessons.figures.artists import chart_data


def data_of(draw, **words):
    drawing = Figure()
    axes = drawing.subplots()
    draw(axes)
    axes.set(**words)
    return chart_data(drawing)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(alternative).failed == 0
    assert doctest.testmod(alternative).attempted > 0


def test_few_bars_are_told_one_by_one():
    data = data_of(
        lambda ax: ax.bar(["Lee", "Japan"], [6, 4]),
        title="Names",
        xlabel="name",
        ylabel="mentions",
    )
    assert alt_text(data) == (
        "Bar chart: Names. x axis: name; y axis: mentions. 6 at Lee, 4 at Japan."
    )


def test_bars_that_lie_down_have_their_own_axis_first():
    data = data_of(lambda ax: ax.barh(["Lee"], [6]), title="Names", xlabel="n", ylabel="name")
    assert "y axis: name; x axis: n." in alt_text(data)
    (table,) = tables(data)
    assert (table.columns, table.rows) == (("name", "n"), (("Lee", "6"),))


def test_many_bars_are_told_by_number_highest_and_lowest():
    values = [0, 0.5, -0.25, 0.5, 0, 0, 0.125]
    data = data_of(lambda ax: ax.bar(range(1, 8), values))
    assert "7 bars; highest 0.5 at 2, 4; lowest -0.25 at 3." in alt_text(data)


def test_many_equal_bars_have_no_highest():
    assert "7 bars, all 1." in alt_text(data_of(lambda ax: ax.bar(range(7), [1] * 7)))


def test_more_than_three_places_are_counted():
    data = data_of(lambda ax: ax.bar(range(8), [1, 0, 0, 0, 0, 0, 0, 0]))
    assert "lowest 0 at 1, 2, 3 and 4 more." in alt_text(data)


def test_hollow_bars_are_named():
    data = data_of(lambda ax: ax.bar([1, 2], [1, 0.5], color=["red", "none"]))
    assert alt_text(data).endswith("Hollow: 2.")


def test_a_threshold_is_told():
    def draw(ax):
        ax.bar([1], [1])
        ax.axhline(0.05, label="threshold")

    assert "A line across at y = 0.05, threshold." in alt_text(data_of(draw))


def test_a_missing_value_is_neither_highest_nor_lowest():
    values = [1, 2, None, 4, 5, 6, 7, 8]
    data = data_of(lambda ax: ax.plot(range(8), values))
    assert "8 points of a line; highest 8 at 7; lowest 1 at 0." in alt_text(data)
    assert tables(data)[0].rows[2] == ("2", "none")


def test_a_line_without_a_value_is_told():
    data = data_of(lambda ax: ax.plot(range(8), [None] * 8))
    assert "none with a value" in alt_text(data)


def test_what_stands_in_rows_of_words_is_told_row_by_row():
    data = data_of(lambda ax: ax.scatter([1, 4, 9], ["war", "trade", "war"]))
    assert "war at 1, 9. trade at 4." in alt_text(data)


def test_the_diagonal_of_a_heat_map_is_passed_over():
    data = data_of(lambda ax: ax.imshow([[1, 0.25], [0.25, 1]]))
    assert "2 rows by 2 columns. 0.25 at row 0, column 1, 0.25 at row 1, column 0." in alt_text(
        data
    )
    (table,) = tables(data)
    assert table.rows == (("0", "1", "0.25"), ("1", "0.25", "1"))


def test_every_panel_is_told():
    drawing = Figure()
    one, other = drawing.subplots(2)
    one.bar([1], [2])
    one.set_title("One")
    other.plot([1, 2])
    other.set_title("Other?")
    data = chart_data(drawing)
    assert alt_text(data).startswith("Bar chart: One. 2 at 1. Line chart: Other? ")
    assert [table.title for table in tables(data)] == ["One", "Other?"]


def test_series_at_the_same_places_share_a_table():
    def draw(ax):
        ax.bar([1, 2], [3, 4], label="article")
        ax.bar([1, 2], [5, 6], label="held out")

    (table,) = tables(data_of(draw, xlabel="tagger"))
    assert table.columns == ("tagger", "article", "held out")
    assert table.rows == (("1", "3", "5"), ("2", "4", "6"))


def test_series_at_other_places_stand_one_below_the_other():
    def draw(ax):
        ax.bar([1], [3], label="a")
        ax.bar([2], [4], label="b")

    (table,) = tables(data_of(draw))
    assert table.columns == ("x", "series", "y")
    assert table.rows == (("1", "a", "3"), ("2", "b", "4"))


numbers = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@given(st.lists(numbers, min_size=7, max_size=40, unique=True))
def test_the_highest_and_lowest_are_those_of_the_data(values):
    told = alt_text(data_of(lambda ax: ax.plot(range(len(values)), values)))
    top, bottom = max(values), min(values)
    assert f"highest {number(top)} at {values.index(top)};" in told
    assert f"lowest {number(bottom)} at {values.index(bottom)}." in told


@given(st.dictionaries(st.text("abcdef", min_size=1), numbers, min_size=1, max_size=12))
def test_the_table_holds_every_bar(bars):
    (table,) = tables(data_of(lambda ax: ax.bar(list(bars), list(bars.values()))))
    assert table.rows == tuple((name, number(value)) for name, value in bars.items())
