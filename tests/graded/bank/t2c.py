"""Answers to 2.c: three counts, three scores in percent, and the score that flatters."""

SOLUTION = {
    "right": 3,
    "predicted": 5,
    "gold": 10,
    "precision": 60,
    "recall": 30,
    "f1": 40,
    "nothing": "accuracy of tokens",
}
PRACTICE = {"right": 2, "predicted": 3, "gold": 4, "precision": 67, "recall": 50, "f1": 57}
RIGHT = {"in another order": dict(reversed(SOLUTION.items()))}
WRONG = {
    "both over the gold": ({**SOLUTION, "precision": 30, "f1": 30}, "share of the gold, as recall"),
    "one off": ({**SOLUTION, "f1": 41}, "41 is not the F1"),
    "half a span and a wrong label": (
        {**SOLUTION, "right": 5, "precision": 100, "recall": 50, "f1": 67},
        "half-a-span-counts",
    ),
    "half a span": (
        {**SOLUTION, "right": 4, "precision": 80, "recall": 40, "f1": 53},
        "You count 4 as right",
    ),
    "no repeats of a surname": (
        {**SOLUTION, "right": 2, "precision": 40, "recall": 20, "f1": 27},
        "under “right”",
    ),
    "only what was found": (
        {**SOLUTION, "gold": 6, "recall": 50, "f1": 55},
        "under “gold”",
    ),
    "the other way round": (
        {**SOLUTION, "precision": 30, "recall": 60},
        "precision-is-over-gold",
    ),
    "precision over both": ({**SOLUTION, "precision": 20}, "is not the precision"),
    "recall over the marked": ({**SOLUTION, "recall": 50, "f1": 55}, "is not the recall"),
    "the mean": ({**SOLUTION, "f1": 45}, "f1-is-the-mean"),
    "the product": ({**SOLUTION, "f1": 18}, "is not the F1"),
    "precision flatters": ({**SOLUTION, "nothing": "precision"}, "accuracy-is-the-right-score"),
    "recall flatters": ({**SOLUTION, "nothing": "recall"}, "no credit from recall"),
    "a share": ({**SOLUTION, "f1": 0.4}, "takes a whole number"),
}
