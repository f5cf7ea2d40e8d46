"""A folder that a learner's code may write to: measured, and deleted whatever is in it."""

from __future__ import annotations

import contextlib
import math
import os
import secrets
import stat
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

DEEPEST = 40  # folders within folders


@dataclass(frozen=True)
class Folder:
    """A folder of ours whose contents are not."""

    path: Path

    def size_above(self, most: int, files: int) -> bool:
        """Whether it holds more bytes or files, or is deeper, than it may, or hides what it holds.

        It follows no link, not even one that takes a folder's place meanwhile.
        """
        held = 0.0
        with contextlib.closing(_sizes(self.path, None, 0)) as sizes:
            for count, size in enumerate(sizes, 1):
                held += size
                if held > most or count > files:
                    return True
        return False

    def delete(self) -> None:
        """Delete it all, however deep, without following a link or trusting a mode.

        It walks by descriptor and moves nested folders up before emptying them, so that neither
        the length of a path nor the depth of the nesting can stop it.
        """
        with contextlib.suppress(OSError):
            top = os.open(self.path, _FOLDER)
            try:
                _empty(top)
            finally:
                os.close(top)
            os.rmdir(self.path)


_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


def _sizes(name: Path | str, at: int | None, depth: int) -> Generator[float, None, None]:
    """The size of everything below a folder; without end for one that is too deep or unreadable."""
    if depth > DEEPEST:
        yield math.inf
        return
    try:
        folder = os.open(name, _FOLDER, dir_fd=at)
    except PermissionError:  # its owner can make one that takes files and cannot be listed
        yield math.inf
        return
    except OSError:  # it is gone, or a link by now
        return
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                size = 0
                with contextlib.suppress(OSError):
                    size = entry.stat(follow_symlinks=False).st_size
                yield size
                if entry.is_dir(follow_symlinks=False):
                    yield from _sizes(entry.name, folder, depth + 1)
    finally:
        os.close(folder)


def _empty(top: int) -> None:
    """Remove what is in the folder ``top``: its folders' contents are moved into it in turn."""
    prefix, number = f".{secrets.token_hex(8)}-", 0
    while names := os.listdir(top):
        for name in names:
            if not _is_folder(name, top):
                os.unlink(name, dir_fd=top)
                continue
            os.chmod(name, 0o700, dir_fd=top)
            inner = os.open(name, _FOLDER, dir_fd=top)
            try:
                for each in os.listdir(inner):
                    if _is_folder(each, inner):
                        os.chmod(each, 0o700, dir_fd=inner)
                    number += 1
                    os.rename(each, f"{prefix}{number}", src_dir_fd=inner, dst_dir_fd=top)
            finally:
                os.close(inner)
            os.rmdir(name, dir_fd=top)


def _is_folder(name: str, at: int) -> bool:
    return stat.S_ISDIR(os.stat(name, dir_fd=at, follow_symlinks=False).st_mode)
