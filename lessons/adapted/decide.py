"""Suggestions become gold when a person has decided on every row, and says who decided."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from lessons.adapted.suggest import COLUMNS, DECIDED, OPEN, STATUS, SUGGESTED, Table, suggestions
from lessons.annotations import read_annotation, read_text
from lessons.articles import Article
from lessons.errors import CourseError
from lessons.files import write_whole
from lessons.guide import problems_in

SHOWN = 5  # problems told at once


def decided(annotation: Path) -> dict[str, Table]:
    """The rows of the three tables, without their status.

    Raises:
        CourseError: a table is missing or has another form, or a row is not decided.
    """
    return {name: _decided_table(annotation / f"{name}.tsv", name) for name in COLUMNS}


def write_gold(annotation: Path, article: Article, folder: Path) -> int:
    """Write decided tables as gold into an annotated text's folder; how many rows a person changed.

    Raises:
        CourseError: a row is not decided, or breaks a rule of the guide.
    """
    tables = decided(annotation)
    with TemporaryDirectory() as scratch:
        for name, rows in tables.items():
            (Path(scratch) / f"{name}.tsv").write_bytes(_plain(name, rows))
        found = problems_in(read_text(folder), read_annotation(Path(scratch)))
    if found:
        raise CourseError(
            f"an annotation as data/guide.md asks, in {annotation}",
            f"{len(found)} places that break it: {'; '.join(found[:SHOWN])}",
            "Mend them, and run this again.",
        )
    for name, rows in tables.items():
        write_whole(folder / f"{name}.tsv", _plain(name, rows))
    return sum(_changed(name, rows, article) for name, rows in tables.items())


def _decided_table(file: Path, name: str) -> Table:
    try:
        text = file.read_bytes().decode("utf-8-sig")  # spreadsheets put a mark before UTF-8
    except (OSError, UnicodeDecodeError) as problem:
        raise CourseError(
            f"{file.name} in UTF-8", str(problem), "lessons adapt writes it anew when it is gone."
        ) from problem
    header, *rows = [*csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)] or [[]]
    wanted = [*COLUMNS[name], STATUS]
    if header != wanted:
        raise CourseError(
            f"the columns {', '.join(wanted)} in {file.name}",
            ", ".join(header),
            "Save it as text with tabs between the columns, and none left out.",
        )
    numbered = [(number, row) for number, row in enumerate(rows, 2) if row]
    for number, row in numbered:
        if len(row) != len(wanted) or row[-1] not in (SUGGESTED, DECIDED):
            raise CourseError(
                f"{len(wanted)} columns in {file.name}, line {number}, the last of them "
                f"{SUGGESTED} or {DECIDED}",
                " | ".join(row),
                "Mend that line.",
            )
    waiting = [number for number, row in numbered if row[-1] == SUGGESTED or OPEN in row[:-1][-1:]]
    if waiting:
        raise CourseError(
            f"every row of {file.name} {DECIDED} by a person, with a reason where one is asked for",
            f"{len(waiting)} of {len(numbered)} that are not, the first in line {waiting[0]}",
            f"Read each, mend it, write {DECIDED} in its last column; a tool's suggestion is no "
            "gold.",
        )
    return [row[:-1] for _, row in numbered]


def _changed(name: str, rows: Table, article: Article) -> int:
    """In how many rows gold and suggestion differ; the reasons, which no tool gave, left aside."""
    width = -1 if name == "sentences" else None
    before = {tuple(row[:width]) for row in suggestions(article)[name]}
    return sum(tuple(row[:width]) not in before for row in rows)


def _plain(name: str, rows: Table) -> bytes:
    return "".join("\t".join(row) + "\n" for row in [list(COLUMNS[name]), *rows]).encode()
