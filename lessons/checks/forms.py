"""How an answer is given: pure descriptions that a widget draws and a check reads.

An answer is always a Python literal, so that a learner can type it as well as click it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Protocol

from lessons.checks.calls import is_whole

LONGEST_NAME = 40  # characters of a question that a message repeats


class Form(Protocol):
    """What is asked. ``problem`` judges an answer's form, never whether it is right."""

    def problem(self, answer: object) -> str:
        """What is missing or misshapen in ``answer``, in one sentence; "" when nothing is."""


@dataclass(frozen=True)
class Choice:
    """One of several options; the answer is the option's text."""

    label: str
    options: tuple[str, ...]

    def problem(self, answer: object) -> str:
        """Say which options there are when ``answer`` is none of them."""
        if isinstance(answer, str) and answer in self.options:
            return ""
        return f"{_named(self)} takes one of {', '.join(map(repr, self.options))}; saw {answer!r}."


@dataclass(frozen=True)
class Number:
    """A whole number between ``least`` and ``most``; 29.0 is as good as 29."""

    label: str
    least: int
    most: int

    def problem(self, answer: object) -> str:
        """Say the range when ``answer`` is no whole number in it."""
        if is_whole(answer) and self.least <= answer <= self.most:
            return ""
        return (
            f"{_named(self)} takes a whole number from {self.least} to {self.most}; saw {answer!r}."
        )


@dataclass(frozen=True)
class Line:
    """One line of the learner's own text."""

    label: str
    longest: int = 300

    def problem(self, answer: object) -> str:
        """Say so when ``answer`` is not a line of text."""
        if isinstance(answer, str) and answer.strip() and len(answer) <= self.longest:
            return ""
        return f"{_named(self)} takes a line of text, at most {self.longest} characters long."


@dataclass(frozen=True)
class Fields:
    """Several questions with names; the answer is a dict from name to answer."""

    parts: dict[str, Choice | Number | Line]

    def problem(self, answer: object) -> str:
        """The first thing wrong with the first field that is wrong."""
        if not isinstance(answer, dict):
            return f"The answer is a dict with the keys {', '.join(map(repr, self.parts))}."
        if more := sorted(map(repr, set(answer) - set(self.parts))):
            return (
                f"The keys are {', '.join(map(repr, self.parts))}, spelt so; saw {', '.join(more)}."
            )
        for name, part in self.parts.items():
            if name not in answer:
                return f"{_named(part)} has no answer yet."
            if problem := part.problem(answer[name]):
                return problem
        return ""


@dataclass(frozen=True)
class Cuts:
    """A text to be cut into tokens; the answer is the list of tokens, in order.

    The tokens, joined, are the text without its white space.
    """

    text: str

    def problem(self, answer: object) -> str:
        """Say where the tokens and the text part ways."""
        if not isinstance(answer, (list, tuple)) or not all(type(part) is str for part in answer):
            return "The answer is a list of tokens, each a string."
        return _first_difference(self.text, answer)


@dataclass(frozen=True)
class Spans:
    """Names to be marked in a list of tokens; the answer is a list of (start, end, label).

    Tokens are counted from 0, and ``end`` is half-open: (3, 6, "PERSON") marks tokens 3, 4 and 5.
    """

    tokens: tuple[str, ...]
    labels: tuple[str, ...]

    def problem(self, answer: object) -> str:
        """Say which item is no span of these tokens, or which two spans overlap."""
        if not isinstance(answer, (list, tuple)):
            return "The answer is a list of (start, end, label), one for each name."
        taken: set[int] = set()
        for item in answer:
            if problem := self._wrong(item):
                return problem
            start, end, _ = item
            if taken & set(range(start, end)):
                return f"Spans may not overlap; {item!r} shares a token with another."
            taken |= set(range(start, end))
        return ""

    def _wrong(self, item: object) -> str:
        if (
            isinstance(item, (list, tuple))
            and len(item) == 3
            and [type(part) for part in item] == [int, int, str]
            and 0 <= item[0] < item[1] <= len(self.tokens)
            and item[2] in self.labels
        ):
            return ""
        return (
            f"Each span is (start, end, label), with tokens counted from 0 to {len(self.tokens)}, "
            f"the end behind the last one, and a label of {', '.join(self.labels)}; saw {item!r}."
        )


@dataclass(frozen=True)
class Breaks:
    """Places between sentences where the topic changes; the answer tells the reason for each.

    It is a dict from the number of a sentence, counted from 1, after which a break stands, to one
    of ``reasons``; or, where no reasons are asked for, the list of those numbers.
    """

    sentences: tuple[str, ...]
    reasons: tuple[str, ...] = ()

    def problem(self, answer: object) -> str:
        """Say which break stands nowhere, or has no reason yet."""
        if not isinstance(answer, dict if self.reasons else (list, tuple)):
            wanted = (
                "a dict from sentence number to reason" if self.reasons else "a list of numbers"
            )
            return f"The answer is {wanted}."
        last = len(self.sentences) - 1
        for number in answer:
            if type(number) is not int or not 1 <= number <= last:
                return f"A break stands after a sentence from 1 to {last}; saw {number!r}."
        if isinstance(answer, dict):
            for number, reason in answer.items():
                if reason not in self.reasons and reason:
                    wanted = ", ".join(map(repr, self.reasons))
                    return (
                        f"The reason after sentence {number} is none of {wanted}; saw {reason!r}."
                    )
                if reason not in self.reasons:
                    return f"The break after sentence {number} has no reason yet."
        elif len(set(answer)) < len(answer):
            return "A break is named twice."
        return ""


def _named(part: Choice | Number | Line) -> str:
    """A question by its first words: some are a sentence long, and stand on the page anyway."""
    return f"“{shorten(part.label, LONGEST_NAME, placeholder=' …')}”"


def _first_difference(text: str, tokens: Sequence[str]) -> str:
    at = 0
    for token in tokens:
        at = len(text) - len(text[at:].lstrip())
        if not token or not text.startswith(token, at) or token.split() != [token]:
            return (
                "The tokens must be the text's own characters in order, and hold no space; "
                f"the text goes on {text[at : at + 12]!r}, the tokens with {token!r}."
            )
        at += len(token)
    rest = text[at:].lstrip()
    return f"The tokens stop before {rest[:12]!r}." if rest else ""
