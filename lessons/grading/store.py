"""The durable record of a class: what was graded, by which checks, and what a person decided.

``RESULTS/gradebook.sqlite`` is the truth from which every other file there is written. A student is
written in one transaction, so that after a kill at any moment there is all of them or nothing; a
second run grades those whose files, checks or limits are others than those recorded.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from lessons.errors import CourseError
from lessons.grading.keys import Key
from lessons.grading.records import Change, Decision, Graded, Record

NAME = "gradebook.sqlite"
VERSION = 1
WAIT = 2.0  # seconds for another command to be done with the file
PAGE = 200  # students whose names are read at once
COLUMNS = tuple(field.name for field in fields(Record))
FLAGS = [COLUMNS.index(name) for name in ("hidden", "proposal")]  # 0 and 1 in the file
NAMES = ", ".join(f'"{name}"' for name in COLUMNS)
TABLES = f"""
create table student (name text primary key, handed_in text, terms text, notes text,
                      graded integer, changed integer) without rowid;
create table record (student text, place integer, {NAMES},
                     primary key (student, place)) without rowid;
create table decision (student text, task text, points real, comment text, at text,
                       primary key (student, task)) without rowid;
create table promise (task text, "check" text, looks_at text);
create table change (student text, task text, before real, after real, why text, at text);
"""


class Store:
    """The records of a class, on disk. Use it with ``with``; one command at a time.

    Going through it gives each `Graded` in order of the students' names, none kept in memory.

    Raises:
        CourseError: another command has it open, or a newer version of the course wrote it.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / NAME
        self._promises: dict[tuple[str, str], str] | None = None
        self.base = sqlite3.connect(self.file, timeout=WAIT, isolation_level=None)
        try:
            self.base.execute("pragma locking_mode = exclusive")
            self.base.execute("pragma journal_mode = wal")
            self.base.execute("pragma synchronous = full")
            self.base.execute("pragma secure_delete = on")
            self.base.execute("begin immediate")  # the lock is held from here to the end
            self._prepare()
            self.base.execute("commit")
        except sqlite3.Error as error:
            self.base.close()
            raise CourseError(
                "a gradebook that no other command has open",
                f"{self.file}: {error}",
                "Wait until the other lessons grade is done, or choose another --out.",
            ) from None

    def _prepare(self) -> None:
        (version,) = self.base.execute("pragma user_version").fetchone()
        if version == 0:
            for statement in TABLES.split(";"):
                self.base.execute(statement)
            self.base.execute(f"pragma user_version = {VERSION}")
        elif version != VERSION:
            self.base.close()
            raise CourseError(
                f"a gradebook of form {VERSION}",
                f"form {version} in {self.file}",
                "Grade with the version of the course that wrote it, or choose another --out.",
            )

    def key(self, student: str) -> Key | None:
        """What the student's records came from, or None where there are none."""
        found = self.base.execute(
            "select handed_in, terms from student where name = ?", (student,)
        ).fetchone()
        return Key(*found) if found else None

    def put(self, graded: Graded, key: Key) -> list[Change]:
        """Record a student, whole or not at all; the marks that changed by it."""
        student, was = graded.student, self.key(graded.student)
        before = self.of(student)
        why = "other checks" if was and was.handed_in == key.handed_in else "another submission"
        after = Graded(student, graded.records, decisions=before.decisions if before else ())
        changes = [
            Change(student, task, old, after.by_task()[task], why)
            for task, old in (before.by_task() if before else {}).items()
            if old != after.by_task().get(task, old)
        ]
        rows = [
            (student, place, *asdict(record).values())
            for place, record in enumerate(graded.records)
        ]
        holes = ", ".join("?" * (2 + len(COLUMNS)))
        with self._together():
            self.base.execute(
                "insert into student values (?, ?, ?, ?, 1, 1) on conflict (name) do update set"
                " handed_in = excluded.handed_in, terms = excluded.terms, notes = excluded.notes,"
                " graded = graded + 1, changed = 1",
                (student, key.handed_in, key.terms, json.dumps(graded.notes)),
            )
            self.base.execute("delete from record where student = ?", (student,))
            self.base.executemany(f"insert into record values ({holes})", rows)
            self.base.executemany(
                "insert into change values (?, ?, ?, ?, ?, ?)",
                [(*asdict(each).values(), _now()) for each in changes],
            )
        return changes

    def decide(self, student: str, decision: Decision) -> Decision:
        """Record what a person decided, over what was decided before; as it was recorded.

        Without points and comment, the earlier decision is withdrawn.
        """
        decision = Decision(decision.task, decision.points, decision.comment, _now())
        with self._together():
            self.base.execute(
                "delete from decision where student = ? and task = ?", (student, decision.task)
            )
            if decision.points is not None or decision.comment:
                values = (student, *asdict(decision).values())
                self.base.execute("insert into decision values (?, ?, ?, ?, ?)", values)
            self.base.execute("update student set changed = 1 where name = ?", (student,))
        return decision

    def of(self, student: str) -> Graded | None:
        """One student's records, or None."""
        found = self.base.execute("select notes from student where name = ?", (student,)).fetchone()
        return self._graded(student, found[0]) if found else None

    def __iter__(self) -> Iterator[Graded]:
        return self._each("")

    def __len__(self) -> int:
        (count,) = self.base.execute("select count(*) from student").fetchone()
        return int(count)

    def names(self) -> list[str]:
        """Every student's name, in order."""
        return [name for (name,) in self.base.execute("select name from student order by name")]

    def unwritten(self) -> Iterator[Graded]:
        """Students whose files are not yet written from what is recorded."""
        return self._each("changed and")

    def written(self, students: Iterable[str]) -> None:
        """Say that these students' files are written."""
        with self._together():
            names = [(student,) for student in students]
            self.base.executemany("update student set changed = 0 where name = ?", names)

    def forget(self, student: str) -> bool:
        """Erase all that is recorded of a student; whether there was anything."""
        with self._together():
            for table in ("record", "decision", "change"):
                self.base.execute(f"delete from {table} where student = ?", (student,))
            gone = self.base.execute("delete from student where name = ?", (student,)).rowcount
        self.base.execute("pragma wal_checkpoint(truncate)")
        return gone > 0

    def promises(self) -> dict[tuple[str, str], str]:
        """What each hidden check looks at, as ``promise`` was told."""
        if self._promises is None:
            rows = self.base.execute("select * from promise")
            self._promises = {(task, check): looks_at for task, check, looks_at in rows}
        return self._promises

    def promise(self, looks_at: Mapping[tuple[str, str], str]) -> None:
        """Keep the words that learners were promised: feedback is written without the checks."""
        with self._together():
            self.base.execute("delete from promise")
            rows = [(task, check, words) for (task, check), words in looks_at.items()]
            self.base.executemany("insert into promise values (?, ?, ?)", rows)
        self._promises = None

    def close(self) -> None:
        """Let go of the file."""
        self.base.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def _each(self, which: str) -> Iterator[Graded]:
        """Read by the page, so that what is written meanwhile does no harm."""
        page = f"select name, notes from student where {which} name > ? order by name limit {PAGE}"
        last: str | None = ""
        while last is not None:
            rows, last = self.base.execute(page, (last,)).fetchall(), None
            for last, notes in rows:
                yield self._graded(last, notes)

    def _graded(self, student: str, notes: str) -> Graded:
        records = self.base.execute(
            f"select {NAMES} from record where student = ? order by place", (student,)
        )
        decisions = self.base.execute(
            "select task, points, comment, at from decision where student = ? order by task",
            (student,),
        )
        return Graded(
            student,
            tuple(_record(row) for row in records),
            tuple(json.loads(notes)),
            tuple(Decision(*row) for row in decisions),
        )

    @contextmanager
    def _together(self) -> Iterator[None]:
        """One transaction: all of it is kept, or none."""
        self.base.execute("begin immediate")
        try:
            yield
        except BaseException:
            self.base.execute("rollback")
            raise
        self.base.execute("commit")


def _record(row: tuple[Any, ...]) -> Record:
    values = list(row)
    for flag in FLAGS:
        values[flag] = bool(values[flag])
    return Record(*values)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
