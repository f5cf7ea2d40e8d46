"""The durable record of a class: what was graded, by which checks, and what a person decided.

``RESULTS/gradebook.sqlite`` is the truth from which every other file there is written. A student is
written in one transaction, so that after a kill at any moment there is all of them or nothing; a
second run grades those whose files, checks or limits are others than those recorded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from lessons.grading.attempts import kept_dates
from lessons.grading.changes import Change, changes, compared
from lessons.grading.keys import Key
from lessons.grading.policy import Policy, policy
from lessons.grading.records import Decision, Graded, Ruling
from lessons.grading.roster import without
from lessons.grading.store_form import opened
from lessons.grading.store_rows import ABOUT, insert, recorded

NAME = "gradebook.sqlite"
PAGE = 200  # students whose names are read at once


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
        self._policy: Policy | None = None
        self.base = opened(self.file)

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
        same = was is not None and was.handed_in == key.handed_in
        attempts = kept_dates(before.attempts if before and same else (), graded.attempts)
        rows = [
            (student, place, *asdict(record).values())
            for place, record in enumerate(graded.records)
        ]
        with self._together():
            self.base.execute(
                "insert into student values (?, ?, ?, ?, 1, 1) on conflict (name) do update set"
                " handed_in = excluded.handed_in, terms = excluded.terms, notes = excluded.notes,"
                " graded = graded + 1, changed = 1",
                (student, key.handed_in, key.terms, json.dumps(graded.notes)),
            )
            self.base.execute("delete from record where student = ?", (student,))
            self.base.execute("delete from attempt where student = ?", (student,))
            insert(self.base, "record", rows)
            insert(self.base, "attempt", [(student, *asdict(each).values()) for each in attempts])
            after = self.of(student)
            if before is None or after is None:
                return []
            return self._log(compared(before, after, same))

    def agree(self, texts: Mapping[str, str]) -> list[Change]:
        """Take these for the policy of the class (``policy.policy``); the marks that changed."""
        old, new = self.policy, policy(texts)
        with self._together():
            self.base.execute("delete from policy")
            insert(self.base, "policy", list(texts.items()))
            self.base.execute("update student set changed = 1")
            found = list[Change]()
            for raw in self._each("", plain=True):
                found += self._log(changes(old.applied(raw), new.applied(raw), "other rules"))
            self._policy = new
        return found

    def agreed(self) -> dict[str, str]:
        """The texts of the policy, as ``agree`` was told."""
        return dict(self.base.execute("select name, text from policy"))

    @property
    def policy(self) -> Policy:
        """The rules by which records are read."""
        if self._policy is None:
            self._policy = policy(self.agreed())
        return self._policy

    def changes(self) -> list[Change]:
        """Every mark that ever changed, the newest first."""
        rows = self.base.execute(
            "select student, task, before, after, why, at from change order by rowid desc"
        )
        return [Change(*row) for row in rows]

    def decide(self, student: str, decision: Decision) -> Decision:
        """Record what a person decided, over what was decided before; as it was recorded.

        Without points and comment, the earlier decision is withdrawn.
        """
        decision = replace(decision, at=_now())
        given = decision.points is not None or bool(decision.comment)
        self._settle("decision", student, "task", decision, given)
        return decision

    def rule(self, student: str, ruling: Ruling) -> Ruling:
        """Record what a person ruled on a notebook's date; without anything, it is withdrawn."""
        ruling = replace(ruling, at=_now())
        self._settle("ruling", student, "notebook", ruling, ruling.waived or bool(ruling.handed_in))
        return ruling

    def _settle(
        self, table: str, student: str, key: str, made: Decision | Ruling, given: bool
    ) -> None:
        values = asdict(made)
        with self._together():
            self.base.execute(
                f"delete from {table} where student = ? and {key} = ?", (student, values[key])
            )
            if given:
                insert(self.base, table, [(student, *values.values())])
            self.base.execute("update student set changed = 1 where name = ?", (student,))

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
            for table in ("record", "change", *ABOUT):
                self.base.execute(f"delete from {table} where student = ?", (student,))
            gone = self.base.execute("delete from student where name = ?", (student,)).rowcount
        self.base.execute("pragma wal_checkpoint(truncate)")
        return gone > 0

    def unlist(self, student: str) -> None:
        """Take a student out of the roster that is recorded."""
        if roster := self.agreed().get("roster"):
            rest = without(roster, student)
            self.base.execute("update policy set text = ? where name = 'roster'", (rest,))
            self._policy = None

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

    def __exit__(self, *_: object) -> None:
        self.close()

    def _each(self, which: str, plain: bool = False) -> Iterator[Graded]:
        """Read by the page, so that what is written meanwhile does no harm."""
        page = f"select name, notes from student where {which} name > ? order by name limit {PAGE}"
        last: str | None = ""
        while last is not None:
            rows, last = self.base.execute(page, (last,)).fetchall(), None
            for last, notes in rows:
                yield self._graded(last, notes, plain)

    def _graded(self, student: str, notes: str, plain: bool = False) -> Graded:
        """What is recorded of a student, as it counts in this class, or plain."""
        graded = recorded(self.base, student, tuple(json.loads(notes)))
        return graded if plain else self.policy.applied(graded)

    def _log(self, found: list[Change]) -> list[Change]:
        """Keep changes, with the time; as they were given."""
        rows = [tuple(asdict(replace(each, at=_now())).values()) for each in found]
        insert(self.base, "change", rows)
        return found

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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
