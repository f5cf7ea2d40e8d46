"""Answers to 2.g: a reflection, so only the number of words counts."""

SOLUTION = (
    "On which texts was it scored, and who wrote its rules while looking at them? I would want its "
    "F1 on last month's news. An invented name is worst: it puts somebody into a story who has "
    "nothing to do with it."
)
RIGHT = {}
WRONG = {"too short": ("On which texts?", "words of your own")}
