"""2.e practice  One gap: when do two spans overlap?"""

from __future__ import annotations

from lessons.checks.calls import same
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task

TOUCHING = Misconception(
    "touching-is-overlapping",
    "Spans that touch overlap",
    "A span ends before its end: “South Korean” and “President” share a border, and no token.",
    "Draw both spans under the tokens: is there a token that lies in both?",
)
PRACTICE = Task(
    id="2.e practice",
    kind="code",
    title="One gap",
    prompt="**Practice.** What kind of mistake is a predicted span? One gap is left: when do two "
    "half-open spans overlap? With `gold = [(4, 7, 'PERSON')]`, `kind_of((3, 7, 'PERSON'), gold)` "
    "is `'boundary'`, and so are `(4, 6, …)` and `(6, 9, …)`; `(7, 9, 'GPE')` is `'invented'`.",
    starter="# task 2.e practice\ndef kind_of(span, gold):\n    start, end, label = span\n"
    "    for s, e, l in gold:\n        if (s, e) == (start, end):\n"
    "            return 'right' if l == label else 'label'\n"
    "        if start < e and ...:\n            return 'boundary'\n    return 'invented'\n",
    misconceptions=(TOUCHING,),
)
CASES = {
    (3, 7, "PERSON"): "boundary",
    (4, 6, "PERSON"): "boundary",
    (6, 9, "GPE"): "boundary",
    (1, 5, "PERSON"): "boundary",
    (0, 2, "GPE"): "invented",
    (7, 9, "GPE"): "invented",
    (1, 4, "GPE"): "invented",
    (4, 7, "GPE"): "label",
    (4, 7, "PERSON"): "right",
}


@PRACTICE.check()
def the_gap_is_filled(submission: Submission) -> None:
    """Every way in which two spans may lie."""
    submission.attempted("2.e practice")
    for span, kind in CASES.items():
        got = submission.call("kind_of", span, [(4, 7, "PERSON")])
        if same(got, kind):
            continue
        touches = got == "boundary" and (span[0] == 7 or span[1] == 4)
        raise Failure(
            f"With gold (4, 7), the span {span[:2]} came out as {got!r}."[:200],
            "" if touches else "Two conditions: each span begins before the other one ends.",
            TOUCHING if touches else None,
        )
