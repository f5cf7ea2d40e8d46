"""Precision, recall and F1 of taggers, on the text they were made on and on others beside it."""

from __future__ import annotations

from collections.abc import Mapping

from lessons.errors import CourseError
from lessons.figures.chart import Chart, Table, finished
from lessons.figures.style import LOOKS, SIZE, SMALL, in_style, sheet

MEASURES = ("precision", "recall", "F1")
CAPTION = (
    "Exact scores of span and label. The hatched bar is the one to believe: nobody looked at those "
    "texts while the rules were written."
)
Scores = Mapping[str, tuple[float, float, float]]


def tagger_scores(
    scores: Mapping[str, Scores],
    title: str = "What each tagger finds",
    caption: str = CAPTION,
) -> Chart:
    """Bars of (precision, recall, F1) by tagger, and within each by group of texts.

    ``scores["lists"]["held out"]`` is such a triple; every tagger has the same groups.

    >>> tagger_scores({"lists": {"article": (1, 0.5, 0.67), "held out": (0.5, 0.25, 0.33)}})["alt"]
    'Bar chart: What each tagger finds. lists: precision 1.00 on article, 0.50 on held out; recall \
0.50 on article, 0.25 on held out; F1 0.67 on article, 0.33 on held out.'

    Raises:
        CourseError: there is no tagger, or the groups differ.
    """
    groups = list(next(iter(scores.values()), {}))
    if not groups or any(list(each) != groups for each in scores.values()):
        raise CourseError(
            "scores of one tagger or more, each on the same groups of texts",
            ", ".join(f"{name}: {list(each)}" for name, each in scores.items()) or "none",
            'Give them like {"lists": {"article": (p, r, f1), "held out": (p, r, f1)}}.',
        )
    thick = 0.8 / len(groups)
    with in_style():
        height = 1.5 + len(scores) * (0.3 + 0.32 * len(groups))
        drawing, panels = sheet(height, (1, 1, 1), sharey=True)
        for at, (axes, measure) in enumerate(zip(panels, MEASURES, strict=True)):
            for number, (group, look) in enumerate(zip(groups, LOOKS, strict=False)):
                places = [row - 0.4 + thick * (number + 0.5) for row in range(len(scores))]
                values = [each[group][at] for each in scores.values()]
                bars = axes.barh(
                    places, values, thick * 0.92, color=look.colour, hatch=look.hatch, label=group
                )
                axes.bar_label(bars, fmt="%.2f", padding=4, fontsize=SMALL)
            axes.set_title(measure, weight="normal", fontsize=SIZE)
            axes.set(xlim=(0, 1.3), ylim=(len(scores) - 0.5, -0.5), xticks=[])
            axes.spines["bottom"].set_visible(False)
            axes.tick_params(axis="y", length=0)
        panels[0].set_yticks(range(len(scores)), labels=[_wrapped(name) for name in scores])
        handles, labels = panels[0].get_legend_handles_labels()
        drawing.legend(handles, labels, loc="outside lower right", ncols=len(groups), frameon=False)
        drawing.suptitle(title, x=0.01, ha="left", weight="bold", fontsize=SIZE + 2)
        return finished(drawing, caption, _alt(title, scores), [_table(scores)])


def _wrapped(name: str) -> str:
    from textwrap import fill

    return fill(name, 18)


def _alt(title: str, scores: Mapping[str, Scores]) -> str:
    told = [
        f"{tagger}: "
        + "; ".join(
            f"{measure} "
            + ", ".join(f"{each[at]:.2f} on {group}" for group, each in groups.items())
            for at, measure in enumerate(MEASURES)
        )
        + "."
        for tagger, groups in scores.items()
    ]
    return " ".join([f"Bar chart: {title}.", *told])


def _table(scores: Mapping[str, Scores]) -> Table:
    rows = (
        (tagger, group, *(f"{value:.2f}" for value in values))
        for tagger, groups in scores.items()
        for group, values in groups.items()
    )
    return Table(("tagger", "texts", *MEASURES), tuple(rows))
