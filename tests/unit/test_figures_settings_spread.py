"""How far a segmenter's answers lie apart."""

import doctest

import pytest

from lessons.errors import CourseError
from lessons.figures import settings_spread as module
from lessons.figures.settings_spread import settings_spread

FOUND = {"w=20": ([2, 4], 0.5), "w=10": ([1, 2, 3], 0.25), "w=5": ([1], 0.75)}
BASELINES = {"none": 0.5, "all": 1.0}


def spread():
    return settings_spread(FOUND, [2], 6, BASELINES)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(module).failed == 0


def test_settings_and_baselines_are_rows_the_best_first():
    (table,) = spread().tables
    assert [row[:2] for row in table.rows] == [
        ("w=10", "0.25"),
        ("w=20", "0.50"),
        ("baseline: none", "0.50"),
        ("w=5", "0.75"),
        ("baseline: all", "1.00"),
    ]
    assert table.rows[0][2] == "1, 2, 3"


def test_each_row_has_its_breaks():
    drawn = {each["y"][0]: each["x"] for each in spread()["points"]}
    assert drawn == {name: breaks for name, (breaks, _) in FOUND.items()}


def test_bars_of_baselines_differ_in_hatch():
    (scores,) = spread()["more"]
    hatches = {bar["at"]: bar["hatch"] for bar in scores["bars"]}
    assert {hatches[name] for name in FOUND} == {""}
    assert hatches["baseline: none"] == hatches["baseline: all"] != ""


def test_what_is_seen_is_said():
    assert spread()["alt"] == (
        "Dispersion plot: One text, one tool, many answers. 6 sentences, true breaks after 2. "
        "3 settings with 1 to 3 breaks, WindowDiff 0.25 (w=10) to 0.75 (w=5). "
        "Better than none (0.50): 1. Better than all (1.00): 3."
    )


@pytest.mark.parametrize("found", [{}, {str(n): ([1], 0.5) for n in range(41)}])
def test_what_cannot_be_drawn_is_told(found):
    with pytest.raises(CourseError):
        settings_spread(found, [2], 6)
