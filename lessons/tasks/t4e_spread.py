"""4.e spread  One digest, one tool, twelve settings: how far apart are the answers?"""

from __future__ import annotations

from lessons.checks.forms import Number
from lessons.checks.task import Task

# The first digest in sentences, as Punkt cuts them, and what TextTiling finds in it with (w, k):
# it takes seconds to compute.
SEAMS, LENGTH = (12, 24, 37, 50), 63
FOUND: dict[tuple[int, int], list[int]] = {
    (10, 3): [4, 8, 12, 17, 21, 24, 30, 33, 36, 37, 42, 45, 50, 56, 58],
    (10, 6): [4, 8, 12, 17, 21, 24, 30, 33, 36, 37, 42, 45, 50, 56, 58],
    (10, 9): [4, 8, 12, 17, 21, 24, 30, 33, 36, 37, 42, 45, 48, 56, 58],
    (20, 3): [4, 8, 17, 24, 36, 37, 45, 56],
    (20, 6): [8, 17, 24, 33, 37, 42, 45, 56],
    (20, 9): [8, 21, 24, 36, 37, 45, 56],
    (30, 3): [8, 12, 24, 36, 48],
    (30, 6): [4, 12, 24, 36, 48],
    (30, 9): [4, 12, 24, 37, 50],
    (40, 3): [8, 21, 37, 45],
    (40, 6): [8, 21, 36, 56],
    (40, 9): [8, 33, 42, 56],
}


def _spread(answer: object) -> str:
    from lessons.breaks import window_diff
    from lessons.figures.settings_spread import settings_spread

    nothing = window_diff(SEAMS, [], LENGTH)
    scored = {
        f"w={w}, k={k}": (breaks, window_diff(SEAMS, breaks, LENGTH))
        for (w, k), breaks in FOUND.items()
    }
    better = sum(score < nothing for _, score in scored.values())
    chart = settings_spread(scored, SEAMS, LENGTH, {"none": nothing}, title="One tool, one digest")
    return (
        f"You said {answer}. **{better} of {len(scored)}** do better than no break at all.\n\n"
        f"{chart.markdown()}\n\nNobody would print the lower rows. But which row is the tool?"
    )


PRACTICE = Task(
    id="4.e spread",
    kind="practice",
    level="stretch",
    title="One tool, many answers",
    prompt=f"**Stretch: predict.** TextTiling cuts `first` with `{len(FOUND)}` settings: `w` is "
    "`10`, `20`, `30` or `40`, and `k` is `3`, `6` or `9`. How many of them do better than no "
    "break at all? Keep your guess, and all the answers appear, counted in sentences.",
    form=Number("Settings that do better than none", 0, len(FOUND)),
    reveal=_spread,
)
