"""Answers to 1.a: a prediction, so every pair of counts is right."""

SOLUTION = {"split": 26, "nltk": 29}
RIGHT = {"far off": {"split": 1, "nltk": 99}}
WRONG = {
    "one count": ({"split": 24}, "has no answer yet"),
    "words": ({"split": "many", "nltk": 29}, "takes a whole number"),
}
