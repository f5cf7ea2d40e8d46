"""What a chart shows, read back from what matplotlib drew."""

import math

import pytest
from matplotlib.figure import Figure

from lessons.checks.plain import plain
from lessons.figures.artists import chart_data


@pytest.fixture
def drawing():
    return Figure()


@pytest.fixture
def ax(drawing):
    return drawing.subplots()


def test_bars_at_numbers_keep_their_centres(drawing, ax):
    ax.bar([1, 2], [0.5, -0.25])
    bars = chart_data(drawing)["bars"]
    assert [(bar["at"], bar["value"], bar["base"]) for bar in bars] == [(1, 0.5, 0), (2, -0.25, 0)]


def test_bars_at_words_are_called_by_their_words(drawing, ax):
    ax.bar(["Lee", "Japan"], [6, 4])
    assert [bar["at"] for bar in chart_data(drawing)["bars"]] == ["Lee", "Japan"]


def test_ticks_that_were_renamed_name_the_bars(drawing, ax):
    ax.bar([0, 1], [6, 4])
    ax.set_xticks([0, 1], labels=["Lee", "Japan"])
    assert [bar["at"] for bar in chart_data(drawing)["bars"]] == ["Lee", "Japan"]


def test_ticks_may_be_named_by_numbers_that_are_no_text(drawing, ax):
    ax.bar([0, 1], [6, 4])
    ax.set_xticks([0, 1], [1, 2])
    assert [bar["at"] for bar in chart_data(drawing)["bars"]] == [1, 2]


def test_ticks_renamed_to_numbers_are_those_numbers(drawing, ax):
    ax.bar([0, 1], [6, 4])
    ax.set_xticks([0, 1], labels=["1", "2"])
    assert [bar["at"] for bar in chart_data(drawing)["bars"]] == [1, 2]


def test_bars_side_by_side_share_the_name_of_their_group(drawing, ax):
    ax.bar([-0.2, 0.8], [6, 4], 0.4, label="article")
    ax.bar([0.2, 1.2], [5, 3], 0.4, label="held out")
    ax.set_xticks([0, 1], labels=["lists", "grammar"])
    bars = chart_data(drawing)["bars"]
    assert [(bar["series"], bar["at"], bar["value"]) for bar in bars] == [
        ("article", "lists", 6),
        ("article", "grammar", 4),
        ("held out", "lists", 5),
        ("held out", "grammar", 3),
    ]


def test_bars_that_lie_down_are_told_from_those_that_stand(drawing, ax):
    ax.barh(["Lee", "Japan"], [6, 4])
    bars = chart_data(drawing)["bars"]
    assert [(bar["at"], bar["value"], bar["across"]) for bar in bars] == [
        ("Lee", 6, True),
        ("Japan", 4, True),
    ]


def test_stacked_bars_say_where_they_begin(drawing, ax):
    ax.bar([1], [2], bottom=[3])
    (bar,) = chart_data(drawing)["bars"]
    assert (bar["base"], bar["value"]) == (3, 2)


@pytest.mark.parametrize(
    "look",
    [{"fill": False}, {"color": "none"}, {"facecolor": "white"}, {"color": (1, 0, 0, 0)}],
    ids=["no fill", "no colour", "white", "see-through"],
)
def test_a_bar_may_be_hollow_in_several_ways(drawing, ax, look):
    ax.bar([1], [2], edgecolor="black", **look)
    assert not chart_data(drawing)["bars"][0]["filled"]


def test_colour_and_hatch_of_a_bar_are_plain(drawing, ax):
    ax.bar([1], [2], color="red", hatch="//")
    (bar,) = chart_data(drawing)["bars"]
    assert (bar["face"], bar["hatch"], bar["filled"]) == ([1, 0, 0, 1], "//", True)


def test_lines_give_their_points_and_labels(drawing, ax):
    ax.plot([1, 2, 3], [0.5, 0.1, 0.4], label="cohesion")
    ax.plot([0, 1], "o")
    one, other = chart_data(drawing)["lines"]
    shown = {"seen": True, "turned": False}
    assert one == {
        "series": "cohesion", "x": [1, 2, 3], "y": [0.5, 0.1, 0.4], "joined": True, **shown,
    }  # fmt: skip
    assert other == {"series": "", "x": [0, 1], "y": [0, 1], "joined": False, **shown}


def test_a_missing_value_is_nan(drawing, ax):
    ax.plot([1, 2], [0.5, None])
    assert math.isnan(chart_data(drawing)["lines"][0]["y"][1])


