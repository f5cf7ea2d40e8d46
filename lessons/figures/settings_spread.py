"""How far a segmenter's answers lie apart when only its settings change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lessons.errors import CourseError
from lessons.figures.chart import Chart, Table, finished
from lessons.figures.style import FAINT, INK, LOOKS, SMALL, in_style, sheet, words_only

MOST = 40  # rows
CAPTION = (
    "Each row is one answer to the same question, where one text ends and the next begins; only "
    "the settings differ. The best row was best on this digest, which is no promise for another."
)


def settings_spread(
    found: Mapping[str, tuple[Collection[int], float]],
    seams: Sequence[int],
    length: int,
    baselines: Mapping[str, float] | None = None,
    title: str = "One text, one tool, many answers",
    caption: str = CAPTION,
) -> Chart:
    """A row for each setting, best first: marks at its breaks, and its WindowDiff (0 is best).

    ``found["w=20, k=10"]`` is (breaks, WindowDiff); ``seams`` are the true breaks of ``length``
    sentences, drawn as columns behind; ``baselines`` are WindowDiffs of answers made without
    reading, rows of their own.

    >>> settings_spread({"w=5": ([1, 2], 0.5), "w=9": ([2], 0.0)}, [2], 4, {"none": 0.25})["alt"]
    'Dispersion plot: One text, one tool, many answers. 4 sentences, true breaks after 2. 2 \
settings with 1 to 2 breaks, WindowDiff 0.00 (w=9) to 0.50 (w=5). Better than none (0.25): 1.'

    Raises:
        CourseError: there is no setting, or there are more than 40.
    """
    if not 1 <= len(found) <= MOST:
        raise CourseError(
            f"1 to {MOST} settings", str(len(found)), "Give a dict of settings to their breaks."
        )
    baselines = baselines or {}
    rows = sorted(
        [*((name, *each) for name, each in found.items())]
        + [(f"baseline: {name}", (), score) for name, score in baselines.items()],
        key=lambda row: row[2],
    )
    places = range(len(rows))
    with in_style():
        drawing, (axes, scores) = sheet(1.7 + 0.3 * len(rows), (5, 2), sharey=True)
        axes.vlines(
            seams, -0.6, len(rows) - 0.4, LOOKS[1].colour, linewidth=5, alpha=0.55, zorder=1
        )
        axes.hlines(places, 0, length, FAINT, linewidth=0.8, zorder=1)
        for at, (_, breaks, _) in enumerate(rows):
            axes.scatter(
                list(breaks), [at] * len(breaks), 90, INK, marker="|", linewidths=2, zorder=3
            )
        axes.set_yticks(places, labels=[name for name, _, _ in rows])
        axes.set(xlim=(0, length), ylim=(len(rows) - 0.4, -0.6), xlabel="break after sentence")
        axes.set_title("breaks (black), true seams (wide)", weight="normal", fontsize=SMALL)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        for look, drawn in ((LOOKS[0], True), (LOOKS[1], False)):
            own = [(at, row[2]) for at, row in enumerate(rows) if (row[0] in found) is drawn]
            bars = scores.barh(
                [at for at, _ in own],
                [score for _, score in own],
                0.66,
                color=look.colour,
                hatch=look.hatch,
                label="settings" if drawn else "baselines",
            )
            scores.bar_label(bars, fmt="%.2f", padding=4, fontsize=SMALL)
        words_only(scores)
        scores.set_xlim(0, 1.3 * max(1.0, *(score for _, _, score in rows)))
        scores.set_title("WindowDiff", weight="normal", fontsize=SMALL)
        drawing.suptitle(title, x=0.01, ha="left", weight="bold", fontsize="large")
        alt = _alt(title, found, seams, length, baselines)
        table = Table(
            ("settings", "WindowDiff", "breaks after"),
            tuple((name, f"{score:.2f}", ", ".join(map(str, own))) for name, own, score in rows),
        )
        return finished(drawing, caption, alt, [table])


def _alt(
    title: str,
    found: Mapping[str, tuple[Collection[int], float]],
    seams: Sequence[int],
    length: int,
    baselines: Mapping[str, float],
) -> str:
    counts = [len(breaks) for breaks, _ in found.values()]
    best = min(found, key=lambda name: found[name][1])
    worst = max(found, key=lambda name: found[name][1])
    said = [
        f"Dispersion plot: {title}.",
        f"{length} sentences, true breaks after {', '.join(map(str, seams))}.",
        f"{len(found)} settings with {min(counts)} to {max(counts)} breaks, "
        f"WindowDiff {found[best][1]:.2f} ({best}) to {found[worst][1]:.2f} ({worst}).",
    ]
    for name, value in baselines.items():
        better = sum(score < value for _, score in found.values())
        said.append(f"Better than {name} ({value:.2f}): {better}.")
    return " ".join(said)
