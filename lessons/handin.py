"""What a learner hands in: the saved notebooks of their folder, read and never changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lessons.errors import CourseError
from lessons.exercises.record import kept_in
from lessons.notebook import BIGGEST, read_notebook
from lessons.receipt import Saved, one_line
from lessons.standing import is_aside, own_notebooks, standing

LONGEST_NAME = 50  # characters, of up to four bytes; file systems take 255 bytes
NO_NAMES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]", re.I)  # for files on Windows


@dataclass(frozen=True)
class Gathered:
    """What is handed in, what could not be read, and what was left out; each with the reason."""

    notebooks: tuple[Saved, ...]
    unreadable: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def gather(folder: Path, asked: Sequence[str] = ()) -> Gathered:
    """Read the learner's notebooks, or those that were asked for by name; change nothing.

    Raises:
        CourseError: there is no notebook of a name that was asked for.
    """
    files = [named(folder, name) for name in dict.fromkeys(asked)] or own_notebooks(folder)
    found: list[Saved] = []
    unreadable, left_out = [], []
    for path in dict.fromkeys(files):
        try:
            saved = _saved(path, {each.name.casefold() for each in found})
        except (OSError, ValueError) as error:
            unreadable.append(f"{path.name}: {getattr(error, 'strerror', None) or error}")
            continue
        handed = read_notebook(saved.content)
        if handed.problem:
            unreadable.append(f"{path.name}: {handed.problem}")
        elif not handed.tasks and not asked:
            left_out.append(f"{path.name}: no task of the course is in it.")
        else:
            found.append(saved)
    left_out += [_put_aside(path) for path in _asides(folder, files)]
    return Gathered(tuple(found), tuple(map(one_line, unreadable)), tuple(map(one_line, left_out)))


def named(folder: Path, asked: str) -> Path:
    """The notebook of that name, or whose name begins so: in the folder, or at a path.

    Raises:
        CourseError: there is none.
    """
    wanted = asked if asked.endswith(".ipynb") else f"{asked}.ipynb"
    begins = [path for path in own_notebooks(folder) if path.name.startswith(asked)]
    places = [folder / wanted, *begins, Path(wanted).expanduser()]
    found = next((path for path in places if path.is_file()), None)
    if found is None:
        there = ", ".join(path.name for path in own_notebooks(folder)) or "a notebook"
        raise CourseError(there, repr(asked), "Give the beginning of a name, such as 01.")
    return found


def safe_name(name: str, taken: Collection[str] = ()) -> str:
    """A flat file name, good on every system: letters, digits, ``_``, ``-`` and parentheses.

    ``taken`` are names that others have, case-folded, for some systems take both for one.

    >>> safe_name("../my work: 01_tokens-Copy1.ipynb"), safe_name("NUL.ipynb", {"_nul.ipynb"})
    ('my_work_01_tokens-Copy1.ipynb', '_NUL_2.ipynb')
    """
    stem = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    stem = re.sub(r"[^\w()-]+", "_", stem.removesuffix(".ipynb")).strip("_-")[:LONGEST_NAME]
    stem = f"_{stem}" if NO_NAMES.fullmatch(stem) else stem or "notebook"
    number, again = 1, stem
    while f"{again}.ipynb".casefold() in taken:
        number += 1
        again = f"{stem}_{number}"
    return f"{again}.ipynb"


def _saved(path: Path, taken: Collection[str]) -> Saved:
    if not path.is_file():
        raise ValueError("This is not a regular file.")
    status = path.stat()
    if status.st_size > BIGGEST:
        raise ValueError(f"The file is larger than {BIGGEST >> 20} MiB.")
    try:
        when = f"{datetime.fromtimestamp(int(status.st_mtime), UTC):%Y-%m-%d %H:%M:%S} UTC"
    except (ValueError, OverflowError, OSError):
        when = "at a time that is not known"
    return Saved(safe_name(path.name, taken), path.read_bytes(), when)


def _asides(folder: Path, chosen: Sequence[Path]) -> list[Path]:
    files = sorted(folder.glob("*.ipynb"))
    return [path for path in files if is_aside(path) and path not in chosen]


def _put_aside(path: Path) -> str:
    kept = standing(kept_in(read_notebook(path))).kept
    work = f" It keeps {', '.join(kept)}; to hand it in, give its name." if kept else ""
    return f"{path.name}: not your notebook, but what the course put beside it.{work}"
