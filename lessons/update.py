"""Bring a notebook to the course's newest version, with the learner's work carried over.

The old file stays beside the new one, byte for byte. Nothing is taken for carried over before it
was read back from what is about to be written.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lessons.answers import forget, keep, kept_answers
from lessons.cells import MARK, handed_out, known_by, own_cells, put_back, put_beside
from lessons.errors import CourseError
from lessons.exercises.record import kept_in
from lessons.files import write_new, write_whole
from lessons.grading.fill import fill
from lessons.handout import fingerprint, hand_out
from lessons.notebook import Handed, read_notebook
from lessons.tasks import all_tasks

GONE = "the newer version has no such task"
NO_LITERAL = "its answer is not a literal, so it could not be read"
NOT_THE_SAME = "it would not read the same there"
CHANGED = "the newer version has no such cell, or another in its place"
UNSAID = "your file does not say how they were handed out"


@dataclass(frozen=True)
class Carried:
    """A newer notebook with work in it: tasks carried over, how many cells of the learner's own.

    ``left`` says what found no place, and why; ``unfit`` which of the carried do not count as kept
    there: in another form than is asked for, or too few words.
    """

    notebook: dict[str, Any]
    tasks: tuple[str, ...] = ()
    own: int = 0
    left: tuple[tuple[str, str], ...] = ()
    unfit: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Updated:
    """What an update did with one notebook of the learner: the old file's new place, or why not.

    Without either, nothing was in it: the newer version took its place.
    """

    name: str
    before: Path | None = None
    carried: Carried | None = None
    problem: str = ""


def update(notebooks: Path, folder: Path, name: str = "") -> list[Updated]:
    """Bring ``folder`` to the newest version; say what was done with each notebook worked in.

    Untouched copies are replaced, as `hand_out` does. A notebook that is already made from the
    newest version is left alone. ``name`` is the one to update; by default all that are older.

    Raises:
        CourseError: the folder cannot be written to, or there is no notebook of that name.
    """
    copies = {copy.name: copy for copy in hand_out(notebooks, folder)}
    if name and name not in copies:
        raise CourseError(
            f"one of {', '.join(copies)}", repr(name), "Give the name of a notebook of the course."
        )
    done = []
    for copy in (copies[name],) if name else copies.values():
        if copy.happened == "updated":
            done.append(Updated(copy.name))
        if copy.happened in ("kept", "beside"):
            asked = bool(name) or copy.happened == "beside"
            done += _update(notebooks / copy.name, folder / copy.name, asked)
    return done


def carry(old: bytes, newer: bytes) -> Carried:
    """The newer notebook with the kept answers, code, words and own cells of the old one.

    Raises:
        CourseError: the old file cannot be read as a notebook.
    """
    handed = read_notebook(old)
    if handed.problem:
        raise CourseError(
            "a notebook that can be read",
            handed.problem,
            "Your file is as it was. To begin anew, give it another name and run lessons open.",
        )
    before = json.loads(old)
    notebook = _hinted(json.loads(newer), handed)
    tasks, left = [], []
    for part, id, value in _work(handed, handed_out(before)):
        notebook, problem = _filled(notebook, part, id, value)
        if problem:
            left.append((id, problem))
        else:
            tasks.append(id)
    notebook, no_place = put_back(notebook, before)
    left += [(f"your change to the cell “{begins}”", CHANGED) for begins in no_place]
    if not handed_out(before):
        left.append(("What you changed in the course's own cells", UNSAID))
    added = own_cells(before)
    if added is None:
        left.append(("Cells of your own", "they could not be told from the course's"))
    result = put_beside(notebook, added or [])
    own = len(result["cells"]) - len(notebook["cells"])
    made = result.setdefault("metadata", {}).setdefault(MARK, {})
    made["made_from"] = fingerprint(newer)
    states = kept_in(read_notebook(as_bytes(result)))
    unfit = [(id, states[id].note) for id in tasks if id in states and states[id].word != "kept"]
    return Carried(result, tuple(sorted(tasks)), own, tuple(left), tuple(unfit))


def as_bytes(notebook: dict[str, Any]) -> bytes:
    """A notebook as the bytes of its file."""
    text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "replace")


def made_from(notebook: bytes) -> str:
    """The fingerprint of the version that an updated notebook is made from; else ""."""
    try:
        return str(json.loads(notebook)["metadata"][MARK]["made_from"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _work(handed: Handed, given: Mapping[str, str]) -> Iterator[tuple[str, str, object]]:
    """What a learner put into a notebook: the part it is in, the task, and the work itself.

    Code that reads as it was ``given`` is the starter of its own version, and no work.
    """
    known = {each.id: each for each in all_tasks()}
    for id, kept in handed.answers.items():
        if kept.kept:
            yield "answers", id, kept
    for id, code in handed.code.items():
        if known_by(code) in given.values():
            continue
        if id not in known or not known[id].untouched(code):
            yield "code", id, code
    for id, words in handed.texts.items():
        if words:
            yield "texts", id, words


def _hinted(notebook: dict[str, Any], handed: Handed) -> dict[str, Any]:
    """The blank notebook with the hints asked for: they stay known, with an answer or without."""
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        for blank in kept_answers(source) if cell["cell_type"] == "code" else ():
            old = handed.answers.get(blank.task)
            if old and old.hints:
                cell["source"] = forget(keep(source, blank.task, None, old.hints), blank.task)
    return notebook


def _filled(notebook: dict[str, Any], part: str, id: str, value: Any) -> tuple[dict[str, Any], str]:
    """The notebook with this work in it, or as it was, and why."""
    if id not in getattr(read_notebook(as_bytes(notebook)), part):
        return notebook, GONE
    if part == "answers" and value.problem:
        return notebook, NO_LITERAL
    try:
        filled = fill(notebook, {id: value.answer if part == "answers" else value})
    except CourseError:
        return notebook, GONE
    back = getattr(read_notebook(as_bytes(filled)), part)[id]
    same = back.strip().startswith(value.strip()) if part == "code" else back == value
    return (filled, "") if same else (notebook, NOT_THE_SAME)


def _untouched_offers(mine: Path, newer: bytes) -> list[Path]:
    """The copies of the newer version that `hand_out` put beside, and nobody wrote in."""
    name = re.compile(rf"{re.escape(mine.stem)} \(new version[ 0-9]*\)\.ipynb")
    files = [path for path in mine.parent.iterdir() if name.fullmatch(path.name) and path.is_file()]
    return [path for path in files if fingerprint(path.read_bytes()) == fingerprint(newer)]


def _update(original: Path, mine: Path, asked: bool) -> list[Updated]:
    try:
        newer, old = original.read_bytes(), mine.read_bytes()
        offered = _untouched_offers(mine, newer)
        if made_from(old) == fingerprint(newer) or not (asked or offered):
            return []
        carried = carry(old, newer)
        if _sources(carried.notebook) == _sources(json.loads(old)):
            return []
        before = _swap(mine, old, as_bytes(carried.notebook))
    except CourseError as error:
        return [Updated(mine.name, problem=str(error))]
    except OSError as error:
        why = f"{error.filename or mine}: {error.strerror or error}"
        return [Updated(mine.name, problem=f"Nothing was changed: {why}")]
    for path in offered:  # what it held is now in the notebook itself
        with suppress(OSError):
            path.unlink()
    return [Updated(mine.name, before, carried)]


def _sources(notebook: dict[str, Any]) -> list[str]:
    cells = notebook.get("cells") or ()
    return ["".join(cell.get("source", "")).strip() for cell in cells if isinstance(cell, dict)]


def _swap(mine: Path, old: bytes, new: bytes) -> Path:
    """Put ``new`` in the place of the learner's file, and the old file beside; say where.

    At every moment one of the two names holds the whole of the old file: it is first copied, and
    the last step replaces it. Whatever breaks in between leaves a copy too many, never one too few.
    """
    before = write_new(
        lambda again: mine.with_name(f"{mine.stem} (before update{again}){mine.suffix}"), old
    )
    with suppress(OSError):
        shutil.copystat(mine, before)  # it was saved when the old file was
    if mine.read_bytes() != old:
        raise CourseError(
            "nobody writing to the notebook meanwhile",
            f"{mine.name} was saved just now",
            "Close it in JupyterLab, and run lessons update again.",
        )
    write_whole(mine, new)
    return before
