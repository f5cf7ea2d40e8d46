"""A finished chart: picture, text alternative, caption and table, shown as one HTML figure.

Alt text in a picture's output metadata is lost: neither JupyterLab nor nbconvert writes it out.
So the picture stands in an ``<img alt="…">`` of our own.
"""

from __future__ import annotations

import io
import re
import warnings
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing


CROWDED = 500  # bars and the like: beyond it they are drawn as pixels, or a page grows by megabytes
DOTS = 192  # an inch: two pixels of a picture to one of the page
ROWS = 200  # of a table that are shown


@dataclass(frozen=True)
class Table:
    """The data as a person reads it; the first cell of a row names the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


class Chart(dict[str, Any]):
    """A chart that shows itself at the end of a cell, and is its own data in plain form.

    The keys are those of ``lessons.figures.artists.chart_data`` and ``caption`` and ``alt``, so
    ``submission["chart"]["bars"]`` is what a learner's ``chart`` shows. The picture is drawn when
    it is first shown, cut to what is on it unless ``placed`` says that its margins are meant.
    """

    def __init__(
        self,
        data: dict[str, Any],
        drawing: Drawing,
        tables: Sequence[Table] = (),
        placed: bool = False,
    ) -> None:
        super().__init__(data)
        self.placed = placed
        self.drawing = drawing
        self.tables = tuple(tables)
        self._picture = b""

    @property
    def picture(self) -> bytes:
        """The chart as SVG, the same bytes each time: sharp at 200 %, and sooner made than PNG."""
        if not self._picture:
            self._relieve()
            try:
                self._picture = self._draw("path")
            except UserWarning:  # a script that matplotlib's own font has not: the browser's will
                self._picture = self._draw("none")
        return self._picture

    def markdown(self) -> str:
        """The chart as a Markdown image and its caption, for pages that take no HTML of ours."""
        file = io.BytesIO()
        self._relieve()
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", r"Glyph .* missing", UserWarning)
            self.drawing.savefig(file, format="png", dpi=DOTS / 2)
        alt, caption = (
            re.sub(r"([\\`*_\[\]<>])", r"\\\1", self[key]) for key in ("alt", "caption")
        )
        return f"![{alt}](data:image/png;base64,{b64encode(file.getvalue()).decode()})\n\n{caption}"

    def _relieve(self) -> None:
        """Make what a text may hold, and how much of it, no trouble for the picture."""
        from matplotlib import rcParams
        from matplotlib.text import Text

        for axes in self.drawing.axes:
            if len(axes.get_children()) > CROWDED:
                axes.set_rasterization_zorder(3)  # bars and lines lie below, words above
            if rcParams["text.parse_math"]:
                labels = (*axes.get_xticklabels(), *axes.get_yticklabels())  # from now on they last
                for text in (*labels, *axes.findobj(Text)):
                    if "\\" not in text.get_text():  # "$5 to $6" is money, and no formula
                        text.set_parse_math(False)

    def _draw(self, words: str) -> bytes:
        """The SVG, its words as paths or as text.

        Raises:
            UserWarning: a letter has no path.
        """
        from matplotlib import rc_context

        file = io.BytesIO()
        missing: Literal["error", "ignore"] = "error" if words == "path" else "ignore"
        with (
            rc_context({"svg.hashsalt": "lessons", "svg.fonttype": words}),
            warnings.catch_warnings(),
        ):
            warnings.filterwarnings(missing, r"Glyph .* missing", UserWarning)
            self.drawing.savefig(
                file,
                format="svg",
                bbox_inches=None if self.placed else "tight",
                metadata={"Date": None},
                dpi=DOTS,
            )
        return file.getvalue()

    def _repr_html_(self) -> str:
        """What notebooks show."""
        source = "data:image/svg+xml;base64," + b64encode(self.picture).decode()
        return (
            '<figure style="margin: 0.5rem 0; max-width: 60rem">'
            f'<img src="{source}" alt="{escape(self["alt"])}" '
            'style="max-width: 100%; height: auto; border-radius: 4px">'
            f"<figcaption>{escape(self['caption'])}</figcaption>"
            '<details style="overflow-x: auto"><summary>The data as a table</summary>'
            f"{''.join(map(_html, self.tables))}"
            "</details></figure>"
        )

    def __repr__(self) -> str:
        return f"<chart: {self['alt']}>"


def _html(table: Table) -> str:
    cut = f"the first {ROWS} of {len(table.rows)} rows" if len(table.rows) > ROWS else ""
    title = ": ".join(filter(None, (escape(table.title), cut)))
    title = f"<caption>{title}</caption>" if title else ""
    head = "".join(
        f'<th scope="col">{escape(name)}</th>' if name else "<td></td>"  # a corner heads nothing
        for name in table.columns
    )
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in table.rows[:ROWS])
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Sequence[str]) -> Iterator[str]:
    """The first cell names its row; words are set to the left, numbers as the page has them."""
    for at, cell in enumerate(row):
        start, end = ('<th scope="row"', "</th>") if at == 0 else ("<td", "</td>")
        left = ' style="text-align: start"' if any(map(str.isalpha, cell)) else ""
        yield f"{start}{left}>{escape(cell)}{end}"


def finished(
    drawing: Drawing, caption: str, alt: str, tables: Sequence[Table], placed: bool = False
) -> Chart:
    """One of our own charts, with the words that its module made from the data; rendered at once.

    Call it in our style: ticks take their look only when they are rendered.
    """
    from lessons.figures.artists import chart_data

    chart = Chart(chart_data(drawing) | {"caption": caption, "alt": alt}, drawing, tables, placed)
    assert chart.picture
    return chart
