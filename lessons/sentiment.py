"""What a sentiment lexicon says about a sentence, and which words made it say so.

The lexicon and its rules are VADER's (Hutto and Gilbert 2014), as NLTK has them. A score of 0 is
two things, kept apart here: no word of the lexicon is there, or its words cancel each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

Label = Literal["positive", "neutral", "negative"]
Evidence = Literal["none", "cancelled", "some"]

THRESHOLD = 0.05  # the one that VADER's author gives; some tutorials print 0.5


@dataclass(frozen=True)
class ScoredWord:
    """A word of the lexicon in its place.

    ``lexicon`` is its entry, from -4 to 4; ``valence`` what the rules (negation, boosters, BUT,
    capitals) made of it here. It is the valences that add up.
    """

    text: str
    lexicon: float
    valence: float


@dataclass(frozen=True)
class Score:
    """What VADER says: ``compound`` between -1 and 1, and every word that had a say."""

    compound: float
    words: tuple[ScoredWord, ...]

    @property
    def evidence(self) -> Evidence:
        """Is there anything behind the number? "cancelled" when words add up to exactly 0."""
        if not self.words:
            return "none"
        return "some" if self.compound else "cancelled"


def score(text: str) -> Score:
    """VADER's score of a sentence, with the words that made it.

    >>> [(word.text, word.lexicon, round(word.valence, 2)) for word in score("hardly good").words]
    [('good', 1.9, 1.61)]
    >>> score("The talks open at noon.").evidence
    'none'
    """
    vader = _vader()
    found = vader.polarity_scores(text)
    words = (
        ScoredWord(word, vader.lexicon[word.lower()], valence)
        for word, valence in zip(vader.cut(text), found["valences"], strict=True)
        if valence  # the rules leave "kind" in "kind of" out
    )
    return Score(found["compound"], tuple(words))


def label_of(compound: float, threshold: float = THRESHOLD) -> Label:
    """Positive from the threshold up, negative from its opposite down, neutral between.

    >>> label_of(0.05), label_of(0.04), label_of(-0.3)
    ('positive', 'neutral', 'negative')
    """
    if compound >= threshold:
        return "positive"
    return "negative" if compound <= -threshold else "neutral"


def label_of_grade(grade: int) -> Label:
    """The label that follows from a reader's grade, -2 to 2.

    >>> label_of_grade(-2), label_of_grade(0)
    ('negative', 'neutral')
    """
    return label_of(grade, threshold=1)


@cache
def _vader() -> Any:
    from lessons.resources import install

    install()
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, SentiText

    class OpenAnalyzer(SentimentIntensityAnalyzer):  # type: ignore[misc]
        """NLTK's analyzer, which lets the words' valences be seen before it adds them up."""

        def score_valence(self, sentiments: list[float], text: str) -> dict[str, Any]:
            return {**super().score_valence(sentiments, text), "valences": sentiments}

        def cut(self, text: str) -> list[str]:
            """The words as VADER cuts them, one for each valence."""
            known = self.constants
            words: list[str] = SentiText(
                text, known.PUNC_LIST, known.REGEX_REMOVE_PUNCTUATION
            ).words_and_emoticons
            return words

    return OpenAnalyzer()
