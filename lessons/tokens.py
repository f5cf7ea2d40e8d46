"""Where tokens begin and end, and where two ways of cutting one text part.

A cut is counted in letters: the characters of the text that are not white space. So two
tokenizations of one text can be compared though neither kept the spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from lessons.errors import CourseError

Cause = Literal["punctuation", "clitic", "abbreviation", "hyphen", "number", "currency", "word"]

CLITICS = frozenset({"'s", "'d", "'m", "'ll", "'re", "'ve", "n't", "'"})
CURRENCY = frozenset("$€£¥")


@dataclass(frozen=True)
class CutError:
    """One cut that is missing, or one too many.

    ``gold`` and ``found`` show the place as each side has it, a cut as `` | ``: a missing cut is
    ``Lee | 's`` against ``Lee's``. ``at`` counts letters before the cut.
    """

    kind: Literal["missing", "extra"]
    cause: Cause
    gold: str
    found: str
    at: int


def spans_of(text: str, tokens: Iterable[str]) -> list[tuple[int, int]]:
    """Start and end of each token in the text, one after the other.

    NLTK writes a straight quotation mark as `` or ''; both are found again.

    Raises:
        CourseError: a token is empty, or the text goes on differently.

    >>> spans_of("the cat and the dog", ["the", "cat", "and", "the", "dog"])
    [(0, 3), (4, 7), (8, 11), (12, 15), (16, 19)]
    """
    spans, at = [], 0
    for token in tokens:
        start = _next_letter(text, at)
        forms = [token, '"'] if token in ("``", "''") else [token]
        form = next((form for form in forms if form and text.startswith(form, start)), None)
        if form is None:
            raise CourseError(
                f"the token {text[start : start + 12]!r} or the beginning of it",
                repr(token),
                "Give the text's own characters, in their order, and leave out only white space.",
            )
        at = start + len(form)
        spans.append((start, at))
    return spans


def _next_letter(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def boundaries(tokens: Iterable[str]) -> frozenset[int]:
    """The cuts between tokens, as counts of letters before each; the text's two ends are none.

    >>> sorted(boundaries(["Lee", "'s", "visit"]))
    [3, 5]
    """
    ends = list(accumulate(len(token) for token in tokens))
    return frozenset(ends[:-1])


def cut_errors(gold: Sequence[str], tokens: Sequence[str]) -> list[CutError]:
    """Every cut that gold has and ``tokens`` lack, and the other way round, from left to right.

    Raises:
        CourseError: the two are not made of the same letters.

    >>> cut_errors(["Lee", "'s", "U.S."], ["Lee's", "U", ".S."])[0]
    CutError(kind='missing', cause='clitic', gold="Lee | 's", found="Lee's", at=3)
    >>> [(error.kind, error.cause) for error in cut_errors(["2.5", "%"], ["2", ".5%"])]
    [('extra', 'number'), ('missing', 'punctuation')]
    """
    _same_letters(gold, tokens)
    wanted, cuts = boundaries(gold), boundaries(tokens)
    errors = []
    for at in sorted(wanted ^ cuts):
        around_gold, around_found = _around(gold, at), _around(tokens, at)
        missing = at in wanted
        cause = _why_missing(*around_gold) if missing else _why_extra(around_gold[0], *around_found)
        errors.append(
            CutError(
                "missing" if missing else "extra",
                cause,
                " | ".join(around_gold),
                " | ".join(around_found),
                at,
            )
        )
    return errors


def differences(
    first: Sequence[str], second: Sequence[str]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The shortest stretches that two tokenizations of one text cut differently, side by side.

    Raises:
        CourseError: the two are not made of the same letters.

    >>> differences(["can't", "stop", "."], ["ca", "n't", "stop."])
    [(("can't",), ('ca', "n't")), (('stop', '.'), ('stop.',))]
    """
    _same_letters(first, second)
    end = sum(map(len, first))
    shared = sorted((boundaries(first) & boundaries(second)) | {end} - {0})
    parts = zip(_split_at(first, shared), _split_at(second, shared), strict=True)
    return [(one, other) for one, other in parts if one != other]


def _same_letters(first: Sequence[str], second: Sequence[str]) -> None:
    one, other = "".join(first), "".join(second)
    if one == other:
        return
    pairs = enumerate(zip(one, other, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    raise CourseError(
        f"two tokenizations of one text, {one[at : at + 12]!r} after {at} letters",
        repr(other[at : at + 12]),
        "Cut the same text twice, without its white space.",
    )


def _around(tokens: Sequence[str], at: int) -> tuple[str, ...]:
    """The token that covers a place, or the two that meet there."""
    end = 0
    for number, token in enumerate(tokens):
        end += len(token)
        if end == at:
            return (token, tokens[number + 1])
        if end > at:
            return (token,)
    raise IndexError(at)


def _split_at(tokens: Sequence[str], cuts: Sequence[int]) -> list[tuple[str, ...]]:
    parts: list[tuple[str, ...]] = []
    tokens, end, start = list(tokens), 0, 0
    wanted = set(cuts)
    for number, token in enumerate(tokens):
        end += len(token)
        if end in wanted:
            parts.append(tuple(tokens[start : number + 1]))
            start = number + 1
    return parts


def _why_missing(left: str, right: str) -> Cause:
    if right in CLITICS:
        return "clitic"
    if left in CURRENCY or right in CURRENCY:
        return "currency"
    return "word" if left[-1].isalnum() and right[0].isalnum() else "punctuation"


def _why_extra(whole: str, left: str, right: str) -> Cause:
    """Why a cut is wrong inside the gold token ``whole``, which ``left`` and ``right`` meet in."""
    beside = left[-1] + right[0]
    if whole in CLITICS:
        return "clitic"
    if "-" in beside and len(whole) > 1 and any(map(str.isalnum, whole)):
        return "hyphen"
    if any(map(str.isdigit, whole)) and not any(map(str.isalpha, beside)):
        return "number"
    if "." in beside and any(map(str.isalpha, whole)):
        return "abbreviation"
    return "word" if beside.isalnum() else "punctuation"
