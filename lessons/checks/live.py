"""A submission while it is being written: the learner's own kernel, asked by ``check(...)``."""

from __future__ import annotations

import contextlib
import copy
import io
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lessons.checks.calls import code, short
from lessons.checks.feedback import Failure, NotAttempted
from lessons.checks.plain import Opaque, TooMuchError, plain
from lessons.checks.submission import Called
from lessons.tasks import task as task_of

MESSAGE = 200  # characters of an exception's message that are shown
FIRST_LINE = "Call it in a cell of your own, and read the last line of the message first."
HELP = {
    "UnboundLocalError": "A name that only some lines set has no value where those lines were "
    "passed over. Give it a first value before the loop or the `if`.",
    "TypeError": "Print the type(...) of each thing in that line, or count what stands between the "
    "parentheses: is it what the task hands over?",
    "ValueError": "Print what that line works on, just before: is it what is looked for, and as "
    "many as it should be?",
    "CourseError": "Change what your function does, and run again.",
    "EOFError": "At grading nobody sits at the keyboard: what the function needs comes as an "
    "argument, not from input().",
    "LookupError": "NLTK lacks the data for that here; what the notebook's own cells call is "
    "all that is needed.",
    "ZeroDivisionError": "Print what it divides by, just before: why is it 0 there? If it may be, "
    "decide what to return then, before you divide.",
    "NameError": "Is the name spelt as where it was made, and did the cell that makes it run?",
    "IndexError": "Which place did it ask for, and how many are there? The last one is len - 1.",
    "KeyError": "Print the dict just before: which keys has it?",
    "AttributeError": "Print type(...) of what stands before the dot, or is handed over in that "
    "line: is it what you think?",
    "ModuleNotFoundError": "What the notebook imports at its beginning is all that is needed.",
    "RecursionError": "It calls itself without an end: what should stop it?",
}
PLAIN = "Make it a list, a tuple, a dict, a number or a string; of a chart, what figure(...) gives."
CALL_IT = "A name without parentheses is the function itself. Call it: its result is what counts."
LAZY = "It would give its values one by one. Collect them first, as list(...) or a loop does."
OPAQUE = {
    **dict.fromkeys(("function", "method", "builtin_function_or_method", "type"), CALL_IT),
    **dict.fromkeys(("generator", "map", "filter", "zip", "enumerate", "reversed"), LAZY),
    "ellipsis": "The three dots of the starter are still there: put your own in their place.",
}


@dataclass(frozen=True)
class LiveSubmission:
    """The variables of a kernel and the source of the cells that ran in it.

    Args:
        variables: the kernel's user namespace.
        cells: the source of every cell that ran, in order.
        answers: the answers kept so far, by task.
    """

    variables: Mapping[str, object]
    cells: Sequence[str]
    answers: Mapping[str, object]

    def answer(self, task: str) -> object:
        """The answer kept in this kernel's exercise of that task."""
        if task not in self.answers:
            raise NotAttempted("No answer is kept yet.", "Press “Keep my answer” first.")
        return self.answers[task]

    def text(self, task: str) -> str:
        """A kernel never sees Markdown cells, so there is nothing to look at here."""
        raise NotAttempted(
            "The page keeps your words; the kernel cannot see them.",
            "The last cell of the notebook reads the saved file and counts them.",
        )

    def attempted(self, task: str) -> None:
        """Raise NotAttempted unless a cell that begins ``# task <id>`` ran, and was changed."""
        first = f"# task {task}"
        runs = [cell for cell in self.cells if cell.strip().splitlines()[:1] == [first]]
        if not runs:
            raise NotAttempted(
                f"The cell that begins “{first}” has not run since the kernel started.",
                "Run it, then check again.",
            )
        if task_of(task).untouched(runs[-1]):
            raise NotAttempted("The cell is as it was handed out.", "Write your code, and run it.")

    def __getitem__(self, name: str) -> object:
        if name not in self.variables:
            raise Failure(
                f"There is no variable called `{name}`.", f"Assign your result to `{name}`."
            )
        return _plain(name, self.variables[name])

    def call(self, function: str, *args: object) -> object:
        """What the learner's function returns for copies of ``args``."""
        return self.called(function, *args).result

    def called(self, function: str, *args: object) -> Called:
        """The same, with the arguments as they were left and what was printed."""
        run = self._function(function)
        given = copy.deepcopy(args)
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                result = run(*given)
        except Exception as error:
            raise Failure(*raised(function, type(error).__name__, str(error), args)) from None
        return Called(_plain(function, result), given, printed.getvalue())

    def _function(self, name: str) -> Callable[..., object]:
        value = self.variables.get(name)
        if self._left_over(name):
            raise Failure(
                f"The cell that just ran does not define `{name}`; an older one is still in the "
                "kernel.",
                f"Is its name spelt as the task has it? Begin with `def {name}(...):`.",
            )
        if not callable(value):
            raise Failure(
                f"There is no function called `{name}`"
                + (f"; `{name}` is a {type(value).__name__}." if name in self.variables else "."),
                f"Define it with `def {name}(...):`, and run the cell.",
            )
        return value

    def _left_over(self, name: str) -> bool:
        """Whether a function is from an earlier form of the very cell that now runs."""
        defines = re.compile(rf"^\s*(def\s+{name}\b|{name}\s*=)", re.MULTILINE)
        runs = [cell.strip() for cell in self.cells]
        sources = [cell for cell in runs if defines.search(cell)]
        if not sources or runs[-1] == sources[-1]:
            return False
        first = runs[-1].splitlines()[:1]
        return first == sources[-1].splitlines()[:1] and first[0].startswith("# task ")

    def rng(self, check: str) -> random.Random:
        """Hidden checks do not run here; a visible check that draws gets fixed numbers."""
        return random.Random(check)


def _plain(name: str, value: object) -> object:
    try:
        found = plain(value)
    except TooMuchError as problem:
        raise Failure(f"`{name}` is too large to look at: {problem}.") from None
    if isinstance(found, Opaque):
        raise Failure(
            f"`{name}` gives {found!r}, which holds no plain data.",
            OPAQUE.get(found.type, PLAIN),
        )
    return found


def help_after(error: str) -> str:
    """What to look at next after an exception of that type."""
    return HELP.get(error, FIRST_LINE)


def raised(function: str, error: str, message: str, args: Sequence[object]) -> tuple[str, str]:
    """The rationale and help for a learner's function that raised an exception."""
    call = f"{function}({', '.join(short(value) for value in args)})"
    if error == "CourseError":  # our own words say what was expected, seen, and to be done
        return f"{code(call)} was told: {message}", help_after(error)
    return f"{code(call)} stopped with {error}: {in_one_line(message)}", help_after(error)


def in_one_line(message: str) -> str:
    """An exception's message, cut to fit a sentence; NLTK frames some of its own in stars."""
    said = " ".join(re.sub(r"\*{8,}", " ", message).split())
    return said if len(said) <= MESSAGE else f"{said[:MESSAGE]}…"