def test_lines_across_the_chart_are_marks_and_no_data(drawing, ax):
    ax.axhline(0.05, label="threshold")
    ax.axvline(3)
    data = chart_data(drawing)
    assert data["lines"] == []
    assert data["marks"] == [{"y": 0.05, "series": "threshold"}, {"x": 3, "series": ""}]


def test_points_between_words_are_called_by_them(drawing, ax):
    ax.scatter([1, 5], ["war", "trade"])
    (points,) = chart_data(drawing)["points"]
    assert (points["x"], points["y"]) == ([1, 5], ["war", "trade"])


def test_events_are_points_in_rows(drawing, ax):
    ax.eventplot([[1, 5], [], [4]])
    ax.set_yticks([0, 1, 2], labels=["Lee", "nobody", "G7"])
    points = chart_data(drawing)["points"]
    assert [(each["x"], each["y"]) for each in points] == [([1, 5], ["Lee"] * 2), ([4], ["G7"])]


def test_events_may_stand_in_columns(drawing, ax):
    ax.eventplot([1, 5], orientation="vertical", lineoffsets=3)
    (points,) = chart_data(drawing)["points"]
    assert (points["x"], points["y"]) == ([3, 3], [1, 5])


@pytest.mark.parametrize("draw", ["imshow", "pcolormesh", "matshow"])
def test_images_give_their_values_row_by_row(drawing, ax, draw):
    getattr(ax, draw)([[1, 0.25, 0], [0.25, 1, 0.5]])
    (image,) = chart_data(drawing)["images"]
    assert image["values"] == [[1, 0.25, 0], [0.25, 1, 0.5]]
    assert (len(image["rows"]), len(image["columns"])) == (2, 3)


def test_the_ticks_of_an_image_name_its_rows_and_columns(drawing, ax):
    ax.imshow([[1, 0], [0, 1]])
    ax.set_xticks([0, 1], labels=["Lee", "Japan"])
    ax.set_yticks([0, 1], labels=["1", "2"])
    (image,) = chart_data(drawing)["images"]
    assert (image["rows"], image["columns"]) == (["1", "2"], ["Lee", "Japan"])


def test_a_colour_bar_is_no_panel(drawing, ax):
    drawing.colorbar(ax.imshow([[1, 0], [0, 1]]))
    assert chart_data(drawing)["more"] == []


def test_the_panel_with_data_comes_first_and_the_others_after_it(drawing):
    empty, full, other = drawing.subplots(3)
    empty.set_title("nothing here")
    full.bar([1], [2])
    full.set_title("full")
    other.plot([1, 2])
    data = chart_data(drawing)
    assert data["title"] == "full"
    assert [len(panel["lines"]) for panel in data["more"]] == [1]


def test_a_title_over_all_panels_is_the_title(drawing, ax):
    ax.set_title("of the axes")
    drawing.suptitle("over all")
    assert chart_data(drawing)["title"] == "over all"


def test_the_words_on_a_chart_are_there(drawing, ax):
    ax.bar([1], [2], label="n")
    ax.set(title="T", xlabel="X", ylabel="Y")
    ax.text(1, 2, "peak")
    ax.legend()
    data = chart_data(drawing)
    assert [data[name] for name in ("title", "xlabel", "ylabel")] == ["T", "X", "Y"]
    assert (data["legend"], data["texts"]) == (["n"], ["peak"])


def test_an_empty_drawing_has_the_same_keys(drawing, ax):
    full = set(chart_data(drawing))
    assert set(chart_data(Figure())) == full


def test_a_chart_is_plain_data(drawing, ax):
    ax.bar(["a"], [1])
    ax.plot([0, 1], [1, 2])
    ax.scatter([0], [1])
    ax.fill_between([0, 1], [0, 0], [1, 1])
    ax.imshow([[1, 2], [3, 4]])
    data = chart_data(drawing)
    assert "<" not in repr(plain(data))  # what is opaque is told between angle brackets
    assert plain(data) == data
    assert data["bands"] == 1


def test_a_bar_says_whether_it_is_seen_whole_and_the_right_way_up(drawing, ax):
    ax.bar([1, 2], [0.5, -0.25])
    ax.set_ylim(-0.1, 1)
    assert [bar["seen"] for bar in chart_data(drawing)["bars"]] == [True, False]
    ax.set_ylim(1, -1)
    assert {(bar["seen"], bar["turned"]) for bar in chart_data(drawing)["bars"]} == {(True, True)}
