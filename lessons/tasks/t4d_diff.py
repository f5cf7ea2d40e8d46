"""4.d  Complete the sliding window of WindowDiff: the share, and where two readings part."""

from __future__ import annotations

from lessons.checks.calls import PRINTS, expect, returns, short
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t4c_cohesion import NEAR
from lessons.tasks.t4d_slips import ANY, ONE_RIGHT, SLIPS, diff

PAIR = "a tuple: the share, then the list of places"
EXAMPLES = (
    ("0100", "0010", 2),
    ("0100", "0110", 2),
    ("0001000100", "0010001000", 3),
    ("010010", "010010", 3),
    ("01000", "00000", 3),
    ("011000100", "010010000", 4),
    ("10", "01", 1),
    ("00110000", "00000000", 2),
)

TASK = Task(
    id="4.d",
    kind="code",
    title="Complete WindowDiff",
    points=3,
    prompt="Replace each `...`. A window of `k` signs moves over both strings, one step at a "
    "time, and each place is noted where they hold **different numbers** of breaks. Return a "
    "tuple: the share of windows noted, and the list of their places, counted from `1`. Confirm "
    "the share with NLTK's `windowdiff`, which does not tell you where.",
    starter="# task 4.d\nfrom nltk.metrics.segmentation import windowdiff\n"
    "def window_diff(reference, hypothesis, k):\n"
    "    # for '0100', '0010', 2 return (0.67, [1, 3]), the share to two places or more\n"
    "    places = []\n"
    "    for start in range(...):\n"
    "        one, other = reference[start:start + k], hypothesis[start:start + k]\n"
    "        if ...:\n            places.append(start + 1)\n    return ..., places\n",
    promised=(
        "breaks that just miss each other",
        "several breaks within one window",
        "windows of other widths",
    ),
    misconceptions=(ONE_RIGHT, ANY, EARLY, GLOBALS, PRINTS),
)


@TASK.check()
def it_returns_a_share_and_places(submission: Submission) -> None:
    """A number from 0 to 1, and a list."""
    submission.attempted("4.d")
    try:
        got = returns(submission, "window_diff", EXAMPLES[0], (tuple, list, float), PAIR)
    except Failure as failure:
        if "must be str, not int" in failure.rationale:
            failure.help = "The signs are text: 1 without quotes is a number, which no text holds."
        raise
    parts = [type(each) for each in got] if isinstance(got, (tuple, list)) else []
    if parts in ([list, float], [list, int]):
        raise Failure("Share and places have changed places.", "The share comes first.")
    if len(parts) != 2 or parts[0] not in (int, float) or parts[1] not in (list, tuple):
        raise Failure(f"It should return {PAIR}; saw {got!r}"[:200],
                      "Which of the two is missing, or of another kind?")  # fmt: skip
    assert isinstance(got, (tuple, list))
    if others := [place for place in got[1] if type(place) not in (int, float)]:
        raise Failure(f"Each place is a number; saw {short(others[0])}.",
                      "Append where the window starts, counted from 1.")  # fmt: skip


@TASK.check(after="it_returns_a_share_and_places")
def the_examples_come_out(submission: Submission) -> None:
    """The example of the prompt, and one of each kind that grading looks at."""
    cases = [(args, diff(*args)) for args in EXAMPLES]
    expect(submission, "window_diff", cases, SLIPS, near=NEAR)
