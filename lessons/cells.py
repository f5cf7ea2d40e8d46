"""The cells of a notebook that are a learner's work: added, or the course's own and changed.

A notebook of the course says in its metadata, by cell id, how each cell read when it was handed
out. That goes wherever the file goes: into another folder, into a bundle, through JupyterLab.
"""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Sequence
from typing import Any

from lessons.answers import kept_answers
from lessons.notebook import CODE, WORDS

MARK = "reading_the_news"  # in a notebook's metadata: what the course itself remembers there
COURSE_ID = re.compile(r"n[0-9]{2}-[0-9]{2,}")  # as `lessons build` names cells
USABLE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
Cell = dict[str, Any]


def known_by(source: str) -> str:
    """What a cell's source is known by when it is met again: how its SHA-256 begins."""
    return hashlib.sha256(source.strip().encode("utf-8", "replace")).hexdigest()[:12]


def say_handed_out(notebook: Cell) -> None:
    """Write into the notebook's metadata what each of its cells is known by."""
    known = {cell["id"]: known_by(_source(cell)) for cell in notebook["cells"] if "id" in cell}
    notebook.setdefault("metadata", {})[MARK] = {"handed_out": known}


def handed_out(notebook: Any) -> dict[str, str]:
    """By cell id, what each cell was known by when it was handed out; {} where that is unsaid."""
    try:
        given = notebook["metadata"][MARK]["handed_out"]
        return {str(id): str(known) for id, known in given.items()}
    except (KeyError, TypeError, AttributeError):
        return {}


def put_back(notebook: Cell, old: Any) -> tuple[Cell, list[str]]:
    """The notebook with the course's cells as the learner changed them in ``old``.

    A change goes where the cell is still as it was handed out. Of the others, where the notebook
    has none such, the second part says how they begin.
    """
    result, given, no_place = copy.deepcopy(notebook), handed_out(old), []
    there = {known_by(_source(cell)): cell for cell in result["cells"]}
    for cell in _cells(old):
        source, was = _source(cell).strip(), given.get(str(cell.get("id")), "")
        if not was or not source or known_by(source) in (was, *there) or _task(cell):
            continue
        if was in there and there[was].get("cell_type") == cell.get("cell_type"):
            there[was]["source"] = source
        else:
            no_place.append(source.splitlines()[0][:60])
    return result, no_place


def own_cells(notebook: Any) -> list[tuple[tuple[str, ...], Cell]] | None:
    """The learner's own cells in order, each with the marks of the course's cells above it.

    Own is a cell whose id is not the course's and that holds no task. None: the notebook lost its
    ids, so that nothing can be told apart.
    """
    cells = _cells(notebook)
    if not any(COURSE_ID.fullmatch(str(cell.get("id"))) for cell in cells):
        return None
    found: list[tuple[tuple[str, ...], Cell]] = []
    above: tuple[str, ...] = ()
    for cell in cells:
        if COURSE_ID.fullmatch(str(cell.get("id"))) or _task(cell):
            above = (_mark(cell), *above)
        elif _source(cell).strip():
            found.append((above, cell))
    return found


def put_beside(notebook: Cell, own: Sequence[tuple[tuple[str, ...], Cell]]) -> Cell:
    """A copy of the notebook with these cells in it, each below the nearest cell it stood under.

    A cell that the notebook has already, word for word, is not put there again.
    """
    result = copy.deepcopy(notebook)
    marks = {_mark(cell): at for at, cell in reversed(list(enumerate(notebook["cells"])))}
    ids = {str(cell.get("id")) for cell in notebook["cells"]}
    below: dict[int, list[Cell]] = {}
    for above, cell in own:
        if _mark(cell) not in marks:
            at = next((marks[mark] for mark in above if mark in marks), -1)
            below.setdefault(at, []).append(_clean(cell, ids))
    result["cells"] = below.get(-1, []) + [
        each for at, cell in enumerate(result["cells"]) for each in (cell, *below.get(at, []))
    ]
    return result


def _clean(cell: Cell, ids: set[str]) -> Cell:
    """The cell as a notebook may hold it: no outputs, and an id that no other cell has."""
    source = _source(cell)
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown", "raw") else "raw"
    id, number = str(cell.get("id")), 0
    while id in ids or not USABLE_ID.fullmatch(id):
        number += 1
        id = hashlib.sha256(f"{number} {source}".encode()).hexdigest()[:8]
    ids.add(id)
    made: Cell = {"cell_type": kind, "id": id, "metadata": {}, "source": source}
    if kind == "code":
        return made | {"execution_count": None, "outputs": []}
    attached = cell.get("attachments")
    return made | ({"attachments": attached} if isinstance(attached, dict) else {})


def _cells(notebook: Any) -> list[Cell]:
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    return [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []


def _mark(cell: Cell) -> str:
    """What a cell is known by in another version: its task, else its source."""
    return _task(cell) or f"{cell.get('cell_type')} {_source(cell).strip()}"


def _task(cell: Cell) -> str:
    source = _source(cell)
    if cell.get("cell_type") == "markdown":
        words = WORDS.match(source)
        return f"task {words[1]}" if words else ""
    if code := CODE.match(source):
        return f"task {code[1]}"
    return next((f"task {kept.task}" for kept in kept_answers(source)), "")


def _source(cell: Cell) -> str:
    source = cell.get("source", "")
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    return text.encode("utf-8", "replace").decode()
