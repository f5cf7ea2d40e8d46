"""How often each name comes, by label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lessons.errors import CourseError
from lessons.figures.chart import Chart, Table, finished
from lessons.figures.style import LOOKS, SIZE, in_style, sheet

CAPTION = "The names that come most often, by label. A name in another form counts on its own."


def entity_counts(
    names: Iterable[tuple[str, str]],
    most: int = 12,
    title: str = "How often each name comes",
    caption: str = CAPTION,
) -> Chart:
    """A bar for each of the ``most`` frequent names, given as (text, label), grouped by label.

    >>> entity_counts([("Lee", "PERSON"), ("Lee", "PERSON"), ("Japan", "GPE")])
    <chart: Bar chart: How often each name comes. 2 names, 3 mentions. PERSON: Lee 2. GPE: Japan 1.>

    Raises:
        CourseError: there is no name.
    """
    counts = Counter((label, text) for text, label in names)
    if not counts:
        raise CourseError("names to count", "none", "Give a list of (text, label) pairs.")
    groups = _groups(counts, most)
    with in_style():
        drawing, (axes,) = sheet(0.9 + 0.36 * (sum(map(len, groups.values())) + 1.3 * len(groups)))
        place, ticks = 0.0, []
        for (label, group), look in zip(groups.items(), LOOKS * 3, strict=False):
            axes.text(0, place, label, weight="bold", va="center")
            places = [place + 1 + at for at in range(len(group))]
            bars = axes.barh(
                places, list(group.values()), color=look.colour, hatch=look.hatch, label=label
            )
            axes.bar_label(bars, padding=5, fontsize=SIZE)
            ticks += list(zip(places, group, strict=True))
            place = places[-1] + 1.3
        axes.set_yticks([at for at, _ in ticks], labels=[name for _, name in ticks])
        axes.set(title=title, xlabel="mentions", ylim=(place - 0.6, -0.6))
        axes.set_xlim(0, max(counts.values()) * 1.08)
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.tick_params(axis="y", length=0)
        rows = tuple(
            (name, label, str(count))
            for label, group in groups.items()
            for name, count in group.items()
        )
        alt = _alt(title, counts, groups)
        return finished(drawing, caption, alt, [Table(("name", "label", "mentions"), rows)])


def _groups(counts: Counter[tuple[str, str]], most: int) -> dict[str, dict[str, int]]:
    """The most frequent names by label, the label with most mentions first."""
    kept = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:most]
    groups: dict[str, dict[str, int]] = {}
    for (label, text), count in kept:
        groups.setdefault(label, {})[text] = count
    return dict(sorted(groups.items(), key=lambda group: -sum(group[1].values())))


def _alt(title: str, counts: Counter[tuple[str, str]], groups: dict[str, dict[str, int]]) -> str:
    told = [
        f"{label}: {', '.join(f'{name} {count}' for name, count in group.items())}."
        for label, group in groups.items()
    ]
    left = len(counts) - sum(map(len, groups.values()))
    rest = [f"{left} rarer names are left out."] if left else []
    total = f"{len(counts)} names, {counts.total()} mentions."
    return " ".join([f"Bar chart: {title}.", total, *told, *rest])
