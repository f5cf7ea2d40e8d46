"""Rows of a class's record on disk, as the plain data they stand for, and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from lessons.grading.records import Attempt, Decision, Graded, Record, Ruling
from lessons.grading.store_form import COLUMNS, NAMES

FLAGS = ("hidden", "proposal", "waived")  # 0 and 1 in the file
FLAG_PLACES = [at for at, name in enumerate(COLUMNS) if name in FLAGS]
ABOUT: dict[str, type] = {"attempt": Attempt, "decision": Decision, "ruling": Ruling}


def recorded(base: sqlite3.Connection, student: str, notes: tuple[str, ...]) -> Graded:
    """All that is recorded of a student, as it was recorded."""
    records = base.execute(
        f"select {NAMES} from record where student = ? order by place", (student,)
    )
    about = {table: tuple(_about(base, table, student)) for table in ABOUT}
    return Graded(
        student,
        tuple(_record(row) for row in records),
        notes,
        about["decision"],
        about["attempt"],
        about["ruling"],
    )


def insert(base: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Write rows whose cells are in the order of the table's columns."""
    if rows:
        holes = ", ".join("?" * len(rows[0]))
        base.executemany(f"insert into {table} values ({holes})", rows)


def _record(row: Sequence[Any]) -> Record:
    """A class has many of them, so they are made by place, and not by name."""
    values = list(row)
    for at in FLAG_PLACES:
        values[at] = bool(values[at])
    return Record(*values)


def _about(base: sqlite3.Connection, table: str, student: str) -> Iterator[Any]:
    """The rows of a table on one student, as its class; the columns are the class's fields."""
    names = tuple(each.name for each in fields(ABOUT[table]))
    columns = ", ".join(f'"{name}"' for name in names)
    rows = base.execute(
        f'select {columns} from {table} where student = ? order by "{names[0]}"', (student,)
    )
    return (ABOUT[table](**_values(names, row)) for row in rows)


def _values(names: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    return {
        name: bool(value) if name in FLAGS else value
        for name, value in zip(names, row, strict=True)
    }
