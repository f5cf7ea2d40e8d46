"""Hand out the notebooks: a learner's folder gets copies, and what they wrote is never touched.

``.lessons/handed-out.json`` in that folder remembers a fingerprint of every version handed out. A
copy with such a fingerprint is as it was given, and may be replaced by a newer one; any other copy
is work, stays, and a newer version is put beside it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lessons.course import checkout
from lessons.errors import CourseError
from lessons.files import write_whole

NAME = "reading-the-news"  # the folder's, in the learner's home
HIDDEN = ".lessons"  # in the learner's folder: what the course itself has to remember there
Happened = Literal["new", "same", "updated", "kept", "beside"]
Fingerprints = dict[str, list[str]]


@dataclass(frozen=True)
class Copy:
    """One notebook in the learner's folder, and what handing out did.

    new: it was not there; same: it is the version at hand, untouched; updated: an untouched older
    version was replaced; kept: it is the learner's work, from this version; beside: it is the
    learner's work from another version, and ``path`` is the newer one, put beside it.
    """

    name: str
    path: Path
    happened: Happened


def hand_out(notebooks: Path, folder: Path) -> list[Copy]:
    """Put a working copy of each notebook of ``notebooks`` into ``folder``; say what was done.

    Raises:
        CourseError: there is nothing to hand out, or ``folder`` cannot be written to.
    """
    originals = sorted(notebooks.glob("*.ipynb"))
    if not originals:
        raise CourseError(
            "the course's notebooks",
            f"none in {notebooks}",
            "In a clone, make them: lessons build. Otherwise install the course again.",
        )
    try:
        (folder / HIDDEN).mkdir(parents=True, exist_ok=True)
        record = folder / HIDDEN / "handed-out.json"
        handed = _remembered(record)
        copies = [_copy(original, folder, handed) for original in originals]
        write_whole(record, json.dumps(handed, indent=1, sort_keys=True).encode())
    except OSError as error:
        raise CourseError(
            "a folder that you can write to",
            f"{error.filename or folder}: {error.strerror or error}",
            "Choose another: --folder DIR",
        ) from error
    return copies


def default_folder(home: Path, clone: Path | None) -> Path:
    """``~/reading-the-news``, or a name beside it when that is where the course was cloned to.

    >>> default_folder(Path("/home/ann"), None).name
    'reading-the-news'
    """
    folder = home / NAME
    if clone and clone.is_relative_to(folder.resolve()):
        return home / f"{NAME}-work"
    return folder


def worked_in(folder: Path | None) -> Path:
    """The folder with the learner's notebooks: the one they name, or the usual one.

    Raises:
        CourseError: there is none.
    """
    whole = (folder or default_folder(Path.home(), checkout())).expanduser().resolve()
    if not whole.is_dir():
        raise CourseError(
            "the folder with your notebooks",
            f"none at {whole}",
            "Start with lessons open, or name it: --folder DIR",
        )
    return whole


def outdated(notebooks: Path, folder: Path) -> list[str]:
    """The names of the learner's copies of which a newer version has not been handed out yet."""
    handed = _remembered(folder / HIDDEN / "handed-out.json")
    return [
        original.name
        for original in sorted(notebooks.glob("*.ipynb"))
        if original.name in handed
        and fingerprint(original.read_bytes()) not in handed[original.name]
        and (folder / original.name).exists()
    ]


def fingerprint(content: bytes) -> str:
    """The hash of what a person can see or write in a notebook: cells, sources and outputs.

    JupyterLab writes a kernel's language into the metadata of a notebook that is only looked at;
    that makes it no work. What is no notebook is taken byte for byte.
    """
    try:
        cells = [
            ["".join(cell["source"]), cell["cell_type"], cell.get("outputs", [])]
            for cell in json.loads(content)["cells"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return hashlib.sha256(content).hexdigest()
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()


def _copy(original: Path, folder: Path, handed: Fingerprints) -> Copy:
    content = original.read_bytes()
    name, target = original.name, folder / original.name
    versions = handed.setdefault(name, [])
    offered_before = fingerprint(content) in versions
    if not offered_before:
        versions.append(fingerprint(content))
    if not target.exists():
        write_whole(target, content)
        return Copy(name, target, "new")
    there = fingerprint(target.read_bytes())
    if there == fingerprint(content):
        return Copy(name, target, "same")
    if there in versions:
        write_whole(target, content)
        return Copy(name, target, "updated")
    if offered_before:
        return Copy(name, target, "kept")
    beside = _place_beside(target, versions)
    write_whole(beside, content)
    return Copy(name, beside, "beside")


def _place_beside(target: Path, versions: list[str]) -> Path:
    """The first name beside ``target`` that is free, or taken by a copy that nobody has touched."""
    number = 1
    while True:
        again = f" {number}" if number > 1 else ""
        place = target.with_name(f"{target.stem} (new version{again}){target.suffix}")
        if not place.exists() or fingerprint(place.read_bytes()) in versions:
            return place
        number += 1


def _remembered(record: Path) -> Fingerprints:
    """What was handed out before; nothing when the record is missing or damaged.

    Without a record every copy that differs counts as work, so nothing can be lost.
    """
    try:
        found = json.loads(record.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        name: fingerprints
        for name, fingerprints in found.items()
        if isinstance(fingerprints, list) and all(isinstance(each, str) for each in fingerprints)
    }
