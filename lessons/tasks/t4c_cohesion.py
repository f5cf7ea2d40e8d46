"""4.c  The cohesion line: likeness at every gap, computed and drawn."""

from __future__ import annotations

from typing import Any, NoReturn

from lessons.checks.calls import PRINTS, expect, returns, same
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EARLY, EATEN, GLOBALS, leaves_alone
from lessons.tasks.t4b_alike import PRESENCE, UNDIVIDED
from lessons.tasks.t4c_slips import EDGE, SLIPS, SMOOTHER, Blocks, line_of, smoothed

NEAR = 0.006  # numbers may be rounded to two places
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
    "sentences behind it, each side joined into one list. Near the ends, a side is shorter. "
    "`draw(blocks, window)` draws these numbers with `ax.plot` as a **line**, over the number of "
    "the sentence that the gap comes after (`1`, `2`, …), with a title and both axes labelled, "
    "and **returns** `figure(...)`.",
    starter="# task 4.c\ndef cohesion(blocks, window):\n"
    '    # for [["tax"], ["tax"], ["flood"]], 1 return [1.0, 0.0]\n    ...\n\n'
    "def draw(blocks, window):\n"
    "    # begin with: fig, ax = plt.subplots()\n"
    '    # end with: return figure(ax, caption="...")\n    ...\n',
    promised=(
        "gaps near both ends, with a wide window",
        "stems that come more than once",
        "the chart, drawn for other sentences",
    ),
    misconceptions=(PRESENCE, UNDIVIDED, SMOOTHER, EDGE, EARLY, GLOBALS, EATEN, PRINTS),
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
    leaves_alone(submission, "cohesion", NEWS, 2)


@TASK.check(after="it_returns_a_list_of_numbers")
def the_examples_come_out(submission: Submission) -> None:
    """The example of the prompt, and others with wide windows, repeats and an empty sentence."""
    cases = [(args, line_of(*args)) for args in EXAMPLES]
    expect(submission, "cohesion", cases, SLIPS, near=NEAR)


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
    wanted = line_of(blocks, window)
    gaps = list(range(1, len(wanted) + 1))
    drawn = [line for line in lines if _alike(line["y"], wanted)]
    right = [line for line in drawn if _alike(line["x"], gaps)]
    if right and not any(line["joined"] for line in right):
        raise Failure("The points are there, and no line joins them.",
                      "Without a letter such as 'o', ax.plot(xs, ys) draws a line.")  # fmt: skip
    if right and not any(line["seen"] for line in right):
        raise Failure(
            "An axis ends before the line does.",
            "A reader sees what lies inside its limits: how high can a cosine be?",
        )
    if right and all(line["turned"] for line in right):
        raise Failure(
            "The axis of the numbers runs the other way.",
            "Where the words change, the line should fall. Which call turns the axis?",
        )
    if right:  # other lines beside it do no harm
        return
    if not drawn:
        _explain(lines[0], blocks, window)
    places = drawn[0]["x"]
    if _alike(places, [gap - 1 for gap in gaps]):
        raise Failure(
            "The line starts at 0, so every gap is drawn one sentence too early.",
            "ax.plot(ys) alone counts from 0. Give it the gaps' numbers first: ax.plot(xs, ys).",
        )
    raise Failure(
        f"The points stand at {places}"[:150],
        "The first gap comes after sentence 1, the last before the last sentence.",
    )


def _alike(one: object, other: object) -> bool:
    return same(one, other, NEAR)


def _explain(line: dict[str, Any], blocks: Blocks, window: int) -> NoReturn:
    """Raise a Failure that says what the heights are instead of the cohesion."""
    values, wanted = line["y"], line_of(blocks, window)
    if any(_alike(values, line_of(blocks, other)) for other in range(1, len(blocks))):
        raise Failure("The chart shows a window that it was not given.",
                      "Which window does `draw` hand to cohesion?", GLOBALS)  # fmt: skip
    if _alike(line["x"], wanted):
        raise Failure("The axes have changed places.", "ax.plot takes the places first.")
    if _alike(values, smoothed(blocks, window)):
        raise Failure("The line shows means over neighbouring gaps.", misconception=SMOOTHER)
    if _alike(values, wanted[:-1]) or _alike(values, wanted[1:]):
        raise Failure("A gap at one end is not on the line.", "One point for each gap.")
    if _alike(values, [100 * value for value in wanted]):
        raise Failure("The line shows hundredths.", "Draw what cohesion gives, as it is.")
    if _alike(values, [1 - value for value in wanted]):
        raise Failure("The line shows distances: high where the sides differ.",
                      "It should fall where the sides have little in common.")  # fmt: skip
    if _alike(sorted(values, key=str), sorted(wanted, key=str)):
        raise Failure("The heights are right, at other gaps.", "Leave them in order of the text.")
    raise Failure(
        "The line's heights are not the cohesion of the blocks and window it was given.",
        "draw should call cohesion(blocks, window), and hand its numbers to ax.plot.",
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
