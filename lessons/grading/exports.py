"""A class's marks in the forms that other systems take.

Canvas and Moodle are given back the very file they exported, with grades filled in: their own
identifiers stay, so that nothing has to be matched by a person's name. Sources: Canvas, "How do I
import grades in the Gradebook?"; Moodle, "Offline grading worksheet"; Gradescope, "Autograder
specifications"; JUnit XML as Jenkins and GitLab read it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from lessons.errors import CourseError
from lessons.grading.gradebook import number, safe
from lessons.grading.records import Graded, Record, printable
from lessons.grading.wording import Promises, check_name, timing, told

CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POSSIBLE = "Points Possible"
MOODLE = ("Identifier", "Full name", "Grade", "Feedback comments")
FILES = {"canvas": "canvas.csv", "moodle": "moodle.csv", "gradescope": "results.json",
         "junit": "junit.xml"}  # each form's, in the folder of results  # fmt: skip
FEEDBACK = 2_000  # characters of comments
Find = Callable[[str], Graded | None]


@dataclass(frozen=True)
class Sheet:
    """A table that a system exported: its rows, and how it was written, to write it so again."""

    rows: list[list[str]]
    delimiter: str = ","
    mark: str = ""

    def text(self) -> str:
        """The file, as text."""
        file = io.StringIO()
        csv.writer(file, delimiter=self.delimiter, lineterminator="\r\n").writerows(self.rows)
        return self.mark + file.getvalue()


@dataclass(frozen=True)
class Filled:
    """A sheet with grades in it, whose they are, and whom it names that were not graded."""

    sheet: Sheet
    students: tuple[str, ...]
    missing: tuple[str, ...]


def read_sheet(text: str) -> Sheet:
    """A table as a learning platform exports it: commas, semicolons or tabs between cells.

    >>> read_sheet("a;b\\n1;2\\n").rows
    [['a', 'b'], ['1', '2']]
    """
    mark, body = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    head = body.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    return Sheet(list(csv.reader(io.StringIO(body), delimiter=delimiter)), delimiter, mark)


def canvas(sheet: Sheet, find: Find, column: str, scale: bool = False) -> Filled:
    """Canvas's exported gradebook with one column of grades, and no other, to be imported.

    ``column`` is an assignment as the export calls it, "Tokens (4711)"; another name makes a new
    assignment. ``find`` gives a student's records by a name of theirs.

    Raises:
        CourseError: it is no such export, or its points are others and ``scale`` is not asked for.
    """
    head = _head(sheet, CANVAS)
    keep = [head[name] for name in CANVAS]
    at = head.get(column)
    rows, students, missing = [[*CANVAS, column]], list[str](), list[str]()
    worth = _points_possible(sheet, head, at)
    most = ""
    for row in sheet.rows[1:]:
        cells = [_cell(row, each) for each in keep]
        if not cells[1]:  # "Points Possible", and what else is not a student
            rows.append([*cells, _cell(row, at)])
            continue
        graded = _first(find, (f"_{cells[1]}", cells[3], cells[2], cells[0]))
        if graded is None:
            missing.append(cells[0])
            continue
        rows.append([*cells, number(_scaled(graded, worth, scale))])
        students.append(graded.student)
        most = number(graded.max)
    if at is None:  # a new assignment is worth what the file says
        rows = [[*row[:-1], most] if row[0].strip() == POSSIBLE else row for row in rows]
    return Filled(Sheet(rows, sheet.delimiter, sheet.mark), tuple(students), tuple(missing))


def moodle(sheet: Sheet, find: Find, scale: bool = False) -> Filled:
    """Moodle's grading worksheet with grades and a person's comments; nothing else is changed.

    Raises:
        CourseError: it is no such worksheet, or its points are others and ``scale`` is not asked
            for.
    """
    head = _head(sheet, MOODLE)
    most = head.get("Maximum Grade", head.get("Maximum grade"))
    rows, students, missing = [list(sheet.rows[0])], list[str](), list[str]()
    logins = _logins([_cell(row, head.get("Email address")) for row in sheet.rows[1:]])
    for at, row in enumerate(sheet.rows[1:]):
        row = row + [""] * (len(sheet.rows[0]) - len(row))
        names = [f"_{_cell(row, head['Identifier']).split(' ')[-1]}"]
        known = ("Email address", "ID number", "Full name")
        names += [*(_cell(row, head.get(name)) for name in known), logins[at]]
        graded = _first(find, names)
        if graded is None:
            missing.append(_cell(row, head["Full name"]))
        else:
            worth = _float(_cell(row, most))
            row[head["Grade"]] = number(_scaled(graded, worth, scale))
            if said := comments(graded):
                row[head["Feedback comments"]] = safe(said)
            students.append(graded.student)
        rows.append(row)
    return Filled(Sheet(rows, sheet.delimiter, sheet.mark), tuple(students), tuple(missing))


def _logins(addresses: Sequence[str]) -> list[str]:
    """What stands before the @ of each address; "" where two have the same.

    >>> _logins(["ana@a.edu", "ben@a.edu", "ben@b.edu", ""])
    ['ana', '', '', '']
    """
    parts = [address.partition("@")[0] for address in addresses]
    times = Counter(parts)
    return [part if times[part] == 1 else "" for part in parts]


def comments(graded: Graded) -> str:
    """What a person said of each task, and why points were taken off."""
    said = [f"{each.task}: {each.comment}" for each in graded.decisions if each.comment]
    said += [timing(each) for each in graded.timings if each.points]
    return " ".join(said)[:FEEDBACK]


def gradescope(graded: Graded, looks_at: Promises) -> dict[str, Any]:
    """One student as Gradescope's results.json: nothing in it gives a hidden check away."""
    states = {"passed": "passed", "failed": "failed", "not_attempted": "failed"}
    tests = []
    for each in graded.records:
        test = {
            "name": f"{each.task} {check_name(each, looks_at)}",
            "score": each.points,
            "max_score": each.max,
            "output": told(each, each.rationale),
            "output_format": "text",
            "visibility": "visible",
        }
        if each.status in states:
            test["status"] = states[each.status]
        tests.append(test)
    dates = [timing(each) for each in graded.timings]
    output = "\n".join([*dates, *graded.notes, *filter(None, [comments(graded)])])
    return {"score": graded.total, "output": output, "output_format": "text", "tests": tests}


