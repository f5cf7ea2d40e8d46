"""Files that are written whole or not at all, and never over another one."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: a reader, or a power cut, finds all of it or what was before."""
    part = _part(path)
    try:
        _write(part, content)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def write_new(named: Callable[[str], Path], content: bytes) -> Path:
    """Put ``content`` into a file that was not there before, and say which.

    ``named("")`` is the name to try first, then ``named(" 2")`` and so on; a file that already
    holds exactly this content is taken as it is.
    """
    part = _part(named(""))
    try:
        _write(part, content)
        for number in count(1):
            path = named(f" {number}" if number > 1 else "")
            try:
                with path.open("xb"):  # the name is ours: who comes second gets the next
                    pass
            except FileExistsError:
                if path.is_file() and path.read_bytes() == content:
                    return path
                continue
            os.replace(part, path)
            return path
    finally:
        part.unlink(missing_ok=True)
    raise AssertionError("numbers do not end")


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
