"""3.e  Hide the names, and score again: how much of a score was a name?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lessons.checks.calls import PRINTS, Slip, expect, returns, short
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EATEN
from lessons.tasks.t1e_slips import HALF_OPEN
from lessons.tasks.t3d_bars import scored

Spans = Sequence[tuple[int, int]]
NAME = "NAME"
TRIPLE = "a tuple (masked text, score before, score after)"
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


def _drawn_out(text: str, spans: Spans) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "_" * (end - start)
    return "".join(letters)


def _as_one(text: str, spans: Spans) -> str:
    """Names with one blank between them hidden together."""
    return masked(text, spans).replace(f"{NAME} {NAME}", NAME)


def _hiding(mask: Callable[[str, Spans], str]) -> Callable[..., tuple[str, float, float]]:
    return lambda text, spans: told(text, mask(text, spans))


SLIPS = (
    Slip("It cuts from left to right, at places that have moved.",
         _hiding(lambda t, s: _in_turn(t, sorted(s))), belief=SHIFT),
    Slip("It cuts in the order given, at places that may have moved.",
         _hiding(_in_turn), belief=SHIFT),
    Slip("It takes the last span first, wherever that stands in the text.",
         _hiding(lambda t, s: _in_turn(t, list(s)[::-1])),
         "The spans come in any order. What order do you need?"),
    Slip("Spans that overlap were cut one after the other.",
         _hiding(lambda t, s: _in_turn(t, sorted(s, reverse=True))), belief=TWICE),
    Slip("It also hid letters that no span marks.", _hiding(_letters), belief=LETTERS),
    Slip("It hid the first place with these letters, not the one that was marked.",
         _hiding(_first), belief=LETTERS),
    Slip("The names are gone, and nothing stands in their place.",
         _hiding(lambda t, s: masked(t, s, "")),
         "A sentence with a hole reads otherwise: put NAME where the name was."),
    Slip("The placeholder is as long as the name.", _hiding(_drawn_out),
         "One NAME for each, however long it was. Why is that harder for the offsets?"),
    Slip("It cuts a letter too many after each name.",
         _hiding(lambda t, s: masked(t, [(a, b + 1) for a, b in s])), belief=HALF_OPEN),
    Slip("The last letter of each name is left.",
         _hiding(lambda t, s: masked(t, [(a, b - 1) for a, b in s])), belief=HALF_OPEN),
    Slip("Only one name was hidden.", _hiding(lambda t, s: masked(t, list(s)[:1])),
         "Is your return inside the loop?"),
    Slip("Names side by side became one NAME.", _hiding(_as_one),
         "Spans that only touch a blank share no letters: each is a name of its own."),
    Slip("The text is masked, but both scores are of the text before.",
         lambda t, s: (masked(t, s), right(t, s)[1], right(t, s)[1]),
         "Which text does your second call of VADER get?"),
    Slip("The text is masked, but both scores are of the text after.",
         lambda t, s: (masked(t, s), right(t, s)[2], right(t, s)[2]),
         "Score the text before you change it, or keep it under another name."),
    Slip("The two scores have changed places.",
         lambda t, s: (masked(t, s), right(t, s)[2], right(t, s)[1]),
         "First the score of the text as it was given."),
)  # fmt: skip
EXAMPLES: tuple[tuple[str, list[tuple[int, int]]], ...] = (
    ("Hope met Lee.", [(0, 4), (9, 12)]),
    ("Hope met Lee and Mercy.", [(17, 22), (0, 4), (9, 12)]),
    ("Hope is no plan, says Hope.", [(22, 26)]),
    ("The Bank of Joy has closed.", [(4, 15), (12, 15)]),
    ("Joy Foods Fair Port lost it all.", [(0, 9), (10, 19)]),
    ("No name is in here.", []),
)

TASK = Task(
    id="3.e",
    kind="code",
    title="Hide the names, score again",
    points=4,
    prompt="Write `mask_entities(text, entities)`. `entities` is a list of `(start, end)`, places "
    "of names in the text, **in any order**. It returns a tuple of three: the text with `NAME` in "
    "place of each name, VADER's compound **before**, and the compound **after**. Spans that share "
    "letters are hidden together, by one `NAME`. So `mask_entities('Hope met Lee.', [(0, 4), (9, "
    "12)])` gives `('NAME met NAME.', 0.4404, 0.0)`, and of `'The Bank of Joy has closed.'` with "
    "`[(4, 15), (12, 15)]` the first part is `'The NAME has closed.'`",
    starter="# task 3.e\ndef mask_entities(text, entities):\n    ...\n",
    promised=(
        "names in any order",
        "a name whose letters stand elsewhere, too",
        "names that overlap, or stand side by side",
        "a list that is needed again afterwards",
    ),
    misconceptions=(SHIFT, LETTERS, TWICE, HALF_OPEN, EATEN, PRINTS),
)


@TASK.check()
def it_returns_three(submission: Submission) -> None:
    """A text and two numbers."""
    submission.attempted("3.e")
    got = returns(submission, "mask_entities", EXAMPLES[0], (tuple, list), TRIPLE)
    kinds = [type(each) for each in got] if isinstance(got, (tuple, list)) else []
    if kinds != [str, float, float]:
        raise Failure(
            f"It should return {TRIPLE}; saw {short(got, 120)}.",
            "Three things, in this order, with commas between them.",
        )


@TASK.check(after="it_returns_three")
def the_examples_come_out(submission: Submission) -> None:
    """An example of every kind that grading looks at, and a text without names."""
    cases = [((text, spans), right(text, spans)) for text, spans in EXAMPLES]
    expect(submission, "mask_entities", cases, SLIPS)


@TASK.check(after="it_returns_three")
def the_list_is_left_as_it_was(submission: Submission) -> None:
    """The spans that went in are the spans that come out."""
    text, spans = EXAMPLES[1]
    left = submission.called("mask_entities", text, spans).arguments[1]
    if not isinstance(left, list) or list(map(tuple, left)) != spans:
        raise Failure("Your function changed the list that it was lent.", misconception=EATEN)
