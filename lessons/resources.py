"""NLTK's data without a network: a private copy in the learner's account, verified, found first.

NLTK reads no data that another account could have planted: nothing writable by a group, nothing
owned by somebody else, no file with a second hard link. A clone or an installed package is often
all three, so the first use writes a copy of its own. Each file is written beside its place and
then moved into it, so notebooks that start together, or one that is killed, leave no half file;
each is checked by its hash at every start, and written again when it is not what it should be.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
from pathlib import Path

from lessons.course import course_folder
from lessons.errors import CourseError

NAME = "reading-the-news"
VARIABLE = "LESSONS_DATA"  # names the folder to use in place of the account's own
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def install() -> Path:
    """Have NLTK's data ready in the private folder and first on NLTK's path; say where it is.

    Sets ``NLTK_DATA``, which a process started from here inherits, and ``nltk.data.path`` when
    NLTK is already loaded. The learner's own folders stay behind ours. Never imports NLTK.

    Raises:
        CourseError: there is no folder to write to, or the course's own files are damaged.
    """
    folder = private_folder()
    sums = _sums()
    broken = _faults(folder, sums)
    if broken:
        try:
            _prepare(folder, sums)
            for name in broken:
                if name in sums:
                    _copy(name, sums[name], folder)
        except OSError as problem:
            raise _unusable(folder, str(problem)) from problem
        broken = _faults(folder, sums)
    if broken:
        name, fault = next(iter(broken.items()))
        raise _unusable(folder, f"{name}: {fault}")
    _put_first(str(folder))
    return folder


def private_folder() -> Path:
    """Where the copy is, or will be. The name carries its contents: old courses keep their own.

    ``LESSONS_DATA`` when it is set; else the account's folder for application data; else, where
    that is somebody else's or cannot be written, a folder of this account's for temporary files.

    Raises:
        CourseError: none of these can be used.
    """
    version = hashlib.sha256(_manifest()).hexdigest()[:12]
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute() / f"nltk-{version}"
    tried = _places()
    for place in tried:
        if place.is_absolute() and _may_use(place / f"nltk-{version}"):
            return place / f"nltk-{version}"
    raise _unusable(tried[0], "no place this account may write to")


def damaged() -> list[str]:
    """What is wrong with the private copy now, a line each; nothing is mended."""
    return [f"{name}: {fault}" for name, fault in _faults(private_folder(), _sums()).items()]


def has(resource: str) -> bool:
    """Whether NLTK finds a resource here, such as ``chunkers/maxent_ne_chunker_tab``."""
    install()
    from nltk.data import find

    try:
        find(resource)
    except LookupError:
        return False
    return True


def plainly(error: BaseException) -> CourseError | None:
    """NLTK's "resource not found", which advises a download, said for a room without a network.

    None for every other error: a KeyError is a LookupError too.

    >>> print(plainly(LookupError("Resource 'words' not found. nltk.download('words')")))
    Expected NLTK's 'words' on this computer; saw none. The lessons do without it. To try it, \
fetch it where there is a network: import nltk; nltk.download('words')
    >>> plainly(KeyError("words"))
    """
    asked = re.search(r"nltk\.download\('([^']+)'\)", str(error))
    if not isinstance(error, LookupError) or asked is None:
        return None
    name = asked[1]
    return CourseError(
        f"NLTK's '{name}' on this computer",
        "none",
        "The lessons do without it. To try it, fetch it where there is a network: "
        f"import nltk; nltk.download('{name}')",
    )


def _manifest() -> bytes:
    try:
        return (course_folder() / "data" / "nltk" / "manifest.json").read_bytes()
    except OSError as problem:
        raise _reinstall(str(problem)) from problem


def _sums() -> dict[str, str]:
    """Each file's name below the folder, and its SHA-256."""
    try:
        return dict(json.loads(_manifest())["files"])
    except (ValueError, KeyError, TypeError) as problem:
        raise _reinstall(f"a damaged manifest ({problem})") from problem


def _reinstall(seen: str) -> CourseError:
    return CourseError(
        "the course's copy of NLTK's data",
        seen,
        f"Install the course again: pip install --force-reinstall {NAME}",
    )


def _unusable(folder: Path, seen: str) -> CourseError:
    return CourseError(
        f"a folder for NLTK's data that only you can write to, {folder}",
        seen,
        f"Set {VARIABLE} to a folder of your own, and start Jupyter again.",
    )


def _places() -> list[Path]:
    from tempfile import gettempdir

    from platformdirs import user_data_path

    account = f"-{os.geteuid()}" if os.name == "posix" else ""
    return [user_data_path(NAME, appauthor=False), Path(gettempdir()) / f"{NAME}{account}"]


def _may_use(folder: Path) -> bool:
    """Whether this account may make the folder: what exists of it is its own, or shared (/tmp).

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
    shared = bool(status.st_mode & stat.S_ISVTX)
    return stat.S_ISDIR(status.st_mode) and (mine or shared) and os.access(there, os.W_OK | os.X_OK)


def _folders(folder: Path, sums: dict[str, str]) -> list[Path]:
    """The private folder and those in it that hold resources, parents first."""
    inside = {folder / parent for name in sums for parent in Path(name).parents}
    return sorted(inside, key=lambda path: len(path.parts))


def _faults(folder: Path, sums: dict[str, str]) -> dict[str, str]:
    """Why NLTK or the course would not read a file or folder, by its name."""
    faults = {}
    for path in _folders(folder, sums):
        fault = _fault(path, stat.S_ISDIR)
        if fault:
            faults[str(path.relative_to(folder))] = fault
    for name, digest in sums.items():
        fault = _fault(folder / name, stat.S_ISREG) or _differs(folder / name, digest)
        if fault:
            faults[name] = fault
    return faults


def _fault(path: Path, is_kind: object) -> str:
    assert callable(is_kind)
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


def _prepare(folder: Path, sums: dict[str, str]) -> None:
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


def _copy(name: str, digest: str, folder: Path) -> None:
    """Write one file afresh: beside its place, onto the disk, then into its place at once."""
    content = _read_shipped(name, digest)
    path = folder / name
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
    except PermissionError:
        # Windows: another notebook holds the file open; it may just have put it right.
        if _fault(path, stat.S_ISREG) or _differs(path, digest):
            raise
    finally:
        beside.unlink(missing_ok=True)


def _read_shipped(name: str, digest: str) -> bytes:
    try:
        content = (course_folder() / "data" / "nltk" / name).read_bytes()
    except OSError as problem:
        raise _reinstall(str(problem)) from problem
    if hashlib.sha256(content).hexdigest() != digest:
        raise _reinstall(f"a damaged {name}")
    return content


def _put_first(folder: str) -> None:
    given = os.environ.get("NLTK_DATA", "").split(os.pathsep)
    os.environ["NLTK_DATA"] = os.pathsep.join(
        [folder, *(p for p in given if p not in ("", folder))]
    )
    path = getattr(sys.modules.get("nltk.data"), "path", None)
    if path is not None:
        path[:] = [folder, *(other for other in path if other != folder)]
