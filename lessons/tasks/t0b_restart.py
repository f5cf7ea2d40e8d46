"""0.b  Keep, restart, find it again: what the page remembers and what the kernel forgot."""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

TASK = Task(
    id="0.b",
    kind="skill",
    title="Keep, restart, find it again",
    points=1,
    prompt="Restart the kernel now, and run **only** the cell `reporter`. Then run this cell "
    "again, and say what you saw.",
    form=Fields(
        {
            "page": Choice(
                "Right after the restart, the outputs on the page were",
                ("still there", "gone", "all run again"),
            ),
            "kernel": Choice(
                "Running the cell `reporter` alone showed",
                ("the reporter's name", "a NameError", "nothing"),
            ),
        }
    ),
    promised=("what the page and the kernel each remember",),
    misconceptions=(
        Misconception(
            "page-remembers-kernel-forgot",
            "What I can see on the page, the kernel knows",
            "Outputs are a record on the page of what once ran; variables live in the kernel and "
            "end with it. A notebook that looks finished can fail for the next reader.",
            "Restart the kernel, run the one cell, and read what it says. Then choose "
            "Run ▸ Run All Cells, and compare.",
        ),
    ),
)


@TASK.check()
def both_questions_are_answered(submission: Submission) -> None:
    """Both pickers hold one of their options."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("0.b")):
        raise Failure(problem, "Choose one option for each, and keep your answer.")
