"""0.c  Ready? One small function, whose every likely slip points to the bridge that mends it."""

from __future__ import annotations

from itertools import takewhile

from lessons.checks.calls import PRINTS, Slip, expect, returns, same, same_again
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task

EARLY = Misconception(
    "return-inside-the-loop",
    "return hands over a value, and the loop goes on",
    "A return ends the function at once, so the loop never sees the second word.",
    "Read the bridge “a loop that counts”.",
)
AT_LEAST = Misconception(
    "more-than-is-at-least",
    "“More than” and “at least” are the same",
    "Only a word exactly as long as the limit tells them apart, and news is full of such words.",
    "Read the bridge “at the boundary”.",
)
GLOBALS = Misconception(
    "function-reads-the-global",
    "A function may use whatever names the notebook happens to hold",
    "It may then give the same result whatever it is given, or break after a restart.",
    "Read the bridge “what a function is given” at the end of notebook 00.",
)
EATEN = Misconception(
    "the-list-is-mine-to-eat",
    "A function gets a copy of the list of its own",
    "The list belongs to the caller too: what your function removes is gone for everyone.",
    "Read the bridge “a list has one body”.",
)


def leaves_alone(submission: Submission, function: str, *args: object) -> None:
    """Raise Failure if the function changes a list that it is given."""
    if not same(submission.called(function, *args).arguments, args):
        raise Failure("Your function changed the list that it was lent.", misconception=EATEN)


def _eaten(words: list[str], limit: int) -> int:
    for word in words:
        if len(word) <= limit:
            words.remove(word)
    return len(words)


def _same_for_all(submission: Submission) -> bool:
    lists = [[], ["summit"], ["to", "peace", "talks"]]
    return len({repr(submission.call("count_long", words, 4)) for words in lists}) == 1


SLIPS = (
    Slip("It counted every word.", lambda words, limit: len(words),
         "Where does your code compare a length with `limit`?"),
    Slip("It counted words exactly as long as the limit, too.",
         lambda words, limit: sum(len(word) >= limit for word in words), belief=AT_LEAST),
    Slip("It counted the shorter words.", lambda words, limit: sum(len(w) < limit for w in words),
         "Read your comparison aloud: is it the right way round?"),
    Slip("It added up characters, not words.",
         lambda words, limit: sum(len(word) for word in words if len(word) > limit),
         "Each long word adds one, however long it is."),
    Slip("It counted the words that are no longer than the limit.",
         lambda words, limit: sum(len(w) <= limit for w in words),
         "Read your comparison aloud: is it the right way round?"),
    Slip("It counted only words exactly as long as the limit.",
         lambda words, limit: sum(len(w) == limit for w in words),
         "`==` asks whether two things are equal. Which sign says “more than”?"),
    Slip("It left out words that are one character longer than the limit.",
         lambda words, limit: sum(len(w) > limit + 1 for w in words),
         "Try a word that is one character longer. How long must a word be to count?"),
    Slip("It counted a word that comes twice once.",
         lambda words, limit: len({word for word in words if len(word) > limit}),
         "Every word in the list counts. Which container forgets repeats?"),
    Slip("It passed over the last word.",
         lambda words, limit: sum(len(word) > limit for word in words[:-1]),
         "Which places does your loop visit? `range(n)` stops before n on its own."),
    Slip("It passed over the first word.",
         lambda words, limit: sum(len(word) > limit for word in words[1:]),
         "Which places does your loop visit? The first one is 0."),
    Slip("It stopped at the first word that is not longer.",
         lambda words, limit: len(list(takewhile(lambda word: len(word) > limit, words))),
         "What should happen after such a word: is anything left to do?"),
    Slip("It asked how many words there are, not how long each is.",
         lambda words, limit: len(words) if len(words) > limit else 0,
         "What does `len(words)` count, and what `len(word)` for one of them?"),
    Slip("It counted only words that are letters from end to end.",
         lambda words, limit: sum(len(word) > limit and word.isalpha() for word in words),
         "Whatever stands in the list counts, with a space or a hyphen in it, too."),
    Slip("It gave the length of the longest word.",
         lambda words, limit: max([len(word) for word in words if len(word) > limit], default=0),
         "How many words are there, not how many characters?"),
    Slip("It gave 1 at the first long word, and never saw the rest.",
         lambda words, limit: 1 if any(len(word) > limit for word in words) else None,
         belief=EARLY),
    Slip("It never got past 1, however many long words there were.",
         lambda words, limit: int(any(len(word) > limit for word in words)),
         "`n =+ 1` sets n to 1 each time; `n += 1` adds. Or does a return end the loop too early?"),
    Slip("It took words out of the list while walking through it, and so passed over others.",
         lambda words, limit: _eaten(list(words), limit), belief=EATEN),
    Slip("It looked at the first word only.",
         lambda words, limit: int(len(words[0]) > limit) if words else 0, belief=EARLY),
    Slip("It looked at the first word only, and gave None where there was none.",
         lambda words, limit: int(len(words[0]) > limit) if words else None, belief=EARLY),
    Slip("It kept what the last word gave, as if the count began anew for each.",
         lambda words, limit: int(len(words[-1]) > limit) if words else 0,
         "Where is the count set to 0: before the loop, or inside it?"),
    Slip("It compared with a number of its own, not with `limit`.",
         lambda words, limit: sum(len(word) > 4 for word in words),
         "A limit of 4 is only one of the examples. Where should the number come from?"),
)  # fmt: skip
EXAMPLES = (((["peace", "summit", "to"], 4), 2), ((["to", "talks", "on", "trade"], 5), 0))
OTHERS = (
    ((["a", "of", "the"], 0), 3),
    ((["summit", "on", "trade", "talks"], 4), 3),
    ((["on", "to", "trade", "talks", "in"], 4), 2),
    ((["peace", "peace", "ray", "peace"], 3), 3),
)

