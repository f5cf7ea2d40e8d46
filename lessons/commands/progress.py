"""Say how far you are in the whole course, from your saved notebooks.

It counts what the last cell of each notebook shows, of those that are out. What was saved counts,
so save first (Ctrl+S).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lessons.handout import NAME, worked_in
from lessons.standing import Row, course_line, course_standing, read_folder

EXAMPLES = ("lessons progress", "lessons progress --folder D:\\courses\\news")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons progress``."""
    parser.add_argument("--folder", type=Path, metavar="DIR", help=f"yours (default: ~/{NAME})")


def run(args: argparse.Namespace) -> int:
    """Print the table; 1 when a notebook could not be read."""
    read = read_folder(worked_in(args.folder))
    print(told(course_standing(read)))
    problems = {name: handed.problem for name, handed in read.items() if handed.problem}
    for name, problem in problems.items():
        print(f"lessons: {name}: {problem}", file=sys.stderr)
    return int(bool(problems))


def told(rows: Sequence[Row]) -> str:
    """The course for a person: a line for each notebook, and one for all.

    >>> from lessons.standing import Standing
    >>> half = Standing(kept=("0.a",), missing=(("0.b", ""),), points=1, worth=4)
    >>> print(told([Row("00", "00_start.ipynb", half), Row("01", "", Standing(worth=18))]))
    notebook        points   kept  missing
    00_start.ipynb  1 of 4   0.a   0.b
    01              0 of 18  -     not in this folder
    <BLANKLINE>
    Course so far: kept work worth 1 of 22 points. Marks come with grading.
    """
    table = [("notebook", "points", "kept", "missing"), *map(_cells, rows)]
    widths = [max(len(row[at]) for row in table) for at in range(3)]
    lines = [
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, [*widths, 0], strict=True)).rstrip()
        for row in table
    ]
    return "\n".join([*lines, "", f"{course_line(rows)} Marks come with grading."])


def _cells(row: Row) -> tuple[str, str, str, str]:
    its = row.standing
    missing = ", ".join(id for id, _ in its.missing) if row.file else "not in this folder"
    name = "".join(c if c.isprintable() else "?" for c in row.file) or row.number
    return name, f"{its.points:g} of {its.worth:g}", ", ".join(its.kept) or "-", missing or "-"
