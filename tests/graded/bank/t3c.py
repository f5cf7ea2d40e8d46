"""Answers to 3.c."""

SOLUTION = {
    "A": "positive",
    "B": "negative",
    "C": "neutral",
    "D": "cancelled",
    "E": "no evidence",
    "F": "positive",
}
PRACTICE = {"s5": "cancelled", "s13": "negative", "s18": "positive", "s1": "no evidence"}
RIGHT = {"in another order": dict(reversed(SOLUTION.items()))}
WRONG = {
    "the thresholds of some tutorials": (
        {**SOLUTION, **dict.fromkeys("ABCF", "neutral")},
        "threshold of 0.5",
    ),
    "the threshold is left out": ({**SOLUTION, "B": "neutral"}, "at the threshold itself"),
    "the sign alone": ({**SOLUTION, "C": "negative"}, "by its sign alone"),
    "close enough to cancel": ({**SOLUTION, "C": "cancelled"}, "though something is left"),
    "a small score is neutral": ({**SOLUTION, "A": "neutral"}, "A is not neutral"),
    "no word, so neutral": ({**SOLUTION, "E": "neutral"}, "zero-means-no-emotion"),
    "cancelled, so neutral": ({**SOLUTION, "D": "neutral"}, "zero-means-no-emotion"),
    "every zero is nothing": ({**SOLUTION, "D": "no evidence"}, "D is not called no evidence"),
    "every zero is cancelled": ({**SOLUTION, "E": "cancelled"}, "E is not called cancelled"),
    "one word, so nothing": ({**SOLUTION, "F": "no evidence"}, "F is called no evidence"),
    "the wrong side": ({**SOLUTION, "F": "negative"}, "F is not negative"),
    "the better word wins": ({**SOLUTION, "D": "positive"}, "D is called positive"),
    "in capitals": ({**SOLUTION, "A": "Positive"}, "takes one of"),
    "five of six": ({name: SOLUTION[name] for name in "ABCDE"}, "has no answer yet"),
}
