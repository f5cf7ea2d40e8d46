"""What a task is: everything about it that a learner may see, stated once.

A task lives in one file, ``lessons/tasks/t<id>_<name>.py``; its hidden checks are pytest functions
in ``tests/graded/``, its solution and answer bank in ``tests/graded/bank/``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from lessons.checks.feedback import Misconception
from lessons.checks.forms import Form
from lessons.checks.submission import Submission

Kind = Literal["prediction", "practice", "skill", "code", "words"]
CheckFunction = Callable[[Submission], None]


@dataclass(frozen=True)
class Check:
    """One thing that is looked at. It raises Failure, or passes by returning."""

    name: str
    task: str
    run: CheckFunction
    points: float = 0
    hidden: bool = False
    after: str = ""  # the name of a check without which this one cannot be judged
    looks_at: str = ""  # what its learner was told that it looks at
    proposal: bool = False  # a rubric's: its points are proposed, and a person decides


@dataclass
class Task:
    """A task as learners meet it.

    Args:
        id: as written in notebooks, "1.b"; a practice item is "1.b practice".
        kind: a prediction earns its points by being kept before the reveal; a practice item
            reveals all and earns none; a skill is marked at grading, on form only before;
            code is judged by what it does; words are the learner's own.
        prompt: Markdown. A widget shows it; for code and words the notebook is built from it.
        form: how an answer is given and read (predictions, practice, skills).
        starter: the code to begin with, its first line ``# task <id>`` (code).
        words: how many own words are asked for (words).
        promised: what the hidden checks look at, one phrase each, told to the learner.
        hints: shown one at a time when asked for, and free: where to look, the idea by its name,
            a parallel example.
        reveal: what is shown once an answer is kept: Markdown from the answer.
    """

    id: str
    kind: Kind
    title: str
    prompt: str
    points: float = 0
    level: Literal["core", "stretch"] = "core"
    form: Form | None = None
    starter: str = ""
    words: int = 0
    promised: tuple[str, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    hints: tuple[str, ...] = ()
    reveal: Callable[[object], str] | None = None
    checks: list[Check] = field(default_factory=list)

    def check(
        self, *, points: float = 0, after: str = "", proposal: bool = False
    ) -> Callable[[CheckFunction], CheckFunction]:
        """Add a visible check: ``@TASK.check()`` above a function that takes a submission."""

        def add(run: CheckFunction) -> CheckFunction:
            check = Check(run.__name__, self.id, run, points, after=after, proposal=proposal)
            self.checks.append(check)
            return run

        return add

    @property
    def notebook(self) -> str:
        """The number its notebook's name begins with: "01" for task 1.b."""
        return f"0{self.id.split('.')[0]}"

    @property
    def cell(self) -> str:
        """The code cell as handed out: its starter, and below it the check that it runs."""
        return f'{self.starter.strip()}\n\ncheck("{self.id}")'

    def untouched(self, source: str) -> bool:
        """Whether a code cell holds nothing of the learner's: as handed out, or emptied.

        Hints that were asked for, ``check("1.e", hints=1)``, are no work.
        """
        line = rf"""check\((['"]){re.escape(self.id)}\1(?:,\s*hints\s*=\s*\w*)?\)"""
        left = re.sub(line, "", source).split()
        return left in ([], f"# task {self.id}".split(), self.starter.split())
