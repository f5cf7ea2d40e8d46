"""A finished chart as HTML."""

import re
from base64 import b64decode

import pytest
from bs4 import BeautifulSoup
from matplotlib.figure import Figure

from lessons.exercises.markdown import as_html
from lessons.figures.chart import CROWDED, ROWS, Chart, Table

TABLE = Table(("word", "n"), (("<b>", "1"), ("Lee & Co", "2")), "Words")
DATA = {"caption": 'Says "<i>" & more', "alt": 'A "quoted" <alt>'}


@pytest.fixture
def chart():
    drawing = Figure()
    drawing.subplots().bar([1], [2])
    return Chart(DATA, drawing, [TABLE])


@pytest.fixture
def page(chart):
    return BeautifulSoup(chart._repr_html_(), "html.parser")


def test_picture_caption_and_table_stand_in_one_figure(page):
    (figure,) = page.find_all("figure", recursive=False)
    parts = [each.name for each in figure.find_all(recursive=False)]
    assert parts == ["img", "figcaption", "details"]


def test_words_are_words_and_no_tags(page):
    assert page.img["alt"] == DATA["alt"]
    assert page.figcaption.string == DATA["caption"]
    assert page.find("i") is page.find("b") is None


def test_the_table_is_the_data(page):
    assert page.table.caption.string == "Words"
    assert [each.string for each in page.thead.find_all("th")] == ["word", "n"]
    rows = [
        [cell.string for cell in row.find_all(["th", "td"])] for row in page.tbody.find_all("tr")
    ]
    assert rows == [list(row) for row in TABLE.rows]


def test_the_table_says_what_its_heads_are_of(page):
    assert {each["scope"] for each in page.thead.find_all("th")} == {"col"}
    assert [each["scope"] for each in page.tbody.find_all("th")] == ["row", "row"]


def test_words_in_the_table_are_set_to_the_left_and_numbers_are_not(page):
    styles = [each.get("style", "") for each in page.tbody.find_all(["th", "td"])]
    assert styles == ["text-align: start", "", "text-align: start", ""]


def test_the_picture_is_inside_the_page(page):
    kind, _, data = page.img["src"].partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b"<svg" in b64decode(data)


def test_the_picture_never_widens_the_page(page):
    assert "max-width: 100%" in page.img["style"]


def test_a_chart_drawn_twice_has_the_same_bytes():
    def picture():
        drawing = Figure()
        drawing.subplots().barh(["a"], [2], hatch="//")
        return Chart(DATA, drawing).picture

    assert picture() == picture()


def test_the_words_of_the_picture_need_no_font_where_it_is_shown(chart):
    assert not re.search(rb"<text|font-family", chart.picture)


def test_letters_that_the_font_lacks_are_left_to_the_browser():
    drawing = Figure()
    drawing.subplots().set_title("日本")
    assert "日本".encode() in Chart(DATA, drawing).picture


@pytest.mark.parametrize("words", ["$5_ to $6^", "$", "A$AP and $"])
def test_money_is_no_formula(words):
    drawing = Figure()
    axes = drawing.subplots()
    axes.bar([words, "b"], [1, 2])
    axes.set_title(words)
    assert Chart(DATA, drawing).picture


def test_a_formula_is_a_formula():
    drawing = Figure()
    drawing.subplots().set(title=r"$\alpha$", yscale="log", ylim=(1, 1000))
    chart = Chart(DATA, drawing)
    assert b"alpha" in chart.picture  # matplotlib writes a word's source beside its paths
    assert drawing.axes[0].title.get_parse_math()


def test_a_chart_of_a_novel_stays_small():
    drawing = Figure()
    drawing.subplots().bar(range(CROWDED), [1] * CROWDED)
    table = Table(("sentence", "score"), tuple((str(n), "1") for n in range(3000)), "Scores")
    chart = Chart(DATA, drawing, [table])
    html = chart._repr_html_()
    assert b"<image" in chart.picture
    assert len(html) < 100_000
    assert html.count("<tr>") == ROWS + 1
    assert "Scores: the first 200 of 3000 rows" in html


def test_a_page_of_markdown_has_picture_words_and_caption(chart):
    page = BeautifulSoup(as_html(chart.markdown()), "html.parser")
    assert page.img["alt"] == DATA["alt"]
    assert page.img["src"].startswith("data:image/png;base64,")
    assert page.find_all("p")[-1].get_text() == DATA["caption"]


def test_a_chart_prints_as_its_text_alternative(chart):
    assert repr(chart) == '<chart: A "quoted" <alt>>'


def test_a_chart_is_not_drawn_before_it_is_shown(chart, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        chart.drawing, "savefig", lambda file, **_: drawn.append(file.write(b"<svg>"))
    )
    assert drawn == []
    chart._repr_html_()
    chart._repr_html_()
    assert len(drawn) == 1
