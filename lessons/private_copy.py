"""A private copy of some files: one that no other account can have touched, checked by hashes.

NLTK 3.10 reads no data that another account could have planted: nothing that a group or everybody
may write to, nothing that somebody else owns, no file with a second hard link. A clone made under
umask 002 or an installed package is often all three. So the copy is written afresh: each file
beside its place, then moved into it, so that two notebooks that start together, or one that is
killed, leave no half file. What is not as it should be, content or permissions, is written again.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def may_use(folder: Path) -> bool:
    """Whether this account may make the folder: what exists of it is its own, or everybody's.

    Root in another person's home (sudo) would leave files there that the person cannot mend.
    """
    if os.name != "posix":
        return True
    there = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    try:
        status = there.stat()
    except OSError:
        return False
    mine = status.st_uid == os.geteuid()
    if there == folder and mine:
        return stat.S_ISDIR(status.st_mode)  # its mode can be mended
    shared = status.st_uid == 0 and bool(status.st_mode & stat.S_ISVTX)  # as /tmp is
    return stat.S_ISDIR(status.st_mode) and (mine or shared) and os.access(there, os.W_OK | os.X_OK)


def mend(folder: Path, sums: Mapping[str, str], read: Callable[[str], bytes]) -> str:
    """Put right what is wrong with the copy, by what ``read`` gives for a file's name.

    ``sums`` maps each file's name below the folder to its SHA-256. The answer says what is still
    wrong; it is empty when nothing is.
    """
    broken = faults(folder, sums)
    problem = ""
    if broken:
        try:
            _prepare(folder, sums)
            for name in faults(folder, sums).keys() & sums.keys():
                _write(folder / name, read(name))
        except OSError as error:  # or another notebook was quicker: look again
            problem = str(error)
        broken = faults(folder, sums)
    return next((problem or f"{name}: {fault}" for name, fault in broken.items()), "")


def faults(folder: Path, sums: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with each file or folder, by its name; nothing is changed.

    ``sums`` maps each file's name below the folder to its SHA-256.
    """
    found = {}
    for path in _folders(folder, sums):
        fault = _fault(path, stat.S_ISDIR)
        if fault:
            found[str(path.relative_to(folder))] = fault
    for name, digest in sums.items():
        fault = _fault(folder / name, stat.S_ISREG) or _differs(folder / name, digest)
        if fault:
            found[name] = fault
    return found


def _folders(folder: Path, sums: Mapping[str, str]) -> list[Path]:
    """The private folder and those in it that hold resources, parents first."""
    inside = {folder / parent for name in sums for parent in Path(name).parents}
    return sorted(inside, key=lambda path: len(path.parts))


def _fault(path: Path, is_kind: Callable[[int], bool]) -> str:
    try:
        status = path.lstat()
    except OSError as problem:
        return "missing" if isinstance(problem, FileNotFoundError) else str(problem.strerror)
    if not is_kind(status.st_mode):
        return "a link, or not of the kind it should be"
    if os.name == "posix":
        if status.st_uid not in (os.geteuid(), 0):
            return "belongs to another account"
        if status.st_mode & OTHERS_WRITE:
            return "can be written by others"
    if stat.S_ISREG(status.st_mode) and status.st_nlink > 1:
        return "has a second name (a hard link)"
    return ""


def _differs(path: Path, digest: str) -> str:
    try:
        same = hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError as problem:
        return str(problem.strerror)
    return "" if same else "damaged"


def _prepare(folder: Path, sums: Mapping[str, str]) -> None:
    """Make the folders, readable and writable by this account alone, and mend wrong ones."""
    missing = [path for path in folder.parents if not path.exists()]
    for path in reversed(missing):
        path.mkdir(0o700, exist_ok=True)
    for path in _folders(folder, sums):
        if os.path.lexists(path) and (path.is_symlink() or not path.is_dir()):
            path.unlink(missing_ok=True)
        path.mkdir(0o700, exist_ok=True)
        if _fault(path, stat.S_ISDIR) or not os.access(path, os.R_OK | os.W_OK | os.X_OK):
            path.chmod(0o700)


def _write(path: Path, content: bytes) -> None:
    """Write a file beside its place, onto the disk, then into its place at once."""
    if path.is_dir() and not path.is_symlink():
        raise IsADirectoryError(f"{path} is a folder where a file should be")
    beside = path.with_name(f".{path.name}.{os.urandom(8).hex()}")
    try:
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
