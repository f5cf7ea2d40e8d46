"""4.c practice  Move the window, and see what becomes of the valleys."""

from __future__ import annotations

from functools import cache

from lessons.checks.forms import Number
from lessons.checks.task import Task

WIDEST = 8
SHADES = "▁▂▃▄▅▆▇█"


@cache
def article_stems() -> list[list[str]]:
    """The content stems of each sentence of the article."""
    from lessons.articles import sample_article
    from lessons.topics import stems_of

    return stems_of(sample_article())


def redrawn(window: int) -> str:
    """The article's cohesion line as text: one column a gap, its valleys marked, then in words."""
    from lessons.annotations import article_folder, read_annotation
    from lessons.topics import cohesion, valleys

    curve = cohesion(article_stems(), window)
    folder, read = article_folder(), dict[str, list[int]]()
    if (folder / "topics.tsv").is_file():
        gold = read_annotation(folder)
        if len(gold.sentences) == len(curve) + 1:  # a person may part sentences otherwise
            read = {name: gold.breaks("coarse", name) for name in gold.segmentations}
    low = valleys(curve)
    gaps = range(1, len(curve) + 1)
    rows = [
        ("gap after", [f"{gap}" for gap in gaps]),
        ("likeness", [SHADES[min(7, int(value / (max(curve) or 1) * 7.99))] for value in curve]),
        ("valley", ["v" if gap in low else "" for gap in gaps]),
        *(
            (f"reading {name}", ["|" if gap in breaks else "" for gap in gaps])
            for name, breaks in read.items()
        ),
    ]
    drawn = "\n".join(
        f"{name:10}" + "".join(f"{sign:>3}" for sign in signs) for name, signs in rows
    )
    return (
        f"```\n{drawn}\n```\n\nWith {window} on each side, the valleys, lower than both their "
        "sides, stand after "
        f"**{', '.join(map(str, low)) or 'no sentence'}**. "
    )


def moved(answer: object, words: str = "") -> str:
    """The line with the window that was chosen, and with the widest; ``words`` compare the two."""
    window = answer if isinstance(answer, int) else 2
    other = 1 if window == WIDEST else WIDEST
    return (
        f"{redrawn(window)}\n\n{redrawn(other)}\n\n**A smoother line is not a truer one.** {words}"
        "Nothing in the line says which window is right. Keep another number, and look again."
    )


def _moved(answer: object) -> str:
    return moved(answer, "The wider window has other valleys, not better ones. ")


PRACTICE = Task(
    id="4.c practice",
    kind="practice",
    title="Move the window",
    prompt="**Practice.** Choose how many sentences are compared on each side of a gap, from `1` "
    f"to `{WIDEST}`. Before you keep it: will the same valleys be there with another number?",
    form=Number("Sentences on each side", 1, WIDEST),
    reveal=_moved,
)
