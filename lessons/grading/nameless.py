"""Files that a child deleted and still holds: they take room, and no walk through a folder finds
them. Linux only.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress


def held(child: int, work: str, mapped: int) -> int:
    """Bytes of files below ``work`` that a process has open or mapped, and that have no name.

    A file that is only mapped counts as ``mapped`` bytes, since its size cannot be seen. 0 once
    the process has ended.
    """
    sizes: dict[int, int] = {}  # by inode: all are on the folder's file system
    with suppress(OSError), open(f"/proc/{child}/maps", "rb") as maps:
        for line in maps:
            if line.endswith(b" (deleted)\n"):
                _, _, _, _, inode, name = line.split(maxsplit=5)
                if name.startswith(os.fsencode(work) + b"/"):
                    sizes[int(inode)] = mapped
    with suppress(OSError):
        for link in os.scandir(f"/proc/{child}/fd"):
            with suppress(OSError):
                file = os.stat(link.path)
                inside = os.readlink(link.path).startswith(f"{work}/")
                if inside and stat.S_ISREG(file.st_mode) and file.st_nlink == 0:
                    sizes[file.st_ino] = file.st_size
    return sum(sizes.values())
