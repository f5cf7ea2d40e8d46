"""What finds topic breaks: in the article, as its readers see them, and at a digest's seams."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.annotations import AnnotatedText
from lessons.breaks import all_breaks, boundary_f1, paragraph_breaks, window_diff
from lessons.digest import WAYS, Digest, baselines, join, scores
from lessons.scores.table import Groups, Table, article_of


def tables(groups: Groups) -> list[Table]:
    """The article against each segmentation kept; then digests, tuned on one, told on another."""
    made = [_of_article(text) for text in groups.get("article", [])]
    teaching = [text.text for text in groups.get("teaching", [])]
    held_out = [text.text for text in groups.get("held out", [])]
    if len(teaching) >= 4:
        half, rest = join(teaching[::2]), join(teaching[1::2])
        made += [
            _of_digest("all teaching texts joined", join(teaching)),
            _of_digest("every second teaching text joined, tuned on the rest", half, rest),
        ]
        if len(held_out) > 1:
            title = "the held-out texts joined, tuned on the teaching texts"
            made.append(_of_digest(title, join(held_out), join(teaching)))
    return made


def _of_article(text: AnnotatedText) -> Table:
    article = article_of(text.text)
    length = len(article.sentences)
    found = {
        "none": [],
        "all": all_breaks(length),
        "paragraphs": paragraph_breaks(article),
        **{name: way.find(article, way.usual) for name, way in WAYS.items()},
    }
    golds = {name: text.gold.breaks("coarse", name) for name in text.gold.segmentations}
    return Table(
        "Breaks of the article, against each coarse segmentation",
        tuple(f"{figure}, {name}" for name in golds for figure in ("WindowDiff", "F1 near 1")),
        {
            name: tuple(
                figure
                for gold in golds.values()
                for figure in (window_diff(gold, breaks, length), boundary_f1(gold, breaks, near=1))
            )
            for name, breaks in found.items()
        },
    )


def _of_digest(title: str, digest: Digest, tuned_on: Digest | None = None) -> Table:
    rows = baselines(digest)
    for name, way in WAYS.items():
        rows[f"{name}, {_told(way.usual)}"] = scores(digest, way.find(digest.article, way.usual))
        if tuned_on:
            best = way.tuned(tuned_on)
            rows[f"{name}, tuned to {_told(best)}"] = scores(digest, way.find(digest.article, best))
    columns = tuple(rows["none"])
    return Table(
        f"Seams of {title}", columns, {name: tuple(row.values()) for name, row in rows.items()}
    )


def _told(settings: Sequence[float]) -> str:
    return " and ".join(f"{each:g}" for each in settings)
