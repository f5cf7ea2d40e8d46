"""What a chart shows, read back from what matplotlib drew: numbers and words, no picture.

A chart's data is plain (dicts, lists, numbers, text), so that a check can ask for it and a text
alternative can be made from it. Nothing is rendered. Its shape is told at ``chart_data``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure as Drawing

Data = dict[str, Any]
Names = dict[float, str | float]
NEAR = 1e-9  # by which a number may miss the end of its axis
KINDS = ("bars", "lines", "points", "images")  # what a chart may show its data as


def chart_data(drawing: Drawing) -> Data:
    """The data of a drawing: that of its main panel, and further panels under ``more``.

    A panel has ``title``, ``xlabel``, ``ylabel``, ``legend`` and ``texts`` (lists of text), and

    - ``bars``: dicts of ``at`` (the bar's centre, or what the tick there is called), ``value``,
      ``base`` (where it begins: 0 unless stacked), ``series``, ``across`` (True for barh),
      ``face`` (RGBA, 0 to 1), ``hatch``, ``filled``, ``seen`` (False where an axis ends before
      the bar does), ``turned`` (True where the axis of its value runs the other way);
    - ``lines``: dicts of ``series``, ``x`` and ``y`` (lists of numbers, or of ticks' names), and
      ``joined`` (False where only markers are drawn), ``seen`` and ``turned``, as of bars;
    - ``points``: dicts of ``series``, ``x`` and ``y``, of a scatter plot or an event plot;
    - ``images``: dicts of ``values`` (rows), ``rows`` and ``columns`` (their tick labels);
    - ``marks``: dicts of ``x`` or ``y`` (where a line crosses the whole chart) and ``series``;
    - ``bands``: how many filled areas there are.

    A colour bar is no panel. Series without a label are called "".
    """
    panels = [_panel(axes) for axes in drawing.axes if not hasattr(axes, "_colorbar")]
    drawn = [panel for panel in panels if any(panel[kind] for kind in KINDS)]
    main, *more = drawn or panels or [_EMPTY]
    return {**main, "title": drawing.get_suptitle() or main["title"], "more": more}


_EMPTY: Data = {
    **dict.fromkeys(("title", "xlabel", "ylabel"), ""),
    **{kind: [] for kind in (*KINDS, "legend", "texts", "marks")},
    "bands": 0,
}


def _panel(axes: Any) -> Data:
    from matplotlib.collections import PolyCollection

    marks = [line for line in axes.lines if _crosses(line, axes)]
    return {
        "title": axes.get_title() or axes.get_title("left") or axes.get_title("right"),
        "xlabel": axes.get_xlabel(),
        "ylabel": axes.get_ylabel(),
        "legend": [text.get_text() for text in _legend(axes)],
        "bars": list(_bars(axes)),
        "lines": [
            {
                **_series(line, axes, *line.get_data(orig=False)),
                "joined": line.get_linestyle() not in ("None", " ", ""),
                "seen": _is_seen(axes, *map(_numbers, line.get_data(orig=False))),
                "turned": bool(axes.yaxis.get_inverted()),
            }
            for line in axes.lines
            if line not in marks and line.get_data()[0].size
        ],
        "points": list(_points(axes)),
        "images": list(_images(axes)),
        "marks": [_mark(line, axes) for line in marks],
        "bands": sum(isinstance(each, PolyCollection) for each in axes.collections),
        "texts": [text.get_text() for text in axes.texts if text.get_text().strip()],
    }


def _legend(axes: Axes) -> Iterable[Any]:
    legend = axes.get_legend()
    return legend.get_texts() if legend else []


def _points(axes: Axes) -> Iterator[Data]:
    from matplotlib.collections import EventCollection, PathCollection
    from numpy import asarray

    for each in axes.collections:
        if isinstance(each, PathCollection) and (offsets := asarray(each.get_offsets())).size:
            yield _series(each, axes, *offsets.T)
        elif isinstance(each, EventCollection) and len(places := each.get_positions()):
            level = [each.get_lineoffset()] * len(places)
            across = each.get_orientation() == "horizontal"
            yield _series(each, axes, *((places, level) if across else (level, places)))


def _series(artist: Any, axes: Axes, xs: Any, ys: Any) -> Data:
    across, up = tick_names(axes.xaxis), tick_names(axes.yaxis)
    return {
        "series": label_of(artist),
        "x": [across.get(x, x) for x in _numbers(xs)],
        "y": [up.get(y, y) for y in _numbers(ys)],
    }


def label_of(artist: Any) -> str:
    """The label that a person gave; matplotlib's own begin with an underscore."""
    label = str(artist.get_label() or "")
    return "" if label.startswith("_") else label


def _numbers(values: Iterable[Any]) -> list[float]:
    """As plain numbers; what is masked or missing becomes nan."""
    from numpy import asarray, ma, nan

    floats: list[float] = asarray(ma.filled(ma.asarray(values, dtype=float), nan)).tolist()
    return floats


def _crosses(line: Any, axes: Axes) -> bool:
    """Is this an axhline or axvline: across the whole chart in one direction?"""
    along_x, along_y = line.get_transform().contains_branch_seperately(axes.transData)
    return bool(along_x != along_y)


def _mark(line: Any, axes: Axes) -> Data:
    along_x, _ = line.get_transform().contains_branch_seperately(axes.transData)
    values = line.get_xdata(orig=False) if along_x else line.get_ydata(orig=False)
    return {"x" if along_x else "y": _numbers(values)[0], "series": label_of(line)}


def _bars(axes: Axes) -> Iterator[Data]:
    from matplotlib.container import BarContainer

    for container in axes.containers:
        if isinstance(container, BarContainer):
            across = container.orientation == "horizontal"
            names = tick_names(axes.yaxis if across else axes.xaxis)
            for bar in container.patches:
                yield {
                    **_bar(bar, label_of(container), across, names),
                    "seen": _is_seen(axes, *bar.get_bbox().get_points().T),
                    "turned": bool((axes.xaxis if across else axes.yaxis).get_inverted()),
                }


def _is_seen(axes: Axes, xs: Iterable[float], ys: Iterable[float]) -> bool:
    """Whether no place lies outside the limits of an axis; what is missing lies nowhere."""
    from numpy import errstate

    with errstate(all="ignore"):  # the margins of immense numbers overflow
        limits = axes.get_xlim(), axes.get_ylim()
    return not any(
        place < min(ends) - NEAR or place > max(ends) + NEAR
        for ends, places in zip(limits, (xs, ys), strict=True)
        for place in places
    )


def _bar(bar: Any, series: str, across: bool, names: Names) -> Data:
    x, y, width, height = map(float, (bar.get_x(), bar.get_y(), bar.get_width(), bar.get_height()))
    centre, value, base = (y + height / 2, width, x) if across else (x + width / 2, height, y)
    face = [float(part) for part in bar.get_facecolor()]
    return {
        "at": _near(centre, names),
        "value": value,
        "base": base,
        "series": series,
        "across": across,
        "face": face,
        "hatch": str(bar.get_hatch() or ""),
        "filled": bool(bar.get_fill()) and face[3] > 0 and face[:3] != [1.0, 1.0, 1.0],
    }


def _near(centre: float, names: Names) -> str | float:
    """What the tick under a bar is called; bars side by side in one group share theirs."""
    if not names:
        return round(centre, 9)
    place = min(names, key=lambda place: abs(place - centre))
    return names[place] if abs(place - centre) <= 0.5 else round(centre, 9)


def tick_names(axis: Axis) -> Names:
    """What the ticks of an axis are called, by place, where someone named them; else nothing.

    A name that is a number ("3" at place 2) is given as that number.
    """
    from matplotlib.category import StrCategoryFormatter
    from matplotlib.ticker import FixedFormatter, FuncFormatter

    formatter = axis.get_major_formatter()
    if not isinstance(formatter, StrCategoryFormatter | FixedFormatter | FuncFormatter):
        return {}
    places = _numbers(axis.get_majorticklocs())
    named = zip(places, formatter.format_ticks(places), strict=True)
    return {place: _meant(str(text)) for place, text in named if str(text).strip()}


def _meant(text: str) -> str | float:
    try:
        return float(text.replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        return text


def _images(axes: Axes) -> Iterator[Data]:
    from matplotlib.collections import QuadMesh

    meshes = [each for each in axes.collections if isinstance(each, QuadMesh)]
    for image in [*axes.images, *meshes]:
        values = image.get_array()
        if values is None or values.ndim != 2:
            continue
        table = [_numbers(row) for row in values]
        yield {
            "values": table,
            "rows": _headings(axes.yaxis, len(table)),
            "columns": _headings(axes.xaxis, len(table[0]) if table else 0),
        }


def _headings(axis: Axis, count: int) -> list[str]:
    """The names of an image's rows or columns: their ticks' words, else their numbers from 0."""
    names = tick_names(axis)
    return [_told(names.get(place, names.get(place + 0.5, place))) for place in range(count)]


def _told(name: str | float) -> str:
    return name if isinstance(name, str) else f"{name:g}"
