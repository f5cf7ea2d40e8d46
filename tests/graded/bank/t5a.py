"""Answers to 5.a: labels to commit to, so that every label is right; and to its practice item."""

from lessons.tasks.t5a_gap import PRACTICE as GAP
from lessons.tasks.t5a_label import ITEMS

LETTER = {"+": "positive", "0": "neutral", "-": "negative"}
SOLUTION = {letter: LETTER[sign] for letter, sign in zip(ITEMS, "+0-0+-0+-0", strict=True)}
PRACTICE = GAP.starter.replace("...", "other[label] / n")
RIGHT = {
    "all neutral": dict.fromkeys(ITEMS, "neutral"),
    "in another order": dict(reversed(SOLUTION.items())),
}
WRONG = {
    "nine of ten": ({key: SOLUTION[key] for key in list(ITEMS)[:9]}, "has no answer yet"),
    "another label": ({**SOLUTION, "C": "ironic"}, "takes one of"),
    "small letters": ({key.lower(): label for key, label in SOLUTION.items()}, "spelt so; saw 'a'"),
    "a capital": ({**SOLUTION, "I": "Negative"}, "saw 'Negative'"),
    "a list": (list(SOLUTION.values()), "The answer is a dict"),
    "one too many": ({**SOLUTION, "K": "neutral"}, "saw 'K'"),
}
