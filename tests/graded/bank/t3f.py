"""Answers to 3.f."""

from lessons.tasks.t3f_claims import OPTIONS, REASONS, SUPPORTED

SOLUTION = {
    "A": REASONS["feeling"],
    "B": SUPPORTED,
    "C": REASONS["percent"],
    "D": REASONS["zero"],
    "E": REASONS["smooth"],
    "F": REASONS["one"],
    "G": SUPPORTED,
    "H": REASONS["news"],
}
PRACTICE = {"P": SUPPORTED, "Q": REASONS["news"], "R": OPTIONS[2]}
RIGHT = {"in another order": dict(reversed(SOLUTION.items()))}
BELIEFS = {
    "A": "score-is-the-authors-feeling",
    "C": "compound-is-a-percentage",
    "D": "zero-means-no-emotion",
    "E": "smooth-line-is-truer",
    "F": "one-number-for-the-article",
    "H": "bad-news-is-negative-writing",
}
WRONG = {
    **{
        f"{name} is let pass": ({**SOLUTION, name: SUPPORTED}, belief)
        for name, belief in BELIEFS.items()
    },
    "nothing is supported": ({**SOLUTION, "B": REASONS["news"]}, "turned this claim down"),
    "cancelled is no evidence": ({**SOLUTION, "G": REASONS["zero"]}, "turned this claim down"),
    "no, for a poor reason": ({**SOLUTION, "C": REASONS["one"]}, "Another reason"),
    **{
        f"{name}, for a poor reason": ({**SOLUTION, name: REASONS[other]}, "Another reason")
        for name, other in (("D", "news"), ("E", "one"), ("F", "percent"), ("H", "zero"))
    },
    "one reason for all": ({**SOLUTION, "A": REASONS["news"]}, "Another reason"),
    "seven of eight": ({name: SOLUTION[name] for name in "ABCDEFG"}, "has no answer yet"),
}
