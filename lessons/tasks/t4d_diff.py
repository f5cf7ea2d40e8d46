"""4.d  Complete the sliding window of WindowDiff: the share, and where two readings part."""

from __future__ import annotations

from collections.abc import Callable

from lessons.checks.calls import PRINTS, Slip, expect, returns
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t4c_nearly import nearly, rounded

ONE_RIGHT = Misconception(
    "there-is-one-right-segmentation",
    "There is one right segmentation, and one sentence off is wrong",
    "Two careful readers broke the article in different places; both can say why.",
    "Compare how many breaks each window holds, and let it not matter where in the window.",
)
ANY = Misconception(
    "one-break-is-as-good-as-two",
    "Where one reader breaks, a second break does no harm",
    "Then more segments are always better, and a break after every sentence scores well.",
    "Ask each window how many breaks it holds, not whether it holds any.",
)
PAIR = "a tuple: the share, then the list of places"
Marked = tuple[float, list[int]]


def diff(
    reference: str,
    hypothesis: str,
    k: int,
    part: Callable[[str, str], bool] = lambda one, other: one.count("1") != other.count("1"),
    short: int = 0,
    first: int = 1,
) -> Marked:
    """WindowDiff as NLTK has it, with the places of the windows that differ, from 1.

    ``part`` says when two windows differ; ``short`` windows are left out at the end.

    >>> diff("0100", "0010", 2)
    (0.6666666666666666, [1, 3])
    """
    starts = range(max(0, len(reference) - k + 1 - short))
    places = [
        start + first
        for start in starts
        if part(reference[start : start + k], hypothesis[start : start + k])
    ]
    return len(places) / (len(starts) or 1), places


def marked(value: object) -> object:
    """A share to two places with its places as they are; anything else as it is.

    >>> marked((0.666, (1, 3)))
    [0.67, [1, 3]]
    """
    if isinstance(value, (list, tuple)) and len(value) == 2:
        share, places = value
        return [rounded(share), list(places) if isinstance(places, tuple) else places]
    return value


def _of_length(reference: str, hypothesis: str, k: int) -> Marked:
    _, places = diff(reference, hypothesis, k)
    return len(places) / len(reference), places


def _added(reference: str, hypothesis: str, k: int) -> Marked:
    _, places = diff(reference, hypothesis, k)
    windows = [(reference[at : at + k], hypothesis[at : at + k])
               for at in range(len(reference) - k + 1)]  # fmt: skip
    return sum(abs(a.count("1") - b.count("1")) for a, b in windows) / len(windows), places


def _first_only(reference: str, hypothesis: str, k: int) -> Marked:
    _, places = diff(reference, hypothesis, k)
    found = [place for place in places if place == 1]
    return len(found) / (len(reference) - k + 1), found


def _leaps(reference: str, hypothesis: str, k: int) -> Marked:
    _, places = diff(reference, hypothesis, k)
    found = [place for place in places if (place - 1) % k == 0]
    return len(found) / (len(reference) - k + 1), found


def _one_less(reference: str, hypothesis: str, k: int) -> Marked:
    _, places = diff(reference, hypothesis, k)
    return len(places) / max(1, len(reference) - k), places


def _slip(
    seen: str, model: Callable[..., object], help: str = "", belief: Misconception | None = None
) -> Slip:
    return Slip(seen, lambda *args: marked(model(*args)), help, belief)


