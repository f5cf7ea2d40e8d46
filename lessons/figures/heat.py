"""A square of shades with its numbers in the cells: how each thing stands to each other one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lessons.errors import CourseError
from lessons.figures.style import SMALL, legible_on, shades

MOST = 40  # rows: beyond it, neither the cells nor the table can be read
NUMBERED = 12  # so many rows leave room for a number in each cell


def draw_heat(axes: Any, values: Sequence[Sequence[float]], rows: Sequence[str], form: str) -> None:
    """The values below the diagonal as shades, light for low; ``form`` formats a cell's number.

    Above the diagonal stands the same again, and on it each thing beside itself: left out.

    Raises:
        CourseError: there are fewer than two rows, more than can be read, or it is no square.
    """
    count = len(values)
    if not 2 <= count <= MOST or any(len(row) != count for row in values):
        raise CourseError(
            f"a square of 2 to {MOST} rows",
            f"{count} rows of {sorted({len(row) for row in values})} numbers",
            "Compare fewer things at a time, each with each.",
        )
    below = [
        [v if at < row else math.nan for at, v in enumerate(values[row])] for row in range(count)
    ]
    image = axes.imshow(below, cmap=shades(), vmin=0, aspect="auto")
    for row in range(count) if count <= NUMBERED else ():
        for column in range(row):
            shade = image.cmap(image.norm(below[row][column]))
            text = format(values[row][column], form)
            axes.text(
                column, row, text, ha="center", va="center", fontsize=SMALL, color=legible_on(shade)
            )
    step = 1 if count <= NUMBERED else 5
    named = range(step - 1, count, step)
    axes.set_yticks(named, labels=[rows[at] for at in named])
    axes.set_xticks(named, labels=[str(at + 1) for at in named])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set(xlim=(-0.5, count - 0.5), ylim=(count - 0.5, -0.5))
    if count > NUMBERED:
        axes.figure.colorbar(image, ax=axes)


def pairs_by_value(values: Sequence[Sequence[float]]) -> list[tuple[float, int, int]]:
    """Each pair once, as (value, row, column), the highest value first."""
    found = [(values[row][at], row, at) for row in range(len(values)) for at in range(row)]
    return sorted(found, key=lambda pair: (-pair[0], pair[1:]))
