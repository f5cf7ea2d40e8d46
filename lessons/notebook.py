"""A notebook as it was handed in, read as data: its cells and what is kept in them. Nothing runs.

Whatever the file holds, reading it gives a `Handed`; what is wrong is said in ``problem``, and
what an instructor may want to know in ``notes``.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lessons.answers import LONGEST, Kept, kept_answers

BIGGEST = 100 << 20  # bytes of a file that is read at all; figures in outputs can be large
PARTS = 2_000_000  # lists and objects in it, and a tenth of its commas: each takes memory to read
MOST = 4 * LONGEST  # characters of cells with exercises that are parsed in all; of one of words
TASK = r"task[ \t]+([0-9]\.[a-z](?: practice)?)\b"
CODE = re.compile(rf"\s*#\s*{TASK}")
WORDS = re.compile(rf"\s*<!--\s*{TASK}\s*-->")
MINE = re.compile(r"\**My answer\s*:?\s*\**\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """A cell's kind ("code", "markdown", "raw") and its source."""

    kind: str
    source: str


@dataclass(frozen=True)
class Handed:
    """One notebook, as data.

    ``cells`` are the sources of the code cells in order; ``answers`` the ``exercise`` records by
    task, the last kept one of each; ``code`` the ``# task`` cells; ``texts`` the learner's own
    words. ``digest`` is the SHA-256 of the file.
    """

    cells: tuple[str, ...] = ()
    answers: dict[str, Kept] = field(default_factory=dict)
    code: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    problem: str = ""
    digest: str = ""

    @property
    def tasks(self) -> set[str]:
        """The ids of all tasks that have a place in it, answered or not."""
        return {*self.answers, *self.code, *self.texts}

    @property
    def numbers(self) -> set[str]:
        """Which notebooks of the course it is, told by its tasks: {"01"}."""
        return {f"0{task[0]}" for task in self.tasks}


def read_notebook(source: Path | str | bytes) -> Handed:
    """The notebook at a path, or in the bytes of a file. It never raises."""
    try:
        content = source if isinstance(source, bytes) else content_of(Path(source))
    except OSError as error:
        return Handed(problem=f"The file cannot be read: {error.strerror or error}.")
    except ValueError as error:
        return Handed(problem=str(error))
    digest = hashlib.sha256(content).hexdigest()
    if content.count(b"[") + content.count(b"{") > PARTS or content.count(b",") > 10 * PARTS:
        return Handed(problem="The file has too many parts. Clear its outputs.", digest=digest)
    try:
        cells = list(_cells(json.loads(content)))
    except (ValueError, RecursionError, MemoryError) as error:
        said = str(error) if isinstance(error, _NoNotebookError) else "it is damaged or cut short"
        return Handed(problem=f"The file is not a notebook: {said}.", digest=digest)
    return _handed(cells, digest)


class _NoNotebookError(ValueError):
    pass


def content_of(path: Path) -> bytes:
    """The bytes of a regular file that is no link. Opening a pipe or a device waits for nothing.

    Raises:
        OSError: it cannot be opened.
        ValueError: it is no regular file, or too large to be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    file = os.open(path, flags | getattr(os, "O_BINARY", 0))
    with os.fdopen(file, "rb") as opened:
        known = os.fstat(file)
        if not stat.S_ISREG(known.st_mode):
            raise ValueError("This is not a regular file.")
        content = opened.read(BIGGEST + 1)
    if len(content) > BIGGEST:
        raise ValueError(f"The file is larger than {BIGGEST >> 20} MiB.")
    return content


def _cells(notebook: Any) -> Iterator[Cell]:
    """The cells of a notebook in format 3 or 4; parts that are no cell are passed over."""
    if not isinstance(notebook, dict):
        raise _NoNotebookError("it holds no cells")
    sheets = notebook.get("worksheets")
    parts = notebook.get("cells")
    if parts is None and isinstance(sheets, list):
        inner = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        parts = [cell for cells in inner if isinstance(cells, list) for cell in cells]
    if not isinstance(parts, list):
        raise _NoNotebookError("it holds no cells")
    for part in parts:
        if isinstance(part, dict):
            source = part.get("source", part.get("input", ""))
            lines = source if isinstance(source, list) else [source]
            text = "".join(line for line in lines if isinstance(line, str))
            yield Cell(str(part.get("cell_type", "code")), _writable(text))


def _writable(text: str) -> str:
    """Without the lone surrogates that no file could hold, and with plain line ends."""
    text = text.encode("utf-8", "replace").decode() if not text.isascii() else text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _handed(cells: list[Cell], digest: str) -> Handed:
    code = [cell.source for cell in cells if cell.kind == "code"]
    prose = [cell.source for cell in cells if cell.kind == "markdown"]
    notes: list[str] = []
    answers = _answers(code, notes)
    return Handed(
        cells=tuple(code),
        answers=answers or _answers([cell.source for cell in cells if cell.kind == "raw"], notes),
        code=_by_task(code, CODE, notes),
        texts=_texts(prose, notes),
        notes=tuple(notes),
        digest=digest,
    )


def _answers(code: list[str], notes: list[str]) -> dict[str, Kept]:
    found: dict[str, Kept] = {}
    left = MOST
    for source in code:
        if "exercise" not in source:
            continue
        left -= len(source)
        if len(source) > LONGEST or left < 0:
            notes.append("A cell that is far too long was not read for answers.")
            continue
        for kept in kept_answers(source):
            if not kept.kept and kept.task in found:
                continue
            if kept.task in found and found[kept.task].kept:
                notes.append(f"{kept.task}: kept more than once; the last one counts.")
            found[kept.task] = kept
    return found


def _by_task(sources: list[str], first_line: re.Pattern[str], notes: list[str]) -> dict[str, str]:
    """The cell of each task; of several, the last that holds more than its first line."""
    found: dict[str, str] = {}
    for source in sources:
        if start := first_line.match(source):
            task = start[1]
            rest = source.strip().partition("\n")[2]
            if task in found and rest.strip():
                notes.append(f"{task}: in more than one cell; the last one counts.")
            if task not in found or rest.strip():
                found[task] = source
    return found


def split_words(source: str) -> tuple[str, str | None]:
    """A cell of words up to and with its last line “My answer:”, and what stands below it.

    The second is None where there is no such line.
    """
    lines = source.splitlines(keepends=True)
    for at in reversed(range(len(lines))):
        line = lines[at].lstrip()
        if mine := MINE.match(line):
            head = "".join(lines[:at]) + line[: mine.end()].rstrip()
            return head, (line[mine.end() :] + "".join(lines[at + 1 :])).strip()
    return source, None


def _texts(prose: list[str], notes: list[str]) -> dict[str, str]:
    own: dict[str, str] = {}
    for source in prose:
        if start := WORDS.match(source):
            task = start[1]
            if len(source) > MOST:
                notes.append(f"{task}: only the first {MOST:,} characters were read.")
            _, words = split_words(source[:MOST])
            if words is None:
                notes.append(f"{task}: the line “My answer:” is gone.")
                words = source[start.end() : MOST].strip()
            if task in own and words:
                notes.append(f"{task}: in more than one cell; the last one counts.")
            if task not in own or words:
                own[task] = words
    return own
