"""Answers to 6.d: what counts is a choice by name, a number, and fifty words."""

SOLUTION = (
    "My figures show what VADER's word list says, not what happened. I raised the threshold from "
    "0.05 to 0.5, and 7 sentences that had a label became neutral; the headline has no word in "
    "the list at all. The irony about the timetable counts as praise. A passenger from Udine would "
    "say that the delay began long before, with a line that nobody repaired, and that my text "
    "does not tell it."
)
PADDING = " It is a good text, and I like to read it again and again." * 4
RIGHT = {
    "the excerpt": "I brought one chapter, an excerpt, of a book with twenty, so no count speaks "
    "for the whole. When I took the next chapter, 3 names were new." + PADDING,
}
WRONG = {
    "too short": ("VADER has 7,502 words and no irony.", "Saw 7 words"),
    "neutral": (
        "There are no limits, since the program is objective and only shows what is there."
        + PADDING,
        "the-pipeline-is-neutral",
    ),
    "no number": (
        "The lexicon was made by people, who chose its entries, and they may be wrong for my text."
        + PADDING,
        "no number says what it changes",
    ),
}
