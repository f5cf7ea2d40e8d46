"""How a check talks: a failure says what was seen, why it matters, and where to look next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lessons.adapted.sample import speaks_of_sample
from lessons.course import adapted

Status = Literal["passed", "failed", "cannot_check", "not_attempted"]
# What became of the run that a check asked, where it did not come to a good end.
Outcome = Literal["", "timed_out", "crashed", "raised", "withheld", "check_broke"]


@dataclass(frozen=True)
class Misconception:
    """A belief that a wrong answer shows.

    ``claim`` is the belief in a learner's words ("split() is tokenizing"); ``why`` says why it
    matters on this article; ``help`` says what to look at next, and never what the answer is.
    In an adapted course a ``why`` that speaks of the sample article is left out.
    """

    id: str
    claim: str
    why: str
    help: str

    def __post_init__(self) -> None:
        if adapted() and speaks_of_sample(self.why):
            object.__setattr__(self, "why", "")


class Failure(Exception):  # noqa: N818  (a verdict, not a defect)
    """A check did not pass. ``rationale`` says what was seen; ``help`` what to look at next.

    ``outcome`` says what became of the run, where that is the reason.
    """

    def __init__(
        self,
        rationale: str,
        help: str = "",
        misconception: Misconception | None = None,
        outcome: Outcome = "",
    ) -> None:
        super().__init__(rationale)
        self.rationale = rationale
        self.help = help
        self.outcome = outcome
        self.misconception: Misconception | None = None
        if misconception:
            self.name(misconception)

    def name(self, misconception: Misconception) -> None:
        """Say which belief this failure shows; its words serve where no help was given."""
        self.misconception = misconception
        self.help = self.help or f"{misconception.why} {misconception.help}".strip()


class NotAttempted(Failure):
    """There is nothing to mark: no kept answer, an untouched cell, an empty text."""


class CannotCheck(Failure):
    """There is no verdict to be had on this machine, or of this notebook. Says why."""


@dataclass(frozen=True)
class Result:
    """What one check said about one submission: plain data, ready for a record."""

    task: str
    check: str
    points: float
    max: float
    status: Status
    rationale: str = ""
    help: str = ""
    misconception: str = ""
    hidden: bool = False
    proposal: bool = False  # the points are proposed; a person decides
    outcome: Outcome = ""
