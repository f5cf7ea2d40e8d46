"""3.g  In your words: what a score can tell, and what it cannot."""

from __future__ import annotations

from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task

TASK = Task(
    id="3.g",
    kind="words",
    title="In your words",
    points=1,
    words=25,
    prompt="A headline says: *“Computer finds that coverage of the summit was overwhelmingly "
    "positive.”* Write to its editor: what was measured, and what would you print instead? "
    "Name a sentence of the article.",
)


@TASK.check(points=1)
def the_words_are_your_own(submission: Submission) -> None:
    """As many words as asked for; what they say is for you and your class."""
    count = len(submission.text("3.g").split())
    if count < TASK.words:
        raise Failure(
            f"Saw {count} words of your own; the task asks for {TASK.words}.",
            "Say what was counted, then what the number left out. Which sentence shows it?",
        )
