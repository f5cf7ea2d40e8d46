"""Judge a learner's function by what it does, and name the slip that explains what it did."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission

NUMBERS = (int, float)
SEQUENCES = (list, tuple)
EXACT = 1e-9  # what numbers may differ by
MOST = 70  # characters of a value that are shown
PRINTS = Misconception(
    "printing-is-returning",
    "A function that prints its result gives its result",
    "A check, or another function, gets only what is returned; printed text is for eyes alone.",
    "Read the bridge “print or return” at the end of notebook 00.",
)
OTHER_TYPES: dict[type, str] = {
    bool: "True and False say whether. What else does the task ask for?",
    float: "Where does the fraction come from: is something divided?",
    str: "Text between quotes, even of digits, is one string. Hand back the values themselves.",
    list: "A list holds the things themselves. Is it they, or something about them?",
    tuple: "A comma makes a tuple: `return a, b` hands back two things in one.",
    set: "A set forgets the order, and what comes twice.",
    dict: "A dict keeps each key once, and a loop over it gives the keys alone.",
}


@dataclass(frozen=True)
class Slip:
    """A mistake with a model of it: a function that gives what the mistaken one would give.

    ``seen`` says what the learner's function did; ``help`` what to look at next.
    """

    seen: str
    model: Callable[..., object]
    help: str = ""
    belief: Misconception | None = None


def returns(
    submission: Submission,
    function: str,
    args: Sequence[object],
    kinds: tuple[type, ...],
    said: str,
) -> object:
    """What the function returns for ``args``; raises Failure unless it is of one of the ``kinds``.

    ``said`` names what is wanted in plain words ("one whole number").
    """
    called = submission.called(function, *args)
    if called.result is None and called.printed.strip():
        raise Failure("It printed something, but returned None.", misconception=PRINTS)
    if called.result is None:
        raise Failure(
            "It returned None.",
            f"It should return {said}. Which line hands it over, and is that line ever reached?",
        )
    if type(called.result) not in kinds and not (int in kinds and is_whole(called.result)):
        raise Failure(
            f"It should return {said}; it returned {_a(type(called.result).__name__)}: "
            f"{code(short(called.result))}",
            OTHER_TYPES.get(type(called.result), "What exactly does the task ask for?"),
        )
    return called.result


def is_whole(number: object) -> TypeGuard[int | float]:
    """Whether it is a whole number: 2, or 2.0, but not True."""
    return type(number) is int or (isinstance(number, float) and number.is_integer())


def expect(
    submission: Submission,
    function: str,
    cases: Sequence[tuple[Sequence[object], object]],
    slips: Sequence[Slip],
    *,
    unseen: str = "",
    near: float = EXACT,
) -> None:
    """Raise Failure unless the function returns what each case expects for its arguments.

    A slip is named when its model gives, in every case, just what the function gave. ``unseen``
    is what a hidden check was promised to look at: the arguments themselves stay hidden then.
    Numbers may differ by ``near``.
    """
    got = [submission.call(function, *args) for args, _ in cases]
    lost = [
        (args, expected, result)
        for (args, expected), result in zip(cases, got, strict=True)
        if not same(result, expected, near)
    ]
    if not lost:
        return
    for slip in slips:
        if all(
            same(slip.model(*args), result, near)
            for (args, _), result in zip(cases, got, strict=True)
        ):
            raise Failure(slip.seen, slip.help, slip.belief)
    if _all_alike(got) and not _all_alike([expected for _, expected in cases]):
        what = "the same" if unseen else code(short(got[0]))  # it may repeat what is hidden
        raise Failure(
            f"Whatever it was given, it returned {what}.",
            "Follow an argument through the function: which line reads it, and which changes the "
            "result because of it?",
        )
    same_again(submission, function, cases[0][0], got[0])
    if unseen:
        raise Failure(
            f"Tried on {unseen}: the result was not right.",
            "Make up inputs of the kind that this check looks at, and work them out by hand.",
        )
    args, wanted, result = lost[0]
    given = ", ".join(short(value) for value in args)
    where, kind = "returned", type(result).__name__
    if (at := _parts_at(result, wanted, near)) is not None and len(repr(result)) > MOST:
        result, wanted = result[at], wanted[at]  # type: ignore[index]
        where = f"returned {_a(kind)}, whose item {at + 1} is"
    elif (
        isinstance(result, SEQUENCES)
        and isinstance(wanted, SEQUENCES)
        and at is None
        and short(result) == short(wanted)
    ):  # they part where nothing is shown any more
        raise Failure(
            f"{code(f'{function}({given})')} returned {_a(kind)} of {len(result)} items; "
            f"there should be {len(wanted)}.",
            "As far as the shorter one goes, they are alike. What is left out, or too much?",
        )
    help = "Work this one out on paper, a step at a time. Where do the two part?"
    if result is None:
        help = "With this input, a way through the function reaches no `return`. Which?"
    result, wanted = (_cut(value, near) for value in (result, wanted))
    raise Failure(
        f"{code(f'{function}({given})')} {where} {code(short(result))}; "
        f"it should be {code(short(wanted))}.",
        help,
    )


def _parts_at(one: object, other: object, near: float) -> int | None:
    """The first place where two sequences differ, or None where one has no such place."""
    if not (isinstance(one, (list, tuple)) and isinstance(other, (list, tuple))):
        return None
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if not same(a, b, near)), None)


def _cut(value: object, near: float) -> object:
    """The value with its numbers cut to the places that count."""
    if isinstance(value, (list, tuple)):
        return type(value)([_cut(each, near) for each in value])
    return round(value, 3) if near > EXACT and isinstance(value, float) else value


def _all_alike(values: Sequence[object]) -> bool:
    return all(same(value, values[0]) for value in values)


def same_again(
    submission: Submission, function: str, args: Sequence[object], before: object
) -> None:
    """Raise Failure unless the function returns for ``args`` what it returned before."""
    if not same(submission.call(function, *args), before):
        raise Failure(
            "Asked the same twice, it gave two results.",
            "Something outlives the call: a list or a count made outside the function, or among "
            "its parameters. Make it anew in the first line.",
        )


def same(one: object, other: object, near: float = EXACT) -> bool:
    """Equal in value and type; a list is as good as a tuple, and 3.0 as 3, but True is not 1.

    >>> same([("Lee", 0)], [["Lee", 0.0]]), same(0.1 + 0.2, 0.3), same(True, 1)
    (True, True, False)
    """
    if type(one) in NUMBERS and type(other) in NUMBERS:
        return math.isclose(one, other, rel_tol=EXACT, abs_tol=near)  # type: ignore[arg-type]
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        return len(one) == len(other) and all(
            same(*pair, near) for pair in zip(one, other, strict=True)
        )
    return type(one) is type(other) and one == other


def short(value: object, most: int = MOST) -> str:
    """A value as code, cut to fit a sentence."""
    shown = repr(value)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def code(text: str) -> str:
    """Text marked as code, whatever backticks it holds itself.

    >>> code("len(words)"), code("a `b`")
    ('`len(words)`', '`` a `b` ``')
    """
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"`{text}`"
