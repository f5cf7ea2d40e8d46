"""How our charts look: one order of colours, a pattern with each, large words on a light ground.

The colours are Okabe and Ito's (2008), told apart by most colour-blind readers; their order here
also alternates dark and light, and each has a hatch and a marker of its own, so that a chart in
grey says the same. Words are in ink, never in a series' colour. No global setting is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Drawing

GROUND = "#fbfbf8"  # light under both themes of JupyterLab: the picture brings its own ground
INK = "#1d1d1b"
QUIET = "#55554f"  # second to the ink, still 7:1
FAINT = "#d6d6d0"  # lines that carry no meaning of their own
SIZE = 13.0  # points: 17 pixels as shown, and still read at half size
SMALL = 12.0  # nothing on a chart is smaller
WIDTH = 8.0  # inches


@dataclass(frozen=True)
class Look:
    """How one series is told from the others: by colour, and by hatch or marker."""

    colour: str
    hatch: str
    marker: str


LOOKS = (
    Look("#0072b2", "", "o"),
    Look("#e69f00", "///", "s"),
    Look("#009e73", "xx", "D"),
    Look("#f0e442", "...", "^"),
    Look("#d55e00", "\\\\\\", "v"),
    Look("#56b4e9", "++", "P"),
    Look("#cc79a7", "oo", "X"),
)

_SETTINGS: dict[Any, Any] = {
    "font.size": SIZE,
    "text.parse_math": False,  # "$5" in a text is money
    "axes.titlesize": SIZE + 2,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlepad": 12.0,
    "axes.labelsize": SIZE,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "figure.facecolor": GROUND,
    "savefig.facecolor": "auto",
    "axes.facecolor": GROUND,
    "axes.edgecolor": QUIET,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "text.color": INK,
    "xtick.color": QUIET,
    "xtick.labelcolor": INK,
    "ytick.color": QUIET,
    "ytick.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": FAINT,
    "grid.linewidth": 0.8,
    "hatch.linewidth": 0.8,
    "patch.edgecolor": INK,
    "patch.force_edgecolor": True,
    "patch.linewidth": 0.9,
}


@contextmanager
def in_style() -> Iterator[None]:
    """Draw and render in our style; outside, matplotlib's settings are as they were."""
    from matplotlib import rc_context

    with rc_context(_SETTINGS):
        yield


def sheet(
    height: float, widths: Sequence[float] = (1,), sharey: bool = False, placed: bool = False
) -> tuple[Drawing, Any]:
    """A drawing of ``height`` inches with axes side by side, known to no pyplot.

    Where axes go is found when it is rendered, unless the chart has them ``placed`` itself.
    """
    from matplotlib.figure import Figure

    drawing = Figure(figsize=(WIDTH, height), layout=None if placed else "constrained")
    axes = drawing.subplots(1, len(widths), squeeze=False, width_ratios=widths, sharey=sharey)
    return drawing, axes[0]


def words_only(axes: Axes) -> None:
    """Take away an axis' frame and ticks where it only holds a column of words."""
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    axes.set_xticks([])


def luminance(colour: Any) -> float:
    """How light a colour is, 0 to 1, as WCAG 2 has it."""
    from matplotlib.colors import to_rgb

    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in to_rgb(colour)
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: Any, other: Any) -> float:
    """The contrast of two colours as WCAG 2 has it, 1 to 21; words need 4.5.

    >>> round(contrast("black", "white"))
    21
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def legible_on(ground: Any) -> str:
    """Black or white: one of the two has a contrast of 4.58 or more with any ground."""
    return max(("#000000", "#ffffff"), key=lambda colour: contrast(colour, ground))


def shades() -> Any:
    """A colour map from nearly the ground to nearly black, through one blue: the same in grey."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("shades", ["#ecece6", LOOKS[0].colour, "#00243d"])
