"""3.e  Hide the names, and score again: how much of a score was a name?"""

from __future__ import annotations

import re

from lessons.checks.calls import PRINTS, expect, returns, short
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EATEN, leaves_alone
from lessons.tasks.t1e_slips import HALF_OPEN
from lessons.tasks.t3e_placeholders import NAME, right
from lessons.tasks.t3e_slips import LETTERS, SHIFT, SLIPS, TWICE

TRIPLE = "a tuple (masked text, score before, score after)"
EXAMPLES: tuple[tuple[str, list[tuple[int, int]]], ...] = (
    ("Hope met Lee.", [(0, 4), (9, 12)]),
    ("Hope met Lee and Mercy.", [(17, 22), (0, 4), (9, 12)]),
    ("Hope is no plan, says Hope.", [(22, 26)]),
    ("The Bank of Joy has closed.", [(4, 15), (12, 15)]),
    ("Joy Foods Fair Port lost it all.", [(0, 9), (10, 19)]),
    ("A Union of Hope Workers won.", [(2, 23), (11, 15)]),
    ("The Bank of Joy Foods agreed.", [(12, 21), (4, 15)]),
    ("JoyFair lost hope.", [(0, 3), (3, 7)]),
    ("No name is in here.", []),
)

TASK = Task(
    id="3.e",
    kind="code",
    title="Hide the names, score again",
    points=4,
    prompt="Write `mask_entities(text, entities)`. `entities` is a list of `(start, end)`, places "
    "of names, **in any order**. It returns a tuple of three: the text with `NAME` in place of "
    "each name, VADER's compound **before**, and the one **after**. Spans that share letters "
    "are hidden together, by one `NAME`.",
    starter="# task 3.e\ndef mask_entities(text, entities):\n"
    "    # for 'Hope met Lee.', [(0, 4), (9, 12)] return ('NAME met NAME.', 0.4404, 0.0)\n"
    "    # 'The Bank of Joy has closed.', [(4, 15), (12, 15)] becomes 'The NAME has closed.'\n"
    "    ...\n",
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
            "Of the three, which is of another kind, or in another place?"
            if len(kinds) == 3
            else "Three things, in this order, with commas between them.",
        )
    _is_masked_by_name(submission, "Ann met Lee.", [(0, 3), (8, 11)])


def _is_masked_by_name(submission: Submission, text: str, spans: list[tuple[int, int]]) -> None:
    got = submission.call("mask_entities", text, spans)
    masked = str(got[0]) if isinstance(got, (list, tuple)) and got else text
    if masked != text and len(masked) == len(text) and " met " in masked:
        raise Failure(
            "The placeholder is as long as the name.",
            "One NAME for each, however long it was. Why is that harder for the offsets?",
        )
    put = re.fullmatch(r"(.+) met \1\.", masked)
    if put and put[1] != NAME:
        raise Failure(
            f"In place of each name stands {put[1]!r}, not {NAME!r}."[:150],
            "Four capital letters, and nothing around them: the blanks are the sentence's own.",
        )


@TASK.check(after="it_returns_three")
def the_examples_come_out(submission: Submission) -> None:
    """An example of every kind that grading looks at, and a text without names."""
    cases = [((text, spans), right(text, spans)) for text, spans in EXAMPLES]
    expect(submission, "mask_entities", cases, SLIPS)


@TASK.check(after="it_returns_three")
def the_list_is_left_as_it_was(submission: Submission) -> None:
    """The spans that went in are the spans that come out."""
    leaves_alone(submission, "mask_entities", *EXAMPLES[1])
