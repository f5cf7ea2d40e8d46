"""A submission read from a file: what a check may ask of it, answered in plain data."""

from __future__ import annotations

import hashlib
import hmac
import random
import re
from dataclasses import dataclass

from lessons.checks.feedback import CannotCheck, Failure, NotAttempted, Outcome
from lessons.checks.live import OPAQUE, PLAIN, help_after, in_one_line
from lessons.checks.plain import Opaque, TooMuchError, plain
from lessons.checks.submission import Called
from lessons.grading.run import Stopped, Withheld
from lessons.grading.session import Absent, Mishap, Raised, Session, Unanswered, Unfit
from lessons.grading.values import MalformedError, TooLongError, decode, encode
from lessons.notebook import Handed
from lessons.tasks import task as task_of

MEND_CELL = "Run that cell alone, and read the last line of what it says first."
WORST: tuple[Outcome, ...] = ("timed_out", "crashed", "raised")


@dataclass(frozen=True)
class Recorded:
    """A notebook as handed in, and a session in which its code can run.

    Without a session, ``no_session`` says why none of its code can be run here. ``seed`` is the
    class's, for hidden inputs.
    """

    handed: Handed
    session: Session | None
    seed: bytes
    no_session: str = ""

    def answer(self, task: str) -> object:
        """The literal kept in the exercise of that task."""
        kept = self.handed.answers.get(task)
        if kept is None:
            raise NotAttempted(f"There is no exercise {task} in the notebook.")
        if not kept.kept:
            raise NotAttempted("No answer is kept.", "Press “Keep my answer” before handing in.")
        if kept.problem:
            raise Failure(kept.problem)
        try:
            answer = decode(encode(plain(kept.answer)))
        except (TooMuchError, TooLongError, MalformedError):
            raise Failure("The kept answer is larger than any answer to this task.") from None
        if isinstance(answer, Opaque):
            raise Failure(f"The kept answer is {answer!r}, which answers no task.")
        return answer

    def text(self, task: str) -> str:
        """The learner's own words."""
        words = self.handed.texts.get(task)
        if words is None:
            raise NotAttempted(f"The cell for task {task} is not in the notebook.")
        prompt = set(map(str.strip, task_of(task).prompt.splitlines()))
        own = "\n".join(line for line in words.splitlines() if line.strip() not in prompt).strip()
        if not own:
            raise NotAttempted("There are no words of your own.")
        return own

    def attempted(self, task: str) -> None:
        """Raise NotAttempted when the task's code cell is missing, blank, or as handed out."""
        source = self.handed.code.get(task)
        if source is None:
            raise NotAttempted(f"No cell begins “# task {task}”.")
        if task_of(task).untouched(source):
            raise NotAttempted("The cell is empty, or as it was handed out.")

    def __getitem__(self, name: str) -> object:
        try:
            value = self._running().value(name)
        except Absent:
            raise Failure(
                f"After all cells ran, there is no variable called `{name}`.{self._mishaps()}",
                MEND_CELL
                if self._mishaps()
                else f"Assign your result to `{name}`, then restart and run all.",
                outcome=self._outcome(),
            ) from None
        except Unanswered as problem:
            outcome = _raised(problem)
            raise Failure(f"`{name}` cannot be read: {problem}.", outcome=outcome) from None
        except Stopped as reason:
            raise self._stopped(f"The notebook could not be run to `{name}`", reason) from None
        if isinstance(value, Opaque):
            raise Failure(
                f"`{name}` is {value!r}, which holds no plain data.",
                OPAQUE.get(value.type, PLAIN),
            )
        return value

    def call(self, function: str, *args: object) -> object:
        """What the learner's function returned."""
        return self.called(function, *args).result

    def called(self, function: str, *args: object) -> Called:
        """The same, with the arguments as they were left and what was printed.

        The rationale of a failure never shows the arguments: they may be hidden ones.
        """
        try:
            called = self._running().call(function, args)
        except Absent:
            raise Failure(
                f"After all cells ran, there is no function called `{function}`.{self._mishaps()}",
                MEND_CELL
                if self._mishaps()
                else f"Define it with `def {function}(...):`, then restart and run all.",
                outcome=self._outcome(),
            ) from None
        except Unfit as problem:
            raise Failure(f"`{function}` gives no result to check: {problem}.") from None
        except Unanswered as problem:
            raise Failure(
                f"`{function}` stopped with {in_one_line(str(problem))}",
                help_after(problem.type if isinstance(problem, Raised) else ""),
                outcome=_raised(problem),
            ) from None
        except Stopped as reason:
            raise self._stopped(f"`{function}` did not finish", reason) from None
        if isinstance(called.result, Opaque):
            raise Failure(
                f"`{function}` gives {called.result!r}, which holds no plain data.",
                OPAQUE.get(called.result.type, PLAIN),
            )
        return called

    def rng(self, check: str) -> random.Random:
        """Random inputs drawn from the class's seed: a class can be graded again alike."""
        return random.Random(hmac.new(self.seed, check.encode(), hashlib.sha256).digest())

    def _running(self) -> Session:
        if self.session is None:
            raise CannotCheck(self.no_session, "Grade again where the notebook can be run.")
        return self.session

    def _mishaps(self) -> str:
        assert self.session
        said = [f" Cell {index + 1} {_what(it)}" for index, it in self.session.mishaps.items()]
        return "".join(said[:3])

    def _outcome(self) -> Outcome:
        """What became of the cells, the worst of it: a name that is missing may be its doing."""
        assert self.session
        found = {each.outcome for each in self.session.mishaps.values()}
        return next((each for each in WORST if each in found), "")

    def _stopped(self, what: str, reason: Stopped) -> Failure:
        if isinstance(reason, Withheld):
            why, help = f"Score withheld: {reason}.", "A person has to read this notebook."
            return CannotCheck(why, help, outcome=reason.outcome)
        help = "Look for a loop that never ends, or grows for ever."
        return Failure(f"{what}: {reason}.", help, outcome=reason.outcome)


def _what(mishap: Mishap) -> str:
    said = re.sub(r" \(<(ipython-input|cell)[^)]*\)", "", str(mishap))  # a file's name that is none
    return f"raised {said}." if mishap.outcome == "raised" else f"was {said}."


def _raised(problem: Unanswered) -> Outcome:
    return "raised" if isinstance(problem, Raised) else ""
