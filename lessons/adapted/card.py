"""``course.json``: what the article of an adapted course is, and whether a person decided on it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import lessons
from lessons.course import CARD
from lessons.errors import CourseError
from lessons.files import write_whole

NOT_KNOWN = "not known"


@dataclass(frozen=True)
class Card:
    """What is known of the text; ``text`` is the SHA-256 of the cleaned text.

    ``decided_by`` names the person who turned the tools' suggestions into gold, "" where nobody
    did, and ``changed`` counts the rows in which gold and suggestion differ.
    """

    licence: str
    source: str
    title: str = NOT_KNOWN
    author: str = NOT_KNOWN
    date: str = NOT_KNOWN
    text: str = ""
    version: str = lessons.__version__
    decided_by: str = ""
    changed: int = 0

    @property
    def gold(self) -> bool:
        """Whether the annotation is a person's."""
        return bool(self.decided_by)

    @property
    def citation(self) -> str:
        """What a licence wants said beside the text, without what is not known."""
        title = f"“{self.title}”" if self.title != NOT_KNOWN else ""
        known = [part for part in (self.author, self.date) if part != NOT_KNOWN]
        begins = ", ".join(filter(None, [title, *known]))
        rest = f"From: {self.source}. Licence: {self.licence}."
        return f"{begins}. {rest}" if begins else rest

    def write(self, folder: Path) -> None:
        """Put it into the folder of its course."""
        text = json.dumps(asdict(self), indent=1, ensure_ascii=False) + "\n"
        write_whole(folder / CARD, text.encode())


def read_card(folder: Path) -> Card:
    """The card of an adapted course.

    Raises:
        CourseError: there is none, or it is not what ``lessons adapt`` writes.
    """
    try:
        return Card(**json.loads((folder / CARD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as problem:
        raise CourseError(
            f"the card of an adapted course, {folder / CARD}",
            str(problem),
            "Write the folder again: lessons adapt ARTICLE --out DIR.",
        ) from None


def fingerprint(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
