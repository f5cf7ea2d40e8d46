"""The gradebook: a line a student, a column a task, safe to open in any spreadsheet.

A class is gone through more than once, and may be as large as one likes: nothing here keeps it.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from lessons.checks.marking import WAITING
from lessons.grading.changes import Change
from lessons.grading.records import Graded, Record, printable, write_whole

NAMED = 10  # students whom a line names
LINE, LINES, NOTES = 300, 20, 100  # characters, lines, and notes, that are printed of it
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet runs when a cell begins so


def gradebook(graded: Iterable[Graded]) -> str:
    """The gradebook as CSV: ``student,total,max,late``, then the points of each task.

    ``late`` is what was taken off, so that total and late are the sum of the tasks.
    """
    tasks = list(dict.fromkeys(task for student in graded for task in student.by_task()))
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(["student", "total", "max", "late", *tasks])
    for student in graded:
        points = student.by_task()
        writer.writerow(
            [
                safe(student.student),
                number(student.total),
                number(student.max),
                number(student.late),
                *(number(points.get(task, 0)) for task in tasks),
            ]
        )
    return file.getvalue()


def write_gradebook(graded: Iterable[Graded], folder: Path) -> Path:
    """Write ``gradebook.csv``; the path of the file."""
    file = folder / "gradebook.csv"
    write_whole(file, gradebook(graded))
    return file


def table(graded: Iterable[Graded]) -> list[str]:
    """The same in short, for a terminal: a line a student with total and max."""
    rows = [(printable(each.student), number(each.total), number(each.max)) for each in graded]
    width = max([len("student"), *(len(name) for name, _, _ in rows)])
    return [f"{name:{width}}  {total:>6}  {most:>5}"
            for name, total, most in [("student", "total", "max"), *rows]]  # fmt: skip


def in_short(graded: Iterable[Graded]) -> list[str]:
    """A class too large for a table in a terminal: how many, and how their totals lie."""
    shares = sorted(each.total / each.max if each.max else 0 for each in graded)
    quarter, half, rest = (shares[len(shares) * part // 4] for part in (1, 2, 3))
    return [
        f"students: {len(shares):,}",
        f"of all points, a quarter has less than {quarter:.0%}, half less than {half:.0%}, "
        f"three quarters less than {rest:.0%}",
    ]


def notes(graded: Iterable[Graded]) -> list[str]:
    """What an instructor may want to know of single submissions; the first of them."""
    said = [(each.student, note) for each in graded for note in each.notes]
    lines = [printable(f"note on {student}: {note}") for student, note in said[:NOTES]]
    return [*lines, *_more(len(said) - NOTES, "notes, each in its student's file in results")]


def of_class(graded: Iterable[Graded]) -> list[str]:
    """Who is missing, not on the roster, late, or was handed in nobody knows when."""
    found: dict[str, list[str]] = {}
    for each in graded:
        kinds = {
            "handed in nothing": each.absent,
            "not on the roster, who is that?": not each.listed,
            "points taken off for being late": each.late > 0,
            "nothing taken off, for it is not known when they handed in": any(
                not it.handed_in for it in each.timings
            ),
        }
        for kind in (kind for kind, holds in kinds.items() if holds):
            found.setdefault(kind, []).append(each.student)
    return [
        printable(f"{kind}, students: {len(who)}. {', '.join(who[:NAMED])}"
                  f"{' and others' if len(who) > NAMED else ''}")
        for kind, who in found.items()
    ]  # fmt: skip


def changed(changes: Sequence[Change]) -> list[str]:
    """Marks that are others than before."""
    lines = [
        printable(
            f"changed: {each.student} {each.task}, {number(each.before)} to {number(each.after)}"
            f" ({each.why})"
        )
        for each in changes[:NOTES]
    ]
    return [*lines, *_more(len(changes) - NOTES, "changed marks, all in gradebook.sqlite")]


def _more(count: int, what: str) -> list[str]:
    return [f"and {count:,} more {what}"] if count > 0 else []


def unsettled(graded: Iterable[Graded]) -> list[str]:
    """What a person has to look at: checks without a verdict, in how many notebooks, and why.

    A check that only waits for another is not among them.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for student in graded:
        of_student = [each for each in student.records if each.status == "cannot_check"]
        found.update({(each.task, each.check, each.rationale) for each in of_student})
    return [
        printable(f"no verdict: {task} {check}, students: {count}. {why}"[:LINE])
        for (task, check, why), count in found.most_common(LINES)
        if why != WAITING
    ]


def proposals(graded: Iterable[Graded]) -> list[str]:
    """Tasks whose points are a machine's proposal, and in how many notebooks a person decides."""
    found: Counter[str] = Counter()
    for student in graded:
        open = {each.task for each in student.records if each.proposal and _read(each)}
        found.update(open - student.decided.keys())
    return [
        f"proposed: the points of task {task}, students: {count}. A person decides: lessons mark"
        for task, count in sorted(found.items())
    ]


def _read(record: Record) -> bool:
    return record.status in ("passed", "failed")


def safe(text: str) -> str:
    """Text that a spreadsheet shows and does not run.

    >>> safe("=1+1"), safe("Ana")
    ("'=1+1", 'Ana')
    """
    text = printable(text)
    return f"'{text}" if text.startswith(FORMULA) else text


def number(points: float) -> str:
    """Points as people write them.

    >>> number(3.0), number(2.5)
    ('3', '2.5')
    """
    return f"{round(points, 4):g}"
