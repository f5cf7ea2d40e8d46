"""The charts of a class report, each with its words and its table made from the same numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill

from lessons.figures.chart import Chart, Table, finished
from lessons.figures.style import LOOKS, SIZE, SMALL, in_style, sheet
from lessons.grading.tally import Item

STEPS = 10  # bars of the distribution


def marks(shares: Sequence[float]) -> Chart:
    """How many students reached which share of the points; ``shares`` are 0 to 1, not empty."""
    counts = [0] * STEPS
    for share in shares:
        counts[max(0, min(STEPS - 1, int(share * STEPS + 1e-9)))] += 1
    names = [f"{at * 10} to {at * 10 + 9 + (at == STEPS - 1)}" for at in range(STEPS)]
    title = "How many students reached which share of the points"
    with in_style():
        drawing, (axes,) = sheet(3.2)
        bars = axes.bar(range(STEPS), counts, 0.9, color=LOOKS[0].colour)
        axes.bar_label(bars, [str(count or "") for count in counts], padding=3, fontsize=SIZE)
        axes.set_xticks(range(STEPS), labels=[name.replace(" to ", "–") for name in names])
        axes.set(title=title, xlabel="percent of the points", ylabel="students")
        axes.set_ylim(0, max(counts) * 1.15)
        axes.yaxis.get_major_locator().set_params(integer=True)
        told = [f"{n} with {name}" for name, n in zip(names, counts, strict=True) if n]
        alt = f"Bar chart: {title}. {len(shares)} students: {', '.join(told)} percent."
        rows = tuple(zip(names, map(str, counts), strict=True))
        return finished(drawing, "Each bar is ten percent wide.", alt,
                        [Table(("percent of the points", "students"), rows)])  # fmt: skip


def points_of_tasks(items: Mapping[str, tuple[str, Item]]) -> Chart:
    """Where the points of each task went, in percent; ``items`` are name and item by task.

    A task on which nobody has a verdict is an empty row.
    """
    series = ("reached", "lost by what was handed in", "not attempted")
    shares = {task: _shares(item) for task, (_, item) in items.items()}
    title = "Where the points of each task went"
    looks = (LOOKS[0], LOOKS[1], LOOKS[3])
    with in_style():
        drawing, (axes,) = sheet(1.5 + 0.36 * len(items))
        left = [0.0] * len(items)
        for at, (name, look) in enumerate(zip(series, looks, strict=True)):
            widths = [each[at] for each in shares.values()]
            axes.barh(range(len(items)), widths, 0.75, left, color=look.colour, hatch=look.hatch,
                      label=name)  # fmt: skip
            left = [one + two for one, two in zip(left, widths, strict=True)]
        for row, each in enumerate(shares.values()):
            said = f" {each[0]:.0f} %" if any(each) else " no verdict"
            axes.text(100, row, said, va="center", fontsize=SMALL)
        names = [_short(name) for name, _ in items.values()]
        axes.set_yticks(range(len(items)), labels=names)
        axes.set(xlabel="percent of the points", xlim=(0, 100), ylim=(len(items) - 0.4, -0.6))
        axes.tick_params(axis="y", length=0)
        drawing.legend(loc="outside lower center", ncols=3, frameon=False)
        drawing.suptitle(title, x=0.01, ha="left", weight="bold", fontsize=SIZE + 2)
        told = [f"{task}: {each[0]:.0f} percent reached" if any(each) else f"{task}: no verdict"
                for task, each in shares.items()]  # fmt: skip
        rows = tuple((items[task][0], *(f"{share:.0f}" for share in each))
                     for task, each in shares.items())  # fmt: skip
        alt = f"Bar chart: {title}. {'; '.join(told)}."
        caption = (
            "The number is the share that was reached. Students without a verdict are left out."
        )
        return finished(drawing, caption, alt, [Table(("task", *series), rows, "Percent")])


def beliefs(found: Sequence[tuple[str, int]], students: int) -> Chart:
    """How many students show each misconception, given as (claim, students), most first."""
    title = "Misconceptions, by the students who show them"
    look = LOOKS[4]
    with in_style():
        drawing, (axes,) = sheet(1.3 + 0.55 * len(found))
        bars = axes.barh(range(len(found)), [count for _, count in found], 0.7,
                         color=look.colour, hatch=look.hatch)  # fmt: skip
        axes.bar_label(bars, padding=5, fontsize=SIZE)
        labels = [fill(_short(claim, 90), 44) for claim, _ in found]
        axes.set_yticks(range(len(found)), labels=labels)
        axes.set(title=title, xlabel=f"students, of {students}", ylim=(len(found) - 0.4, -0.6))
        axes.set_xlim(0, max(count for _, count in found) * 1.1)
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.tick_params(axis="y", length=0)
        told = "; ".join(f"{claim} {count}" for claim, count in found)
        rows = tuple((claim, str(count)) for claim, count in found)
        alt = f"Bar chart: {title}. Of {students} students: {told}."
        return finished(drawing, "A student counts once for each.", alt,
                        [Table(("misconception", "students"), rows)])  # fmt: skip


def _shares(item: Item) -> tuple[float, float, float]:
    """Percent of the points that were reached, lost, and never tried for."""
    whole = item.reached + item.wrong + item.absent
    if not whole:
        return 0.0, 0.0, 0.0
    return (100 * item.reached / whole, 100 * item.wrong / whole, 100 * item.absent / whole)


def _short(name: str, most: int = 34) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"
