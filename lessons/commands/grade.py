"""Mark notebooks and write a gradebook: one notebook, or a class, in a folder or a zip.

PATH is a notebook, a folder, or a zip of Canvas, Moodle or Gradescope; several are one class.
Writes gradebook.csv, report.html, feedback/<student>.html, results/<student>.json with one record
for each check, and gradebook.sqlite, from which the same command goes on after it was stopped, and
grades only what is new. The marks are those of pytest tests/graded --submissions PATH. Needs the
hidden checks, which come with a clone.
"""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.course import checkout
from lessons.errors import CourseError
from lessons.grading.isolation import DEFAULT, HELP, LEVELS, warning

if TYPE_CHECKING:
    from lessons.grading.changes import Change
    from lessons.grading.store import Store
    from lessons.grading.submissions import Submissions
    from lessons.grading.workers import Orders

EXAMPLES = (
    "lessons grade handed-in --out results",
    "lessons grade submissions.zip --out results",
    "lessons grade handed-in --class class.toml --roster roster.csv --out results",
    "lessons grade ana_01_tokens.ipynb --out results --notebooks 01",
    "lessons grade handed-in --out results --scheduler tcp://10.0.0.5:8786 --no-compare",
)
SHOWN = 100  # students whose totals are printed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons grade``."""
    parser.add_argument(
        "paths", type=Path, nargs="+", metavar="PATH", help="a notebook, a folder, or a zip"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--checks", type=Path, metavar="DIR", help="the hidden checks (default: tests/graded)"
    )
    parser.add_argument(
        "--notebooks",
        type=_numbers,
        default=(),
        metavar="00,01",
        help="assigned ones (default: all)",
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
    parser.add_argument(
        "--no-compare", action="store_true", help="do not look for work that is alike"
    )
    parser.add_argument(
        "--class", type=Path, dest="rules", metavar="FILE", help="dates and points: class.toml"
    )
    parser.add_argument(
        "--roster", type=Path, metavar="FILE", help="who is in the class: roster.csv"
    )
    parser.add_argument(
        "--no-class",
        action="store_true",
        help="forget the notebooks, dates, points, roster given before",
    )
    parser.add_argument(
        "--attempt",
        choices=("fullest", "last", "best"),
        default="fullest",
        help="which of several notebooks of one number counts (default: fullest)",
    )
    parser.add_argument(
        "--workers", type=_count, metavar="N", help="processes at once (default: one a core)"
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", help="grade on a Dask cluster: tcp://host:port, or tls://"
    )


def run(args: argparse.Namespace) -> int:
    """Grade what is new, write, and print each student's total."""
    from lessons.grading.checklist import check_files
    from lessons.grading.likeness import Notebooks
    from lessons.grading.results import expect, write_files
    from lessons.grading.seed import class_seed, seed_file
    from lessons.grading.store import Store
    from lessons.grading.submissions import find_submissions
    from lessons.grading.workers import Orders

    for path in args.paths:
        if args.out.resolve().is_relative_to(path.resolve()):
            raise CourseError(
                "a folder for results outside of what was handed in",
                str(args.out),
                "Choose another: --out DIR",
            )
    submissions = find_submissions(*args.paths)
    seed = class_seed(args.seed_file)
    if said := warning(args.isolation):
        print(said, file=sys.stderr)
    given = [each for each in (args.rules, args.roster) if each]
    secrets = (*args.paths, *given, args.out, args.seed_file or seed_file())
    checks = args.checks or _checks()
    check_files(checks, args.notebooks)
    rules = _rules(args)
    with Store(args.out) as store:
        changes = _agree(store, rules, args.no_class)
        assigned = tuple(filter(None, store.agreed().get("notebooks", "").split(",")))
        orders = Orders(checks, assigned, args.isolation, seed, secrets, args.attempt)
        try:
            expect(submissions, store)
            changes += _grade(submissions, orders, args.workers, args.scheduler, store)
        except KeyboardInterrupt:
            print("Stopped. The same command goes on where it stopped.", file=sys.stderr)
            return 1
        write_files(store, args.out, None if args.no_compare else Notebooks(submissions))
        _tell(store, submissions, changes)
    print(f"Written: {args.out / 'report.html'}; beside it gradebook.csv, feedback and results.")
    print(f"Seed: {args.seed_file or seed_file()}")
    return 0


def _rules(args: argparse.Namespace) -> dict[str, str]:
    """What is said of the class, found good before anything is graded."""
    from lessons.grading.checklist import notebooks
    from lessons.grading.class_file import must_be_known, read_class_file
    from lessons.grading.roster import read_roster

    if args.no_class and (args.rules or args.roster):
        raise CourseError("--no-class alone, or files", "both", "Say which.")
    found = {"notebooks": ",".join(args.notebooks)} if args.notebooks else {}
    if args.rules:
        must_be_known(read_class_file(args.rules), notebooks(), args.rules.name)
        found["class"] = args.rules.read_text(encoding="utf-8-sig")
    if args.roster:
        found["roster"] = read_roster(args.roster)
    return found


def _agree(store: Store, rules: dict[str, str], forget: bool) -> list[Change]:
    """Record the rules of the class; the marks that they changed. Others stay as they were."""
    before = store.agreed()
    now = rules if forget else before | rules
    if kept := [f"--{name}" for name in before if name in now and name not in rules]:
        said = ", ".join(kept)
        print(f"As given before: {said}. To do without: --no-class", file=sys.stderr)
    return store.agree(now) if now != before else []


def _grade(
    submissions: Submissions,
    orders: Orders,
    workers: int | None,
    scheduler: str | None,
    store: Store,
) -> list[Change]:
    """Grade and record; the marks that changed."""
    from lessons.grading.checklist import checklists
    from lessons.grading.keys import Key, terms
    from lessons.grading.pace import Pace
    from lessons.grading.wording import promises
    from lessons.grading.workers import FEW, Job, cores, grade_class

    way = terms(
        orders.checks, orders.numbers, orders.isolation, orders.seed, attempt=orders.attempt
    )

    def known(student: str) -> str:
        key = store.key(student)
        return key.handed_in if key and key.terms == way else ""

    jobs = (Job(submitted, known(submitted.student)) for submitted in submissions)
    if scheduler:
        from lessons.grading.cluster import grade_on_cluster

        results = grade_on_cluster(jobs, orders, scheduler, way)
    else:
        workers = workers or min(cores(), 1 + len(submissions) // FEW)
        results = grade_class(jobs, orders, workers)
    changes, new = [], 0
    with closing(results) as done, Pace(len(submissions)) as pace:
        for each in done:
            if each.graded:
                if not new:  # before the first is recorded: no kill may come between the two
                    store.promise(promises(checklists(orders.checks, orders.numbers)))
                changes += store.put(each.graded, Key(each.handed_in, way))
                new += 1
            pace.step()
    if new < len(submissions):
        print(f"graded: {new:,}; as before: {len(submissions) - new:,}", file=sys.stderr)
    return changes


def _tell(store: Store, submissions: Submissions, changes: list[Change]) -> None:
    """Print the totals, and to standard error what a person should look at."""
    from lessons.grading import gradebook as book

    print("\n".join(book.table(store) if len(store) <= SHOWN else book.in_short(store)))
    lines = [*book.changed(changes)]
    for told in (book.of_class, book.unsettled, book.proposals, book.notes):
        lines += told(store)
    if others := submissions.others:
        lines.append(f"not read, for they are no notebooks: {', '.join(others[:10])}")
    if earlier := sum(name not in submissions.entries for name in store.names()):
        lines.append(f"kept from earlier runs, and not among what was handed in now: {earlier:,}")
    for line in lines:
        print(line, file=sys.stderr)


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


def _count(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]{0,3}", text):
        raise argparse.ArgumentTypeError(f"a number of processes, 1 or more; saw {text!r}")
    return int(text)
