"""Whose notebooks are in a folder or a zip: the forms in which a class hands in.

A folder holds ``<student>/<any>.ipynb``, ``<student>.ipynb``, ``<student>_01_tokens.ipynb`` or
``<student>.zip``; or it is one learner's own, an nbgrader course's, or what Canvas, Moodle or
Gradescope gave, unpacked. A zip named by the instructor is read the same way; a zip in a folder is
one student's, whatever it holds, so that no learner hands in for another. No link is followed.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lessons.errors import CourseError
from lessons.grading.contents import Dated, File, Member, aside, class_zip, read_member
from lessons.grading.forms import (
    WRAPPERS,
    in_order,
    is_read,
    spelled,
    submitted_at,
    submitters,
    whose,
)
from lessons.grading.when import UNDATED, When, moment
from lessons.notebook import content_of

DEEPEST = 8  # folders inside a student's folder
METADATA = "submission_metadata.yml"
NBGRADER_FOLDER, STAMP = "submitted", "timestamp.txt"
NBGRADER = ("source", "release", "nbgrader_config.py", "gradebook.db")


@dataclass(frozen=True)
class Submitted:
    """What one student handed in: files in order of their names; what is not read, and why."""

    student: str
    files: tuple[File, ...]
    notes: tuple[str, ...] = ()


class Submissions:
    """A class's submissions, in order of the students' names.

    Only names are kept; a student's folder is looked into when the student is due.
    """

    def __init__(self) -> None:
        self.entries: dict[str, list[tuple[Path, str, When | None]]] = {}
        self.others: list[str] = []  # files beside them that are nobody's notebook

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Submitted]:
        return map(self.of, sorted(self.entries))

    def of(self, student: str) -> Submitted:
        """What one student handed in; nothing where there is no such student."""
        found = [_files(*entry) for entry in self.entries.get(student, ())]
        files = tuple(file for files, _ in found for file in files)
        return Submitted(student, files, tuple(note for _, notes in found for note in notes))

    def add(self, student: str, place: Path, entry: str, when: When | None = None) -> None:
        """Take an entry of a folder or zip for a student's; ``when`` it came, if that is told."""
        self.entries.setdefault(student, []).append((place, entry, when))

    def expect(self, student: str) -> None:
        """A student of whom nothing was handed in."""
        self.entries.setdefault(student, [])


def find_submissions(*places: Path) -> Submissions:
    """Every student's files in these places.

    Raises:
        CourseError: a place does not exist, or there is no notebook in any.
    """
    found = Submissions()
    for given in places:
        place = Path(given).expanduser().resolve()
        if place.is_dir():
            _in_folder(place, found)
        elif place.suffix.lower() == ".zip" and place.is_file():
            _in_zip(place, found)
        elif place.is_file() and is_read(place.name):
            found.add(whose(place.name).student or spelled(place.stem), place.parent, place.name)
        else:
            raise CourseError(
                "a notebook, or a folder or zip of notebooks",
                f"{place}, which is none" if place.exists() else f"nothing at {place}",
                "Check the path.",
            )
    if not found.entries:
        raise CourseError(
            "notebooks (.ipynb) or zips in the folder",
            f"none in {', '.join(map(str, places))}",
            "Give the folder that holds one folder, or one file, for each student.",
        )
    return found


def _in_folder(place: Path, found: Submissions) -> None:
    with os.scandir(place) as opened:
        entries = sorted(opened, key=lambda entry: in_order(entry.name))
    names = {entry.name for entry in entries}
    if NBGRADER_FOLDER in names and names.intersection(NBGRADER):
        return _in_folder(place / NBGRADER_FOLDER, found)
    metadata = _text(place / METADATA) if METADATA in names else ""
    people, dates = submitters(metadata), submitted_at(metadata)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            for student in people.get(entry.name, [whose(entry.name, folder=True).student]):
                found.add(student, place, entry.name, dates.get(entry.name))
        elif is_read(entry.name):
            found.add(whose(entry.name).student or spelled(place.name), place, entry.name)
        else:
            found.others.append(spelled(entry.name))
    return None


