"""How alike the paragraphs of a text are, each with each."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from lessons.figures.chart import Chart, Table, finished
from lessons.figures.heat import draw_heat, pairs_by_value
from lessons.figures.style import in_style, sheet

CAPTION = (
    "Cosine of the counts of stems in two paragraphs: 1 if they use the same words in the same "
    "shares, 0 if they share none. Darker is more alike. A dark cell far from the edge of the "
    "staircase is a theme that returns."
)


def similarity_map(
    values: Sequence[Sequence[float]],
    title: str = "",
    caption: str = CAPTION,
    thing: str = "paragraph",
) -> Chart:
    """A heat map of what ``lessons.topics.similarities`` gives, one row a paragraph.

    >>> similarity_map([[1, 0.25], [0.25, 1]])["alt"][-38:]
    'Most alike: paragraphs 1 and 2 (0.25).'

    Raises:
        CourseError: there are fewer than 2 paragraphs or more than 40.
    """
    title = title or f"How alike two {thing}s are"
    rows = [f"{thing} {number + 1}" for number in range(len(values))]
    with in_style():
        drawing, (axes,) = sheet(max(3.2, min(6.5, 1.4 + 0.55 * len(values))))
        draw_heat(axes, values, rows, ".2f")
        axes.set(title=title, xlabel=f"{thing}")
        columns = ("", *(str(number + 1) for number in range(len(values))))
        body = tuple(
            (name, *(f"{v:.2f}" for v in row)) for name, row in zip(rows, values, strict=True)
        )
        return finished(drawing, caption, _alt(title, values, thing), [Table(columns, body)])


def _alt(title: str, values: Sequence[Sequence[float]], thing: str) -> str:
    pairs = pairs_by_value(values)
    average = mean(value for value, _, _ in pairs)
    strangers = sum(value == 0 for value, _, _ in pairs)
    least, row, at = pairs[-1]
    top = ", ".join(f"{at + 1} and {row + 1} ({value:.2f})" for value, row, at in pairs[:3])
    said = [
        f"Heat map: {title}.",
        f"{len(values)} {thing}s, each with each; mean {average:.2f}.",
        f"Pairs without a stem in common: {strangers}."
        if strangers
        else f"Least alike: {thing}s {at + 1} and {row + 1} ({least:.2f}).",
        f"Most alike: {thing}s {top}.",
    ]
    return " ".join(said)
