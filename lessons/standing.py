"""How far a learner is: what the saved files of a folder keep, by notebook and for the course.

The states of tasks are those of :mod:`lessons.exercises.record`, which `progress()` shows and
grading shares the reader of; here they are only counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lessons.course import course_folder
from lessons.exercises.record import State, kept_in
from lessons.notebook import Handed, read_notebook
from lessons.tasks import all_tasks, task

ASIDE = re.compile(r" \((new version|before update)[ 0-9]*\)$")


@dataclass(frozen=True)
class Standing:
    """What is kept of some tasks: ids in order, notes on what is missing, and points.

    ``points`` are those that the kept tasks can earn, ``worth`` those of all; practice items earn
    none and are only counted (kept, all).
    """

    kept: tuple[str, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    practice: tuple[int, int] = (0, 0)
    points: float = 0
    worth: float = 0


@dataclass(frozen=True)
class Row:
    """One notebook of the course: its number, the file that counts ("": there is none)."""

    number: str
    file: str
    standing: Standing


def standing(states: Mapping[str, State]) -> Standing:
    """Count the states of tasks, as `kept_in` gives them.

    >>> standing({"1.a": State("kept"), "1.b": State("missing"), "1.b practice": State("kept")})
    Standing(kept=('1.a',), missing=(('1.b', ''),), practice=(1, 1), points=2, worth=5)
    """
    points = {id: task(id).points for id in states}
    graded = {id: state for id, state in states.items() if points[id]}
    practice = [state.word for id, state in states.items() if not points[id]]
    kept = tuple(id for id, state in graded.items() if state.word == "kept")
    return Standing(
        kept=kept,
        missing=tuple((id, state.note) for id, state in graded.items() if id not in kept),
        practice=(practice.count("kept"), len(practice)),
        points=sum(points[id] for id in kept),
        worth=sum(points[id] for id in graded),
    )


def course_standing(read: Mapping[str, Handed]) -> list[Row]:
    """The notebooks of the course that are out, and others that were read, from files by name.

    Out are those that lie in the course's folder: a class may not have got all of them yet. Of
    several files with tasks of one notebook the one that keeps most counts, as in grading.
    """
    states = {name: kept_in(handed) for name, handed in read.items()}
    out = {file.name[:2] for file in (course_folder() / "notebooks").glob("[0-9][0-9]_*.ipynb")}
    rows = [_row(number, states) for number in sorted({each.notebook for each in all_tasks()})]
    return [row for row in rows if row.file or row.number in out]


def _row(number: str, states: Mapping[str, Mapping[str, State]]) -> Row:
    wanted = [each.id for each in all_tasks(number)]
    found = {
        name: {id: own[id] for id in wanted} for name, own in states.items() if wanted[0] in own
    }
    best = max(found, key=lambda name: len(standing(found[name]).kept), default="")
    return Row(number, best, standing(found.get(best) or {id: State("missing") for id in wanted}))


def course_line(rows: Iterable[Row]) -> str:
    """The course in one line.

    >>> course_line([Row("00", "", Standing(points=1, worth=4)), Row("01", "", Standing(worth=18))])
    'Course so far: kept work worth 1 of 22 points.'
    """
    standings = [row.standing for row in rows]
    points, worth = (sum(each.points for each in standings), sum(each.worth for each in standings))
    return f"Course so far: kept work worth {points:g} of {worth:g} points."


def course_so_far(folder: Path) -> str:
    """The same line from the saved files of a folder: what `progress()` can end with."""
    return course_line(course_standing(read_folder(folder)))


def read_folder(folder: Path) -> dict[str, Handed]:
    """The learner's own notebooks in a folder, read, by the names of their files."""
    return {path.name: read_notebook(path) for path in own_notebooks(folder)}


def own_notebooks(folder: Path) -> list[Path]:
    """The notebook files of a folder in order, without what the course itself put aside there."""
    files = sorted(folder.glob("*.ipynb"))
    return [path for path in files if not is_aside(path) and not path.name.startswith(".")]


def is_aside(path: Path) -> bool:
    """Whether a file is, by its name, a newer version put beside work, or work before an update.

    >>> is_aside(Path("01_tokens (new version 2).ipynb")), is_aside(Path("01_tokens.ipynb"))
    (True, False)
    """
    return bool(ASIDE.search(path.stem))
