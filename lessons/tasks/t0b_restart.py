"""0.b  Keep, restart, find it again: what the page remembers and what the kernel forgot."""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

FORGOT = Misconception(
    "page-remembers-kernel-forgot",
    "What I can see on the page, the kernel knows",
    "Outputs are a record on the page of what once ran; variables live in the kernel and "
    "end with it. A notebook that looks finished can fail for the next reader.",
    "Do it again, and watch: restart, run the one cell, read what it says. Then choose "
    "Run ▸ Run All Cells, and compare.",
)
TASK = Task(
    id="0.b",
    kind="skill",
    title="Keep, restart, find it again",
    points=1,
    prompt="**What did you see** when you restarted the kernel, and ran only the cell `reporter`?",
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
    misconceptions=(FORGOT,),
)


@TASK.check()
def both_questions_are_answered(submission: Submission) -> None:
    """Both pickers hold one of their options."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("0.b")):
        raise Failure(problem, "Choose one option for each, and keep your answer.")


@TASK.check(after="both_questions_are_answered")
def it_is_what_a_restart_does(submission: Submission) -> None:
    """What anybody can see again, so nothing is kept back."""
    said = submission.answer("0.b")
    seen = said if isinstance(said, dict) else {}
    if seen["page"] != "still there" and seen["kernel"] != "a NameError":
        raise Failure("Neither is what a restart does.", misconception=FORGOT)
    if seen["page"] != "still there":
        raise Failure(f"You saw the outputs {seen['page']} after a restart.", misconception=FORGOT)
    if seen["kernel"] != "a NameError":
        raise Failure(
            f"You saw {seen['kernel']} where a restarted kernel has no variables.",
            misconception=FORGOT,
        )
