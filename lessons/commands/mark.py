"""Decide on a student's task: points in place of those of its checks, a comment, or both.

A decision settles what was proposed, and stays when the class is graded again.
"""

from __future__ import annotations

import argparse
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
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons mark``."""
    parser.add_argument("student", metavar="STUDENT", help="as in the gradebook")
    parser.add_argument("task", metavar="TASK", help="the id of a task, such as 6.c")
    parser.add_argument("--points", type=float, metavar="N", help="in place of its checks' points")
    parser.add_argument("--comment", default="", metavar="TEXT", help="the student reads it")
    parser.add_argument("--withdraw", action="store_true", help="let the checks decide again")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the results")


def run(args: argparse.Namespace) -> int:
    """Record the decision, and write the student's files and the gradebook anew."""
    from lessons.grading.gradebook import number, write_gradebook
    from lessons.grading.records import Decision, printable
    from lessons.grading.results import write_student

    if args.withdraw == (args.points is not None or bool(args.comment)):
        raise CourseError(
            "--points, --comment or both; or --withdraw alone", "neither, or all", "Say which."
        )
    with opened(args.out) as store:
        graded = known(store, args.student)
        before = graded.by_task()
        most = sum(each.max for each in graded.records if each.task == args.task)
        if args.task not in before:
            raise CourseError(
                f"a task that was graded: {', '.join(before)}", repr(args.task), "Choose one."
            )
        if args.points is not None and not 0 <= args.points <= most:
            raise CourseError(
                f"points from 0 to {number(most)}", number(args.points), "Choose --points anew."
            )
        store.decide(args.student, Decision(args.task, args.points, args.comment))
        graded = known(store, args.student)
        write_student(store, graded, args.out)
        write_gradebook(store, args.out)
    was, now = number(before[args.task]), number(graded.by_task()[args.task])
    print(printable(f"{args.student} {args.task}: {was} before, {now} of {number(most)} now"))
    return 0


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
