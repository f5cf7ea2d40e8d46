"""How alike a text is on both sides of each gap, what chance would give, and readers' breaks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from lessons.errors import CourseError
from lessons.figures.chart import Chart, Table, finished
from lessons.figures.style import FAINT, INK, LOOKS, QUIET, SMALL, in_style, sheet
from lessons.topics import Block, cohesion, permutation_band, valleys

Band = Sequence[tuple[float, float]]
CAPTION = "Likeness of the sentences before each gap to those after it."
BAND = (
    "In the grey band lie nine of ten values when the sentences are shuffled: a valley inside it "
    "says nothing about topics."
)
BREAKS = "The triangles are where readers broke the text."


def cohesion_line(
    curve: Sequence[float],
    breaks: Mapping[str, Collection[int]] | None = None,
    band: Band = (),
    found: Collection[int] = (),
    title: str = "Cohesion at each gap",
    caption: str = "",
) -> Chart:
    """The cohesion of each gap (gap 1 is after sentence 1), ``breaks`` by reader above it.

    ``band`` holds the lowest and highest value that chance gives, gap by gap; ``found`` are breaks
    that a tool found, ringed on the line.

    >>> cohesion_line([0.5, 0.1, 0.4], {"reading a": [2]})["alt"]
    'Line chart: Cohesion at each gap. 3 gaps. After sentence 1: 0.50; 2: 0.10; 3: 0.40. \
reading a breaks after 2.'

    Raises:
        CourseError: there is no gap, or the band has another length.
    """
    breaks = breaks or {}
    if not curve or len(band) not in (0, len(curve)):
        raise CourseError(
            "a value for each gap, and a band for each or for none",
            f"{len(curve)} values and a band of {len(band)}",
            "Give cohesion(sentences, window) and permutation_band(sentences, window).",
        )
    parts = [CAPTION, *[BAND] * bool(band), *[BREAKS] * bool(breaks)]
    with in_style():
        height = 4.3 + 0.27 * len(breaks)
        drawing, (axes,) = sheet(height, placed=True)  # finding places takes longer than the rest
        drawing.subplots_adjust(0.13, 0.65 / height, 0.98, 3.5 / height)
        _draw_curve(axes, curve, band, found)
        for row, (name, own) in enumerate(reversed(list(breaks.items()))):
            _draw_breaks(axes, name, own, row, len(breaks) - 1 - row)
        drawing.text(0.01, 1 - 0.08 / height, title, weight="bold", fontsize="large", va="top")
        key = "line: the text" + "; grey: shuffled" * bool(band) + "; ring: a valley" * bool(found)
        drawing.text(0.01, 1 - 0.42 / height, key, fontsize=SMALL, color=QUIET, va="top")
        alt = _alt(title, curve, breaks, band, found)
        return finished(
            drawing,
            caption or " ".join(parts),
            alt,
            [_table(curve, breaks, band, found)],
            placed=True,
        )


class CohesionWindows:
    """The same chart for one window after another, from sentences whose stems are known.

    A chart is made once and kept, so that a control that comes back to it redraws at once.
    """

    def __init__(
        self,
        sentences: Sequence[Block],
        breaks: Mapping[str, Collection[int]] | None = None,
        cutoff: float = 0.0,
    ) -> None:
        self.sentences = sentences
        self.breaks = breaks or {}
        self.cutoff = cutoff
        self._charts: dict[int, Chart] = {}

    def prepare(self, windows: Iterable[int]) -> None:
        """Make these charts now; each takes about a sixth of a second."""
        for window in windows:
            self.chart(window)

    def chart(self, window: int) -> Chart:
        """The chart of one window, with its band and the valleys that ``topics.valleys`` takes."""
        if window not in self._charts:
            curve = cohesion(self.sentences, window)
            self._charts[window] = cohesion_line(
                curve,
                self.breaks,
                permutation_band(self.sentences, window),
                valleys(curve, self.cutoff),
                title=f"Cohesion at each gap, {window} sentence{'s' * (window > 1)} on either side",
            )
        return self._charts[window]


def _draw_curve(axes: Any, curve: Sequence[float], band: Band, found: Collection[int]) -> None:
    gaps = range(1, len(curve) + 1)
    if band:
        low, high = zip(*band, strict=True)
        axes.fill_between(gaps, low, high, color=FAINT, linewidth=0)
        axes.plot(gaps, low, gaps, high, color=QUIET, linewidth=0.8, linestyle=(0, (2, 2)))
    axes.plot(gaps, curve, color=LOOKS[0].colour, linewidth=2.4, marker="o", markersize=5)
    axes.scatter(
        [gap for gap in gaps if gap in found],
        [value for gap, value in zip(gaps, curve, strict=True) if gap in found],
        190,
        "none",
        marker="o",
        edgecolors=INK,
        linewidths=1.8,
        clip_on=False,
        zorder=3,
    )
    axes.set(xlabel="gap after sentence", ylabel="cosine")
    axes.set(xlim=(0.3, len(curve) + 0.7), ylim=(0, None))
    axes.set_xticks(range(1, len(curve) + 1, 1 + len(curve) // 25))


def _draw_breaks(axes: Any, name: str, own: Collection[int], row: int, at: int) -> None:
    """One reader's breaks as a row of triangles above the curve, with a thin line down to it."""
    look, height = (("v", INK, "-"), ("v", "none", (0, (4, 3))))[at % 2], 1.06 + 0.1 * row
    up = axes.get_xaxis_transform()
    axes.vlines(
        list(own), 0, height, QUIET, look[2], linewidth=0.9, transform=up, clip_on=False, zorder=1
    )
    axes.scatter(
        list(own),
        [height] * len(own),
        90,
        look[1],
        marker=look[0],
        edgecolors=INK,
        linewidths=1.4,
        transform=up,
        clip_on=False,
        zorder=4,
    )
    axes.text(
        0, height, f"{name} ", transform=axes.transAxes, va="center", ha="right", fontsize=SMALL
    )


