"""3.d  What VADER says of a sentence, as it stands and changed on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

Scored = list[tuple[Any, ...]]


@cache
def vader() -> Any:
    """NLTK's analyzer, made once."""
    from lessons.resources import install

    install()
    from nltk.sentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def said(sentence: str) -> dict[str, float]:
    """All that VADER says of a sentence."""
    found: dict[str, float] = vader().polarity_scores(sentence)
    return found


def evidence_of(said: dict[str, float]) -> str:
    """What a score stands on: some words, none, or some that cancel each other."""
    if not (said["pos"] or said["neg"]):
        return "none"
    return "some" if said["compound"] else "cancelled"


def scored(sentences: Sequence[str]) -> Scored:
    """What ``score_sentences`` should return: VADER's compound, and what it stands on."""
    return [(said["compound"], evidence_of(said)) for said in map(said, sentences)]


def listed(sentence: str) -> list[float]:
    """The entries of the words that the list holds."""
    words = [word.strip(".,!?;:").lower() for word in sentence.split()]
    return [vader().lexicon[word] for word in words if word in vader().lexicon]


def _without_stop_words(sentence: str) -> str:
    from nltk.corpus import stopwords

    stops = stopwords.words("english")
    return " ".join(word for word in sentence.split() if word.lower() not in stops)


def _joined(cut: str, keep: Callable[[str], bool] = bool) -> Callable[[str], str]:
    """What cuts a sentence into tokens, and joins those that it keeps; ``cut`` is NLTK's name."""

    def change(sentence: str) -> str:
        import nltk

        return " ".join(filter(keep, getattr(nltk, cut)(sentence)))

    return change


AGAIN = "Each sentence was cut into tokens, and these were joined again before the scoring."
BLANKS = "Marks become words of their own, and VADER's rules look so many words back."
CHANGED: tuple[tuple[str, Callable[[str], str], str], ...] = (
    ("Capitals and small letters were changed before the scoring.", str.lower,
     "VADER hears a word in capitals louder."),
    ("Stop words were taken out before the scoring.", _without_stop_words,
     "*Not* is one of them, too."),
    ("Marks of punctuation were taken out before the scoring.",
     lambda sentence: sentence.replace("!", ""), "VADER hears an exclamation mark."),
    (AGAIN, _joined("word_tokenize"), BLANKS),
    (AGAIN, _joined("wordpunct_tokenize"), BLANKS),
    ("Only tokens of letters were kept before the scoring.", _joined("word_tokenize", str.isalpha),
     "With the *n't* of *isn't*, a negation is gone."),
)  # fmt: skip
