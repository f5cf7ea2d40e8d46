"""6.b  The first chart: how often the words that a learner chose occur in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from lessons.checks.feedback import Failure, Misconception
from lessons.tasks.t6b_bars import bars_of
from lessons.tasks.t6b_own_text import sentences_at_once, sentences_of, tokens_of

LEAST = 5  # bars
INSIDE = Misconception(
    "letters-are-words",
    "text.count(word) counts a word",
    "“He” is found in “the”, and “train” in “trainer”, so a bar is too high in any text.",
    "Count among the tokens, where a word is a thing of its own.",
)
Bars = list[tuple[str, float]]


def judge_counts(chart: dict[str, Any], text: str) -> None:
    """Raise Failure unless the bars are words of the text, each as high as it is frequent."""
    bars = named_bars(chart)
    if len(bars) < LEAST:
        raise Failure(
            f"`counts_chart` has {len(bars)} bar{'s' * (len(bars) != 1)}; the task asks for "
            f"{LEAST} words or more.",
            "Which other words would tell this text from another?",
        )
    _say_something(bars)
    ways = [_exactly, _folded]
    if any(_fits(bars, text, way) for way in ways):
        absent = [word for word, _ in bars if not _folded(word, text) and word not in text]
        if len(bars) - len(absent) < LEAST:
            raise Failure(
                f"“{absent[0]}” does not occur in `my_text`, so its bar shows nothing.",
                f"Choose {LEAST} words that do. Are yours from another text?",
            )
        return
    for way, seen, help, belief in SLIPS:
        if _fits(bars, text, way):
            raise Failure(seen, help, belief)
    word, value = next(
        (name, value) for name, value in bars if value not in {way(name, text) for way in ways}
    )
    if not _folded(word, text):
        raise Failure(
            f"“{word}” is not a token of `my_text`, but has a bar of {value:g}.",
            "Is the chart of this text, and is the word written as the text has it?",
        )
    raise Failure(
        f"The bar of “{word}” is {value:g} high; among the tokens of `my_text` it stands another "
        "number of times.",
        "Print the tokens that equal the word, and look at how your code counts. Inside a longer "
        "name, a word counts too.",
    )


def named_bars(chart: dict[str, Any]) -> Bars:
    """The bars as (word, height); raises Failure where they have no words below them."""
    bars = chart["bars"]
    if bars and all(isinstance(bar["at"], float) for bar in bars):
        raise Failure(
            "The bars of `counts_chart` have numbers below them, no words.",
            "Give the words to ax.bar, or to ax.barh, as its first argument.",
        )
    return [(_name(bar["at"]), bar["value"]) for bar in bars_of(chart, "counts_chart")]


def _name(at: str | float) -> str:
    return f"{at:g}" if isinstance(at, float) else " ".join(at.split())


def _say_something(bars: Bars) -> None:
    from nltk.corpus import stopwords

    idle = set(stopwords.words("english"))
    for word, _ in bars:
        if not any(character.isalnum() for character in word):
            raise Failure(
                f"One bar counts a mark: {word}",
                "Choose words or names; word.isalnum() tells words from marks.",
            )
        if word.lower() in idle:
            raise Failure(
                f"“{word}” would be high in any English text.",
                "Leave out the words in stopwords.words('english'), and say so in the caption.",
            )


def _fits(bars: Bars, text: str, way: Callable[[str, str], float]) -> bool:
    return all(abs(way(word, text) - value) < 1e-9 for word, value in bars)


def _in_a_row(wanted: Sequence[str], tokens: Sequence[str]) -> int:
    width = len(wanted)
    return sum(tuple(tokens[at : at + width]) == tuple(wanted) for at in range(len(tokens)))


def _exactly(word: str, text: str) -> float:
    return _in_a_row(tokens_of(word), tokens_of(text))


def _folded(word: str, text: str) -> float:
    return _exactly(word.lower(), text.lower())


def _in_the_article(word: str, _: str) -> float:
    from lessons.articles import sample_article

    return _exactly(word, sample_article().text)


def _as_chunks(word: str, text: str) -> float:
    return _chunks(text)[" ".join(word.split())]


@cache
def _chunks(text: str) -> Counter[str]:
    """The names as the notebook's own grammar finds them."""
    from nltk import RegexpParser, pos_tag_sents, word_tokenize

    tagged = pos_tag_sents([word_tokenize(each) for each in sentences_of(text)])
    trees = RegexpParser("NAME: {<NNP>+}").parse_sents(tagged)
    return Counter(
        " ".join(word for word, _ in name)
        for tree in trees
        for name in tree.subtrees(lambda part: part.label() == "NAME")
    )


def _sentences_with(word: str, text: str) -> float:
    return sum(word in sentence for sentence in sentences_at_once(text))


SLIPS: tuple[tuple[Callable[[str, str], float], str, str, Misconception | None], ...] = (
    (lambda word, text: text.count(word), "It counts letters in a row, not words.", "", INSIDE),
    (lambda word, text: text.lower().count(word.lower()),
     "It counts letters in a row, capital or small, not words.", "", INSIDE),
    (lambda word, text: 0, "Every bar is zero high.",
     "Were the tokens lower-cased, and the words not? Print one count alone.", None),
    (lambda word, text: _exactly(word, text.lower()),
     "The text was lower-cased, and the words were not, so names with a capital count zero.",
     "Look for a word in the form that the tokens have.", None),
    (_in_the_article, "The bars are as high as the words are frequent in the course's article.",
     "Which text were the counts made from? A name such as `counts` may be left over from the "
     "worked example.", None),
    (_as_chunks, "It counts the names that the grammar cut out, and only where they stand alone.",
     "“Port” is in “Port Ansel”, too: inside a longer name a word counts as well. Count among the "
     "tokens, as in the practice.", None),
    (_sentences_with, "It counts the sentences that a word is in, not how often it occurs.",
     "A word may stand twice in one sentence, or be part of a longer one: count among the tokens.",
     None),
    (lambda word, text: _in_a_row(word.split(), text.split()),
     "It counts the pieces between spaces, so a word with a comma behind it is left out.",
     "Which function cuts a text into tokens?", None),
    (lambda word, text: _exactly(word, text) / len(tokens_of(text)),
     "The bars are shares of all tokens, not counts.",
     "The task asks how often: leave the division out, or you cannot say “three times”.", None),
    (lambda word, text: 100 * _exactly(word, text) / len(tokens_of(text)),
     "The bars are percent of all tokens, not counts.",
     "The task asks how often: leave the division out, or you cannot say “three times”.", None),
    (lambda word, text: len(word), "The bars are as high as the words are long.",
     "What does len(word) count?", None),
    (lambda word, text: float(word.lower() in text.lower()),
     "Every bar is one high, as often as the word occurs.",
     "A Counter keeps how often; a set, or `in`, only whether.", None),
)  # fmt: skip
