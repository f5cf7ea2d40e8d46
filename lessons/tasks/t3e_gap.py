"""3.e practice  Names hidden in a loop, with one gap: which way must it go?"""

from __future__ import annotations

from lessons.checks.calls import returns, same
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t3e_slips import SHIFT

TEXT, PLACES = "Lee met Ishiba in Tokyo.", [(0, 3), (8, 14), (18, 23)]

PRACTICE = Task(
    id="3.e practice",
    kind="code",
    title="One gap",
    prompt="**Practice.** This loop hides names, but for one gap. Which way must it go through the "
    "text: `True` or `False`? Predict what the wrong way gives, and try it too.",
    starter="# task 3.e practice\ndef hide(text, places):\n"
    '    # for "Lee met Ishiba in Tokyo.", [(0, 3), (8, 14), (18, 23)]\n'
    '    # return "NAME met NAME in NAME."\n'
    "    for start, end in sorted(places, reverse=...):\n"
    '        text = text[:start] + "NAME" + text[end:]\n    return text\n',
)


@PRACTICE.check()
def the_gap_is_filled(submission: Submission) -> None:
    """No word but the names is touched."""
    submission.attempted("3.e practice")
    got = returns(submission, "hide", (TEXT, PLACES), (str,), "the text with its names hidden")
    if same(got, "NAME metNAMEa in TNAME"):
        raise Failure(f"It gave {got!r}.", misconception=SHIFT)
    if not same(got, "NAME met NAME in NAME."):
        raise Failure(f"It gave {got!r}."[:200], "Change nothing but the gap.")
