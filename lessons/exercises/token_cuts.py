"""A text to be cut into tokens: characters as Python split them, with a cut between any two.

Only the places of cuts cross the wire, as indices of characters; white space always cuts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import traitlets
from anywidget import AnyWidget

HERE = Path(__file__).parent


class TokenCuts(AnyWidget):
    """``cuts`` holds i where a token ends before ``characters[i]``."""

    _esm = HERE / "token_cuts.js"
    _css = HERE / "token_cuts.css"

    characters = traitlets.List(traitlets.Unicode()).tag(sync=True)
    cuts = traitlets.List(traitlets.Int()).tag(sync=True)

    def __init__(self, characters: Sequence[str], cuts: Sequence[int] = ()) -> None:
        super().__init__(characters=list(characters), cuts=list(cuts))


def tokens_of(text: str, cuts: Iterable[int]) -> list[str]:
    """The tokens of ``text`` when it is cut before each index in ``cuts`` and at white space.

    >>> tokens_of("Lee's visit", [3])
    ['Lee', "'s", 'visit']
    """
    places = sorted({0, len(text), *(cut for cut in cuts if 0 < cut < len(text))})
    pieces = (text[start:end] for start, end in pairwise(places))
    return [token for piece in pieces for token in piece.split()]


def cuts_of(text: str, tokens: Iterable[str]) -> list[int]:
    """Where ``text`` must be cut to give ``tokens``: the inverse of ``tokens_of``.

    The tokens must be the text's characters in order, without white space.

    >>> cuts_of("Lee's visit", ["Lee", "'s", "visit"])
    [3]
    """
    cuts, at = [], 0
    for token in tokens:
        while text[at].isspace():
            at += 1
        if at and not text[at - 1].isspace():
            cuts.append(at)
        for letter in token:
            while text[at] != letter:
                at += 1
            at += 1
    return cuts
