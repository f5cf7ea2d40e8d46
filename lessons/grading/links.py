"""Where the libraries' links lead, noted before confinement: a child may read no link by itself.

Python asks for links when it looks for a file's real name, as charts do for each font. A child is
answered from a table of the links on the way to what is installed and beside what is loaded. Any
other link stays unread, and a folder is entered by a descriptor alone, which Landlock gives or
refuses: else entering what a link leads to, and asking where one is, would tell the same.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def known_links(places: Iterable[Path | str]) -> dict[str, str]:
    """Where each link leads that is on the way to a place or lies directly in it.

    Keys are the links' names with no link before the last part, as ``os.path.realpath`` asks.
    """
    found: dict[str, str] = {}
    read = os.readlink

    def noted(path: str, *, dir_fd: int | None = None) -> str:
        found[path] = target = read(path, dir_fd=dir_fd)
        return target

    os.readlink = noted  # type: ignore[assignment]
    try:
        for place in dict.fromkeys(map(os.path.abspath, places)):
            real = os.path.realpath(place)
            with suppress(OSError), os.scandir(real) as entries:
                for entry in entries:
                    if entry.is_symlink():
                        os.path.realpath(entry.path)
    finally:
        os.readlink = read
    return found


def loaded() -> set[str]:
    """The folders of all that is loaded or looked through by now: modules, fonts, NLTK's data."""
    files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    if fonts := sys.modules.get("matplotlib.font_manager"):
        files += [each.fname for each in (*fonts.fontManager.ttflist, *fonts.fontManager.afmlist)]
    folders = {os.path.dirname(file) for file in files if isinstance(file, str)}
    if data := sys.modules.get("nltk.data"):
        folders.update(map(str, data.path))
    return folders | {place for place in (*sys.path, os.path.dirname(sys.executable)) if place}


def answer_from(links: Mapping[str, str]) -> None:
    """Have this process ask the table in place of the kernel, and enter folders by descriptor."""

    def readlink(path: str | bytes | os.PathLike[str], *, dir_fd: int | None = None) -> str | bytes:
        name = os.fsdecode(path)
        if dir_fd is not None or name not in links:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), name)
        return os.fsencode(links[name]) if isinstance(path, bytes) else links[name]

    def chdir(path: int | str | bytes | os.PathLike[str]) -> None:
        if isinstance(path, int):
            return os.fchdir(path)
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            return os.fchdir(folder)
        finally:
            os.close(folder)

    os.readlink, os.chdir = readlink, chdir  # type: ignore[assignment]
