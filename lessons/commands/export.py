"""Write a class's marks for another system, from what lessons grade recorded.

canvas and moodle fill in the file that they exported (--from): Canvas's gradebook, and Moodle's
grading worksheet. gradescope writes the results.json of one student; junit an XML file of all.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.errors import CourseError

if TYPE_CHECKING:
    from lessons.grading.exports import Filled, Find, Sheet
    from lessons.grading.records import Graded
    from lessons.grading.store import Store

FORMS = ("canvas", "moodle", "gradescope", "junit")
EXAMPLES = (
    'lessons export canvas --from Grades.csv --column "Tokens (4711)" --out results',
    "lessons export moodle --from Worksheet.csv --out results",
    "lessons export gradescope --student ana --out results",
)
COLUMN = "Reading the News"
SHOWN = 10  # students whom a note names


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons export``."""
    parser.add_argument("form", choices=FORMS, help="whose form")
    parser.add_argument("--from", type=Path, dest="sheet", metavar="FILE", help="what it exported")
    parser.add_argument("--column", default=COLUMN, metavar="NAME", help="the assignment in Canvas")
    parser.add_argument("--scale", action="store_true", help="to the points that the file has")
    parser.add_argument("--student", metavar="STUDENT", help="as in the gradebook")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the results")


def run(args: argparse.Namespace) -> int:
    """Write the file, and say where, and who is missing."""
    from lessons.commands.mark import opened

    if (args.form in ("canvas", "moodle")) != (args.sheet is not None):
        raise CourseError(
            "--from FILE, the file that canvas or moodle exported",
            "none" if args.sheet is None else f"one for {args.form}",
            "Export the gradebook there first.",
        )
    with opened(args.out) as store:
        file = _sheet(args, store) if args.sheet else _whole(args, store)
    print(f"Written: {file}")
    return 0


def _sheet(args: argparse.Namespace, store: Store) -> Path:
    from lessons.grading.exports import FILES, canvas, moodle, read_sheet
    from lessons.grading.records import printable, write_whole

    try:
        sheet = read_sheet(args.sheet.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise CourseError("a file in UTF-8", str(args.sheet), "Export it again.") from None
    find = finder(store)
    if args.form == "canvas":
        filled = canvas(sheet, find, args.column, args.scale)
    else:
        filled = moodle(sheet, find, args.scale)
    file: Path = args.out / FILES[args.form]
    write_whole(file, filled.sheet.text())
    print(f"grades: {len(filled.students)}")
    for line in _amiss(filled, sheet, store, args.column if args.form == "canvas" else ""):
        print(printable(line), file=sys.stderr)
    return file


def _amiss(filled: Filled, sheet: Sheet, store: Store, column: str) -> Iterator[str]:
    """What a person has to know before the file is uploaded."""
    if column and column not in sheet.rows[0]:
        others = ", ".join(name for name in sheet.rows[0] if name.endswith(")") and "(" in name)
        yield f"No column is called {column!r}: Canvas makes a new assignment. There are: {others}"
    if filled.missing:
        yield f"not graded, {len(filled.missing)}: {', '.join(filled.missing[:SHOWN])}"
    if left := sorted({*store.names()} - {*filled.students}):
        yield f"marks that went into no row, {len(left)}: {', '.join(left[:SHOWN])}"
        yield (
            "A row is found by the number that a student's name here ends in, else by login, "
            "address, the part of it before the @, or full name. Call the folder so, and grade "
            "again."
        )


def finder(store: Store) -> Find:
    """Students by a name of theirs; ``_4321`` is the one whose name a platform ended so."""
    by_id: dict[str, str | None] = {}
    for name in store.names():
        id = "_" + name.rpartition("_")[2]
        by_id[id] = None if id in by_id else name  # two who end so: neither

    def find(name: str) -> Graded | None:
        student = by_id.get(name) if name.startswith("_") else name
        return store.of(student) if student else None

    return find


def _whole(args: argparse.Namespace, store: Store) -> Path:
    from lessons.commands.mark import known
    from lessons.grading.exports import FILES, gradescope, junit
    from lessons.grading.records import write_whole

    if args.form == "junit":
        file: Path = args.out / FILES["junit"]
        write_whole(file, "".join(junit(store)))
        return file
    names = store.names()
    if args.student is None and len(names) != 1:
        raise CourseError("--student, for there are several", "none", "Name one.")
    found = gradescope(known(store, args.student or names[0]), store.promises())
    file = args.out / FILES["gradescope"]
    write_whole(file, json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    return file
