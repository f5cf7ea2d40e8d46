"""How our charts look."""

import doctest
from itertools import pairwise

import matplotlib as mpl
import pytest
from matplotlib.colors import to_hex

from lessons.figures import style
from lessons.figures.style import (
    FAINT,
    GROUND,
    INK,
    LOOKS,
    QUIET,
    SIZE,
    SMALL,
    contrast,
    in_style,
    legible_on,
    luminance,
    shades,
    sheet,
)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(style).failed == 0
    assert doctest.testmod(style).attempted > 0


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#ffffff", "#000000", 21), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("colour", [INK, QUIET])
def test_words_stand_out_from_the_ground(colour):
    assert contrast(colour, GROUND) >= 4.5


def test_no_two_looks_are_told_apart_by_colour_alone():
    for looks in ("hatch", "marker", "colour"):
        assert len({getattr(look, looks) for look in LOOKS}) == len(LOOKS)


def test_neighbours_are_told_apart_in_grey_too():
    assert all(contrast(one.colour, other.colour) > 1.3 for one, other in pairwise(LOOKS))
    assert contrast(LOOKS[0].colour, LOOKS[1].colour) > 2


def test_bars_and_lines_stand_out_from_the_ground():
    assert contrast(LOOKS[0].colour, GROUND) >= 3  # the colour of a line; bars have an edge in ink
    assert contrast(INK, GROUND) >= 3
    assert contrast(FAINT, GROUND) < 2  # and what means nothing does not


@pytest.mark.parametrize("grey", [to_hex((level / 255,) * 3) for level in range(0, 256, 5)])
def test_words_are_legible_on_any_grey(grey):
    assert contrast(legible_on(grey), grey) >= 4.5


def test_words_are_legible_on_every_shade_of_a_heat_map():
    found = [shades()(step / 255) for step in range(256)]
    assert all(contrast(legible_on(shade), shade) >= 4.5 for shade in found)


def test_a_darker_shade_is_a_higher_value_in_grey_too():
    levels = [luminance(shades()(step / 255)) for step in range(256)]
    assert levels == sorted(levels, reverse=True)
    assert contrast(shades()(0.0), shades()(1.0)) > 10


def test_words_are_large_enough_to_be_read_at_half_size():
    assert SIZE >= SMALL >= 12  # 16 pixels as shown, 8 at half size


def test_no_setting_of_matplotlib_is_changed():
    before = dict(mpl.rcParams)
    with in_style():
        assert mpl.rcParams["font.size"] == SIZE
    assert dict(mpl.rcParams) == before


def test_a_sheet_is_unknown_to_pyplot():
    from matplotlib import pyplot

    drawing, axes = sheet(3, (1, 2))
    assert len(axes) == len(drawing.axes) == 2
    assert pyplot.get_fignums() == []
