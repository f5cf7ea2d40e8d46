"""Cohesion at each gap, what chance gives, and readers' breaks."""

import doctest
import time

import pytest
from matplotlib.collections import PathCollection

from lessons.articles import sample_article
from lessons.errors import CourseError
from lessons.figures import cohesion_line as module
from lessons.figures.cohesion_line import CohesionWindows, cohesion_line
from lessons.topics import cohesion, permutation_band, stems_of, valleys

CURVE = [0.5, 0.1, 0.4]
BAND = [(0.2, 0.4), (0.2, 0.6), (0.3, 0.5)]
READERS = {"reading a": [1, 2], "reading b": [2]}
BLOCKS = [["tax", "flood"], ["tax"], ["flood", "rain"], ["rain"], ["rain", "tax"]]


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(module).attempted > 0


def test_the_line_is_the_curve():
    *_, line = cohesion_line(CURVE, band=BAND)["lines"]
    assert (line["x"], line["y"]) == ([1, 2, 3], CURVE)


def test_the_band_lies_behind_with_both_its_edges():
    low, high, _ = cohesion_line(CURVE, band=BAND)["lines"]
    assert list(zip(low["y"], high["y"], strict=True)) == BAND
    assert cohesion_line(CURVE, band=BAND)["bands"] == 1


def test_each_reader_has_a_row_of_breaks_with_a_name_and_marks_of_its_own():
    chart = cohesion_line(CURVE, READERS)
    assert sorted(text.strip() for text in chart["texts"]) == ["reading a", "reading b"]
    points = [
        each for each in chart.drawing.axes[0].collections if isinstance(each, PathCollection)
    ]
    drawn = {tuple(each.get_offsets()[:, 0]): each for each in points if each.get_offsets().size}
    assert set(drawn) == {(1, 2), (2,)}
    assert [each.get_facecolor().size > 0 for each in drawn.values()] in (
        [True, False],
        [False, True],
    )


def test_what_is_seen_is_said():
    assert cohesion_line(CURVE, READERS, BAND, [2])["alt"] == (
        "Line chart: Cohesion at each gap. 3 gaps. After sentence 1: 0.50; 2: 0.10; 3: 0.40. "
        "Below what chance gives: 2. Above: 1. Valleys ringed after 2. "
        "reading a breaks after 1, 2. reading b breaks after 2."
    )


def test_a_reader_who_saw_no_break_is_told():
    assert cohesion_line(CURVE, {"reading a": []})["alt"].endswith("breaks after no sentence.")


def test_the_caption_explains_what_is_drawn_and_no_more():
    assert "grey" not in cohesion_line(CURVE)["caption"]
    assert "grey band" in cohesion_line(CURVE, band=BAND)["caption"]
    assert "triangles" in cohesion_line(CURVE, READERS)["caption"]
    assert cohesion_line(CURVE, READERS, caption="Mine.")["caption"] == "Mine."


def test_the_table_has_a_column_for_all_that_is_drawn():
    (table,) = cohesion_line(CURVE, READERS, BAND, [2]).tables
    assert table.columns == (
        "after sentence",
        "cohesion",
        "by chance",
        "valley",
        "reading a",
        "reading b",
    )
    assert table.rows == (
        ("1", "0.500", "0.200 to 0.400", "", "break", ""),
        ("2", "0.100", "0.200 to 0.600", "break", "break", "break"),
        ("3", "0.400", "0.300 to 0.500", "", "", ""),
    )


@pytest.mark.parametrize(("curve", "band"), [([], []), (CURVE, BAND[:2])])
def test_what_does_not_fit_is_told(curve, band):
    with pytest.raises(CourseError):
        cohesion_line(curve, band=band)


def test_a_window_has_the_numbers_of_the_topics_module():
    chart = CohesionWindows(BLOCKS, READERS).chart(2)
    curve, band = cohesion(BLOCKS, 2), permutation_band(BLOCKS, 2)
    found = valleys(curve, 0.0)
    assert chart["alt"] == cohesion_line(curve, READERS, band, found, title=chart_title(2))["alt"]


def chart_title(window):
    return f"Cohesion at each gap, {window} sentences on either side"


def test_a_window_that_holds_no_sentence_is_told():
    with pytest.raises(CourseError):
        CohesionWindows(BLOCKS).chart(0)


def test_a_prepared_window_redraws_within_a_tenth_of_a_second(capsys):
    windows = CohesionWindows(stems_of(sample_article()), READERS)
    windows.prepare([2, 3])
    began = time.process_time()
    html = windows.chart(3)._repr_html_()
    took = time.process_time() - began
    with capsys.disabled():
        print(f"\na prepared window: {took * 1000:.1f} ms, {len(html) // 1024} KiB")
    assert took < 0.1
