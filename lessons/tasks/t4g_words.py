"""4.g  In your words: what a number for topic breaks can be trusted to say."""

from __future__ import annotations

from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task

TASK = Task(
    id="4.g",
    kind="words",
    title="In your words",
    points=1,
    words=25,
    prompt="A news app cuts every article into topics and boasts: *“Tested on a real article: only "
    "a quarter of the windows wrong!”* Which two questions would you ask before you believe it, "
    "and why?",
)


@TASK.check(points=1)
def the_words_are_your_own(submission: Submission) -> None:
    """As many words as asked for; what they say is for you and your class."""
    count = len(submission.text("4.g").split())
    if count < TASK.words:
        raise Failure(
            f"Saw {count} words of your own; the task asks for {TASK.words}.",
            "One question and its reason take about a dozen words. Which is the second?",
        )
