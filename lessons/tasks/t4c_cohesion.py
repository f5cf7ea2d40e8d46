"""4.c  The cohesion line: likeness at every gap, computed and drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lessons.checks.calls import PRINTS, Slip, expect, returns
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t4b_alike import PRESENCE, UNDIVIDED
from lessons.tasks.t4c_nearly import nearly, rounded

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


def _smoothed(blocks: Blocks, window: int) -> list[float]:
    curve = line_of(blocks, window)
    near = [curve[max(0, at - 1) : at + 2] for at in range(len(curve))]
    return [sum(values) / len(values) for values in near]


def _dot(blocks: Blocks, window: int) -> list[float]:
    from collections import Counter

    found = []
    for gap in _gaps(blocks):
        one = Counter(stem for each in blocks[max(0, gap - window) : gap] for stem in each)
        other = Counter(stem for each in blocks[gap : gap + window] for stem in each)
        found.append(float(sum(count * other[stem] for stem, count in one.items())))
    return found


def _once(blocks: Blocks, window: int) -> list[float]:
    found = []
    for gap in _gaps(blocks):
        one = {stem for each in blocks[max(0, gap - window) : gap] for stem in each}
        other = {stem for each in blocks[gap : gap + window] for stem in each}
        found.append(_like([sorted(one)], [sorted(other)]))
    return found


def _full(blocks: Blocks, window: int) -> list[float]:
    return line_of(blocks, window)[window - 1 : len(blocks) - window]


def _slip(
    seen: str, model: Callable[..., object], help: str = "", belief: Misconception | None = None
) -> Slip:
    return Slip(seen, lambda *args: rounded(model(*args)), help, belief)


SLIPS = (
    _slip("It compared single sentences only, whatever the window.",
          lambda b, w: line_of(b, 1), belief=GLOBALS),
    _slip("It took a window of two, whatever it was given.",
          lambda b, w: line_of(b, 2), "Where does `window` stand in your slices?", GLOBALS),
    _slip("The block before the gap came out empty near the start.",
          lambda b, w: [_like(b[gap - w : gap], b[gap : gap + w]) for gap in _gaps(b)],
          belief=EDGE),
    _slip("It compared all that lies before the gap with all that lies behind it.",
          lambda b, w: line_of(b, len(b)),
          "A block reaches `window` sentences back, and no further."),
    _slip("Each stem counted once in its block, however often it stands there.", _once,
          belief=PRESENCE),
    _slip("These are dot products.", _dot, belief=UNDIVIDED),
    _slip("Each number is a mean over neighbouring gaps.", _smoothed, belief=SMOOTHER),
    _slip("These are means over pairs of sentences, not likenesses of blocks.", _pairs,
          "Join the sentences of each side first: one block before, one behind."),
    _slip("Only gaps with a full window on both sides have a number.", _full,
          "Near the ends the blocks are shorter, and still have a likeness."),
    _slip("These are distances: high where the sides differ.",
          lambda b, w: [1 - value for value in line_of(b, w)],
          "The line should fall where the sides have little in common."),
    _slip("The block behind the gap begins one sentence late.",
          lambda b, w: [_like(b[max(0, g - w) : g], b[g + 1 : g + 1 + w]) for g in _gaps(b)],
          "After gap 1, which sentence comes first: `blocks[1]`, or `blocks[2]`?"),
    _slip("It gave one number more than there are gaps.",
          lambda b, w: [*line_of(b, w), 0.0], "Between four sentences there are three gaps."),
    _slip("It gave one number too many, for a gap before the first sentence.",
          lambda b, w: [0.0, *line_of(b, w)],
          "Where is the first place with text on both sides?"),
    _slip("It stopped after the first gap.", lambda b, w: line_of(b, w)[:1],
          "Does the return stand inside the loop?", EARLY),
    _slip("The last gap has no number.", lambda b, w: line_of(b, w)[:-1],
          "Where does range stop?"),
)  # fmt: skip
NEWS = [["tax", "talk"], ["tax", "tax"], ["flood"], ["flood", "tax"]]
EXAMPLES = (
    ([["tax"], ["tax"], ["flood"]], 1),
    (NEWS, 1),
    (NEWS, 2),
    (NEWS, 3),
    ([["a", "b"], ["a"], ["b", "b", "c"], ["c"], ["a", "c"]], 2),
    ([["a"], [], ["a"]], 1),
)
PICTURE = ([["tax"], ["tax", "talk"], ["flood", "talk"], ["flood"]], 1)

TASK = Task(
    id="4.c",
    kind="code",
    title="Draw the cohesion line",
    points=4,
    prompt="Write two functions. `cohesion(blocks, window)` returns a list, one number for each "
    "gap between sentences: the `cosine` of the `window` sentences before it and the `window` "
    "sentences behind it, each side joined into one list. Near the ends, a side is shorter. So "
    "`cohesion([['tax'], ['tax'], ['flood']], 1)` gives `[1.0, 0.0]`. "
    "`draw(blocks, window)` makes an `ax` with `plt.subplots()`, draws these numbers on it with "
    "`ax.plot` as a **line**, over the number of "
    "the sentence that the gap comes after (`1`, `2`, …), with a title and both axes labelled, and "
    "returns `figure(ax, caption='…')`. Then draw the article with windows `1`, `2` and `6`.",
    starter="# task 4.c\ndef cohesion(blocks, window):\n    ...\n\n\n"
    "def draw(blocks, window):\n    ...\n",
    promised=(
        "gaps near both ends, with a wide window",
        "stems that come more than once",
        "the chart, drawn for other sentences",
    ),
    misconceptions=(PRESENCE, UNDIVIDED, SMOOTHER, EDGE, EARLY, GLOBALS, PRINTS),
)


@TASK.check()
def it_returns_a_list_of_numbers(submission: Submission) -> None:
    """A list with numbers in it."""
    submission.attempted("4.c")
    got = returns(submission, "cohesion", EXAMPLES[0], (list, tuple), "a list of numbers")
    for value in got if isinstance(got, (list, tuple)) else ():
        if type(value) not in (int, float):
            raise Failure(f"It should return a list of numbers; one is {value!r}"[:200],
                          "Append what cosine gives, and nothing else.")  # fmt: skip


@TASK.check(after="it_returns_a_list_of_numbers")
def the_examples_come_out(submission: Submission) -> None:
    """The example of the prompt, and others with wide windows, repeats and an empty sentence."""
    cases = [(args, rounded(line_of(*args))) for args in EXAMPLES]
    expect(nearly(submission), "cohesion", cases, SLIPS)


@TASK.check(after="it_returns_a_list_of_numbers")
def the_chart_shows_the_line(submission: Submission) -> None:
    """One line, a point for each gap."""
    judge_chart(submission, *PICTURE)


def judge_chart(submission: Submission, blocks: Blocks, window: int) -> None:
    """Raise Failure unless ``draw`` gives a chart with the cohesion line on it."""
    chart = _chart(submission, blocks, window)
    lines = chart.get("lines", [])
    if not lines:
        raise Failure("There is no line on the chart.", "Draw it with ax.plot(xs, ys).")
    wanted = rounded(line_of(blocks, window))
    gaps = rounded(list(range(1, len(wanted) + 1)))
    drawn = [(rounded(line["x"]), rounded(line["y"])) for line in lines]
    if (gaps, wanted) in drawn:  # other lines beside it do no harm
        return
    places, values = next((each for each in drawn if each[1] == wanted), drawn[0])
    others = (rounded(line_of(blocks, other)) for other in range(1, len(blocks)))
    if values != wanted and values in others:
        raise Failure("The chart shows a window that it was not given.", misconception=GLOBALS)
    if values != wanted:
        raise Failure(
            "The line's heights are not the cohesion of the blocks and window it was given.",
            "draw should call cohesion(blocks, window), and hand its numbers to ax.plot.",
        )
    if places == [gap - 1 for gap in gaps]:
        raise Failure(
            "The line starts at 0, so every gap is drawn one sentence too early.",
            "ax.plot(ys) alone counts from 0. Give it the gaps' numbers first: ax.plot(xs, ys).",
        )
    raise Failure(
        f"The points stand at {places}"[:150],
        "The first gap comes after sentence 1, the last before the last sentence.",
    )


def _chart(submission: Submission, blocks: Blocks, window: int) -> dict[str, Any]:
    """What ``draw`` returned, as the data of a chart."""
    try:
        chart = returns(submission, "draw", (blocks, window), (dict,), "what figure(...) gives")
    except Failure as failure:
        if any(part in failure.rationale for part in ("<Axes", "<Figure", "<Line2D")):
            raise Failure(
                "`draw` returned what was drawn on, and not the finished figure.",
                "Hand it to figure(ax, caption='…'), and return what that gives.",
            ) from None
        raise
    assert isinstance(chart, dict)
    return chart
