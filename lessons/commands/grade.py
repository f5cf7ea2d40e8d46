"""Mark notebooks and write a gradebook: one notebook, or a folder with a class in it.

Writes gradebook.csv and results/<student>.json, one record for each check. The marks are those of
pytest tests/graded --submissions PATH. Needs the hidden checks, which come with a clone.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from lessons.course import checkout
from lessons.errors import CourseError
from lessons.grading.isolation import DEFAULT, HELP, LEVELS, warning

EXAMPLES = (
    "lessons grade handed-in --out results",
    "lessons grade ana_01_tokens.ipynb --out results --notebooks 01",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons grade``."""
    parser.add_argument("path", type=Path, metavar="PATH", help="a notebook, or a folder of them")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--checks", type=Path, metavar="DIR", help="the hidden checks (default: tests/graded)"
    )
    parser.add_argument(
        "--notebooks", type=_numbers, default=(), metavar="00,01", help="those that were assigned"
    )
    parser.add_argument(
        "--isolation",
        choices=LEVELS,
        default=DEFAULT,
        help=HELP,
    )
    parser.add_argument(
        "--seed-file", type=Path, metavar="FILE", help="where the class's seed is kept"
    )


def run(args: argparse.Namespace) -> int:
    """Grade, write, and print each student's total."""
    from lessons.grading.grade import grader
    from lessons.grading.gradebook import proposals, table, unsettled, write_gradebook
    from lessons.grading.records import printable, write_results
    from lessons.grading.seed import class_seed, seed_file
    from lessons.grading.submissions import find_submissions

    if args.out.resolve().is_relative_to(args.path.resolve()):
        raise CourseError(
            "a folder for results outside of what was handed in",
            str(args.out),
            "Choose another: --out DIR",
        )
    submissions = find_submissions(args.path)
    seed = class_seed(args.seed_file)
    if said := warning(args.isolation):
        print(said, file=sys.stderr)
    graded, secrets = [], [args.path, args.seed_file or seed_file()]
    folder = args.checks or _checks()
    with grader(folder, args.notebooks, args.isolation, seed, secrets) as marker:
        for student in marker.grade(submissions):
            write_results(student, args.out)
            graded.append(student)
    file = write_gradebook(graded, args.out)
    print("\n".join(table(graded)))
    for line in unsettled(graded) + proposals(graded):
        print(line, file=sys.stderr)
    for student in graded:
        for note in student.notes:
            print(printable(f"note on {student.student}: {note}"), file=sys.stderr)
    print(f"Written: {file} and {args.out / 'results'}. Seed: {args.seed_file or seed_file()}")
    return 0


def _checks() -> Path:
    root = checkout()
    if root is None:
        raise CourseError(
            "the hidden checks", "an installed copy without them", "Name them with --checks DIR."
        )
    return root / "tests" / "graded"


def _numbers(text: str) -> tuple[str, ...]:
    numbers = tuple(part.strip() for part in text.split(",") if part.strip())
    if not numbers or not all(re.fullmatch("[0-9]{2}", number) for number in numbers):
        raise argparse.ArgumentTypeError(f"numbers of notebooks, such as 00,01; saw {text!r}")
    return tuple(dict.fromkeys(numbers))
