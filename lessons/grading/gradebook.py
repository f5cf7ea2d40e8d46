"""The gradebook: a line a student, a column a task, safe to open in any spreadsheet."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lessons.checks.marking import WAITING
from lessons.grading.records import Graded, Record, printable, write_whole

LINE, LINES = 300, 20  # characters, and lines, that are printed of it
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet runs when a cell begins so


def gradebook(graded: Sequence[Graded]) -> str:
    """The gradebook as CSV: ``student,total,max``, then the points of each task."""
    tasks = list(dict.fromkeys(task for student in graded for task in student.by_task()))
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(["student", "total", "max", *tasks])
    for student in graded:
        points = student.by_task()
        writer.writerow(
            [
                safe(student.student),
                number(student.total),
                number(student.max),
                *(number(points.get(task, 0)) for task in tasks),
            ]
        )
    return file.getvalue()


def write_gradebook(graded: Sequence[Graded], folder: Path) -> Path:
    """Write ``gradebook.csv``; the path of the file."""
    file = folder / "gradebook.csv"
    write_whole(file, gradebook(graded))
    return file


def table(graded: Sequence[Graded]) -> list[str]:
    """The same in short, for a terminal: a line a student with total and max."""
    names = [printable(student.student) for student in graded]
    width = max([len("student"), *map(len, names)])
    lines = [f"{'student':{width}}  {'total':>6}  {'max':>5}"]
    for name, student in zip(names, graded, strict=True):
        lines.append(f"{name:{width}}  {number(student.total):>6}  {number(student.max):>5}")
    return lines


def unsettled(graded: Sequence[Graded]) -> list[str]:
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


def proposals(graded: Sequence[Graded]) -> list[str]:
    """Tasks whose points are a machine's proposal, and in how many notebooks a person decides."""
    found: Counter[str] = Counter()
    for student in graded:
        found.update({each.task for each in student.records if each.proposal and _read(each)})
    return [
        f"proposed: the points of task {task}, students: {count}. A person decides."
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
