"""What a Dask worker does: it grades one student after the other, as a process of our own would.

Bytes and text come in, JSON text goes out: nothing that a learner's code made is pickled. Checks
and fork server are loaded when the first student is due, and serve as long as the worker lives.
"""

from __future__ import annotations

import atexit
import json
import traceback
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from lessons.course import checkout
from lessons.errors import CourseError
from lessons.grading.attempts import Rule
from lessons.grading.contents import Content
from lessons.grading.grade import Grader, grader
from lessons.grading.isolation import Isolation
from lessons.grading.keys import code, terms
from lessons.grading.submissions import Submitted
from lessons.grading.transfer import packed
from lessons.grading.when import When

MEND = "Bring it to the same commit and lock file, start it again, and grade again."
Sent = tuple[str, bytes, str, tuple[str, str]]
LOADED = code()  # of the code that this process runs, whatever its files become


@dataclass(frozen=True)
class Way:
    """How to grade: in plain data, for a path need not mean the same on another system.

    ``checks`` is "" for those of the worker's own clone. ``terms`` is the hash that controller and
    worker must both come to (``keys.terms``).
    """

    checks: str
    numbers: tuple[str, ...]
    isolation: Isolation
    seed: bytes
    secrets: tuple[str, ...]
    terms: str
    attempt: Rule = "fullest"


@dataclass
class _Place:
    """The one grader of this process, for one way at a time."""

    turn: Lock = field(default_factory=Lock)  # an engine has one child at a time
    way: Way | None = None
    grader: Grader | None = None
    open: ExitStack = field(default_factory=ExitStack)


_here = _Place()
atexit.register(lambda: _here.open.close())


def differs(way: Way) -> str:
    """Why this worker would not grade as the controller does; "" when it would.

    The code in memory is compared as well: the files may be newer than a worker that runs.
    """
    if code() != LOADED:
        return "its files are others than those it was started with; start it again"
    if checkout() is None and not way.checks:
        return "it has an installed copy without the hidden checks; install it from a clone"
    if not _checks(way).is_dir():
        return f"it has no folder {_checks(way)}"
    its = terms(_checks(way), way.numbers, way.isolation, way.seed, attempt=way.attempt)
    if its != way.terms:
        return "checks, course, libraries or isolation are others there than here"
    return ""


def grade(way: Way, student: str, notes: list[str], files: list[Sent]) -> str:
    """One student's records as JSON: {"graded": …}, or {"refused": …} or {"broken": …} with why.

    ``files`` are names, bytes, in words why there are no bytes, and when they were handed in.
    """
    try:
        with _here.turn:
            its = _grader(way)
            contents = [Content(*sent[:3], When(*sent[3])) for sent in files]
            graded = its.contents(Submitted(student, (), tuple(notes)), contents)
        return json.dumps({"graded": packed(graded)})
    except CourseError as error:
        return json.dumps({"refused": [error.expected, error.seen, error.do]})
    except Exception:  # words, since an exception may hold what a learner made
        return json.dumps({"broken": traceback.format_exc().splitlines()})


def _grader(way: Way) -> Grader:
    if _here.grader is None or _here.way != way:
        _here.open.close()
        _here.grader = None
        if why := differs(way):
            raise CourseError("workers that grade as the controller does", why, MEND)
        secrets = [Path(place) for place in way.secrets]
        _here.grader = _here.open.enter_context(
            grader(_checks(way), way.numbers, way.isolation, way.seed, secrets, way.attempt)
        )
        _here.way = way
    return _here.grader


def _checks(way: Way) -> Path:
    if way.checks:
        return Path(way.checks)
    root = checkout()
    return (root or Path()) / "tests" / "graded"
