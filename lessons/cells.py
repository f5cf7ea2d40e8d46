"""The cells that a learner added to a notebook of the course, and where they stood."""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Sequence
from typing import Any

from lessons.answers import kept_answers
from lessons.notebook import CODE, WORDS

COURSE_ID = re.compile(r"n[0-9]{2}-[0-9]{2,}")  # as `lessons build` names cells
USABLE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
Cell = dict[str, Any]


def own_cells(notebook: Any) -> list[tuple[tuple[str, ...], Cell]] | None:
    """The learner's own cells in order, each with the marks of the course's cells above it.

    Own is a cell whose id is not the course's and that holds no task. None: the notebook lost its
    ids, so that nothing can be told apart.
    """
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    cells = [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []
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
