"""NLTK's data without a network: where this account's copy is, and NLTK told to look there first.

NLTK's own ``nltk.download`` needs a network. The course carries the few resources that its lessons
call for, in ``data/nltk``; NLTK will not read them from a clone or from an installed package, which
others may be able to write to (see lessons.private_copy), so each account gets a copy of its own.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from pathlib import Path

from lessons.course import own_folder
from lessons.errors import CourseError
from lessons.private_copy import faults, may_use, mend

NAME = "reading-the-news"
VARIABLE = "LESSONS_DATA"  # names the folder to use in place of the account's own


def install() -> Path:
    """Have NLTK's data ready in the private folder and first on NLTK's path; say where it is.

    Sets ``NLTK_DATA``, which a process started from here inherits, and ``nltk.data.path`` when
    NLTK is already loaded. The learner's own folders stay behind ours. Never imports NLTK.

    Raises:
        CourseError: there is no folder to write to, or the course's own files are damaged.
    """
    sums = _sums()
    for folder in _places():
        fault = mend(folder, sums, _read_shipped)
        if not fault:
            _put_first(str(folder))
            return folder
    raise _unusable(folder, fault)


def private_folder() -> Path:
    """Where the copy is, or would be written now.

    ``LESSONS_DATA`` when it is set; else the account's folder for application data; else, where
    that is somebody else's or cannot be written, a folder of this account's for temporary files.
    The name carries the contents, so that courses of different years each keep their own.

    Raises:
        CourseError: none of these can be used.
    """
    places, sums = _places(), _sums()
    return next((folder for folder in places if not faults(folder, sums)), places[0])


def damaged() -> list[str]:
    """What is wrong with the private copy now, a line each; nothing is mended."""
    return [f"{name}: {fault}" for name, fault in faults(private_folder(), _sums()).items()]


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
        return (own_folder() / "data" / "nltk" / "manifest.json").read_bytes()
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
    """The folders the copy may be in, the best first."""
    version = f"nltk-{hashlib.sha256(_manifest()).hexdigest()[:12]}"
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return [Path(os.path.expanduser(chosen)).absolute() / version]
    from tempfile import gettempdir

    from platformdirs import user_data_path

    account = f"-{os.geteuid()}" if os.name == "posix" else ""
    bases = [user_data_path(NAME, appauthor=False), Path(gettempdir()) / f"{NAME}{account}"]
    usable = [base / version for base in bases if base.is_absolute() and may_use(base / version)]
    if not usable:
        raise _unusable(bases[0], "no place this account may write to")
    return usable


def _read_shipped(name: str) -> bytes:
    try:
        content = (own_folder() / "data" / "nltk" / name).read_bytes()
    except OSError as problem:
        raise _reinstall(str(problem)) from problem
    if hashlib.sha256(content).hexdigest() != _sums().get(name):
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