def junit(graded: Iterable[Graded]) -> Iterator[str]:
    """A class as JUnit XML, piece by piece: a suite a student, a case a check."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for student in graded:
        yield ElementTree.tostring(_suite(student), encoding="unicode") + "\n"
    yield "</testsuites>\n"


def _suite(graded: Graded) -> ElementTree.Element:
    states = [each.status for each in graded.records]
    counts = {"tests": len(states), "failures": states.count("failed"),
              "errors": states.count("cannot_check"),
              "skipped": states.count("not_attempted")}  # fmt: skip
    named = {"name": _xml(graded.student)} | {key: str(it) for key, it in counts.items()}
    suite = ElementTree.Element("testsuite", named)
    for each in graded.records:
        suite.append(_case(each))
    return suite


def _case(record: Record) -> ElementTree.Element:
    case = ElementTree.Element(
        "testcase", {"classname": f"{record.notebook}.{record.task}", "name": record.check}
    )
    kind = {"failed": "failure", "cannot_check": "error", "not_attempted": "skipped"}
    if record.status in kind:
        words = {"message": _xml(record.rationale)}
        ElementTree.SubElement(case, kind[record.status], words)
    return case


def _xml(text: str) -> str:
    """Text without the characters that no XML file may hold."""
    return re.sub("[\ufffe\uffff\ud800-\udfff]", "\ufffd", printable(text))


def _head(sheet: Sheet, needed: Iterable[str]) -> Mapping[str, int]:
    head = {name.strip(): at for at, name in enumerate(sheet.rows[0] if sheet.rows else [])}
    if lacks := [name for name in needed if name not in head]:
        raise CourseError(
            f"the file as it was exported, with a column {lacks[0]}",
            ", ".join(head)[:200] or "an empty file",
            "Export it again, in English, and do not open it in between.",
        )
    return head


def _points_possible(sheet: Sheet, head: Mapping[str, int], at: int | None) -> float | None:
    for row in sheet.rows[1:]:
        if _cell(row, head["Student"]).strip() == POSSIBLE:
            return _float(_cell(row, at))
    return None


def _scaled(graded: Graded, worth: float | None, scale: bool) -> float:
    if worth is None or not graded.max or abs(worth - graded.max) < 1e-9:
        return graded.total
    if not scale:
        raise CourseError(
            f"{number(graded.max)} points in all, as they were graded",
            f"{number(worth)} in the file",
            "Change the assignment's points there, or say --scale.",
        )
    return graded.total * worth / graded.max


def _first(find: Find, names: Iterable[str]) -> Graded | None:
    return next((found for name in names if name.strip("_ ") and (found := find(name))), None)


def _cell(row: list[str], at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _float(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
