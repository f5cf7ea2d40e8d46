"""Answers to 4.b."""

PRACTICE = {"shared": 3, "dot": 5, "cosine": 83}
SOLUTION = {"shared": 2, "dot": 6, "cosine": 67}
RIGHT = {"cut, not rounded": {"shared": 2, "dot": 6, "cosine": 66}}
WRONG = {
    "all stems": ({**SOLUTION, "shared": 4}, "how many stems there are in all"),
    "stop words, too": ({**SOLUTION, "shared": 3}, "3 stems are not shared"),
    "each once": ({**SOLUTION, "dot": 2, "cosine": 22}, "how-often-does-not-matter"),
    "added": ({**SOLUTION, "dot": 7, "cosine": 78}, "added, not multiplied"),
    "another dot": ({**SOLUTION, "dot": 5, "cosine": 56}, "is not 5"),
    "the dot again": ({**SOLUTION, "cosine": 6}, "the-dot-product-is-the-likeness"),
    "by squares": ({**SOLUTION, "cosine": 7}, "divided by squares"),
    "by word counts": ({**SOLUTION, "cosine": 24}, "how many words"),
    "the share of stems": ({**SOLUTION, "cosine": 50}, "share of stems"),
    "lengths with stop words": ({**SOLUTION, "cosine": 39}, "stop words are in the lengths"),
    "by one length": ({**SOLUTION, "cosine": 100}, "is not 100 hundredths"),
    "a fraction": ({**SOLUTION, "cosine": 0.67}, "takes a whole number"),
    "two of three": ({"shared": 2, "dot": 6}, "has no answer yet"),
}
