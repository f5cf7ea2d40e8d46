"""1.e practice  A loop with one gap: where to look for the next token."""

from __future__ import annotations

from lessons.checks.calls import same
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t1e_slips import FIRST

PRACTICE = Task(
    id="1.e practice",
    kind="code",
    title="One gap",
    prompt="**Practice.** This loop finds where each token starts, but for one gap. Fill it, "
    "so that `places('to be or to do', ['to', 'be', 'or', 'to', 'do'])` gives `[0, 3, 6, 9, 12]`.",
    starter="# task 1.e practice\ndef places(text, tokens):\n    found, at = [], 0\n"
    "    for token in tokens:\n        start = text.find(token, ...)\n"
    "        found.append(start)\n        at = start + len(token)\n    return found\n",
)


@PRACTICE.check()
def the_gap_is_filled(submission: Submission) -> None:
    """The second “to” is found behind the first."""
    submission.attempted("1.e practice")
    text = "to be or to do"
    got = submission.call("places", text, text.split())
    if same(got, [0, 3, 6, 0, 12]):
        raise Failure("Both “to” were found at the start of the text.", misconception=FIRST)
    if not same(got, [0, 3, 6, 9, 12]):
        raise Failure(
            f"It gave {got!r}."[:200], "Which name holds the place where the last token ended?"
        )
    if not same(submission.call("places", "Man a", ["Man", "a"]), [0, 4]):
        raise Failure(
            "In `Man a`, the second token was found inside the first.",
            "Which name holds the place where the last token ended, not where it started?",
        )
