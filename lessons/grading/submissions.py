"""Whose notebooks are in a folder: the forms in which a class hands in. Nothing is opened.

Known forms: ``<student>/<any>.ipynb``, ``<student>.ipynb``, ``<student>_01_tokens.ipynb``, one
learner's own folder of notebooks, one file. No link is followed, so that nothing outside the
folder is ever taken for a submission.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lessons.errors import CourseError

DEEPEST = 8  # folders inside a student's folder
COURSE_NAME = re.compile(
    r"(?P<student>.*?)[ _-]*0[0-9]_[a-z][a-z_]*(?P<copy>[ -]*(Copy)?[0-9()]*)?"
)


@dataclass(frozen=True)
class Submitted:
    """What one student handed in: files in order of their names; what is not read, and why."""

    student: str
    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def find_submissions(place: Path) -> list[Submitted]:
    """Every student's files, in order of the students' names.

    Raises:
        CourseError: the place does not exist, or holds no notebook.
    """
    place = Path(place).expanduser().resolve()
    if place.is_file():
        return [Submitted(_student(place) or place.stem, (place,))]
    if not place.is_dir():
        raise CourseError(
            "a notebook, or a folder of notebooks", f"nothing at {place}", "Check the path."
        )
    found = _by_student(place)
    if not found:
        raise CourseError(
            "notebooks (.ipynb) in the folder",
            f"none in {place}",
            "Give the folder that holds one folder, or one notebook, for each student.",
        )
    return [found[student] for student in sorted(found)]


def _by_student(place: Path) -> dict[str, Submitted]:
    found: dict[str, Submitted] = {}

    def add(student: str, files: list[Path], notes: list[str]) -> None:
        student = unicodedata.normalize("NFC", student)
        before = found.get(student, Submitted(student, ()))
        found[student] = Submitted(student, (*before.files, *files), (*before.notes, *notes))

    with os.scandir(place) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = Path(entry.path)
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                files, notes = _inside(path)
                add(entry.name, files, notes)
            elif path.suffix == ".ipynb":
                linked = not entry.is_file(follow_symlinks=False)
                said = [f"{entry.name} is a link or no file, and was not read."] if linked else []
                add(_student(path) or place.name, [] if linked else [path], said)
    return found


def _student(file: Path) -> str:
    """The student in a file's name; "" when it is the course's own name for a notebook."""
    match = COURSE_NAME.fullmatch(file.stem)
    return match["student"] if match else file.stem


def _inside(folder: Path) -> tuple[list[Path], list[str]]:
    """The notebooks in a student's folder, and what else there was, in words."""
    notebooks, others, notes = [], [], []
    for path, linked in _walk(folder, DEEPEST):
        if linked:
            notes.append(f"{path.name} is a link or no file, and was not read.")
        elif path.suffix == ".ipynb":
            notebooks.append(path)
        else:
            others.append(path.name)
    if not notebooks and others:
        notes.append(f"No notebook, but: {', '.join(others[:5])}.")
    return notebooks, notes


def _walk(folder: Path, depth: int) -> Iterator[tuple[Path, bool]]:
    try:
        with os.scandir(folder) as opened:
            entries = sorted(opened, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth:
                yield from _walk(Path(entry.path), depth - 1)
        else:
            yield Path(entry.path), not entry.is_file(follow_symlinks=False)
