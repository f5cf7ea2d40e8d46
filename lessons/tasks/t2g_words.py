"""2.g  In your words: what a perfect score on one text is worth."""

from __future__ import annotations

from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task

TASK = Task(
    id="2.g",
    kind="words",
    title="In your words",
    points=1,
    words=30,
    prompt="A newsroom wants to buy a tagger that “finds every name, `F1` of `100`”. What do you "
    "ask the seller, and which kind of mistake would harm the newsroom's readers most?",
)


@TASK.check(points=1)
def the_words_are_your_own(submission: Submission) -> None:
    """As many words as asked for; what they say is for you and your class."""
    count = len(submission.text("2.g").split())
    if count < TASK.words:
        raise Failure(
            f"Saw {count} words of your own; the task asks for {TASK.words}.",
            "Whose text was it scored on? Who is hurt by a name that is missed, or invented?",
        )
