"""2.d  Tag a sentence with NLTK, chunk it by a grammar, and collect the names."""

from __future__ import annotations

from lessons.checks.calls import PRINTS, expect, returns
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import EARLY, GLOBALS
from lessons.tasks.t1b_cut import SPLIT
from lessons.tasks.t2a_beliefs import CAPITAL, POSSESSIVE
from lessons.tasks.t2d_slips import ONE_TAG, ONE_TOKEN, SLIPS

EXAMPLES: tuple[tuple[str, list[str]], ...] = (
    ("President Lee met envoys of the United States and Japan in Tokyo.",
     ["President Lee", "United States", "Japan", "Tokyo"]),
    ("Officials in eastern Ohio talked.", ["Ohio"]),
    ("Lee's talks with Victor Rose's aide helped Lee.", ["Lee", "Victor Rose", "Lee"]),
    ("They will address the issues.", []),
    ("Kang Yoo-jung left the U.S. for Seoul.", ["Kang Yoo-jung", "U.S.", "Seoul"]),
    ("Lake Chad's Mary Ann Rose of Ohio saw Japan's Lee in Tokyo",
     ["Lake Chad", "Mary Ann Rose", "Ohio", "Japan", "Lee", "Tokyo"]),
)  # fmt: skip
STRINGS = "a list of strings"

TASK = Task(
    id="2.d",
    kind="code",
    title="A chunk grammar of your own",
    points=4,
    prompt="Write `find_names(sentence)`. It tokenizes and tags the sentence, **chunks** it with a "
    "`nltk.RegexpParser` and a grammar of your own, and returns the names as a list of strings, in "
    "order, repeats included. A name is the longest run of proper nouns (`NNP` or `NNPS`), "
    "its words joined by one space. So `find_names('President Lee met envoys of the United States "
    "and Japan in Tokyo.')` gives `['President Lee', 'United States', 'Japan', 'Tokyo']`, and a "
    "sentence without names gives `[]`.",
    starter="# task 2.d\ngrammar = \"NAME: {...}\"\n\ndef find_names(sentence):\n    ...\n",
    promised=(
        "names of several words, in the plural, with a dot or a hyphen",
        "capitals that the tagger does not take for names",
        "clitics, and a name that comes twice",
    ),
    misconceptions=(CAPITAL, ONE_TOKEN, ONE_TAG, POSSESSIVE, SPLIT, EARLY, GLOBALS, PRINTS),
)  # fmt: skip


@TASK.check()
def it_returns_strings(submission: Submission) -> None:
    """A list (or tuple) of strings."""
    submission.attempted("2.d")
    try:
        got = returns(submission, "find_names", (EXAMPLES[0][0],), (list, tuple), STRINGS)
    except Failure as failure:
        if "chunk pattern" in failure.rationale or "chunkstring" in failure.rationale:
            failure.help = "A rule is a label, a colon, and a pattern in braces, each tag in angle "
            failure.help += "brackets, as in `THING: {<DT><NN>}`."
        raise
    for item in got if isinstance(got, (list, tuple)) else ():
        if not isinstance(item, str):
            raise Failure(
                f"It should return {STRINGS}; one item is {item!r}"[:200],
                "A chunk is a tree whose leaves are (word, tag). Join the words.",
            )


@TASK.check(after="it_returns_strings")
def the_examples_come_out(submission: Submission) -> None:
    """One example of every kind that grading looks at, and one without names."""
    expect(submission, "find_names", [((text,), names) for text, names in EXAMPLES], SLIPS)
