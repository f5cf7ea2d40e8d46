"""A chart in words and as a table, both made from its data (``lessons.figures.artists``).

The text alternative says what kind of chart it is, what its axes are, and what the eye would take
from it: how much there is, where it is highest and lowest. Each number is in the table.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from lessons.figures.artists import KINDS, Data
from lessons.figures.chart import Table

NAMES = {"bars": "Bar chart", "lines": "Line chart", "points": "Scatter plot", "images": "Heat map"}
FEW = 6  # so many bars are told one by one


def number(value: object) -> str:
    """A number as people write it: at most three significant decimals; "none" where it is missing.

    >>> number(0.30000000000000004), number(12.0), number(math.nan), number("Lee")
    ('0.3', '12', 'none', 'Lee')
    """
    if not isinstance(value, float | int):
        return str(value)
    if math.isnan(value):
        return "none"
    if math.isfinite(value) and float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:.1f}"


def alt_text(data: Data) -> str:
    """What a chart shows, in sentences."""
    panels = [data, *data.get("more", [])]
    return " ".join(sentence for panel in panels for sentence in _sentences(panel))


def tables(data: Data) -> list[Table]:
    """Every number of a chart: a table for each kind of thing drawn in each panel."""
    return [table for panel in [data, *data.get("more", [])] for table in _tables(panel)]


def _sentences(panel: Data) -> Iterable[str]:
    kinds = [NAMES[kind] for kind in KINDS if panel[kind]]
    title = f": {_ended(panel['title'])}" if panel["title"] else "."
    yield f"{' and '.join([*kinds[:1], *map(str.lower, kinds[1:])])}{title}"
    across = any(bar["across"] for bar in panel["bars"])
    axes = [f"{name} axis: {panel[name + 'label']}" for name in "xy" if panel[name + "label"]]
    if axes:
        yield _ended(f"{'; '.join(reversed(axes) if across else axes)}")
    for series, bars in _by_series(panel["bars"]).items():
        yield _about(series, [(bar["at"], bar["value"]) for bar in bars], "bars")
    for kind, what in (("lines", "points of a line"), ("points", "points")):
        for each in panel[kind]:
            yield _about(each["series"], list(zip(each["x"], each["y"], strict=True)), what)
    for image in panel["images"]:
        yield _about_image(image)
    for mark in panel["marks"]:
        name, place = next((name, mark[name]) for name in "xy" if name in mark)
        said = f", {mark['series']}" if mark["series"] else ""
        yield f"A line across at {name} = {number(place)}{said}."
    if hollow := [str(number(bar["at"])) for bar in panel["bars"] if not bar["filled"]]:
        yield f"Hollow: {', '.join(hollow)}."


def _ended(sentence: str) -> str:
    return sentence if sentence[-1:] in (".", "?", "!") else f"{sentence}."


def _about(series: str, pairs: Sequence[tuple[Any, float]], what: str) -> str:
    said = f"{series}: " if series else ""
    if any(isinstance(value, str) for _, value in pairs):
        return said + _by_name(pairs)
    if len(pairs) <= FEW:
        return said + ", ".join(f"{number(value)} at {number(at)}" for at, value in pairs) + "."
    known = [pair for pair in pairs if not math.isnan(pair[1])]
    counted = f"{said}{len(pairs)} {what}"
    if not known:
        return f"{counted}, none with a value."
    values = [value for _, value in known]
    if min(values) == max(values):
        return f"{counted}, all {number(values[0])}."
    return f"{counted}; highest {_where(known, max(values))}; lowest {_where(known, min(values))}."


def _by_name(pairs: Sequence[tuple[Any, Any]]) -> str:
    """Where each name stands, as on a chart whose y axis names things."""
    names = dict.fromkeys(value for _, value in pairs)
    return " ".join(
        f"{number(name)} at {', '.join(number(at) for at, own in pairs if own == name)}."
        for name in names
    )


def _where(pairs: Sequence[tuple[Any, float]], value: float) -> str:
    """A value and the places that have it."""
    places = [number(at) for at, own in pairs if own == value]
    rest = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"{number(value)} at {', '.join(places[:3])}{rest}"


def _about_image(image: Data) -> str:
    cells = [
        (f"row {row}, column {column}", value)
        for row, values in zip(image["rows"], image["values"], strict=True)
        for column, value in zip(image["columns"], values, strict=True)
        if not (row == column and value == 1)  # each is like itself: that says nothing
    ]
    size = f"{len(image['rows'])} rows by {len(image['columns'])} columns"
    return f"{size}. {_about('', cells, 'cells')}" if cells else f"{size}."


def _by_series(bars: Iterable[Data]) -> dict[str, list[Data]]:
    found: dict[str, list[Data]] = {}
    for bar in bars:
        found.setdefault(bar["series"], []).append(bar)
    return found


def _tables(panel: Data) -> Iterable[Table]:
    across = any(bar["across"] for bar in panel["bars"])
    at, value = panel["xlabel"] or "x", panel["ylabel"] or "y"
    if panel["bars"]:
        series = {
            name: [(bar["at"], bar["value"]) for bar in bars]
            for name, bars in _by_series(panel["bars"]).items()
        }
        yield _merged(series, *((value, at) if across else (at, value)), panel["title"])
    for kind in ("lines", "points"):
        for each in panel[kind]:
            pairs = list(zip(each["x"], each["y"], strict=True))
            yield _merged({each["series"]: pairs}, at, value, panel["title"])
    for image in panel["images"]:
        rows = zip(image["rows"], image["values"], strict=True)
        yield Table(
            ("", *image["columns"]),
            tuple((name, *map(number, values)) for name, values in rows),
            panel["title"],
        )


def _merged(series: dict[str, list[tuple[Any, float]]], at: str, value: str, title: str) -> Table:
    """Series side by side where they stand at the same places, else one below the other."""
    places = [[place for place, _ in pairs] for pairs in series.values()]
    if all(own == places[0] for own in places):
        columns = [[number(found) for _, found in pairs] for pairs in series.values()]
        names = tuple(name or value for name in series)
        return Table((at, *names), tuple(zip(map(number, places[0]), *columns, strict=True)), title)
    rows = tuple(
        (number(place), name, number(found))
        for name, pairs in series.items()
        for place, found in pairs
    )
    return Table((at, "series", value), rows, title)
