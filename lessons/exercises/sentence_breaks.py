"""Sentences with a place for a topic break between any two, and a reason for each break set.

A break is known by the number of the sentence before it, counted from 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import traitlets
from anywidget import AnyWidget

HERE = Path(__file__).parent


class SentenceBreaks(AnyWidget):
    """``breaks`` holds [number, reason] for each break, in order; a reason may be "" yet."""

    _esm = HERE / "sentence_breaks.js"
    _css = HERE / "sentence_breaks.css"

    sentences = traitlets.List(traitlets.Unicode()).tag(sync=True)
    reasons = traitlets.List(traitlets.Unicode()).tag(sync=True)
    breaks = traitlets.List(traitlets.List()).tag(sync=True)

    def __init__(self, sentences: Sequence[str], reasons: Sequence[str] = ()) -> None:
        super().__init__(sentences=list(sentences), reasons=list(reasons))
