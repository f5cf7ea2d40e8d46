"""What is known about each student after grading: plain records, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from lessons import files
from lessons.checks.feedback import Outcome, Result, Status

WORDS = 2_000  # characters kept of a rationale: a learner's value may be quoted in it
LAST = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Record:
    """What one check said about one student's notebook, and how that notebook was run."""

    notebook: str
    task: str
    check: str
    points: float
    max: float
    status: Status
    rationale: str = ""
    help: str = ""
    misconception: str = ""
    hidden: bool = False
    proposal: bool = False
    isolation: str = ""
    outcome: Outcome = ""


@dataclass(frozen=True)
class Decision:
    """What a person decided on one task of one student; without ``points`` it is a comment alone.

    Its points take the place of what the task's checks gave, and stay when they run again.
    """

    task: str
    points: float | None = None
    comment: str = ""
    at: str = ""
    of: float | None = None  # the points that the class gave the task then, if it gave any


@dataclass(frozen=True)
class Attempt:
    """Which file of a student's counts as a notebook, and when that was handed in.

    ``handed_in`` is in UTC, "" where it is not known; ``source`` a key of ``when.SOURCES``.
    ``attempts`` is how many there were, ``chosen`` by which rule one of several counts.
    """

    notebook: str
    file: str
    handed_in: str = ""
    source: str = ""
    attempts: int = 1
    chosen: str = ""


@dataclass(frozen=True)
class Ruling:
    """What a person decided on when a student's notebook was handed in: late or not, or when."""

    notebook: str
    waived: bool = False
    handed_in: str = ""
    at: str = ""


@dataclass(frozen=True)
class Timing:
    """A notebook that was handed in, held against the date when it was due.

    ``percent`` of the points reached are taken off for ``days`` begun, and that is ``points``;
    nothing where a person waived it, or where ``handed_in`` is not known.
    """

    notebook: str
    due: str
    handed_in: str = ""
    source: str = ""
    days: int = 0
    percent: float = 0
    points: float = 0
    waived: bool = False


@dataclass(frozen=True)
class Graded:
    """One student: a record for every check of every notebook that was assigned."""

    student: str
    records: tuple[Record, ...]
    notes: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    timings: tuple[Timing, ...] = ()
    scaled: tuple[tuple[str, float], ...] = ()  # tasks with points of the class, and their own
    listed: bool = True  # on the roster, or there is none

    @property
    def total(self) -> float:
        """The points reached, less what being late costs."""
        return self.reached - self.late

    @property
    def reached(self) -> float:
        """The points reached in all tasks."""
        return sum(self.by_task().values())

    @property
    def late(self) -> float:
        """The points that are taken off for being late."""
        return sum(each.points for each in self.timings)

    @property
    def absent(self) -> bool:
        """Whether nothing at all was handed in."""
        nothing = all(each.status == "not_attempted" for each in self.records)
        return nothing and not self.attempts and not self.notes

    @property
    def max(self) -> float:
        """The points that could be reached."""
        return sum(record.max for record in self.records)

    def by_task(self) -> dict[str, float]:
        """The points of each task, in order: those of its checks, or those a person decided on."""
        points: dict[str, float] = {}
        for record in self.records:
            points[record.task] = points.get(record.task, 0) + record.points
        return {task: self.decided.get(task, its) for task, its in points.items()}

    @property
    def decided(self) -> dict[str, float]:
        """The points that a person decided on, by task."""
        return {each.task: each.points for each in self.decisions if each.points is not None}


def record(notebook: str, result: Result, isolation: str) -> Record:
    """A result as a record, its words cut to a length that can be read."""
    fields = dict(vars(result))
    for name in ("rationale", "help"):
        fields[name] = fields[name][:WORDS].encode("utf-8", "backslashreplace").decode()
    return Record(notebook=notebook, isolation=isolation, **fields)


def write_results(graded: Graded, folder: Path) -> Path:
    """Write ``results/<student>.json``; the path of the file."""
    file = folder / "results" / f"{file_name(graded.student)}.json"
    whole = {"student": graded.student, "total": graded.total, "max": graded.max}
    rest = {
        "late": graded.late,
        "notes": list(graded.notes),
        "attempts": [asdict(each) for each in graded.attempts],
        "timings": [asdict(each) for each in graded.timings],
        "scaled": dict(graded.scaled),
        "decisions": [asdict(each) for each in graded.decisions],
        "checks": [asdict(each) for each in graded.records],
    }
    write_whole(file, json.dumps(whole | rest, indent=1, ensure_ascii=False) + "\n")
    return file


def file_name(student: str) -> str:
    """A student's name as the name of a file, in any script; never a path, and never another's.

    >>> file_name("Zoë"), file_name("a/b")
    ('Zoë', 'a_b-c14cddc0')
    """
    name = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]', "_", student).strip(" .")
    name = name.encode("utf-8", "replace")[:180].decode("utf-8", "ignore")
    if name == student:
        return name
    mark = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name}-{mark}"


def printable(text: str) -> str:
    """Text that a terminal shows and does not obey.

    >>> printable("a\\x1b[2Jb")
    'a\\\\x1b[2Jb'
    """
    return LAST.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def write_whole(file: Path, text: str) -> None:
    """Write beside the file, then move into its place, so that nobody ever reads half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    files.write_whole(file, text.encode("utf-8", "backslashreplace"))
