"""Where in a text each name or theme comes: a dispersion plot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lessons.errors import CourseError
from lessons.figures.chart import Chart, Table, finished
from lessons.figures.style import FAINT, LOOKS, SMALL, in_style, sheet

MOST = 24  # rows
CAPTION = (
    "A mark stands where a sentence holds the name; thin lines are the ends of paragraphs. A row "
    "with a gap is something the text leaves and comes back to."
)


def timeline(
    mentions: Mapping[str, Sequence[int]],
    sentences: int,
    breaks: Sequence[int] = (),
    title: str = "Where each name comes",
    caption: str = CAPTION,
) -> Chart:
    """A row for each name with a mark at each sentence (numbered from 1) that holds it.

    ``mentions`` is what ``lessons.topics.dispersion`` gives; ``sentences`` is how many there are,
    ``breaks`` those after which a paragraph ends.

    >>> timeline({"Lee": [1, 5], "G7": [4]}, sentences=6)["alt"]
    'Dispersion plot: Where each name comes. 6 sentences. Lee in 2: 1, 5. G7 in 1: 4.'

    Raises:
        CourseError: no name, more than 24, or a sentence that is not there.
    """
    places = sorted({at for own in mentions.values() for at in own})
    if not 1 <= len(mentions) <= MOST or not all(1 <= at <= sentences for at in places):
        raise CourseError(
            f"1 to {MOST} names and sentences from 1 to {sentences}",
            f"{len(mentions)} names"
            + (f", sentences {places[0]} to {places[-1]}" if places else ""),
            "Give a dict of name to sentence numbers, and how many sentences there are.",
        )
    with in_style():
        drawing, (axes,) = sheet(1.5 + 0.38 * len(mentions))
        for gap in breaks:
            axes.axvline(gap + 0.5, color=FAINT, linewidth=2)
        axes.hlines(range(len(mentions)), 0.5, sentences + 0.5, FAINT, linewidth=0.8)
        for row, own in enumerate(mentions.values()):
            axes.scatter(
                own, [row] * len(own), 220, LOOKS[0].colour, marker="|", linewidths=4, zorder=3
            )
            axes.text(sentences + 0.9, row, f"{len(own)}", va="center", fontsize=SMALL)
        axes.set_yticks(range(len(mentions)), labels=list(mentions))
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.set(title=title, xlabel="sentence")
        axes.set(xlim=(0.5, sentences + 0.5), ylim=(len(mentions) - 0.5, -0.6))
        axes.xaxis.get_major_locator().set_params(integer=True)
        rows = tuple(
            (name, str(len(own)), ", ".join(map(str, own))) for name, own in mentions.items()
        )
        told = " ".join(f"{name} in {count}: {own}." for name, count, own in rows)
        alt = f"Dispersion plot: {title}. {sentences} sentences. {told}"
        return finished(drawing, caption, alt, [Table(("name", "count", "sentences"), rows)])
