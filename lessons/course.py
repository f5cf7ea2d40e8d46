"""Where the course's own files are: in a checkout beside the package, in a wheel inside it.

A process is in one course. It is the course as it comes, unless the variable ``LESSONS_COURSE``
names the folder of one that ``lessons adapt`` made for another article.
"""

from __future__ import annotations

import os
from pathlib import Path

from lessons.errors import CourseError

PACKAGE = Path(__file__).resolve().parent
VARIABLE = "LESSONS_COURSE"
CARD = "course.json"  # in the folder of an adapted course: what its article is


def course_folder() -> Path:
    """The folder that holds ``notebooks/`` and ``data/``; read it, never write to it.

    Raises:
        CourseError: neither a checkout nor an installed wheel is around this package.
    """
    return adapted() or own_folder()


def own_folder() -> Path:
    """The same for the course as it comes, whatever article is taught: it has NLTK's data too.

    Raises:
        CourseError: neither a checkout nor an installed wheel is around this package.
    """
    for folder in (PACKAGE / "course", PACKAGE.parent):
        if (folder / "data" / "page.txt").is_file():
            return folder
    raise CourseError(
        "the course's data beside the package",
        f"none near {PACKAGE}",
        "Install the course again: pip install --force-reinstall reading-the-news",
    )


def adapted() -> Path | None:
    """The folder of the adapted course that this process is in; None in the course as it comes.

    Raises:
        CourseError: a folder is named that holds no adapted course.
    """
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    folder = Path(named)
    if not (folder / CARD).is_file():
        raise CourseError(
            f"the folder of an adapted course, with its {CARD}",
            named,
            "Name the folder that lessons adapt wrote, as --course DIR.",
        )
    return folder


def enter(folder: Path) -> None:
    """Be in the adapted course of a folder, and let every process started from here be in it."""
    os.environ[VARIABLE] = str(folder.expanduser().resolve())
    adapted()


def follow(folder: Path) -> None:
    """Enter the adapted course that a notebook's folder belongs to, unless a course is named."""
    for place in (folder, folder.parent):
        if VARIABLE not in os.environ and (place / CARD).is_file():
            enter(place)


def checkout() -> Path | None:
    """The clone this package runs from, or None when it runs from an installed wheel."""
    root = PACKAGE.parent
    return root if (root / "tests" / "graded").is_dir() else None