def _in_zip(place: Path, found: Submissions) -> None:
    try:
        archive = class_zip(place)
        members = [each for each in archive.infolist() if not each.is_dir()]
        members = [each for each in members if not aside(each.filename)]
        tops = {each.filename.split("/")[0] for each in members}
        inside = all("/" in each.filename for each in members)
        around = tops.pop() if inside and len(tops) == 1 else ""
        cut = len(around) + 1 if around == place.stem or WRAPPERS.fullmatch(around) else 0
        metadata, stamps = "", dict[str, When]()
        for each in members:
            name = each.filename[cut:]
            if name == METADATA:
                metadata = read_member(archive, each).decode("utf-8", "replace")
            elif around == NBGRADER_FOLDER and PurePosixPath(name).name == STAMP:
                text = read_member(archive, each).decode("utf-8", "replace")
                stamps[each.filename.rpartition("/")[0]] = moment(text, "nbgrader")
        people, dates = submitters(metadata), submitted_at(metadata)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise CourseError(
            "a zip of a class's notebooks", f"{place}: {error}", "Download it again."
        ) from None
    for each in sorted(members, key=lambda each: in_order(each.filename)):
        top, _, rest = each.filename[cut:].partition("/")
        folder, _, name = each.filename.rpartition("/")
        if folder in stamps and name == STAMP:
            continue
        if not rest and not is_read(top):
            found.others.append(spelled(top))
            continue
        students = [whose(top, folder=bool(rest)).student or spelled(place.stem)]
        for student in people.get(top, students):
            found.add(student, place, each.filename, stamps.get(folder) or dates.get(top))


def _files(place: Path, entry: str, when: When | None) -> tuple[list[File], list[str]]:
    """The files of one entry of a folder or zip, and what else there was, in words."""
    path = place / entry
    if place.suffix.lower() == ".zip" and place.is_file():
        last = PurePosixPath(entry).name
        about = whose(last)
        if not is_read(last):
            return [], [f"{last} is no notebook, and was not read."]
        return [Member(place, entry, about.name, when or UNDATED)], list(about.notes)
    if path.is_symlink() or not (path.is_dir() or path.is_file()):
        return [], [f"{entry} is a link or no file, and was not read."]
    if path.is_file():
        about = whose(entry)
        return [Dated(path) if about.undated else path], list(about.notes)
    if when is None and whose(entry, folder=True).undated:
        when = UNDATED
    return _inside(path, when, place.name == NBGRADER_FOLDER)


def _inside(folder: Path, when: When | None, stamped: bool) -> tuple[list[File], list[str]]:
    """The notebooks in a student's folder, and what else there was, in words."""
    taken, others, notes = list[File](), [], []
    for path, problem in _walk(folder, DEEPEST):
        if problem:
            notes.append(f"{path.name} {problem}, and was not read.")
        elif is_read(path.name):
            at = _stamp(path.parent) or when if stamped else when
            taken.append(path if at is None else Dated(path, at))
        elif not (stamped and path.name == STAMP):
            others.append(path.name)
    if not taken and others:
        notes.append(f"No notebook, but: {', '.join(others[:5])}.")
    return taken, notes


def _walk(folder: Path, depth: int) -> Iterator[tuple[Path, str]]:
    """Each file below a folder, and what is wrong with it, if anything is."""
    try:
        with os.scandir(folder) as opened:
            entries = sorted(opened, key=lambda entry: in_order(entry.name))
    except OSError as error:
        yield folder, f"cannot be opened ({error.strerror})"
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth:
                yield from _walk(Path(entry.path), depth - 1)
        else:
            odd = not entry.is_file(follow_symlinks=False)
            yield Path(entry.path), "is a link or no file" if odd else ""


def _stamp(folder: Path) -> When | None:
    """What nbgrader wrote beside the notebooks in a folder; a link is not followed for it."""
    try:
        return moment(content_of(folder / STAMP)[:200].decode("utf-8", "replace"), "nbgrader")
    except (OSError, ValueError):
        return None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
