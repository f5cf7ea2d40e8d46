"""4.c chance  Which dips would shuffled sentences have as well? The course's own chart."""

from __future__ import annotations

from lessons.checks.forms import Number
from lessons.checks.task import Task

WINDOW, WIDEST = 4, 8
GAPS = 18
# By window, the gaps whose cohesion lies below the middle nine tenths of 200 shuffled articles.
BELOW: dict[int, list[int]] = {3: [11], 4: [8, 12]}


def _against_chance(answer: object) -> str:
    from lessons.figures.cohesion_line import CohesionWindows
    from lessons.tasks.t4c_window import article_stems
    from lessons.teaching import read_text

    breaks = {f"reading {name}": own for name, own in read_text("article").breaks.items()}
    chart = CohesionWindows(article_stems(), breaks).chart(WINDOW)
    here, silent = BELOW[WINDOW], WIDEST - len(BELOW)
    return (
        f"You said {answer}. **{len(here)}** lie below the band, after "
        f"{' and '.join(map(str, here))}.\n\n{chart.markdown()}\n\n"
        f"Both readings break there! But of {GAPS} gaps, one in twenty, so about one, would lie "
        f"below by chance alone; and of the windows from 1 to {WIDEST}, {silent} have no gap below "
        "the band at all. Had you chosen the window before you saw this, would you believe it?"
    )


PRACTICE = Task(
    id="4.c chance",
    kind="practice",
    level="stretch",
    title="Or is it chance?",
    prompt="**Stretch: chance?** Shuffle the article's sentences: every word stays, every "
    f"neighbourhood is lost. Of the `{GAPS}` gaps, with a window of `{WINDOW}`, how many lie "
    "lower than in nineteen of twenty shuffles? Keep your guess, and the chart appears.",
    form=Number("Gaps below what chance gives", 0, GAPS),
    reveal=_against_chance,
)
