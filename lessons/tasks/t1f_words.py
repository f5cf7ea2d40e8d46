"""1.f  In your words: why "word" is not obvious."""

from __future__ import annotations

from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task

TASK = Task(
    id="1.f",
    kind="words",
    title="In your words",
    points=1,
    words=25,
    prompt="A friend says: *“A word is what stands between two spaces. What is there to teach?”* "
    "Answer with an example from the article, and one that you made up.",
)


@TASK.check(points=1)
def the_words_are_your_own(submission: Submission) -> None:
    """As many words as asked for; what they say is for you and your class."""
    count = len(submission.text("1.f").split())
    if count < TASK.words:
        raise Failure(
            f"Saw {count} words of your own; the task asks for {TASK.words}.",
            "One example takes about a dozen words. Which is your second?",
        )
