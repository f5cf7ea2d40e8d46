"""The names that learners meet, wired to the kernel they are used in."""

from __future__ import annotations

from typing import Any

from IPython.core.getipython import get_ipython

from lessons.articles import read_article, sample_article
from lessons.checks.live import LiveSubmission
from lessons.checks.marking import mark
from lessons.exercises.exercise import exercise, kept_so_far
from lessons.exercises.feedback import show_results
from lessons.exercises.progress import progress
from lessons.figures.figure import figure
from lessons.resources import install, plainly
from lessons.tasks import task
from lessons.teaching import read_text

__all__ = [
    "article",
    "check",
    "doctor",
    "exercise",
    "figure",
    "progress",
    "read_article",
    "read_text",
]


def check(id: str, hints: int = 0) -> None:
    """Run the visible checks of a task on what ran so far, and show what they say.

    ``hints`` says how many hints are asked for, which cost nothing; the cell keeps the number.

    Raises:
        CourseError: there is no such task.
    """
    found = task(id)
    shell = get_ipython()
    variables = shell.user_ns if shell else {}
    submission = LiveSubmission(variables, variables.get("In", []), kept_so_far())
    show_results(found, mark(found.checks, submission), hints)


def doctor() -> None:
    """Say whether this kernel has all that the course needs, and the cure for what it lacks."""
    from lessons.diagnosis import examine, told

    findings = examine()
    ready = all(finding.ok for finding in findings)
    print("Everything that this course needs is here." if ready else told(findings))


def _explain(shell: Any, kind: Any, error: BaseException, trace: Any, tb_offset: Any) -> None:
    """Show NLTK's "resource not found" as one plain sentence, every other error as ever."""
    plain = plainly(error)
    shown = (type(plain), plain, None) if plain else (kind, error, trace)
    shell.showtraceback(shown, tb_offset=tb_offset)


install()
article = sample_article()
if _shell := get_ipython():
    _shell.set_custom_exc((LookupError,), _explain)  # type: ignore[no-untyped-call]
