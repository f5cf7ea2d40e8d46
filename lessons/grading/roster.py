"""roster.csv: who is in the class, and who has more time.

::

    student,name,extra_days,01
    ana,Ana Lima,,
    4321,Jane Doe,2,7

``student`` is what the gradebook calls them; the number or address that such a name ends in will
do. ``extra_days`` are days after every date that is due, a column called by a notebook's number
those of this notebook in their place. ``name`` is for you; only ``student`` is needed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lessons.errors import CourseError
from lessons.grading.forms import spelled

NAME = "roster.csv"
COLUMNS = ("student", "name", "extra_days")
NOTEBOOK = re.compile("[0-9]{2}")
LONGEST = 3_660  # days of an extension; more is a slip


@dataclass(frozen=True)
class Listed:
    """A student of the class, with days of extension: for all notebooks, and for some."""

    student: str
    extra_days: float = 0
    by_notebook: Mapping[str, float] = field(default_factory=dict)

    def days(self, notebook: str) -> float:
        """How many days more this student has for a notebook."""
        return self.by_notebook.get(notebook, self.extra_days)


class Roster:
    """A class by its students' names."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self.listed = {each.student: each for each in listed}

    def find(self, student: str) -> Listed | None:
        """Who a student of the gradebook is: by name, or by the number or address at its end."""
        end = student.rpartition("_")[2]
        known = end if re.search("[0-9@]", end) else student
        return self.listed.get(student) or self.listed.get(known)

    def absent(self, students: Iterable[str]) -> list[str]:
        """Those of the class who are not among these students."""
        there = {found.student for each in students if (found := self.find(each))}
        return [student for student in self.listed if student not in there]


def read_roster(file: Path) -> str:
    """The text of a roster that was found good.

    Raises:
        CourseError: it cannot be read, or a line is not as expected; with the line.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not in UTF-8"
        does = "Check the path, and save it as CSV in UTF-8."
        raise CourseError(f"a file such as {NAME}", f"{file}: {why}", does) from None
    parse_roster(text, file.name)
    return text


def parse_roster(text: str, name: str = NAME) -> Roster:
    """A roster from its text, with commas, semicolons or tabs between cells.

    Raises:
        CourseError: as ``read_roster``.

    >>> parse_roster("student,extra_days\\nana,2\\n").find("ana").days("01")
    2.0
    """
    rows = csv.reader(io.StringIO(text), delimiter=_between(text))
    try:
        head = [cell.strip() for cell in next(rows, [])]
        _known(head, name)
        listed: dict[str, Listed] = {}
        for row in rows:
            where = f"{name}, line {rows.line_num}"
            cells = dict(zip(head, map(str.strip, row), strict=False))
            student = spelled(cells.get("student", ""))
            if not any(cells.values()):
                continue
            if not student or student in listed:
                seen = f"{student} once more" if student else "a line without one"
                raise CourseError(f"a student in {where}", seen, "Each student has one line.")
            listed[student] = Listed(
                student,
                _days(cells.get("extra_days", ""), "extra_days", where) or 0,
                {
                    key: days
                    for key, cell in cells.items()
                    if NOTEBOOK.fullmatch(key) and (days := _days(cell, key, where)) is not None
                },
            )
    except csv.Error as error:
        raise CourseError(f"CSV in {name}", str(error), "Save it as CSV in UTF-8.") from None
    return Roster(listed.values())


def without(text: str, student: str) -> str:
    r"""The text of a roster without the line of a student of the gradebook.

    >>> without("student,name\nana,Ana\nbo,Bo\n", "ana")
    'student,name\nbo,Bo\n'
    """
    listed = parse_roster(text).find(student)
    between = _between(text)
    head, *rows = csv.reader(io.StringIO(text), delimiter=between)
    at = [cell.strip() for cell in head].index("student")
    gone = listed.student if listed else None
    kept = [row for row in rows if row[at : at + 1] and spelled(row[at].strip()) != gone]
    file = io.StringIO()
    csv.writer(file, delimiter=between, lineterminator="\n").writerows([head, *kept])
    return file.getvalue()


def _between(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _known(head: list[str], name: str) -> None:
    wanted = "student, name, extra_days, and numbers of notebooks such as 01"
    odd = [each for each in head if each not in COLUMNS and not NOTEBOOK.fullmatch(each)]
    if "student" not in head or odd or len(set(head)) != len(head):
        seen = ", ".join(odd or head)[:200] or "nothing"
        raise CourseError(f"the columns {wanted}, in {name}, line 1", seen, "Mend that line.")


def _days(cell: str, column: str, where: str) -> float | None:
    if not cell:
        return None
    if (
        not re.fullmatch(r"[0-9]{1,4}([.,][0-9]+)?", cell)
        or float(cell.replace(",", ".")) > LONGEST
    ):
        expected = f"days, such as 2, in {where}"
        raise CourseError(expected, f"{cell} for {column}", "Mend the value.")
    return float(cell.replace(",", "."))
