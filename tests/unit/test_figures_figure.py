"""``figure(...)``: what a learner's own chart is given."""

import subprocess
import sys

import matplotlib as mpl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.checks.live import LiveSubmission
from lessons.checks.plain import plain
from lessons.errors import CourseError
from lessons.figures.alternative import alt_text, number
from lessons.figures.chart import Chart
from lessons.figures.figure import figure

mpl.use("Agg")
import matplotlib.pyplot as plt

WORDS = {"title": "Scores", "xlabel": "sentence", "ylabel": "compound"}


@pytest.fixture(autouse=True)
def _nothing_left_behind():
    plt.close("all")
    before = dict(mpl.rcParams)
    yield
    assert dict(mpl.rcParams) == before
    plt.close("all")


def bars(**words):
    _, ax = plt.subplots()
    ax.bar([1, 2], [0.5, -0.25])
    ax.set(**(WORDS | words))
    return ax


def test_a_chart_gets_alternative_caption_and_table():
    chart = figure(bars(), caption="Two sentences.")
    assert chart["alt"] == (
        "Bar chart: Scores. x axis: sentence; y axis: compound. 0.5 at 1, -0.25 at 2."
    )
    assert chart["caption"] == "Two sentences."
    assert chart.tables[0].rows == (("1", "0.5"), ("2", "-0.25"))


def test_pyplot_forgets_the_chart_so_that_it_is_not_shown_twice():
    figure(bars(), "c")
    assert plt.get_fignums() == []


def test_other_charts_stay_open():
    kept = bars()
    figure(bars(), "c")
    assert plt.get_fignums() == [kept.figure.number]


def test_a_chart_that_lacks_a_word_stays_open_so_that_it_is_seen():
    with pytest.raises(CourseError):
        figure(bars())
    assert len(plt.get_fignums()) == 1


@pytest.mark.parametrize(
    "of",
    [
        lambda ax: ax,
        lambda ax: ax.figure,
        lambda ax: ax.containers[0],
        lambda ax: [ax],
        lambda ax: plt,
        lambda ax: None,
        lambda ax: ax.patches[0],
        lambda ax: (ax.figure, ax),
    ],
    ids="axes figure bars list pyplot nothing bar both".split(),
)
def test_whatever_names_the_chart_will_do(of):
    assert len(figure(of(bars()), "c")["bars"]) == 2


def test_an_array_of_axes_will_do():
    _, axes = plt.subplots(1, 2)
    for ax in axes:
        ax.plot([1, 2])
        ax.set(**WORDS)
    assert len(figure(axes, "c")["more"]) == 1


def test_a_title_can_be_given_with_the_call():
    ax = bars(title="")
    assert figure(ax, "c", title="Mood")["alt"].startswith("Bar chart: Mood. ")
    assert ax.get_title() == "Mood"


def test_a_title_on_the_chart_is_not_replaced():
    assert figure(bars(), "c", title="Mood")["title"] == "Scores"


@pytest.mark.parametrize(
    ("words", "caption", "seen"),
    [
        ({"title": ""}, "c", "one without a title"),
        ({"xlabel": " "}, "c", "one without a label of the x axis"),
        ({"ylabel": ""}, "c", "one without a label of the y axis"),
        ({}, "", "one without a caption"),
        ({}, "  ", "one without a caption"),
        ({}, None, "one without a caption"),
        ({}, 3, "one without a caption"),
        ({"title": "", "ylabel": ""}, "c", "one without a title and a label of the y axis"),
    ],
)
def test_what_was_forgotten_is_told_at_once(words, caption, seen):
    with pytest.raises(CourseError) as error:
        figure(bars(**words), caption)
    assert error.value.seen == seen
    assert error.value.do.count("Add ") == 1


def test_an_empty_chart_is_told():
    _, ax = plt.subplots()
    ax.set(**WORDS)
    with pytest.raises(CourseError) as error:
        figure(ax, "c")
    assert error.value.seen == "none that can be read out"


def test_an_empty_panel_is_told_and_one_for_words_is_not() -> None:
    drawing, (left, right) = plt.subplots(1, 2)
    left.bar([1, 2], [0.5, -0.25])
    left.set(**WORDS)
    with pytest.raises(CourseError) as told:
        figure(drawing, "c")
    assert told.value.seen == "1 of 2 empty"
    right.text(0, 0, "Hollow: no evidence.")
    assert figure(drawing, "c")["caption"] == "c"


@pytest.mark.parametrize(
    ("given", "seen"),
    [(None, "nothing"), (3, "a int"), ([], "a list"), ({}, "a dict"), ("", "a str")],
)
def test_what_is_no_chart_is_told(given, seen):
    with pytest.raises(CourseError) as error:
        figure(given, "c")
    assert error.value.seen == seen


def test_pyplot_without_a_chart_is_told_that_each_is_forgotten_once_made() -> None:
    plt.close("all")
    with pytest.raises(CourseError, match="forgets a chart once figure has made it"):
        figure(plt, caption="The second of two on one pair of axes.")


def test_a_check_reads_the_chart_from_its_variable():
    submission = LiveSubmission({"chart": figure(bars(), "c")}, [], {})
    chart = submission["chart"]
    assert type(chart) is dict
    assert [bar["value"] for bar in chart["bars"]] == [0.5, -0.25]


def test_a_check_draws_other_scores_with_the_learners_function():
    def draw(scores):
        _, ax = plt.subplots()
        ax.bar(range(1, len(scores) + 1), scores)
        ax.set(**WORDS)
        return figure(ax, "c")

    chart = LiveSubmission({"draw": draw}, [], {}).call("draw", [0.25, 0, -1])
    assert [bar["value"] for bar in chart["bars"]] == [0.25, 0, -1]


values = st.floats(-1e9, 1e9)
labels = st.text(min_size=1).filter(str.strip)


@settings(max_examples=25)  # each draws a chart
@given(st.lists(values, min_size=1, max_size=25), labels, labels)
def test_any_bar_chart_says_what_is_drawn(heights, title, caption):
    _, ax = plt.subplots()
    ax.bar(range(len(heights)), heights)
    ax.set(title=title, xlabel="sentence", ylabel="score")
    chart = figure(ax, caption)
    assert [bar["value"] for bar in chart["bars"]] == heights
    assert [row[1] for row in chart.tables[0].rows] == [number(height) for height in heights]
    assert title in chart["alt"]
    assert number(max(heights)) in chart["alt"]
    assert plain(chart) == chart
    assert plt.get_fignums() == []


@settings(max_examples=25)  # each draws a chart
@given(
    st.lists(
        st.tuples(labels, st.lists(st.floats(allow_infinity=False), min_size=1, max_size=12)),
        min_size=1,
        max_size=3,
    )
)
def test_any_line_chart_says_what_is_drawn(series):
    _, ax = plt.subplots()
    for label, ys in series:
        ax.plot(range(len(ys)), ys, label=label)
    ax.set(**WORDS)
    chart = figure(ax, "c")
    assert [len(line["y"]) for line in chart["lines"]] == [len(ys) for _, ys in series]
    assert [[row[1] for row in table.rows] for table in chart.tables] == [
        [number(y) for y in ys] for _, ys in series
    ]
    assert chart["alt"] == alt_text(chart)


def test_a_chart_shows_itself():
    assert figure(bars(), "Two sentences.")._repr_html_().count("Two sentences.") == 1
    assert isinstance(figure(bars(), "c"), Chart)


def test_asking_for_figure_does_not_load_matplotlib():
    code = (
        "import sys, lessons.figures.figure as f; assert 'matplotlib' not in sys.modules, 'loaded'"
        "; assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
