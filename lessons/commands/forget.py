"""Erase all that was recorded of a student, when they ask for it: marks, comments, feedback.

What they handed in is not touched; while it is there, lessons grade would record them again.
"""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLES = ("lessons forget ana --out results",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons forget``."""
    parser.add_argument("student", metavar="STUDENT", help="as in the gradebook")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the results")


def run(args: argparse.Namespace) -> int:
    """Erase the student, and write what is said of the class anew."""
    from lessons.commands.mark import known, opened
    from lessons.grading.records import printable
    from lessons.grading.results import erase

    with opened(args.out) as store:
        known(store, args.student)
        erase(store, args.student, args.out)
    said = f"{args.student}: erased from {args.out}, with all exports; lessons export writes others"
    print(printable(f"{said}.\nErase what was handed in yourself, or it is graded again."))
    return 0
