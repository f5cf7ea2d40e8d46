"""4.c  What goes wrong with the cohesion line: the beliefs it shows, and a model of each slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import sqrt

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t4b_alike import PRESENCE, UNDIVIDED

Blocks = Sequence[Sequence[str]]

SMOOTHER = Misconception(
    "smoother-is-truer",
    "A smoother line is a truer line",
    "Averaging neighbours hides the gaps themselves: a break is one gap, and it drowns.",
    "Leave each gap its own number. Which window to use is another question.",
)
EDGE = Misconception(
    "negative-slices-stop-at-zero",
    "A slice that starts below zero starts at zero",
    "blocks[-1:1] counts from the end, and is empty: the article's first gaps would seem lowest.",
    "What does max(0, gap - window) give when the window is wider than what lies before the gap?",
)


def line_of(blocks: Blocks, window: int) -> list[float]:
    """The cohesion line that is expected."""
    from lessons.topics import cohesion

    return cohesion(blocks, window)


def _sides(blocks: Blocks, gap: int, before: int, behind: int) -> float:
    return _like(blocks[max(0, gap - before) : gap], blocks[gap : gap + behind])


def _like(one: Blocks, other: Blocks) -> float:
    from lessons.topics import cosine

    return cosine(
        [stem for each in one for stem in each], [stem for each in other for stem in each]
    )


def _gaps(blocks: Blocks) -> range:
    return range(1, len(blocks))


def _pairs(blocks: Blocks, window: int) -> list[float]:
    """The mean likeness of single sentences across each gap."""
    found = []
    for gap in _gaps(blocks):
        before, behind = blocks[max(0, gap - window) : gap], blocks[gap : gap + window]
        values = [_like([one], [other]) for one in before for other in behind]
        found.append(sum(values) / len(values))
    return found


def smoothed(blocks: Blocks, window: int) -> list[float]:
    """The line with each number a mean over its neighbours."""
    curve = line_of(blocks, window)
    near = [curve[max(0, at - 1) : at + 2] for at in range(len(curve))]
    return [sum(values) / len(values) for values in near]


def _counted(of: Callable[[Counter[str], Counter[str]], float]) -> Callable[..., list[float]]:
    """A line of another likeness of the counts on both sides; 0 where a side is empty."""

    def line(blocks: Blocks, window: int) -> list[float]:
        found = []
        for gap in _gaps(blocks):
            before, behind = blocks[max(0, gap - window) : gap], blocks[gap : gap + window]
            one, other = (Counter(stem for each in side for stem in each)
                          for side in (before, behind))  # fmt: skip
            found.append(float(of(one, other)) if one and other else 0.0)
        return found

    return line


def _product(one: Counter[str], other: Counter[str]) -> int:
    return sum(count * other[stem] for stem, count in one.items())


def _square(counts: Counter[str]) -> int:
    return sum(count * count for count in counts.values())


def _full(blocks: Blocks, window: int) -> list[float]:
    return line_of(blocks, window)[window - 1 : len(blocks) - window]


def _ends_without(blocks: Blocks, window: int, cut: int) -> list[float]:
    """The line without the gaps that have too little before them, or behind them."""
    line = line_of(blocks, window)
    return line[window - 1 :] if cut > 0 else line[: len(line) - window + 1]


def _valleys(blocks: Blocks, window: int) -> list[int]:
    line = line_of(blocks, window)
    return [at + 1 for at in range(1, len(line) - 1) if line[at - 1] > line[at] < line[at + 1]]


def _as_text(blocks: Blocks, window: int) -> list[float]:
    """What comes of sides that are joined into one string each: letters are compared."""
    from lessons.topics import cosine

    sides = [(blocks[max(0, g - window) : g], blocks[g : g + window]) for g in _gaps(blocks)]
    texts = [[" ".join(stem for each in side for stem in each) for side in two] for two in sides]
    return [cosine(one, other) for one, other in texts]


SLIPS = (
    Slip("It compared single sentences only, whatever the window.",
          lambda b, w: line_of(b, 1), "Where does `window` stand in your slices?", GLOBALS),
    Slip("It took a window of two, whatever it was given.",
          lambda b, w: line_of(b, 2), "Which number in your slices should be `window`?", GLOBALS),
    Slip("The block before the gap came out empty near the start.",
          lambda b, w: [_like(b[gap - w : gap], b[gap : gap + w]) for gap in _gaps(b)],
          belief=EDGE),
    Slip("It compared all that lies before the gap with all that lies behind it.",
          lambda b, w: line_of(b, len(b)),
          "A block reaches `window` sentences back, and no further."),
    Slip("Each stem counted once in its block, however often it stands there.",
          _counted(lambda a, b: len(a.keys() & b) / sqrt(len(a) * len(b))),
          belief=PRESENCE),
    Slip("These are dot products.", _counted(_product), belief=UNDIVIDED),
    Slip("The dot product is divided by the squares of both lengths.",
          _counted(lambda a, b: _product(a, b) / (_square(a) * _square(b))),
          "A length is the *root* of the sum of squares. `cosine` does it for you."),
    Slip("The dot product is divided by how many stems there are.",
          _counted(lambda a, b: _product(a, b) / (a.total() * b.total())),
          "A length is no count of words. `cosine` does it for you."),
    Slip("It counts the stems that both sides have.", _counted(lambda a, b: len(a.keys() & b)),
          "How much of each side they are is not asked then. Give both sides to `cosine`."),
    Slip("It is the share of stems that both sides have.",
          _counted(lambda a, b: len(a.keys() & b) / len(a.keys() | b)),
          "How often each comes is lost. Give both sides to `cosine`."),
    Slip("These are cosines in hundredths.", lambda b, w: [100 * v for v in line_of(b, w)],
          "Give each as `cosine` does: a number from 0 to 1."),
    *(Slip("The numbers are rounded too far.",
           lambda b, w, places=places: [round(v, places) for v in line_of(b, w)],
           "Two places at least, or none of them cut: valleys are small.") for places in (1, 0)),
    Slip("Each number is a mean over neighbouring gaps.", smoothed, belief=SMOOTHER),
    Slip("These are means over pairs of sentences, not likenesses of blocks.", _pairs,
          "Join the sentences of each side first: one block before, one behind."),
    Slip("Only gaps with a full window on both sides have a number.", _full,
          "Near the ends the blocks are shorter, and still have a likeness."),
    Slip("These are distances: high where the sides differ.",
          lambda b, w: [1 - value for value in line_of(b, w)],
          "The line should fall where the sides have little in common."),
    Slip("The block behind the gap begins one sentence late.",
          lambda b, w: [_like(b[max(0, g - w) : g], b[g + 1 : g + 1 + w]) for g in _gaps(b)],
          "After gap 1, which sentence comes first: `blocks[1]`, or `blocks[2]`?"),
    *(Slip("The block before the gap reaches behind it.",
           lambda b, w, more=more: [
               _like(b[max(0, g - w) : g + 1], b[g + more : g + w + more]) for g in _gaps(b)],
           "A slice ends before its end: blocks[:gap] holds the sentences before the gap.")
      for more in (0, 1)),
    *(Slip("A block is one sentence too long.",
           lambda b, w, f=f, r=r: [_sides(b, g, w + f, w + r) for g in _gaps(b)],
           "How many sentences does blocks[gap:gap + window] hold?")
      for f, r in ((1, 0), (0, 1), (1, 1))),
    *(Slip("A block is one sentence too short.",
           lambda b, w, f=f, r=r: [_sides(b, g, w - f, w - r) for g in _gaps(b)],
           "How many sentences does blocks[gap:gap + window] hold?")
      for f, r in ((1, 0), (0, 1), (1, 1))),
    *(Slip("On one side, a single sentence is taken, whatever the window.",
           lambda b, w, f=f, r=r: [
               _sides(b, g, 1 if f else w, 1 if r else w) for g in _gaps(b)],
           "Both sides reach `window` sentences from the gap.", GLOBALS)
      for f, r in ((True, False), (False, True))),
    Slip("It leaps from gap to gap by a whole window.",
          lambda b, w: line_of(b, w)[w - 1 :: w], "One number for each gap: move by one sentence."),
    *(Slip("The numbers are not in the order of the gaps.", lambda b, w, turned=turned: (
               line_of(b, w)[::-1] if turned else sorted(line_of(b, w))),
           "The line runs along the text, from its first gap to its last.")
      for turned in (True, False)),
    Slip("Gaps whose cosine is 0 are missing.",
          lambda b, w: [value for value in line_of(b, w) if value],
          "Nothing in common is a result, too: each gap keeps its place."),
    *(Slip("Near one end, gaps have no number.",
           lambda b, w, cut=cut: _ends_without(b, w, cut),
           "There a block is shorter, and still has a likeness: each gap has its number.")
      for cut in (1, -1)),
    Slip("It compared one side with itself.",
         lambda b, w: [float(any(b[max(0, gap - w) : gap])) for gap in _gaps(b)],
         "What lies before the gap goes in once, and what lies behind it once."),
    *(Slip(f"It took everything {side} the gap.", model,
           "Print where the slice starts and ends for a late gap, and for an early one.")
      for side, model in (
          ("before", lambda b, w: [_sides(b, gap, gap, w) for gap in _gaps(b)]),
          ("behind", lambda b, w: [_sides(b, gap, w, len(b)) for gap in _gaps(b)]))),
    Slip("The sentence just before the gap is left out.",
         lambda b, w: [_like(b[max(0, g - w) : g - 1], b[g : g + w]) for g in _gaps(b)],
         "A slice stops before its end. Where should the block before the gap stop?"),
    Slip("It compares letters, not stems.", _as_text,
         "Joined as text, a block is a string, and counting a string counts letters. Join lists."),
    Slip("These are places of valleys, not the numbers of the line.", _valleys,
         "Return the whole line. Where it dips can be read off it."),
    Slip("Only the last gap has a number.", lambda b, w: line_of(b, w)[-1:],
          "Is the list begun anew in each round of the loop?"),
    Slip("It gave one number more than there are gaps.",
          lambda b, w: [*line_of(b, w), 0.0], "Between four sentences there are three gaps."),
    Slip("It gave one number too many, for a gap before the first sentence.",
          lambda b, w: [0.0, *line_of(b, w)],
          "Where is the first place with text on both sides?"),
    Slip("It stopped after the first gap.", lambda b, w: line_of(b, w)[:1] or None,
          "Does the return stand inside the loop?", EARLY),
    Slip("The last gap has no number.", lambda b, w: line_of(b, w)[:-1],
          "Where does range stop?"),
)  # fmt: skip
