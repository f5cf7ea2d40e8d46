"""When something was handed in, and how that is known: nobody is late by a date that nobody knows.

In order of trust: what a platform wrote (nbgrader's ``timestamp.txt``, Gradescope's list), the
receipt that ``lessons handin`` put into its zip, the file's own date. A receipt is written by the
learner's computer and says when a notebook was saved. Dates inside the zips of Canvas and Moodle
are those of the download, and are not looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

SOURCES = {
    "nbgrader": "by nbgrader's timestamp.txt",
    "Gradescope": "by Gradescope's list",
    "receipt": "saved then, by the receipt, which the learner's own computer wrote",
    "file": "by the file's own date",
    "person": "as a person said",
}
FOUND = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)(?:\.\d+)?"
    r"\s*(?P<zone>[+-]\d\d:?\d\d|[A-Za-z]\S*)?"
)
SAVED = re.compile(r"^(?P<name>\S.*\.ipynb)\n  saved    (?P<at>.{19} UTC)$", re.MULTILINE)


@dataclass(frozen=True)
class When:
    """A moment in UTC, as ISO 8601 writes it, and the name of its source; "" is not known."""

    at: str = ""
    source: str = ""

    def or_else(self, other: When) -> When:
        """This, where it is known; else the other."""
        return self if self.at else other


UNDATED = When()


def moment(text: str, source: str) -> When:
    """A date with time in text, its zone an offset or a name, UTC where none is given.

    >>> moment("2026-12-01 10:00:00.5 Europe/Berlin", "nbgrader").at
    '2026-12-01T09:00:00+00:00'
    >>> moment("soon", "nbgrader")
    When(at='', source='')
    """
    found = FOUND.fullmatch(text.strip())
    if found is None:
        return When()
    zone = found["zone"] or "UTC"
    try:
        if zone[0] in "+-":
            at = datetime.fromisoformat(found["at"] + zone)
        else:
            known = UTC if zone in ("Z", "UTC") else ZoneInfo(zone)
            at = datetime.fromisoformat(found["at"]).replace(tzinfo=known)
        return When(at.astimezone(UTC).isoformat(timespec="seconds"), source)
    except (ValueError, OverflowError, OSError, ZoneInfoNotFoundError):
        return When()


def file_date(file: Path) -> When:
    """When the file was last changed, as its folder says."""
    try:
        at = datetime.fromtimestamp(file.stat(follow_symlinks=False).st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return When()
    return When(at.isoformat(timespec="seconds"), "file")


def receipt_dates(receipt: str) -> dict[str, When]:
    """By a notebook's name, when it was saved, from the text of a receipt.

    >>> receipt_dates("01.ipynb\\n  saved    2026-12-01 10:00:00 UTC\\n")["01.ipynb"].at
    '2026-12-01T10:00:00+00:00'
    """
    return {found["name"]: moment(found["at"], "receipt") for found in SAVED.finditer(receipt)}
