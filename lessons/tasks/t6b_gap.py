"""6.b practice  Count a name among the tokens: a loop with one gap."""

from __future__ import annotations

from lessons.checks.calls import Slip, expect
from lessons.checks.submission import Submission
from lessons.checks.task import Task

CASES: tuple[tuple[tuple[list[str], list[str]], int], ...] = (
    ((["Port", "Ansel", "and", "Port", "Lorne"], ["Port", "Ansel"]), 1),
    ((["Port", "Ansel", "and", "Port", "Lorne"], ["Port"]), 2),
    ((["the", "trainer", "missed", "the", "train"], ["train"]), 1),
)


def _model(tokens: list[str], name: list[str], width: int) -> int:
    return sum(tokens[at : at + width] == name for at in range(len(tokens)))


PRACTICE = Task(
    id="6.b practice",
    kind="code",
    title="One gap",
    prompt="**Practice.** A name may have several words, so the function compares a *slice* of the "
    "tokens with it, at each place. Fill the gap, so that `how_often(['Port', 'Ansel', 'and', "
    "'Port', 'Lorne'], ['Port', 'Ansel'])` gives `1`, and for `['Port']` gives `2`.",
    starter="# task 6.b practice\ndef how_often(tokens, name):\n    found = 0\n"
    "    for at in range(len(tokens)):\n        if tokens[at : ...] == name:\n"
    "            found += 1\n    return found\n",
)
SLIPS = (
    Slip("It compares one token with the whole name.", lambda t, n: _model(t, n, 1),
         "How long must the slice be, so that it can equal a name of two words?"),
    Slip("The slice has an end that does not move along.",
         lambda t, n: sum(t[at : len(n)] == n for at in range(len(t))),
         "At place 3, where must the slice end?"),
)  # fmt: skip


@PRACTICE.check()
def the_gap_is_filled(submission: Submission) -> None:
    """A name of two words, and words inside longer ones."""
    submission.attempted("6.b practice")
    expect(submission, "how_often", CASES, SLIPS)
