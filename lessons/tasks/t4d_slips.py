"""4.d  What goes wrong in WindowDiff: the beliefs it shows, and a model of each slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
from lessons.tasks.t0c_ready import EARLY, GLOBALS

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
Marked = tuple[float, list[int]]
Part = Callable[[str, str], bool]
Starts = Callable[[int, int], Iterable[int]]


def windows(signs: int, k: int) -> range:
    """Where each window of ``k`` of so many signs starts, from 0."""
    return range(max(0, signs - k + 1))


def differ(one: str, other: str) -> bool:
    """Whether two windows hold different numbers of breaks."""
    return one.count("1") != other.count("1")


def places_of(
    reference: str, hypothesis: str, k: int, part: Part = differ, starts: Starts = windows,
    wide: int = 0, first: int = 1,
) -> list[int]:  # fmt: skip
    """The places of the windows that differ, counted from ``first``.

    ``part`` says when two windows differ, ``starts`` where windows start; a slice holds ``wide``
    signs more than ``k``.
    """
    return [
        start + first
        for start in starts(len(reference), k)
        if part(reference[start : start + k + wide], hypothesis[start : start + k + wide])
    ]


def diff(reference: str, hypothesis: str, k: int) -> Marked:
    """WindowDiff as NLTK has it, with the places of the windows that differ, from 1.

    >>> diff("0100", "0010", 2)
    (0.6666666666666666, [1, 3])
    """
    places = places_of(reference, hypothesis, k)
    return len(places) / (len(windows(len(reference), k)) or 1), places


def _placed(
    seen: str, help: str = "", belief: Misconception | None = None, *, part: Part = differ,
    starts: Starts = windows, wide: int = 0, first: int = 1, width: int = 0,
) -> Iterable[Slip]:  # fmt: skip
    """A slip in the places, whatever the share then divides by: its own windows, or the right ones.

    ``width`` is a window's width that stands for any ``k``.
    """

    def model(own: bool) -> Callable[..., Marked]:
        def found(reference: str, hypothesis: str, k: int) -> Marked:
            wanted = windows(len(reference), k)
            k = width or k
            places = places_of(reference, hypothesis, k, part, starts, wide, first)
            count = len(list(starts(len(reference), k) if own else wanted))
            return len(places) / (count or 1), places

        return found

    return [Slip(seen, model(own), help, belief) for own in (True, False)]


def _shared(seen: str, share: Callable[..., float], help: str) -> list[Slip]:
    """A slip in the share alone."""
    return [Slip(seen, lambda r, h, k: (share(diff(r, h, k), r, h, k), diff(r, h, k)[1]), help)]


def _breaks(reference: str, hypothesis: str, k: int) -> list[int]:
    """By how many breaks each window differs."""
    return [
        abs(reference[at : at + k].count("1") - hypothesis[at : at + k].count("1"))
        for at in windows(len(reference), k)
    ]


def _kept(keep: Callable[[list[int]], list[int]], own: bool) -> Callable[..., Marked]:
    """Some of the right places alone, with their own share or the right one."""

    def found(reference: str, hypothesis: str, k: int) -> Marked:
        share, places = diff(reference, hypothesis, k)
        some = keep(places)
        return len(some) / len(windows(len(reference), k)) if own else share, some

    return found


def _from_zero(reference: str, hypothesis: str, k: int) -> Marked:
    """What slices give that end at sign k wherever they start."""
    count = len(windows(len(reference), k))
    places = [at + 1 for at in range(count) if differ(reference[at:k], hypothesis[at:k])]
    return len(places) / count, places


def _ending(reference: str, hypothesis: str, k: int) -> Marked:
    """What is left where the list is begun anew for each window."""
    count = len(windows(len(reference), k))
    places = [place for place in diff(reference, hypothesis, k)[1] if place == count]
    return len(places) / count, places


WHOLE = "With k signs in a window, where does the last whole one start?"
SLIPS = tuple(chain(
    _placed("Two windows count as different when a break is not at the same place in both.",
            belief=ONE_RIGHT, part=lambda a, b: a != b),
    _placed("It asks whether a window holds a break, not how many.", belief=ANY,
            part=lambda a, b: ("1" in a) != ("1" in b)),
    _placed("It asks whether they differ by an odd number of breaks.",
            "Two breaks against none differ, too.",
            part=lambda a, b: (a.count("1") - b.count("1")) % 2 == 1),
    _placed("It looks at the first sign of each window alone.",
            "Count the breaks in the whole of each slice.", part=lambda a, b: a[:1] != b[:1]),
    _placed("The last window is left out.", f"range stops before its end. {WHOLE}",
            starts=lambda n, k: range(n - k)),
    _placed("The first window is left out.", "Places in a string count from 0.",
            starts=lambda n, k: range(1, n - k + 1)),
    *(_placed("It goes on where no whole window is left.", WHOLE, starts=starts) for starts in (
        lambda n, k: range(n), lambda n, k: range(n - 1), lambda n, k: range(n - k + 2))),
    _placed("It looks at as many windows as a window has signs.",
            f"k is how wide a window is. {WHOLE}", starts=lambda n, k: range(min(k, n))),
    _placed("Its windows do not overlap: it leaps from one to the next.",
            "The window moves one sign at a time.", starts=lambda n, k: range(0, n - k + 1, k)),
    *(_placed("Its windows are one sign too wide.",
              "A slice from start to start + k holds k signs.", wide=1, starts=starts)
      for starts in (windows, lambda n, k: range(n - k))),
    _placed("Its windows are one sign too narrow.",
            "A slice from start to start + k holds k signs.", wide=-1),
    _placed("These are the windows where the readings agree.",
            "0 is for readings that agree everywhere: count what differs.",
            part=lambda a, b: not differ(a, b)),
    _placed("It notes only the windows where the reference has more breaks.",
            "A break too many parts the readings as well.",
            part=lambda a, b: a.count("1") > b.count("1")),
    _placed("It notes only the windows where the reference has fewer breaks.",
            "A break that is missed parts the readings as well.",
            part=lambda a, b: a.count("1") < b.count("1")),
    _placed("It notes only the windows that differ by two breaks or more.",
            "One break more or less is another number, too.",
            part=lambda a, b: abs(a.count("1") - b.count("1")) > 1),
    _placed("It notes every window in which the reference has a break.",
            "Both sides have a say: compare two counts.", part=lambda a, b: "1" in a),
    _placed("It asks about the hypothesis alone.",
            "Both sides have a say: compare two counts.", part=lambda a, b: "1" in b),
    _placed("It notes only windows where the reference breaks and the other reading does not.",
            "Compare two counts: they may differ though both have a break, or the other has one.",
            part=lambda a, b: "1" in a and "1" not in b),
    _placed("It notes every window, whatever it holds.",
            "What stands behind `if` is always true. Compare two counts there.",
            part=lambda a, b: True),
    _placed("It notes no window, whatever it holds.",
            "What stands behind `if` is never true. Print both counts just before.",
            part=lambda a, b: False),
    _placed("The places count from 0.",
            "Sentences are counted from 1, and so is the gap after the first one.", first=0),
    _placed("The places count from 2.", "The first window starts at the first gap.", first=2),
    _placed("It looks at windows of two, whatever k is.", "Where does your code say 2?", GLOBALS,
            width=2),
    _placed("It compares single gaps, whatever k is.", "How many signs does each slice hold?",
            GLOBALS, width=1),
    [Slip("A place is given by the last gap of its window, not the first.",
          lambda r, h, k: (diff(r, h, k)[0], places_of(r, h, k, first=k)),
          "Where does the window start?")],
    [Slip("It stops at the first window that differs.", _kept(lambda places: places[:1], own),
          "Is the return inside the loop, or is there a break?") for own in (True, False)],
    [Slip("It returns at the first window that differs, and nothing where none does.",
          lambda r, h, k: _kept(lambda places: places[:1], True)(r, h, k)
          if diff(r, h, k)[1] else None, "Does the return stand inside the loop?", EARLY)],
    [Slip("Only the last window has a say.", _ending,
          "Is the list begun anew in each round?")],
    [Slip("It looks at the first window, and stops.",
          _kept(lambda places: [place for place in places if place == 1], True),
          "Does the return stand inside the loop?", EARLY)],
    [Slip("Its slices end at sign k, wherever they start.", _from_zero,
          "A slice from start to start + k holds k signs.")],
    [Slip("No places are noted.", lambda r, h, k: (diff(r, h, k)[0], []),
          "NLTK gives the share alone. Append each place where the counts differ.")],
    _shared("The share is of all gaps, not of the windows.",
            lambda found, r, h, k: len(found[1]) / len(r),
            "How many windows of k signs are there? Divide by that."),
    [Slip("A window that differs by two breaks counts twice.", model,
          "A window either parts the readings or not: it adds one at most.") for model in (
        lambda r, h, k: (sum(_breaks(r, h, k)) / len(_breaks(r, h, k)), diff(r, h, k)[1]),
        lambda r, h, k: (sum(_breaks(r, h, k)) / len(_breaks(r, h, k)),
                         [at for at, n in enumerate(_breaks(r, h, k), 1) for _ in range(n)]))],
    _shared("It returned how many windows differ, not what share of them.",
            lambda found, r, h, k: len(found[1]), "Divide by how many windows there are."),
    _shared("The share is of one window fewer than there are.",
            lambda found, r, h, k: len(found[1]) / max(1, len(r) - k),
            "Four signs hold three windows of two. Count them for k signs."),
    _shared("The share is given in percent.", lambda found, r, h, k: 100 * found[0],
            "NLTK's windowdiff lies between 0 and 1. Compare the two."),
    _shared("This is the share of windows that agree.", lambda found, r, h, k: 1 - found[0],
            "0 is for readings that agree everywhere."),
    _shared("It adds up the places.", lambda found, r, h, k: (
                sum(found[1]) / len(windows(len(r), k))), "How many are noted, not where."),
    _shared("The share is of the signs in a window.", lambda found, r, h, k: len(found[1]) / k,
            "How many windows of k signs are there? Divide by that."),
    _shared("It divides by the reference's breaks.",
            lambda found, r, h, k: len(found[1]) / (r.count("1") or 1),
            "How many windows of k signs are there? Divide by that."),
    _shared("It divides by len(reference) first, and then takes k off.",
            lambda found, r, h, k: len(found[1]) / len(r) - k + 1,
            "Division comes first. What must stand in parentheses?"),
    _shared("The share has lost its fraction.", lambda found, r, h, k: int(found[0]),
            "// gives whole numbers only. Which division keeps the fraction?"),
    *(_shared("The share is rounded too far.",
              lambda found, r, h, k, places=places: round(found[0], places),
              "Two places at least, or none of them cut.") for places in (1, 0)),
))  # fmt: skip
