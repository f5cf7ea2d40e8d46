"""Which names come in one sentence: a first sketch of who has to do with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from lessons.errors import CourseError
from lessons.figures.chart import Chart, Table, finished
from lessons.figures.heat import draw_heat, pairs_by_value
from lessons.figures.style import in_style, sheet

CAPTION = (
    "In how many sentences two names come together. Together in a sentence is not together in the "
    "world: read the sentences before you say so."
)


def cooccurrence(
    names: Sequence[Collection[str]],
    most: int = 8,
    title: str = "Names that come in one sentence",
    caption: str = CAPTION,
) -> Chart:
    """How many sentences hold both of two names; ``names`` are those of each sentence.

    >>> cooccurrence([["Lee", "Japan"], ["Lee", "Japan"], ["Lee"]])["alt"][-24:]
    'Most: Lee and Japan (2).'

    Raises:
        CourseError: there are fewer than two names.
    """
    sentences = [set(each) for each in names]
    counts = Counter(name for each in sentences for name in sorted(each))
    kept = [name for name, _ in counts.most_common(most)]
    if len(kept) < 2:
        raise CourseError(
            "two names or more", str(len(kept)), "Give a list of the names in each sentence."
        )
    values = [[sum({one, other} <= each for each in sentences) for other in kept] for one in kept]
    rows = [f"{name}  {number}" for number, name in enumerate(kept, 1)]
    with in_style():
        drawing, (axes,) = sheet(max(3.2, 1.4 + 0.5 * len(kept)))
        draw_heat(axes, values, rows, "d")
        axes.set(title=title, xlabel="name, by its number")
        body = tuple((name, *map(str, row)) for name, row in zip(kept, values, strict=True))
        return finished(drawing, caption, _alt(title, kept, values), [Table(("", *kept), body)])


def _alt(title: str, names: Sequence[str], values: Sequence[Sequence[int]]) -> str:
    pairs = [pair for pair in pairs_by_value(values) if pair[0]]
    told = "; ".join(f"{names[at]} and {names[row]} ({n})" for n, row, at in pairs[:5])
    never = len(names) * (len(names) - 1) // 2 - len(pairs)
    return " ".join(
        [
            f"Heat map: {title}.",
            f"{len(names)} names: {', '.join(names)}.",
            *([f"{never} pairs never come together."] if never else []),
            f"Most: {told}." if told else "No two come together.",
        ]
    )
