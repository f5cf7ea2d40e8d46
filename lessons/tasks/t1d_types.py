"""1.d  Call NLTK on the article, and count: tokens, types, and what lower-casing does to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import punctuation

from lessons.checks.calls import PRINTS, Slip, code, expect, is_whole, returns, short
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


def _tweeted(text: str) -> tuple[int, int, int]:
    from nltk.tokenize import TweetTokenizer

    return _counts(TweetTokenizer().tokenize(text))


def _sentences(text: str) -> tuple[int, int, int]:
    return _counts(_in_sentences(text))


def _typed(text: str, types: list[str]) -> tuple[int, ...]:
    """Every token counted, and types of something else."""
    return len(_words(text)), *_counts(types)[1:]


def _last_of(parts: list[str]) -> tuple[int, int, int]:
    return _counts(_words(parts[-1]) if parts else [])


def _in_sentences(text: str) -> list[str]:
    from nltk.tokenize import sent_tokenize

    return list(sent_tokenize(text))


def _third(text: str, tokens: list[str]) -> tuple[int, ...]:
    return (*_reordered(text, 0, 1), len(set(tokens)))


def _once(tokens: list[str]) -> int:
    return sum(tokens.count(token) == 1 for token in tokens)


def _the_article(_: str) -> tuple[int, int, int]:
    from lessons.articles import sample_article

    return _counts([token for each in sample_article().sentences for token in _words(each.text)])


WITHOUT_MARKS: tuple[Callable[[str], list[str]], ...] = (
    lambda text: [token for token in _words(text) if token.isalnum()],
    lambda text: [token for token in _words(text) if token not in punctuation],
    lambda text: re.findall(r"\w+", text),
    lambda text: _words(text.replace(".", "")),
    lambda text: _words("".join(letter for letter in text if letter not in punctuation)),
)
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
    Slip("Its third number counts methods, not words.",
         lambda t: (*_reordered(t, 0, 1), len({token.lower for token in _words(t)})),
         "Without its parentheses, `lower` is only named, and nothing is lower-cased."),
    Slip("The last token is not counted.",
         lambda t: (max(len(_words(t)) - 1, 0), *_reordered(t, 1, 2)),
         "Count the tokens of the first example by hand. Which one is missing?"),
    Slip("The last token is left out.", lambda t: _counts(_words(t)[:-1]),
         "A slice `[:-1]` stops before the last one. Count the first example by hand."),
    Slip("Its second and third number count the letters that are used.", _letters,
         "A set of a string holds its characters. What should the set be made from?"),
    *(Slip("It left marks of punctuation out.", lambda t, left=left: _counts(left(t)), belief=MARKS)
      for left in WITHOUT_MARKS),
    *(Slip("It left marks of punctuation out of the types.",
           lambda t, left=left: _typed(t, left(t)), "The full stop is a token, and a type.", MARKS)
      for left in WITHOUT_MARKS),
    Slip("Its types are the pieces between spaces.", lambda t: _typed(t, t.split()), belief=SPLIT),
    *(Slip(f"It counted the last {part} only.", lambda t, cut=cut: _last_of(cut(t)),
           "A name that is set anew in every round keeps its last value. What should it add up?")
      for part, cut in (("line", str.splitlines), ("sentence", _in_sentences))),
    Slip("Its third number leaves out what has a capital.",
         lambda t: _third(t, [token for token in _words(t) if token == token.lower()]),
         "Lower-casing changes a word, and loses none. Which words does your set miss?"),
    Slip("Its third number counts only words in small letters.",
         lambda t: _third(t, [token for token in _words(t) if token.islower()]),
         "`islower` asks; which method changes? Nothing should be left out."),
    Slip("Its types are only the words that come once.",
         lambda t: (len(_words(t)), _once(_words(t)), _once([w.lower() for w in _words(t)])),
         "A word that comes twice is a type, too: one."),
    Slip("It counted what repeats, not what is different.",
         lambda t: (len(_words(t)), *(len(_words(t)) - each for each in _reordered(t, 1, 2))),
         "How many different tokens are there? Write them down for the example, each once."),
    Slip("It counted sentences.", _sentences, "The task names the function that cuts a text."),
    Slip("It keeps clitics on their words, as another tokenizer does.", _tweeted,
         "The task names the tokenizer: which of the four rows above is its?"),
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
OTHERS = (
    ("He didn't. We didn't, they say.", (11, 8, 8)),
    ("A talk about talks: the talk failed.", (9, 8, 8)),
    ("So it is.\nSo be it.", (8, 5, 5)),
    ("", (0, 0, 0)),
)

TASK = Task(
    id="1.d",
    kind="code",
    title="Count tokens and types",
    points=4,
    prompt="Write `count_types(text)`. It calls `word_tokenize`, and returns a tuple of three "
    "numbers: how many **tokens**; how many **types** (different tokens, as they stand); how many "
    "types once every token is **lower-cased**. So `count_types('May may march in "
    "March.')` gives `(6, 6, 4)`, and `count_types(\"Dr. Lee's Lee.\")` gives `(5, 4, 4)`. "
    "The empty text gives `(0, 0, 0)`. At the end, add a line `count_types(article.text)`: what do "
    "you see?",
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
    assert isinstance(got, (tuple, list))
    if len(got) != 3:
        raise Failure(
            f"It should return {TRIPLE}; saw {got!r}"[:200],
            f"Saw {len(got)} of them. Which count is missing, or too many?",
        )
    for place, each in zip(("first", "second", "third"), got, strict=True):
        if not is_whole(each):
            raise Failure(
                f"Its {place} should be a whole number; it is {code(short(each))}.",
                "How many are there? `len` tells how many things a list or a set holds.",
            )


@TASK.check(after="it_returns_three_numbers")
def the_examples_come_out(submission: Submission) -> None:
    """Both examples of the prompt, one of every kind that grading looks at, and the empty text."""
    cases = [((text,), expected) for text, expected in (*EXAMPLES, *OTHERS)]
    expect(submission, "count_types", cases, SLIPS)
