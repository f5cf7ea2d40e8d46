"""6.b practice  Count a name among the tokens: a loop with one gap."""

from __future__ import annotations

from lessons.checks.calls import Slip, expect, returns
from lessons.checks.submission import Submission
from lessons.checks.task import Task

CASES: tuple[tuple[tuple[list[str], list[str]], int], ...] = (
    ((["Port", "Ansel", "and", "Port", "Lorne"], ["Port", "Ansel"]), 1),
    ((["Port", "Ansel", "and", "Port", "Lorne"], ["Port"]), 2),
    ((["the", "trainer", "missed", "the", "train"], ["train"]), 1),
    ((["Ansel", "Port", "and", "Port", "Ansel"], ["Port", "Ansel"]), 1),
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
    Slip("It compares two tokens each time, however long the name is.",
         lambda t, n: _model(t, n, 2), "How long must the slice be for a name of one word?"),
    Slip("Only the first place is ever compared with the name.",
         lambda t, n: int(t[: len(n)] == n),
         "At place 3, where must the slice end? And is return behind the loop, not in it?"),
    Slip("It finds a name only at the very end, where a slice cannot run on.",
         lambda t, n: int(t[-len(n) :] == n),
         "The slice is longer than the name: print one of them, and count its tokens."),
    Slip("No slice was ever equal to the name.", lambda t, n: 0,
         "Print a slice beside the name: are both lists, and equally long?"),
    Slip("It counts the words of the name wherever they are.",
         lambda t, n: sum(word in n for word in t), "They must stand in a row: compare a slice."),
    Slip("It says whether the name is there, not how often.",
         lambda t, n: int(_model(t, n, len(n)) > 0), "Add one each time that it is found."),
)  # fmt: skip


@PRACTICE.check()
def the_gap_is_filled(submission: Submission) -> None:
    """A name of two words, and words inside longer ones."""
    submission.attempted("6.b practice")
    returns(submission, "how_often", CASES[0][0], (int, float), "one whole number")
    expect(submission, "how_often", CASES, SLIPS)
