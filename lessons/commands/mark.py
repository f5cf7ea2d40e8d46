"""Decide on a student's task: points in place of those of its checks, a comment, or both.

Or decide on a notebook's date: what being late takes off is waived, or you say when it was handed
in. A decision settles what was proposed, and stays when the class is graded again.
"""

from __future__ import annotations

import argparse
import re
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.errors import CourseError

if TYPE_CHECKING:
    from lessons.grading.records import Graded
    from lessons.grading.store import Store

EXAMPLES = (
    'lessons mark ana 6.c --points 2 --comment "Three sound claims." --out results',
    "lessons mark ana 6.c --withdraw --out results",
    "lessons mark ana 01 --waive-late --out results",
    "lessons mark ana 01 --handed-in 2026-12-01T22:00+01:00 --out results",
)
ROUNDING = 1e-9  # points that a class's measure may be short of a round number


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons mark``."""
    parser.add_argument("student", metavar="STUDENT", help="as in the gradebook")
    parser.add_argument(
        "task", metavar="TASK", help="the id of a task, such as 6.c; for dates a notebook's, 01"
    )
    parser.add_argument("--points", type=float, metavar="N", help="in place of its checks' points")
    parser.add_argument("--comment", default="", metavar="TEXT", help="the student reads it")
    parser.add_argument("--waive-late", action="store_true", help="take nothing off for being late")
    parser.add_argument(
        "--handed-in", type=_moment, metavar="WHEN", help="when it came, if you know better"
    )
    parser.add_argument("--withdraw", action="store_true", help="let checks and dates decide again")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the results")


def run(args: argparse.Namespace) -> int:
    """Record the decision, and write the student's files and the gradebook anew."""
    from lessons.grading.gradebook import number, write_gradebook
    from lessons.grading.records import printable
    from lessons.grading.results import write_student

    on_task = args.points is not None or bool(args.comment)
    on_date = args.waive_late or args.handed_in is not None
    if [on_task, on_date, args.withdraw].count(True) != 1 or (args.waive_late and args.handed_in):
        raise CourseError(
            "--points, --comment or both; or --waive-late, --handed-in or --withdraw alone",
            "none, or several",
            "Say which.",
        )
    with opened(args.out) as store:
        before = known(store, args.student)
        if re.fullmatch("[0-9]{2}", args.task):
            _rule(args, store, before)
        else:
            _decide(args, store, before)
        now = known(store, args.student)
        write_student(store, now, args.out)
        write_gradebook(store, args.out)
    print(printable(f"{args.student}: {_said(args.task, before, now)}"))
    print(f"total {number(now.total)} of {number(now.max)}")
    return 0


def _decide(args: argparse.Namespace, store: Store, graded: Graded) -> None:
    """Record points and comment for a task, or withdraw them."""
    from lessons.grading.gradebook import number
    from lessons.grading.records import Decision

    tasks = graded.by_task()
    if args.waive_late or args.handed_in is not None:
        raise CourseError("a notebook's number, such as 01", repr(args.task), "Dates are its own.")
    if args.task not in tasks:
        raise CourseError(
            f"a task that was graded: {', '.join(tasks)}", repr(args.task), "Choose one."
        )
    most = sum(each.max for each in graded.records if each.task == args.task)
    if args.points is not None and not 0 <= args.points <= most + ROUNDING:
        raise CourseError(
            f"points from 0 to {number(most)}", number(args.points), "Choose --points anew."
        )
    of = most if args.task in dict(graded.scaled) else None
    store.decide(args.student, Decision(args.task, args.points, args.comment, of=of))


def _rule(args: argparse.Namespace, store: Store, graded: Graded) -> None:
    """Record when a notebook was handed in, or that being late costs nothing; or withdraw that."""
    from lessons.grading.records import Ruling

    there = [each.notebook for each in graded.attempts]
    if args.task not in there or args.points is not None or args.comment:
        raise CourseError(
            f"a notebook that was handed in ({', '.join(there) or 'none was'}), and no points",
            repr(args.task),
            "For points, name a task, such as 1.e.",
        )
    at = "" if args.handed_in is None else args.handed_in.astimezone(UTC).isoformat()
    store.rule(args.student, Ruling(args.task, args.waive_late, at))


def _said(about: str, before: Graded, now: Graded) -> str:
    from lessons.grading.gradebook import number
    from lessons.grading.wording import timing

    if about not in now.by_task():
        told = [timing(each) for each in now.timings if each.notebook == about]
        return told[0] if told else f"no date is due for notebook {about}."
    most = sum(each.max for each in now.records if each.task == about)
    was, got = number(before.by_task()[about]), number(now.by_task()[about])
    return f"{about}, {was} before, {got} of {number(most)} now"


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
        if at.tzinfo is not None:
            at.astimezone(UTC)
            return at
    except (ValueError, OverflowError):
        pass
    raise argparse.ArgumentTypeError(
        f"a date with time and offset, such as 2026-12-01T22:00+01:00; saw {text!r}"
    )


def opened(folder: Path) -> Store:
    """The record of a class that was graded.

    Raises:
        CourseError: there is none.
    """
    from lessons.grading.store import NAME, Store

    if not (folder / NAME).is_file():
        raise CourseError(
            f"{NAME}, which lessons grade writes", f"none in {folder}", "Name it: --out DIR"
        )
    return Store(folder)


def known(store: Store, student: str) -> Graded:
    """A student's records.

    Raises:
        CourseError: nobody of that name was graded.
    """
    from lessons.grading.records import printable

    graded = store.of(student)
    if graded is None:
        near = get_close_matches(student, store.names(), 5, 0.5)
        raise CourseError(
            "a student in the gradebook",
            printable(repr(student)),
            f"Perhaps: {printable(', '.join(near))}." if near else "Look into gradebook.csv.",
        )
    return graded