TASK = Task(
    id="0.c",
    kind="code",
    title="Are you ready?",
    points=2,
    prompt="Write `count_long(words, limit)`: it returns **how many** of the words have **more "
    "than** `limit` characters. So `count_long(['peace', 'summit', 'to'], 4)` gives `2`, "
    "`count_long(['to', 'talks', 'on', 'trade'], 5)` gives `0`, and so does `count_long([], 4)`.",
    starter="# task 0.c\ndef count_long(words, limit):\n    ...\n",
    promised=("words and limits you have not seen", "a list that is needed again afterwards"),
    misconceptions=(PRINTS, EARLY, AT_LEAST, GLOBALS, EATEN),
)


@TASK.check()
def it_returns_a_whole_number(submission: Submission) -> None:
    """A number comes back, not only on the screen."""
    submission.attempted("0.c")
    returns(submission, "count_long", EXAMPLES[0][0], (int,), "one whole number")


@TASK.check(after="it_returns_a_whole_number")
def an_empty_list_gives_zero(submission: Submission) -> None:
    """The empty list has no long words."""
    got = submission.call("count_long", [], 4)
    if got is None:
        early = submission.call("count_long", ["summit", "talks", "peace"], 4) == 1
        raise Failure(
            "For no words at all, it returned None.",
            ""
            if early
            else "A loop over nothing never runs. Which line returns something all the same? "
            "Read the bridge “a loop that counts”.",
            EARLY if early else None,
        )
    if got != 0:
        one = (["summit"], 4)
        same_again(submission, "count_long", one, submission.call("count_long", *one))
    if got != 0 and _same_for_all(submission):
        raise Failure(f"Whatever it was given, it returned {got!r}.", misconception=GLOBALS)
    if got != 0:
        raise Failure(
            f"For no words at all, it returned {got!r}.",
            "What is counted before the first word comes: which words, and from which number on? "
            "Use nothing but what the function is given.",
        )


@TASK.check(after="it_returns_a_whole_number")
def the_examples_come_out(submission: Submission) -> None:
    """Both examples of the prompt, and others that tell one slip from another."""
    expect(submission, "count_long", (*EXAMPLES, *OTHERS), SLIPS)


@TASK.check(after="it_returns_a_whole_number")
def the_list_is_left_as_it_was(submission: Submission) -> None:
    """The list that went in is the list that comes out."""
    words = ["summit", "to", "peace"]
    if submission.called("count_long", words, 4).arguments[0] != words:
        raise Failure("Your function changed the list that it was lent.", misconception=EATEN)
