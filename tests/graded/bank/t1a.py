"""Answers to 1.a: a prediction, so every pair of counts is right."""

SOLUTION = {"split": 24, "nltk": 28}
RIGHT = {"far off": {"split": 1, "nltk": 99}}
WRONG = {
    "one count": ({"split": 24}, "has no answer yet"),
    "words": ({"split": "many", "nltk": 28}, "takes a whole number"),
}
