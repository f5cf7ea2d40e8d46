"""3.e  A text with its names hidden, as it should be and as one would not have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lessons.tasks.t3d_texts import scored

Spans = Sequence[tuple[int, int]]
NAME = "NAME"


def joined(spans: Spans) -> list[tuple[int, int]]:
    """The spans in order, those that share letters joined."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(map(tuple, spans)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def masked(text: str, spans: Spans, name: str = NAME) -> str:
    """The text with every span replaced, those that overlap by one name together."""
    for start, end in reversed(joined(spans)):
        text = text[:start] + name + text[end:]
    return text


def told(text: str, hidden: str) -> tuple[str, float, float]:
    """What ``mask_entities`` returns for a text and its masked form."""
    ((before, _), (after, _)) = scored([text, hidden])
    return hidden, before, after


def right(text: str, spans: Spans) -> tuple[str, float, float]:
    """What ``mask_entities`` should return."""
    return told(text, masked(text, spans))


def in_turn(text: str, spans: Spans) -> str:
    """Cut in this order, whatever has moved."""
    for start, end in spans:
        text = text[:start] + NAME + text[end:]
    return text


def letters(order: Callable[[Spans], Spans], count: int = -1) -> Callable[[str, Spans], str]:
    """What hides the letters of each name, wherever they stand, so many times."""

    def mask(text: str, spans: Spans) -> str:
        for name in [text[start:end] for start, end in order(spans)]:
            text = text.replace(name, NAME, count)
        return text

    return mask


def whole_words(text: str, spans: Spans) -> str:
    """The letters of each name, wherever they are words."""
    for name in [text[start:end] for start, end in spans]:
        text = re.sub(rf"\b{re.escape(name)}\b", NAME, text)
    return text


def shifted(before: int, behind: int) -> Callable[[str, Spans], str]:
    """What cuts each name some letters off its place."""

    def mask(text: str, spans: Spans) -> str:
        for start, end in reversed(joined(spans)):
            text = text[: start + before] + NAME + text[end + behind :]
        return text

    return mask


def as_one(text: str, spans: Spans) -> str:
    """Names with one blank between them hidden together."""
    return masked(text, spans).replace(f"{NAME} {NAME}", NAME)


def each(text: str, spans: Spans) -> str:
    """Every span cut by itself, from the last to the first."""
    return in_turn(text, latest(spans))


def by_end(text: str, spans: Spans) -> str:
    """The same, in the order of their ends."""
    return in_turn(text, sorted(spans, key=lambda span: span[1], reverse=True))


def latest(spans: Spans) -> Spans:
    """From the last to the first."""
    return sorted(spans, reverse=True)


def longest(spans: Spans) -> Spans:
    """From the longest to the shortest."""
    return sorted(spans, key=lambda span: span[0] - span[1])


def outermost(spans: Spans) -> list[tuple[int, int]]:
    """Those that lie in no other."""
    return [
        (start, end)
        for start, end in map(tuple, spans)
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)
    ]


def apart(spans: Spans) -> list[tuple[int, int]]:
    """Those that overlap none before them in the list."""
    kept: list[tuple[int, int]] = []
    for start, end in map(tuple, spans):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return kept


def joined_badly(
    spans: Spans,
    touch: int = 0,
    end_of: Callable[[int, int], int] = max,
    order: Callable[[Spans], Spans] = sorted,
) -> list[tuple[int, int]]:
    """Joined, but spans that touch as well (or have a blank between them, where ``touch`` is 2),
    up to another end than the farther one, or in another order than that of the text."""
    found: list[tuple[int, int]] = []
    for start, end in map(tuple, order(spans)):
        if not found or start >= found[-1][1] + touch:
            found.append((start, end))
        else:
            found[-1] = (found[-1][0], end_of(found[-1][1], end))
    return found


def drifting(sign: int, spans_of: Callable[[Spans], Spans]) -> Callable[[str, Spans], str]:
    """From left to right, with a count of how far the places have moved."""

    def mask(text: str, spans: Spans) -> str:
        shift = 0
        for start, end in spans_of(spans):
            text = text[: start + shift] + NAME + text[end + shift :]
            shift += sign * (len(NAME) - (end - start))
        return text

    return mask


def by_words(hidden: Callable[[str, list[str]], bool]) -> Callable[[str, Spans], str]:
    """What goes from blank to blank."""
    return lambda text, spans: " ".join(
        NAME if hidden(word, [text[start:end] for start, end in spans]) else word
        for word in text.split()
    )


def trimmed(spans: Spans) -> list[tuple[int, int]]:
    """Each span from where the one before it ended, if anything is left of it."""
    found, last = list[tuple[int, int]](), 0
    for start, end in sorted(map(tuple, spans)):
        if end > last:
            found.append((max(start, last), end))
            last = end
    return found


def by_tokens(text: str, spans: Spans) -> str:
    """A placeholder for each word of a name."""
    for start, end in reversed(joined(spans)):
        text = text[:start] + " ".join([NAME] * len(text[start:end].split())) + text[end:]
    return text


def of_four(text: str, spans: Spans) -> str:
    """As if each name were as long as the placeholder."""
    return in_turn(text, [(start, start + len(NAME)) for start, _ in latest(spans)])


def cut_at(text: str, spans: Spans) -> str:
    """The text with these spans replaced, which overlap nowhere."""
    return in_turn(text, list(spans)[::-1])
