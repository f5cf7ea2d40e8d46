"""3.e  What goes wrong where names are hidden: the beliefs it shows, and a model of each slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lessons.checks.calls import Slip
from lessons.checks.feedback import Misconception
from lessons.tasks.t1e_slips import HALF_OPEN
from lessons.tasks.t3d_slips import said, scored

Spans = Sequence[tuple[int, int]]
NAME = "NAME"
SHIFT = Misconception(
    "offsets-stay-put",
    "An offset stays good when the text changes",
    "A name and its placeholder differ in length, so every place behind the first change has "
    "moved, and the next cut tears a word that was never a name.",
    "Which change leaves all the places that are still to be used as they were?",
)
LETTERS = Misconception(
    "same-letters-same-name",
    "The same letters are the same thing",
    "*Hope* the mayor is a name and *hope* that she had is none, but `replace` cannot tell: only "
    "the place says which one is meant.",
    "Use the start and end that you were given, and look for no letters.",
)
TWICE = Misconception(
    "spans-never-overlap",
    "Two spans never overlap",
    "Two taggers, or a name inside a name (*the Bank of England*), give spans that share letters; "
    "the second cut then hits the placeholder of the first.",
    "What should become of (0, 15) and (8, 15)? Join such spans before you cut.",
)


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


def _in_turn(text: str, spans: Spans, cut: int = 0) -> str:
    for start, end in spans:
        text = text[:start] + NAME + text[end + cut :]
    return text


def _letters(text: str, spans: Spans) -> str:
    for name in [text[start:end] for start, end in spans]:
        text = text.replace(name, NAME)
    return text


def _first(text: str, spans: Spans) -> str:
    for start, end in reversed(joined(spans)):
        text = text.replace(text[start:end], NAME, 1)
    return text


def _first_in_turn(text: str, spans: Spans) -> str:
    for name in [text[start:end] for start, end in spans]:
        text = text.replace(name, NAME, 1)
    return text


def _whole_words(text: str, spans: Spans) -> str:
    for name in [text[start:end] for start, end in spans]:
        text = re.sub(rf"\b{re.escape(name)}\b", NAME, text)
    return text


def _shifted(before: int, behind: int) -> Callable[[str, Spans], str]:
    """What cuts each name some letters off its place."""

    def mask(text: str, spans: Spans) -> str:
        for start, end in reversed(joined(spans)):
            text = text[: start + before] + NAME + text[end + behind :]
        return text

    return mask


def _as_one(text: str, spans: Spans) -> str:
    """Names with one blank between them hidden together."""
    return masked(text, spans).replace(f"{NAME} {NAME}", NAME)


def _each(text: str, spans: Spans) -> str:
    """Every span cut by itself, from the last to the first."""
    return _in_turn(text, sorted(spans, reverse=True))


def _by_end(text: str, spans: Spans) -> str:
    return _in_turn(text, sorted(spans, key=lambda span: span[1], reverse=True))


def _outermost(spans: Spans) -> list[tuple[int, int]]:
    """Those that lie in no other."""
    return [
        (start, end)
        for start, end in map(tuple, spans)
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)
    ]


def _joined_badly(spans: Spans, touch: int = 0, last: bool = False) -> list[tuple[int, int]]:
    """Joined, but spans that touch as well (or have a blank between them, where ``touch`` is 2),
    or up to the end of the last instead of the longest; with neither, what overlaps the first of
    two is left out."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(map(tuple, spans)):
        if not found or start >= found[-1][1] + touch:
            found.append((start, end))
        elif touch or last:
            found[-1] = (found[-1][0], end if last else max(end, found[-1][1]))
    return found


def _cut_at(text: str, spans: Spans) -> str:
    """The text with these spans replaced, which overlap nowhere."""
    return _in_turn(text, list(spans)[::-1])


def _hiding(mask: Callable[..., str]) -> Callable[..., tuple[str, float, float]]:
    return lambda text, spans: told(text, mask(text, spans))


