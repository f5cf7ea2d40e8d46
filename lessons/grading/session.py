"""One notebook, run as often as it takes to get an answer: no cell takes the others down with it.

A cell that has to be stopped is left out, and the rest runs once more in a new child.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lessons.checks.feedback import Outcome
from lessons.checks.submission import Called
from lessons.errors import CourseError
from lessons.grading.engine import Engine
from lessons.grading.run import Run, Stopped, Withheld
from lessons.grading.values import TooLongError

NOTHING_RUN = "nothing run"


class Unanswered(Exception):  # noqa: N818  (an answer, not a defect)
    """The child answered, and there is no value in the answer."""


class Absent(Unanswered):
    """There is no variable of that name."""


class Unfit(Unanswered):
    """There is one, and it cannot be brought out, or cannot be called. Says why."""


class Raised(Unanswered):
    """The learner's function raised an exception: its type, message, and line in the cell."""

    def __init__(self, type: str, message: str, line: int) -> None:
        super().__init__(type, message, line)
        self.type, self.message, self.line = type, message, line

    def __str__(self) -> str:
        return f"{self.type}: {self.message}" + (f" (line {self.line})" if self.line else "")


@dataclass(frozen=True)
class Mishap:
    """What became of a cell that raised, or that was left out."""

    outcome: Outcome
    words: str

    def __str__(self) -> str:
        return self.words if self.outcome == "raised" else f"left out: {self.words}"


@dataclass
class Session:
    """The values and functions of one notebook's code cells, once they ran.

    Nothing is run until something is asked. ``mishaps`` says, by the cell's index, what became of
    cells that raised or were left out; ``level`` how the notebook was isolated; ``broken`` why no
    notebook can be run here, which is not this one's doing.
    """

    engine: Engine
    cells: Sequence[str]
    mishaps: dict[int, Mishap] = field(default_factory=dict)
    level: str = NOTHING_RUN
    output: bytes = b""
    broken: CourseError | None = None
    _left_out: set[int] = field(default_factory=set)
    _stops: int = 0
    _asked: float = 0  # seconds spent on answers so far
    _last: type[Stopped] = Stopped  # how it had to be stopped last
    _run: Run | None = None
    _withheld: Withheld | None = None

    def value(self, name: str) -> object:
        """A variable's value after all cells ran.

        Raises:
            Absent, Unfit, Raised: there is none to be had.
            Stopped: the run ended before it answered.
        """
        return _valued(self._ask("value", name), 2)[1]

    def call(self, name: str, arguments: Sequence[object]) -> Called:
        """What a function of the learner's returned, did to its arguments, and printed.

        Raises:
            As ``value``.
        """
        _, result, after, printed = _valued(self._ask("call", name, list(arguments)), 4)
        if not (isinstance(after, list) and isinstance(printed, str)):
            raise Unfit("its answer has no known form")
        return Called(result, tuple(after), printed)

    def close(self) -> None:
        """End the child, if there is one."""
        if self._run:
            self._run.end()
            self.output = bytes(self._run.output)
            self._run = None

    def _ask(self, what: str, *rest: object) -> list[Any]:
        if self._withheld:
            raise self._withheld
        try:
            run = self._running()
            began, limits = time.monotonic(), self.engine.limits
            try:
                return run.ask(what, *rest, seconds=min(limits.call, limits.calls - self._asked))
            finally:
                self._asked += time.monotonic() - began
        except Withheld as reason:
            self._withheld = reason
            raise
        except Stopped as reason:
            if self._run:
                self._stops, self._last = self._stops + 1, type(reason)
                self.close()
            raise

    def _running(self) -> Run:
        """A child in which every cell ran that can be run."""
        while self._run is None:
            if self._stops > self.engine.limits.restarts:
                raise self._last(f"it had to be stopped {self._stops} times")
            try:
                run = self.engine.start()
            except CourseError as error:
                self.broken = error
                raise
            self.level = run.level
            if self._run_cells(run):
                self._run = run
            else:
                self._stops += 1
                self.output = bytes(run.output)
        return self._run

    def _run_cells(self, run: Run) -> bool:
        """Whether the child lived through all cells."""
        until = time.monotonic() + self.engine.limits.wall
        for index, source in enumerate(self.cells):
            if index in self._left_out:
                continue
            try:
                reply = run.ask("cell", source, seconds=until - time.monotonic())
            except Withheld:
                raise
            except (Stopped, TooLongError) as reason:
                self._left_out.add(index)
                if isinstance(reason, TooLongError):
                    self.mishaps[index] = Mishap("crashed", str(reason))
                    continue
                self.mishaps[index] = Mishap(reason.outcome, str(reason))
                self._last = type(reason)
                return False
            else:
                if reply[0] == "raised":
                    self.mishaps[index] = Mishap("raised", str(_raised(reply)))
        return True


def _valued(reply: list[Any], size: int) -> list[Any]:
    """The reply where it holds a value; else what it says instead, as an exception."""
    if reply[0] == "value" and len(reply) == size:
        return reply
    if reply[0] == "raised":
        raise _raised(reply)
    if reply[0] == "absent":
        raise Absent
    raise Unfit(str(reply[1]) if len(reply) == 2 else "its answer has no known form")


def _raised(reply: list[Any]) -> Raised:
    kind, message, line = reply[1:] if len(reply) == 4 else ("Exception", "", 0)
    return Raised(str(kind), str(message), line if type(line) is int else 0)
