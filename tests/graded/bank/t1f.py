"""Answers to 1.f: a reflection, so only the number of words counts."""

SOLUTION = (
    "In the article, “confirmed,” with its comma would be a word of its own, different from "
    "“confirmed”. And in “don't know”, what stands between two spaces is already two words, do "
    "and not."
)
PRACTICE = {
    "Gen": "ends no sentence",
    "US": "ends a sentence",
    "Dr": "ends no sentence",
    "am": "ends no sentence",
}
RIGHT = {}
WRONG = {"too short": ("Because of the commas.", "words of your own")}