def _alt(
    title: str,
    curve: Sequence[float],
    breaks: Mapping[str, Collection[int]],
    band: Band,
    found: Collection[int],
) -> str:
    gaps = "; ".join(f"{gap}: {value:.2f}" for gap, value in enumerate(curve, 1))
    said = [f"Line chart: {title}.", f"{len(curve)} gaps.", f"After sentence {gaps}."]
    if band:
        out = [
            (gap, value < low)
            for gap, (value, (low, high)) in enumerate(zip(curve, band, strict=True), 1)
            if not low <= value <= high
        ]
        under = ", ".join(str(gap) for gap, below in out if below) or "none"
        over = ", ".join(str(gap) for gap, below in out if not below) or "none"
        said.append(f"Below what chance gives: {under}. Above: {over}.")
    if found:
        said.append(f"Valleys ringed after {_listed(found)}.")
    said += [f"{name} breaks after {_listed(own)}." for name, own in breaks.items()]
    return " ".join(said)


def _listed(gaps: Collection[int]) -> str:
    return ", ".join(map(str, sorted(gaps))) or "no sentence"


def _table(
    curve: Sequence[float],
    breaks: Mapping[str, Collection[int]],
    band: Band,
    found: Collection[int],
) -> Table:
    columns = ["after sentence", "cohesion"]
    rows = [[str(gap), f"{value:.3f}"] for gap, value in enumerate(curve, 1)]
    if band:
        columns.append("by chance")
        for row, (low, high) in zip(rows, band, strict=True):
            row.append(f"{low:.3f} to {high:.3f}")
    for name, own in {**({"valley": found} if found else {}), **breaks}.items():
        columns.append(name)
        for gap, row in enumerate(rows, 1):
            row.append("break" if gap in own else "")
    return Table(tuple(columns), tuple(map(tuple, rows)))
