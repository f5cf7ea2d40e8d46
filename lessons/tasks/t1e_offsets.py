"""1.e  Every token keeps its place in the text."""

from __future__ import annotations

from lessons.checks.calls import PRINTS, expect, returns
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t1b_cut import SPLIT
from lessons.tasks.t1d_types import MARKS
from lessons.tasks.t1e_slips import ANEW, FIRST, HALF_OPEN, SLIPS, SUBSTRINGS

TRIPLES = "a list of (token, start, end)"
QUOTED = '"No", he said.'
EXAMPLES: tuple[tuple[str, list[tuple[str, int, int]]], ...] = (
    ("To be or to do.",
     [("To", 0, 2), ("be", 3, 5), ("or", 6, 8), ("to", 9, 11), ("do", 12, 14), (".", 14, 15)]),
    ("Man a", [("Man", 0, 3), ("a", 4, 5)]),
    ("Lee's back.", [("Lee", 0, 3), ("'s", 3, 5), ("back", 6, 10), (".", 10, 11)]),
    ("to be or to do", [("to", 0, 2), ("be", 3, 5), ("or", 6, 8), ("to", 9, 11), ("do", 12, 14)]),
    ("He left. He wept. He left.",
     [("He", 0, 2), ("left", 3, 7), (".", 7, 8), ("He", 9, 11), ("wept", 12, 16), (".", 16, 17),
      ("He", 18, 20), ("left", 21, 25), (".", 25, 26)]),
    (" He  left.  She\nstayed.",
     [("He", 1, 3), ("left", 5, 9), (".", 9, 10), ("She", 12, 15), ("stayed", 16, 22),
      (".", 22, 23)]),
    (QUOTED,
     [('"', 0, 1), ("No", 1, 3), ('"', 3, 4), (",", 4, 5), ("he", 6, 8), ("said", 9, 13),
      (".", 13, 14)]),
)  # fmt: skip


TASK = Task(
    id="1.e",
    kind="code",
    title="Tokens with offsets",
    points=5,
    prompt="Write `tokens_with_offsets(text)`: a list of `(token, start, end)`, one for each token "
    "of `word_tokenize(text)`, in order, where `token` is **the text as it stands**: "
    '`text[start:end] == token`. So `tokens_with_offsets("Lee\'s back.")` gives '
    "`[('Lee', 0, 3), (\"'s\", 3, 5), ('back', 6, 10), ('.', 10, 11)]`, and for `'\"No\", he "
    "said.'` the first item is `('\"', 0, 1)`, although NLTK writes that token otherwise. "
    "Write a loop, or look for help in `nltk.tokenize`: only what comes out counts.",
    starter="# task 1.e\ndef tokens_with_offsets(text):\n    ...\n",
    promised=(
        "a token that comes twice",
        "quotation marks",
        "several sentences, with line breaks and double spaces",
    ),
    hints=(
        'Write `He said "no".` on paper, a number below each character, and each token of '
        "`word_tokenize` below its place. Which tokens do not stand there as NLTK writes them?",
        "This is **alignment**: a *cursor* walks along the text, and stands where the last token "
        "ended. Look for each token from there on; where NLTK's spelling is not the text's, look "
        "for what the text has.",
        "A list says *and* where the text has a sign: `Salt`, `and`, `salt` for `Salt & salt`. The "
        "cursor is at 0, and `Salt` is found at 0, so the cursor goes to 4. From there, `&` is "
        "found at 5, for *and*: the cursor goes to 6, and `salt` is found at 7.",
    ),
    misconceptions=(SPLIT, MARKS, SUBSTRINGS, FIRST, HALF_OPEN, ANEW, EARLY, GLOBALS, PRINTS),
)


@TASK.check()
def it_returns_triples(submission: Submission) -> None:
    """A list of items of three: a string and two whole numbers."""
    submission.attempted("1.e")
    got = returns(submission, "tokens_with_offsets", ("Lee's back.",), (list, tuple), TRIPLES)
    for item in got if isinstance(got, (list, tuple)) else ():
        if not isinstance(item, (list, tuple)) or len(item) != 3:
            help = "Append all three together, in one pair of parentheses."
            if isinstance(item, (list, tuple)) and isinstance([*item, ""][0], (list, tuple)):
                help = "`append` puts a whole list in as one item; `extend` adds what is in it."
            raise Failure(f"It should return {TRIPLES}; one item is {item!r}"[:200], help)
        if sorted(type(part).__name__ for part in item) != ["int", "int", "str"]:
            raise Failure(
                f"It should return {TRIPLES}; one item is {item!r}"[:200],
                "The token is a string; its places are whole numbers, without quotes.",
            )


@TASK.check(after="it_returns_triples")
def the_examples_come_out(submission: Submission) -> None:
    """One example of every kind that grading looks at, and the empty text."""
    submission.call("tokens_with_offsets", EXAMPLES[0][0])
    try:
        submission.call("tokens_with_offsets", QUOTED)
    except Failure as failure:  # what goes wrong here alone goes wrong at the quotation marks
        raise Failure(failure.rationale, misconception=SUBSTRINGS) from None
    cases = [((text,), expected) for text, expected in (*EXAMPLES, ("", []))]
    expect(submission, "tokens_with_offsets", cases, SLIPS)
