"""What a check may ask of a submission. Everything that comes back is plain data."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Called:
    """What a call of a learner's function did.

    ``result`` is what it returned, ``arguments`` its arguments as they were after the call, and
    ``printed`` what it printed.
    """

    result: object
    arguments: tuple[object, ...]
    printed: str


class Submission(Protocol):
    """One notebook of one learner, live in a kernel or read from a file."""

    def answer(self, task: str) -> object:
        """The literal kept in ``exercise(task, answer=...)``; raises NotAttempted without one."""

    def text(self, task: str) -> str:
        """The learner's words under ``<!-- task ... -->``; raises NotAttempted without any."""

    def attempted(self, task: str) -> None:
        """Raise NotAttempted when the code cell of a task is missing or as it was handed out."""

    def __getitem__(self, name: str) -> object:
        """A variable's value after the notebook ran; raises Failure when there is none."""

    def call(self, function: str, *args: object) -> object:
        """What the learner's function returned; raises Failure when it is absent or raises."""

    def called(self, function: str, *args: object) -> Called:
        """The same, with the arguments as they were left and what was printed."""

    def rng(self, check: str) -> random.Random:
        """The random inputs of a hidden check: the same for a whole class, unknown to it."""
