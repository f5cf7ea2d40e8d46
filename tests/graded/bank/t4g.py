"""Answers to 4.g: a reflection, so only the number of words counts."""

SOLUTION = (
    "What do no breaks at all score on that article? And was it scored on texts whose settings "
    "nobody had tuned? A quarter may be no better than nothing, and one article is one throw."
)
RIGHT = {}
WRONG = {"too short": ("Which article was it?", "words of your own")}
