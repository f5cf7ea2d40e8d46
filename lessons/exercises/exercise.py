"""``exercise("1.b")``: a task shown in a notebook, its answer kept in the cell that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lessons.answers import kept_answers
from lessons.checks.task import Task
from lessons.errors import CourseError
from lessons.tasks import task as find_task

if TYPE_CHECKING:
    from lessons.exercises.shown import Shown

MISSING: Final = object()
live: dict[str, Shown] = {}  # by task, the exercise last shown in this kernel


def exercise(id: str, answer: object = MISSING, hints: int = 0) -> None:
    """Show the exercise of a task; press *Keep my answer* and this very cell keeps the answer.

    The answer may as well be typed: ``exercise("1.a", answer={"nltk": 29})`` is the same record.
    ``hints`` counts the hints asked for, which cost nothing; they are shown again.

    Raises:
        CourseError: there is no such task, or it is not one that is answered in a widget.
    """
    task = find_task(id)
    if task.form is None:
        raise CourseError(
            "a task that is answered in an exercise",
            f"{id!r}, which is answered in a cell of its own",
            f"Look for the cell that begins with “task {id}”, and write there.",
        )
    shell = kernel_shell()
    if shell is None:  # a plain Python, or the grader: the record is in the source
        kept = "" if answer is MISSING else " (an answer is kept)"
        print(f"Exercise {id}: {task.title}{kept}")
        return
    _show(task, answer, hints, shell)


def kept_so_far() -> dict[str, object]:
    """The answers kept by the exercises that were shown in this kernel, by task."""
    return {id: shown.kept for id, shown in live.items() if shown.is_kept}


def _show(task: Task, answer: object, hints: int, shell: Any) -> None:
    from IPython.display import display

    from lessons.exercises.shown import Shown

    source = source_that_ran(shell)
    before, shown = live.get(task.id), Shown(task, source)
    if answer is not MISSING:
        shown.take_over(answer, _problem_in(source, task.id))
    shown.hint(hints)
    if before:
        shown.resume(before)
        before.run_again = True
    live[task.id] = shown
    display(shown.mimebundle(), raw=True)  # type: ignore[no-untyped-call]


def source_that_ran(shell: Any) -> str:
    """The source of the cell that is running, as the front end sent it; "" when unknown."""
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    return str(parent.get("content", {}).get("code", ""))


def _problem_in(source: str, id: str) -> str:
    found = [each for each in kept_answers(source) if each.task == id]
    return found[0].problem if len(found) == 1 else ""


def kernel_shell() -> Any:
    """The shell of a Jupyter kernel, or None: in a plain Python, and where work is graded."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    shell = get_ipython()
    return shell if hasattr(shell, "kernel") else None