SLIPS = (
    Slip("It cuts from left to right, at places that have moved.",
         _hiding(lambda t, s: _in_turn(t, sorted(s))), belief=SHIFT),
    Slip("It cuts in the order given, at places that may have moved.",
         _hiding(_in_turn), belief=SHIFT),
    Slip("It takes the last span first, wherever that stands in the text.",
         _hiding(lambda t, s: _in_turn(t, list(s)[::-1])),
         "The spans come in any order. What order do you need?"),
    *(Slip("Spans that overlap were cut one after the other.", _hiding(cut), belief=TWICE)
      for cut in (_each, _by_end, lambda t, s: _each(t, list(set(map(tuple, s)))),
                  lambda t, s: _each(t, _outermost(s)))),
    Slip("Where spans overlap, the last one decided where the name ends.",
         _hiding(lambda t, s: _cut_at(t, _joined_badly(s, last=True))),
         "A name inside a longer one ends before it. Which of the two ends do you keep?"),
    Slip("Of spans that overlap, only the first was hidden.",
         _hiding(lambda t, s: _cut_at(t, _joined_badly(s))),
         "What the second has beyond the first is a name, too: join them before you cut."),
    Slip("Two names that touch became one NAME.",
         _hiding(lambda t, s: _cut_at(t, _joined_badly(s, touch=1))),
         "An end is half-open. Do (0, 3) and (3, 7) share a letter?"),
    Slip("No name was hidden.", lambda t, s: told(t, t),
         "A string never changes: replace and slices give a new one. Where do you keep it?"),
    *(Slip("It also hid letters that no span marks.", _hiding(mask), belief=LETTERS)
      for mask in (_letters, _whole_words)),
    *(Slip("It hid the first place with these letters, not the one that was marked.",
           _hiding(mask), belief=LETTERS) for mask in (_first, _first_in_turn)),
    Slip("The names are gone, and nothing stands in their place.",
         _hiding(lambda t, s: masked(t, s, "")),
         "A sentence with a hole reads otherwise: put NAME where the name was."),
    Slip("It cuts a letter too many after each name.", _hiding(_shifted(0, 1)), belief=HALF_OPEN),
    Slip("The last letter of each name is left.", _hiding(_shifted(0, -1)), belief=HALF_OPEN),
    Slip("The first letter of each name is left.", _hiding(_shifted(1, 0)),
         "What does text[0:3] hold, and what text[1:3]? A start belongs to its span."),
    Slip("It cuts a letter too many before each name.", _hiding(_shifted(-1, 0)),
         "text[:start] ends before the start already."),
    *(Slip("Only one name was hidden.", _hiding(lambda t, s, one=one: masked(t, one(s))),
           "Is your return inside the loop, or does each round begin with the whole text again?")
      for one in (lambda s: list(s)[:1], lambda s: list(s)[-1:],
                  lambda s: joined(s)[:1], lambda s: joined(s)[-1:])),
    *(Slip("One name was left as it was.", _hiding(lambda t, s, most=most: masked(t, most(s))),
           "Which span does your loop never reach?")
      for most in (lambda s: list(s)[1:], lambda s: list(s)[:-1],
                   lambda s: joined(s)[1:], lambda s: joined(s)[:-1])),
    *(Slip("Names side by side became one NAME.", _hiding(mask),
           "Spans with a blank between them share no letters: each is a name of its own.")
      for mask in (_as_one, lambda t, s: _cut_at(t, _joined_badly(s, touch=2)))),
    Slip("The text is masked, but both scores are of the text before.",
         lambda t, s: (masked(t, s), right(t, s)[1], right(t, s)[1]),
         "Which text does your second call of VADER get?"),
    Slip("The text is masked, but both scores are of the text after.",
         lambda t, s: (masked(t, s), right(t, s)[2], right(t, s)[2]),
         "Score the text before you change it, or keep it under another name."),
    *(Slip(f"It takes `{key}`, not the compound.",
           lambda t, s, key=key: (masked(t, s), said(t)[key], said(masked(t, s))[key]),
           "Print all that VADER says of a text: which entry is asked for?")
      for key in ("pos", "neg", "neu")),
    *(Slip("The scores were rounded.",
           lambda t, s, places=places: (
               masked(t, s), *(round(each, places) for each in right(t, s)[1:])),
           "Return each score as VADER gives it.") for places in (3, 2, 1)),
    *(Slip("The last of the three is the change, not the score after.",
           lambda t, s, sign=sign: (
               masked(t, s), right(t, s)[1], sign * (right(t, s)[2] - right(t, s)[1])),
           "Whoever calls it can work out the change from the two scores.") for sign in (1, -1)),
    Slip("The two scores have changed places.",
         lambda t, s: (masked(t, s), right(t, s)[2], right(t, s)[1]),
         "First the score of the text as it was given."),
)  # fmt: skip