SLIPS = (
    _slip("Two windows count as different when a break is not at the same place in both.",
          lambda r, h, k: diff(r, h, k, lambda a, b: a != b), belief=ONE_RIGHT),
    _slip("It asks whether a window holds a break, not how many.",
          lambda r, h, k: diff(r, h, k, lambda a, b: ("1" in a) != ("1" in b)), belief=ANY),
    _slip("The last window is left out.", lambda r, h, k: diff(r, h, k, short=1),
          "range stops before its end. With k signs in a window, where does the last one start?"),
    _slip("It goes on where no whole window is left.",
          lambda r, h, k: diff(r, h, k, short=1 - k),
          "With k signs in a window, where does the last whole one start?"),
    _slip("The share is of all gaps, not of the windows.", _of_length,
          "How many windows of k signs are there? Divide by that."),
    _slip("The places count from 0.", lambda r, h, k: diff(r, h, k, first=0),
          "Sentences are counted from 1, and so is the gap after the first one."),
    _slip("A window that differs by two breaks counts twice.", _added,
          "A window either parts the readings or not: it adds one at most."),
    _slip("These are the windows where the readings agree.",
          lambda r, h, k: diff(r, h, k, lambda a, b: a.count("1") == b.count("1")),
          "0 is for readings that agree everywhere: count what differs."),
    _slip("Its windows are one sign too wide.", lambda r, h, k: diff(r, h, k + 1),
          "A slice from start to start + k holds k signs."),
    _slip("It looks at windows of two, whatever k is.", lambda r, h, k: diff(r, h, 2),
          belief=GLOBALS),
    _slip("It compares single gaps, whatever k is.", lambda r, h, k: diff(r, h, 1),
          "How many signs does each slice hold?", GLOBALS),
    _slip("It looks for the first break of the first window only.",
          lambda r, h, k: (diff(r, h, k)[0], diff(r, h, k)[1][:1]),
          "Is the return inside the loop, or the list begun anew in each round?"),
    _slip("It looks at the first window, and stops.", _first_only,
          "Does the return stand inside the loop?", EARLY),
    _slip("Its windows do not overlap: it leaps from one to the next.", _leaps,
          "The window moves one sign at a time."),
    _slip("It notes only the windows where the reference has more breaks.",
          lambda r, h, k: diff(r, h, k, lambda a, b: a.count("1") > b.count("1")),
          "A break too many parts the readings as well."),
    _slip("It notes only the windows where the reference has fewer breaks.",
          lambda r, h, k: diff(r, h, k, lambda a, b: a.count("1") < b.count("1")),
          "A break that is missed parts the readings as well."),
    _slip("A place is given by the last gap of its window, not the first.",
          lambda r, h, k: diff(r, h, k, first=k), "Where does the window start?"),
    _slip("It returned how many windows differ, not what share of them.",
          lambda r, h, k: (len(diff(r, h, k)[1]), diff(r, h, k)[1]),
          "Divide by how many windows there are."),
    _slip("The share is of one window fewer than there are.", _one_less,
          "Four signs hold three windows of two. Count them for k signs."),
    _slip("The share is given in percent.",
          lambda r, h, k: (100 * diff(r, h, k)[0], diff(r, h, k)[1]),
          "NLTK's windowdiff lies between 0 and 1. Compare the two."),
)  # fmt: skip
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
    prompt="A segmentation as a string: one sign for each gap between sentences, `1` for a break. "
    "Replace each `...` in `window_diff(reference, hypothesis, k)`. It moves a window of `k` signs "
    "over both, one step at a time, and notes each place where they hold **different numbers** of "
    "breaks. It returns a tuple: the share of windows noted, and the list of their places, "
    "counted from `1`. So `window_diff('0100', '0010', 2)` gives `(0.67, [1, 3])` to two places. "
    "Confirm the share with NLTK's `windowdiff`, which does not tell you where.",
    starter="# task 4.d\nfrom nltk.metrics.segmentation import windowdiff\n\n"
    "def window_diff(reference, hypothesis, k):\n    places = []\n"
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
    got = returns(submission, "window_diff", EXAMPLES[0], (tuple, list), PAIR)
    parts = [type(each) for each in got] if isinstance(got, (tuple, list)) else []
    if parts == [list, float] or parts == [list, int]:
        raise Failure("Share and places have changed places.", "The share comes first.")
    if len(parts) != 2 or parts[0] not in (int, float) or parts[1] not in (list, tuple):
        raise Failure(f"It should return {PAIR}; saw {got!r}"[:200],
                      "Which of the two is missing, or of another kind?")  # fmt: skip


@TASK.check(after="it_returns_a_share_and_places")
def the_examples_come_out(submission: Submission) -> None:
    """The example of the prompt, and one of each kind that grading looks at."""
    cases = [(args, marked(diff(*args))) for args in EXAMPLES]
    expect(nearly(submission, marked), "window_diff", cases, SLIPS)
