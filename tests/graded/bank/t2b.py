"""Answers to 2.b: for each of six spans, a reading and the rule that decides."""

TITLE = "a title stays outside"
LONGEST = "the longest name wins"
POSSESSIVE = "a possessive parts two names"
NATIONALITY = "a nationality before a small-letter noun is a name of its own"
ACTS = "a place that acts keeps its label"
NEVER = "some capitals are never marked"
HYPHEN = "a hyphened token is marked whole or not at all"
SOLUTION = {
    "governor": "[Ana Lindqvist]",
    "governor because": TITLE,
    "court": "[High Court of Norrland]",
    "court because": LONGEST,
    "ministry": "[Norrland] and [Ministry of Fisheries]",
    "ministry because": POSSESSIVE,
    "navy": "[Danish] NORP",
    "navy because": NATIONALITY,
    "Lisbon": "[Lisbon] GPE",
    "Lisbon because": ACTS,
    "treaty": "nothing is marked",
    "treaty because": NEVER,
}
PRACTICE = {
    "president": "[South Korean] and [Lee Jae Myung]",
    "president because": "a title stays outside, a nationality before it is a name of its own",
    "peninsula": "[Korean peninsula] LOCATION",
    "peninsula because": "together they name one place, and the first word alone would not",
}
RIGHT = {"in another order": dict(reversed(SOLUTION.items()))}
WRONG = {
    "the title inside": ({**SOLUTION, "governor": "[Gov. Ana Lindqvist]"}, "reads the governor"),
    "two courts": ({**SOLUTION, "court": "[High Court] and [Norrland]"}, "reads the court"),
    "one long name": (
        {**SOLUTION, "ministry": "[Norrland's Ministry of Fisheries]"},
        "reads the ministry",
    ),
    "the navy whole": ({**SOLUTION, "navy": "[Danish navy] ORGANIZATION"}, "reads the navy"),
    "a government": ({**SOLUTION, "Lisbon": "[Lisbon] ORGANIZATION"}, "reads Lisbon"),
    "Kyoto inside": ({**SOLUTION, "treaty": "[Kyoto] GPE"}, "reads the treaty"),
    "right for a wrong reason": ({**SOLUTION, "governor because": HYPHEN}, "gold-is-truth"),
    "always the longest": (
        {key: LONGEST if "because" in key else value for key, value in SOLUTION.items()},
        "reading of governor",
    ),
    "a possessive where none is": ({**SOLUTION, "court because": POSSESSIVE}, "reading of court"),
    "the longest of two": ({**SOLUTION, "ministry because": LONGEST}, "reading of ministry"),
    "never marked": ({**SOLUTION, "navy because": NEVER}, "reading of navy"),
    "a nationality": ({**SOLUTION, "Lisbon because": NATIONALITY}, "reading of Lisbon"),
    "the treaty by its length": ({**SOLUTION, "treaty because": LONGEST}, "reading of treaty"),
    "no reasons": (
        {key: value for key, value in SOLUTION.items() if "because" not in key},
        "has no answer yet",
    ),
}
