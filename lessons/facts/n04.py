"""The numbers of notebook 04."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

TUNED = (30, 9)  # no settings do better on the first digest, of w 5 to 40 and k 2 to 10
GRID = tuple(product((5, 10, 15, 20, 25, 30), (2, 4, 6, 8, 10)))


def facts() -> dict[str, Any]:
    """Name to number, as the notebook prints it."""
    from lessons.articles import sample_article
    from lessons.breaks import window_diff
    from lessons.teaching import read_text
    from lessons.topics import stems_of, text_tiling

    article = sample_article()
    read, length = read_text("article").breaks, len(article.sentences)
    stems = stems_of(article)
    counts = Counter(stem for block in stems for stem in block)
    answers = {tuple(text_tiling(article, w, k)) for w, k in GRID}
    found = {
        "apart": window_diff(read["a"], read["b"], length),
        "none": window_diff(read["a"], [], length),
        "tiling_a": window_diff(read["a"], text_tiling(article), length),
        "tiling_b": window_diff(read["b"], text_tiling(article), length),
    }
    rounded = {name: f"{value:.2f}" for name, value in found.items()}
    return {
        **rounded,
        **of_digests(),
        "stems": len(counts),
        "once": sum(count == 1 for count in counts.values()),
        "settings": len(GRID),
        "answers": len(answers),
    }


def of_digests() -> dict[str, Any]:
    """What is told of the first digest, whatever the article is."""
    from nltk.metrics.segmentation import windowdiff

    from lessons.tasks.t4e_digest import FIRST, WINDOW, digest, tiles

    paragraphs, seams = digest(FIRST)
    tuned = windowdiff(seams, tiles(paragraphs, *TUNED), WINDOW)
    none = windowdiff(seams, "0" * len(seams), WINDOW)
    return {
        "w": TUNED[0],
        "k": TUNED[1],
        "first_tuned": f"{tuned:.2f}",
        "first_none": f"{none:.2f}",
    }
