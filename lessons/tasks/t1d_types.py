"""1.d  Call NLTK on the article, and count: tokens, types, and what lower-casing does to them."""

from __future__ import annotations

from lessons.checks.calls import PRINTS, Slip, expect, returns
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import GLOBALS
from lessons.tasks.t1b_cut import FULL_STOP, SPLIT

LOWER = Misconception(
    "lower-casing-is-harmless",
    "Lower-casing is harmless",
    "It makes us of US, and march of March: two words of the news become one.",
    "Count the types before you lower-case anything, and lower-case for the third number only.",
)
TOKENS_ARE_TYPES = Misconception(
    "tokens-are-types",
    "Tokens and types are the same",
    "A word that comes nine times is nine tokens and one type; its share of the article is lost.",
    "Which of your three numbers should grow when a sentence is repeated?",
)
MARKS = Misconception(
    "marks-are-not-tokens",
    "Only words are tokens",
    "The full stop is a token too: sentence splitters and taggers live by it.",
    "Look at the list that word_tokenize gives, to its very end.",
)
TRIPLE = "a tuple of three whole numbers"


def _words(text: str) -> list[str]:
    from nltk.tokenize import word_tokenize

    return list(word_tokenize(text))


def _counts(tokens: list[str]) -> tuple[int, int, int]:
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})


def _reordered(text: str, *places: int) -> tuple[int, ...]:
    return tuple(_counts(_words(text))[place] for place in places)


def _letters(text: str) -> tuple[int, int, int]:
    return len(_words(text)), len(set(text)), len(set(text.lower()))


def _torn(text: str) -> tuple[int, int, int]:
    from nltk.tokenize import wordpunct_tokenize

    return _counts(wordpunct_tokenize(text))


def _the_article(_: str) -> tuple[int, int, int]:
    from lessons.articles import sample_article

    return _counts([token for each in sample_article().sentences for token in _words(each.text)])


SLIPS = (
    Slip("It counted the pieces between spaces.", lambda t: _counts(t.split()), belief=SPLIT),
    Slip("Its types are already lower-cased.", lambda t: _reordered(t, 0, 2, 2), belief=LOWER),
    Slip("It lower-cased nothing: its second and third number are the same count.",
         lambda t: _reordered(t, 0, 1, 1), "Which of the two sets should be of lower-cased ones?"),
    Slip("All three numbers count tokens.", lambda t: _reordered(t, 0, 0, 0),
         belief=TOKENS_ARE_TYPES),
    Slip("Its second and third number have changed places.", lambda t: _reordered(t, 0, 2, 1),
         "Which comes first in the example: types as they stand, or lower-cased?"),
    Slip("Its third number still counts every token.", lambda t: _reordered(t, 0, 1, 0),
         "Lower-casing a list keeps its repeats. What holds each thing once?"),
    Slip("Its second and third number count the letters that are used.", _letters,
         "A set of a string holds its characters. What should the set be made from?"),
    Slip("It left the marks of punctuation out.",
         lambda t: _counts([token for token in _words(t) if token.isalnum()]), belief=MARKS),
    Slip("It counted characters, not tokens.", lambda t: _counts(list(t)),
         "A loop over a string goes through its characters. What should it go through?"),
    Slip("It tears clitics and abbreviations, as another tokenizer does.", _torn,
         "The task names the tokenizer: import that one, and call it."),
    Slip("It cuts the dot off every abbreviation.",
         lambda t: _counts(_words(t.replace(".", " ."))), belief=FULL_STOP),
    Slip("It counted the article, whatever text it was given.", _the_article, belief=GLOBALS),
    Slip("Tokens and types have changed places.", lambda t: _reordered(t, 1, 0, 2),
         "In the example, which number comes first?"),
    Slip("Its third number is what lower-casing took away, not what is left.",
         lambda t: (*_reordered(t, 0, 1), _reordered(t, 1)[0] - _reordered(t, 2)[0]),
         "How many different tokens are left after lower-casing?"),
)  # fmt: skip
EXAMPLES = (("May may march in March.", (6, 6, 4)), ("Dr. Lee's Lee.", (5, 4, 4)))

TASK = Task(
    id="1.d",
    kind="code",
    title="Count tokens and types",
    points=4,
    prompt="Write `count_types(text)`. It calls `word_tokenize`, and returns three numbers as a "
    "tuple: how many **tokens**; how many **types** (different tokens, as they stand); how many "
    "types are left when every token is **lower-cased**. So `count_types('May may march in "
    "March.')` gives `(6, 6, 4)`, and `count_types(\"Dr. Lee's Lee.\")` gives `(5, 4, 4)`. "
    "For the empty text it gives `(0, 0, 0)`. Then add a line `count_types(article.text)` at the "
    "end: what do you see?",
    starter="# task 1.d\ndef count_types(text):\n    ...\n",
    promised=(
        "a text with clitics and abbreviations",
        "a text that repeats itself",
        "a text where capitals tell words apart",
    ),
    misconceptions=(SPLIT, LOWER, TOKENS_ARE_TYPES, MARKS, FULL_STOP, GLOBALS, PRINTS),
)


@TASK.check()
def it_returns_three_numbers(submission: Submission) -> None:
    """A tuple (or list) of three whole numbers."""
    submission.attempted("1.d")
    got = returns(submission, "count_types", (EXAMPLES[0][0],), (tuple, list), TRIPLE)
    if isinstance(got, (tuple, list)) and [type(each) for each in got] != [int] * 3:
        raise Failure(
            f"It should return {TRIPLE}; saw {got!r}"[:200],
            f"Saw {len(got)} of them. Which count is missing, too many, or no whole number?",
        )


@TASK.check(after="it_returns_three_numbers")
def the_examples_come_out(submission: Submission) -> None:
    """Both examples of the prompt, and the empty text."""
    cases = [((text,), expected) for text, expected in (*EXAMPLES, ("", (0, 0, 0)))]
    expect(submission, "count_types", cases, SLIPS)
