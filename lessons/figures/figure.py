"""``figure(chart, caption)``: a learner's own chart, with all that lets everyone read it."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lessons.errors import CourseError
from lessons.figures.alternative import alt_text, tables
from lessons.figures.artists import KINDS, Data, chart_data
from lessons.figures.chart import Chart

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing


def figure(chart: object = None, caption: str = "", title: str = "") -> Chart:
    """Add a text alternative, a caption and the data as a table to a chart drawn with matplotlib.

    ``chart`` is what was drawn on (a figure or its axes), or what a drawing function returned;
    without one it is pyplot's current figure. ``title`` gives the chart a title where it has none.
    The chart is shown when it is the last line of a cell, and pyplot forgets it, so that it is not
    shown twice::

        fig, ax = plt.subplots()
        ax.bar(numbers, scores)
        ax.set(title="...", xlabel="sentence", ylabel="compound")
        chart = figure(ax, caption="Three sentences carry the mood.")
        chart

    A check asks for the same variable: ``submission["chart"]`` is the plain data of the chart (see
    ``lessons.figures.artists.chart_data``) with ``caption`` and ``alt``. Where a learner's function
    returns ``figure(...)``, ``submission.call("draw", scores)`` draws it for other scores.

    Raises:
        CourseError: there is no chart, nothing on it that can be read out, a panel is empty, or a
            word is missing (caption, title, axis label); all that is missing is told at once.
    """
    drawing = _drawing(chart)
    data = chart_data(drawing)
    if title and not data["title"] and drawing.axes:
        drawing.axes[0].set_title(title)
        data["title"] = title
    caption = caption.strip() if isinstance(caption, str) else ""
    _complete(data, caption)
    _nothing_is_empty(drawing)
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(drawing)
    data |= {"caption": caption, "alt": alt_text(data)}
    return Chart(data, drawing, tables(data))


def _drawing(chart: Any) -> Drawing:
    """The matplotlib figure that something belongs to."""
    from matplotlib.figure import FigureBase

    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot and (chart is None or chart is pyplot) and pyplot.get_fignums():
        chart = pyplot.gcf()
    for part in _parts(chart):
        found = part if isinstance(part, FigureBase) else getattr(part, "figure", None)
        if isinstance(found, FigureBase):
            return found.get_figure(root=True)  # of a part, the whole
    seen = "nothing" if chart is None else f"a {type(chart).__name__}"
    if chart is pyplot and pyplot:
        seen = "pyplot, which holds none: it forgets a chart once figure has made it"
    raise CourseError(
        "a chart drawn with matplotlib",
        seen,
        "Draw one in this cell: fig, ax = plt.subplots(), then figure(ax, caption=...).",
    )


def _parts(chart: Any) -> Iterable[Any]:
    """The thing itself, or what is in it: pyplot's functions return bars and lines in lists."""
    if hasattr(chart, "flat"):  # plt.subplots(2) gives an array of axes
        return list(chart.flat)
    if isinstance(chart, list | tuple):  # bars too: matplotlib's containers are tuples
        return [part for each in chart for part in _parts(each)]
    return [chart]


def _complete(data: Data, caption: str) -> None:
    """Raise for what a reader of the chart would miss."""
    if not any(data[kind] for kind in KINDS):
        raise CourseError(
            "bars, lines, points or an image on the chart",
            "none that can be read out",
            "Draw them before you call figure, as with ax.bar(...) or ax.plot(...).",
        )
    missing = [
        (name, call)
        for name, call, there in (
            ("a title", 'ax.set_title("...")', data["title"]),
            ("a label of the x axis", 'ax.set_xlabel("...")', data["xlabel"]),
            ("a label of the y axis", 'ax.set_ylabel("...")', data["ylabel"]),
            ("a caption", 'figure(ax, caption="...")', caption),
        )
        if not there.strip()
    ]
    if missing:
        names = [name for name, _ in missing]
        raise CourseError(
            "a chart that explains itself",
            f"one without {' and '.join(filter(None, [', '.join(names[:-1]), names[-1]]))}",
            f"Add {', '.join(call for _, call in missing)}: what does a reader need to be told?",
        )


def _nothing_is_empty(drawing: Drawing) -> None:
    """Raise for a panel, or a second axis, that readers see and that shows them nothing."""
    empty = [
        axes
        for axes in drawing.axes
        if axes.get_visible() and axes.axison and not (axes.has_data() or axes.texts)
    ]
    if empty:
        raise CourseError(
            "something drawn on every panel",
            f"{len(empty)} of {len(drawing.axes)} empty",
            "Ask plt.subplots() for no more axes than you draw on: a reader looks for what is "
            "missing there.",
        )
