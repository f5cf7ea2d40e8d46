"""What a learner's code may read: libraries and the course's public data, and nothing hidden."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from lessons.course import CARD, PACKAGE, course_folder, own_folder
from lessons.errors import CourseError

SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/fonts", "/usr/share/zoneinfo",
          "/usr/local/lib", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts")  # fmt: skip


def named() -> list[Path]:
    """What a child may read, by the names that this process has for it: some lead over links."""
    library = [Path(sys.prefix), Path(sys.base_prefix), *map(Path, sysconfig.get_paths().values())]
    library += [Path(place) for place in (*sys.path, os.path.dirname(sys.executable)) if place]
    data = [folder() / "data" for folder in (own_folder, course_folder)]
    own = [PACKAGE, *data, course_folder() / CARD, *map(Path, _data())]
    return [place for place in (*library, *own, *map(Path, SYSTEM)) if place.exists()]


def readable() -> list[Path]:
    """The same by their real names, each once: libraries and what is public, never the clone."""
    found = {place.resolve() for place in named()}
    found.discard(own_folder().resolve())  # on the path of an editable install
    return sorted(place for place in found if not found & set(place.parents))


def _data() -> list[str]:
    names = ("NLTK_DATA", "MPLCONFIGDIR", "IPYTHONDIR", "LD_LIBRARY_PATH")
    return [
        place for name in names for place in os.environ.get(name, "").split(os.pathsep) if place
    ]


def keep_apart(secrets: Sequence[Path], places: list[Path]) -> None:
    """Refuse to start when a child could read what must stay hidden from it.

    Raises:
        CourseError: one of the secrets lies below one of the places.
    """
    for secret in secrets:
        for place in places:
            if secret.resolve().is_relative_to(place):
                raise CourseError(
                    f"checks, seed and submissions outside of {place}, which learners may read",
                    str(secret),
                    "Move it elsewhere, and grade again.",
                )
