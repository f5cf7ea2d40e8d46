"""The form of a class's record on disk: its tables, and how a file of an older form becomes one.

Form 1 knew no outcomes, dates, attempts or rules. What it recorded stays as it is; what it did not
know is empty until the class is graded again.
"""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from pathlib import Path

from lessons.errors import CourseError
from lessons.grading.records import Record

VERSION = 2
WAIT = 2.0  # seconds for another command to be done with the file
COLUMNS = tuple(field.name for field in fields(Record))
NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
NEW = """
create table attempt (student text, notebook text, file text, handed_in text, source text,
                      attempts integer, chosen text, primary key (student, notebook)) without rowid;
create table ruling (student text, notebook text, waived integer, handed_in text, at text,
                     primary key (student, notebook)) without rowid;
create table policy (name text primary key, text text) without rowid;
"""
TABLES = f"""
create table student (name text primary key, handed_in text, terms text, notes text,
                      graded integer, changed integer) without rowid;
create table record (student text, place integer, {NAMES},
                     primary key (student, place)) without rowid;
create table decision (student text, task text, points real, comment text, at text, "of" real,
                       primary key (student, task)) without rowid;
create table promise (task text, "check" text, looks_at text);
create table change (student text, task text, before real, after real, why text, at text);
{NEW}"""
FROM_1 = f"""
alter table record add column outcome default '';
alter table decision add column "of" real;
{NEW}"""
STEPS = {0: TABLES, 1: FROM_1}  # from each form to the newest


def opened(file: Path) -> sqlite3.Connection:
    """The file, of today's form, and closed to every other command.

    Raises:
        CourseError: another command has it open, a newer version of the course wrote it, or it
            cannot be opened or is something else.
    """
    try:
        base = sqlite3.connect(file, timeout=WAIT, isolation_level=None)
    except sqlite3.Error as error:
        raise _unusable(file, error) from None
    try:
        base.execute("pragma locking_mode = exclusive")
        base.execute("pragma journal_mode = wal")
        base.execute("pragma synchronous = full")
        base.execute("pragma secure_delete = on")
        base.execute("begin immediate")  # the lock is held from here to the end
        _prepare(base, file)
        base.execute("commit")
    except CourseError:
        base.close()
        raise
    except sqlite3.Error as error:
        base.close()
        raise _unusable(file, error) from None
    return base


def _unusable(file: Path, error: sqlite3.Error) -> CourseError:
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY:
        return CourseError(
            "a gradebook that no other command has open",
            f"{file}: {error}",
            "Wait until the other lessons grade is done, or choose another --out.",
        )
    return CourseError(
        "a gradebook that lessons grade wrote, in a folder that can be written to",
        f"{file}: {error}",
        "Choose another: --out DIR",
    )


def _prepare(base: sqlite3.Connection, file: Path) -> None:
    """Make the tables, or bring those of an older form to today's, in the open transaction."""
    (version,) = base.execute("pragma user_version").fetchone()
    if version == VERSION:
        return
    if version not in STEPS:
        raise CourseError(
            f"a gradebook of form {VERSION}",
            f"form {version} in {file}",
            "Grade with the version of the course that wrote it, or choose another --out.",
        )
    for statement in STEPS[version].split(";"):
        base.execute(statement)
    base.execute(f"pragma user_version = {VERSION}")
