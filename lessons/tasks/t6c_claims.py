"""6.c  Three claims, each with a number, a figure and a counter-example: a rubric.

What a machine can see of a claim is whether its parts are there. What it says is a proposal, and
marked as one; whether the claim is true, and follows from its figure, a person decides.
"""

from __future__ import annotations

import re

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t6b_own_text import own_text

FITS = Misconception(
    "examples-that-fit-are-proof",
    "A claim is proved by the examples that fit it",
    "Nineteen sentences hold an example for nearly anything. What tests a claim is the sentence "
    "that speaks against it, shown to the reader.",
    "Go to the bars that point the other way, and read their sentences. Copy one, in quotes.",
)
MANY = 3
RUN = 4  # words of a quotation, at least; or a whole sentence that has fewer
START = re.compile(
    r"^[\s>#*_-]*(?:claim\s*)?(\d{1,2})\s*(?:[.):]|[*_]+|$)(?!\d)[*_:.]*",
    re.IGNORECASE | re.MULTILINE,
)
QUOTED = re.compile(
    '“[^”]+”|«[^»]+»|"[^"]+"|„[^“”]+[“”]|^>.+$|(?<!\\w)\'.+?\'(?!\\w)', re.MULTILINE
)
QUOTES = re.compile("[\"'“”„«»‘’>]")
FIGURE = re.compile(
    r"\b(figures?|fig\.?|charts?|counts_chart|scores_chart|bars?|plot)(?![a-z])", re.IGNORECASE
)
POINTER = re.compile(  # numbers that count nothing: a place on a chart, the line at zero, a year
    r"\b(in|since|until|from|by|year) (1[5-9]|20)\d\d\b"
    r"|\b(figure|fig\.?|chart|sentence|bar)\s*(no\.?\s*)?\d+"
    r"|\b(above|below|over|under|than) (zero|0)\b(?!\.\d)",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d|%|\b(zero|none|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|twice"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|hundred|third|quarter"
    r"|(no|every|each) (sentence|bar)|all (of )?(the |its )?(sentences|bars)"
    r"|one (of|sentence|bar|in|word|time))\b",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(but|however|yet|although|though|despite|except|unless|nevertheless|still|not|against|"
    r"while|counter|contrary|on the other hand|even so)\b|n['’]t\b",
    re.IGNORECASE,
)
PERSON = " This is a machine's proposal: a person reads the claims, and decides."

TASK = Task(
    id="6.c",
    kind="words",
    title="Three claims",
    points=4,
    words=60,
    prompt="Make three claims about **what your text says**, and number them `1.`, `2.`, `3.` at "
    "the beginning of a line. Each has: a **number** that can be checked (how many, "
    "out of how many; “sentence `7`” only says where to look); the **figure** it "
    "stands on (write `counts_chart`, `scores_chart`, or figure, and which); and a "
    "**counter-example**: *but*, *however* or *not*, then a sentence of your text that speaks "
    "against the claim, copied word for word in quotation marks, whole or at least `4` words of "
    "it. A machine proposes points for what it can see: are the parts there, does the quotation "
    "stand in `my_text`? Whether a claim is true, and worth making, **a person decides**.",
    misconceptions=(FITS,),
)


def claims_in(words: str) -> list[str]:
    """The numbered claims, without their numbers; the first is what follows the first number.

    >>> claims_in("1. Up.\\n2) Down.\\n**3.** Both.")
    ['Up.', 'Down.', 'Both.']
    """
    starts = list(START.finditer(words))
    ends = [*(start.start() for start in starts[1:]), len(words)][: len(starts)]
    return [words[start.end() : end].strip() for start, end in zip(starts, ends, strict=True)]


def quotations(claim: str) -> list[str]:
    """What stands in quotation marks or in a quoted block, longest first."""
    found = QUOTED.findall(claim)
    marks = [match.start() for match in re.finditer('["“”]', claim)]
    if len(marks) > 2:  # quotation marks inside a quotation
        found.append(claim[marks[0] : marks[-1] + 1])
    return sorted(found, key=len, reverse=True)


def stands_in(quotation: str, text: str) -> bool:
    """Whether enough of a quotation is in the text, word for word; … may leave words out."""
    within = _bare(text)
    parts = [_bare(part) for part in re.split(r"\[?(?:…|\.{3})\]?", quotation)]
    parts = [part for part in parts if part]
    return (
        bool(parts)
        and all(part in within for part in parts)
        and (max(len(part.split()) for part in parts) >= RUN or _is_a_sentence(parts[0], text))
    )


def _bare(words: str) -> str:
    return " ".join(QUOTES.sub(" ", words).lower().split()).strip(" .,;:!?*_")


def _is_a_sentence(part: str, text: str) -> bool:
    from lessons.tasks.t6b_own_text import sentences_of

    return part in {_bare(sentence) for sentence in sentences_of(text)}


def _claims(submission: Submission) -> list[str]:
    claims = claims_in(submission.text("6.c"))
    if not claims:
        raise Failure(
            "No line begins with a number and a full stop.",
            "Begin each claim on a line of its own: 1. and a space, then the claim." + PERSON,
        )
    return claims


def _lacking(claims: list[str], has: re.Pattern[str], but: re.Pattern[str] = QUOTED) -> list[int]:
    """The numbers of the claims in which something is not to be seen, ``but`` set aside."""
    own = [but.sub(" ", QUOTED.sub(" ", claim)) for claim in claims]
    return [number for number, claim in enumerate(own, 1) if not has.search(claim)]


def _named(numbers: list[int], does: str, do: str) -> str:
    """Some of the claims and what they do.

    >>> _named([1, 3], "states", "state")
    'Claims 1 and 3 state'
    """
    said = " and ".join(map(str, numbers))
    return f"Claims {said} {do}" if len(numbers) > 1 else f"Claim {said} {does}"


@TASK.check(points=1, proposal=True)
def proposed_three_claims(submission: Submission) -> None:
    """Three numbered claims that differ."""
    claims = _claims(submission)
    if (distinct := len({_bare(claim) for claim in claims if claim})) < MANY:
        raise Failure(
            f"Of {len(claims)} claims, {len(claims) - distinct} repeat another; the task asks for "
            f"{MANY} that differ."
            if len(claims) >= MANY
            else f"Saw {len(claims)} claim{'s' * (len(claims) != 1)}; the task asks for {MANY}.",
            "What else do your two charts show, that one would not guess from the title?" + PERSON,
        )


@TASK.check(points=1, proposal=True)
def proposed_a_number_in_each(submission: Submission) -> None:
    """Something that can be counted again."""
    if lacking := _lacking(_claims(submission), NUMBER, POINTER):
        raise Failure(
            f"{_named(lacking, 'states', 'state')} no number of things.",
            "“Mostly” cannot be checked. How many sentences, out of how many? The number of a "
            "figure or of one sentence only says where to look." + PERSON,
        )


@TASK.check(points=1, proposal=True)
def proposed_a_figure_for_each(submission: Submission) -> None:
    """The chart that the claim stands on."""
    if lacking := _lacking(_claims(submission), FIGURE):
        raise Failure(
            f"{_named(lacking, 'names', 'name')} no figure.",
            "Where should a reader look to see it? Name the chart." + PERSON,
        )


@TASK.check(points=1, proposal=True)
def proposed_a_counter_example_for_each(submission: Submission) -> None:
    """A sentence of the text that speaks against the claim."""
    claims, text = _claims(submission), own_text(submission)
    for number, claim in enumerate(claims, 1):
        quoted = quotations(claim)
        if not quoted:
            raise Failure(f"Claim {number} quotes no sentence against itself.", misconception=FITS)
        if not any(stands_in(each, text) for each in quoted):
            if _bare(quoted[0]) in _bare(text):
                raise Failure(
                    f"What claim {number} quotes is only a piece of a sentence.",
                    f"Quote the whole sentence, or {RUN} words of it or more: a reader has to see "
                    "that it speaks against the claim." + PERSON,
                )
            raise Failure(
                f"What claim {number} quotes does not stand in `my_text`.",
                f"Copy {RUN} words or more exactly, from the text that this notebook reads; "
                "quotation marks round it, and … where you leave words out." + PERSON,
            )
        if not AGAINST.search(QUOTED.sub(" ", claim)):
            raise Failure(
                f"Claim {number} quotes a sentence, and does not say what it speaks against.",
                "Join the two with but, however or although: does the sentence still fit?" + PERSON,
            )
