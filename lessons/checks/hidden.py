"""How a hidden check is written: a pytest function under ``tests/graded/`` with two marks.

@task("1.e", points=2, looks_at="a word that comes twice")
@misconception("tokens-are-substrings")
def test_second_occurrence(submission): ...
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Check, CheckFunction
from lessons.tasks import tasks_in


def task(
    id: str, *, points: float, looks_at: str, after: str = "", proposal: bool = False
) -> Callable[[CheckFunction], CheckFunction]:
    """Mark a function as a hidden check of a task.

    ``looks_at`` is one of the phrases that the task promised its learner. ``after`` names the
    check without which this one cannot be judged; ``proposal`` that a person decides on its points.

    Raises:
        ValueError: the task promised no such thing.
    """
    promised = tasks_in(id)[0].promised

    def mark(run: CheckFunction) -> CheckFunction:
        if looks_at not in promised:
            raise ValueError(f"{run.__name__} looks at {looks_at!r}; task {id} promised {promised}")
        run.check = Check(run.__name__, id, run, points, True, after, looks_at, proposal)  # type: ignore[attr-defined]
        return run

    return mark


def misconception(id: str) -> Callable[[CheckFunction], CheckFunction]:
    """Name the belief that a failure of this check shows, unless the failure names another."""

    def mark(run: CheckFunction) -> CheckFunction:
        @wraps(run)
        def wrapped(submission: Submission) -> None:
            try:
                run(submission)
            except Failure as failure:
                if type(failure) is Failure and failure.misconception is None:
                    failure.name(find(id))
                raise

        return wrapped

    return mark


def find(id: str) -> Misconception:
    """The misconception of that id, from the task that states it."""
    from lessons.tasks import all_tasks

    return next(each for task in all_tasks() for each in task.misconceptions if each.id == id)
