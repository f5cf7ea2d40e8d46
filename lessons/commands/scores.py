"""Print every score that the course tells: how far its readers agree, and what tools reach.

The columns are the article, the teaching texts and, in a clone, the texts held out for grading.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from lessons.scores import tables
from lessons.scores.table import Table

EXAMPLES = ("lessons scores", "lessons scores --json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons scores``."""
    parser.add_argument("--json", action="store_true", help="print the tables as JSON")


def run(args: argparse.Namespace) -> int:
    """Compute and print all tables."""
    found = tables()
    if args.json:
        print(json.dumps([asdict(table) for table in found], indent=2))
    else:
        print("\n\n".join(told(table) for table in found))
    return 0


def told(table: Table) -> str:
    """A table for a person, its numbers with two decimals; whole numbers are counts.

    >>> print(told(Table("Names", ("article", "held out"), {"lists": (0.791, 1)})))
    Names
               article  held out
      lists        .79         1
    """
    first = max(map(len, table.rows)) + 2
    widths = [max(len(column), 5) + 2 for column in table.columns]
    head = " " * (first + 2) + "".join(
        f"{column:>{width}}" for column, width in zip(table.columns, widths, strict=True)
    )
    lines = [
        f"  {name:{first}}"
        + "".join(f"{_shown(value):>{width}}" for value, width in zip(row, widths, strict=True))
        for name, row in table.rows.items()
    ]
    return "\n".join([table.title, head, *lines])


def _shown(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}".replace("0.", ".", 1)
