"""Answers to 6.c, on the text that the notebook begins with."""

ONE = (
    "1. In `scores_chart`, 3 of the sentences are below zero, and the lowest is the breakdown. "
    "But “Behind the jokes lies a serious bet.” is below zero too, and nothing goes wrong in it."
)
TWO = (
    "2. `counts_chart` shows both ends of the line twice, so the text is as much about Vienna as "
    "about Bari. However, only one of them is reached late: “It pulled in at 1:20 p.m.”"
)
THREE = (
    '3. No sentence of the good half of `scores_chart` is about money, 0 of 6. Yet "Adria has '
    'spent 85 million euros on 40 used sleeping cars" is good news for the trains.'
)
SOLUTION = "\n\n".join([ONE, TWO, THREE])


def _claims(one: str = ONE, two: str = TWO, three: str = THREE) -> str:
    return "\n\n".join([one, two, three])


RIGHT = {
    "no sentence": _claims(
        three="3. No sentence is below zero by more than a half, says the chart, but “Italian "
        "engineers disagreed. A spare came from Bologna at dawn” tells of a quarrel."
    ),
    "in bold, with brackets": SOLUTION.replace("1. ", "**1.** ").replace("2. ", "2) "),
    "as headings": SOLUTION.replace("1. ", "### Claim 1\n")
    .replace("2. ", "### Claim 2\n")
    .replace("3. ", "### Claim 3\n"),
    "a quotation in quotes": _claims(
        three="3. Of the 12 scores in the chart, none sees the irony. But \"A triumph: we're only "
        'four hours behind the timetable of 1998," said Prof. Emil K. Rothauer, scores high.'
    ),
    "as a block": _claims(
        three="3. Four hours late is the first thing that figure 2 cannot see, although:\n\n"
        "> Passengers applauded anyway."
    ),
    "with words left out": _claims(
        three="3. Two bars of the chart are about food, not more: “A spare came from Bologna … "
        "were given free coffee.”"
    ),
}
WRONG = {
    "two claims": (f"{ONE}\n\n{TWO}", "Saw 2 claims"),
    "the same thrice": (
        _claims(ONE, ONE.replace("1.", "2.", 1), ONE.replace("1.", "3.", 1)),
        "Of 3 claims, 2 repeat another",
    ),
    "not numbered": (SOLUTION.replace("1. ", "").replace("2. ", "").replace("3. ", ""),
                     "No line begins with a number"),
    "no number": (
        _claims(two="2. `counts_chart` shows that places come often. However, “Passengers "
                "applauded anyway.” is about people."),
        "Claim 2 states no number",
    ),
    "the line at zero is no number": (
        _claims(one="1. Most sentences in `scores_chart` are above zero, but “Behind the jokes "
                "lies a serious bet.” is not."),
        "Claim 1 states no number",
    ),
    "no number in two of them": (
        _claims(
            two="2. `counts_chart` shows that places come often. However, “Passengers applauded "
            "anyway.” is about people.",
            three="3. In `scores_chart`, sentence 7 is lowest, but “It pulled in at 1:20 p.m.” is "
            "bad, too.",
        ),
        "Claims 2 and 3 state no number",
    ),
    "no figure": (
        _claims(three="3. Half of the text is of money, but “It pulled in at 1:20 p.m.” is not."),
        "Claim 3 names no figure",
    ),
    "no figure, and a line at zero": (
        _claims(one="1. Only 3 of 13 sentences are below zero, but “Behind the jokes lies a "
                "serious bet.” is one of them."),
        "Claim 1 names no figure",
    ),
    "a year is no number of things": (
        _claims(three="3. In 2025 the text is cheerful, says the chart, but “It pulled in at 1:20 "
                "p.m.” is no joke."),
        "Claim 3 states no number",
    ),
    "only what fits": (
        _claims(one="1. In `scores_chart`, 3 of 13 sentences are below zero, but most are above."),
        "examples-that-fit-are-proof",
    ),
    "a quotation that is not there": (
        _claims(one="1. In `scores_chart`, 3 of 13 are below zero. But “Everybody was happy and "
                "went home in the end.” is not."),
        "What claim 1 quotes does not stand in",
    ),
    "two words quoted": (
        _claims(two="2. `counts_chart` has 2 bars for places. But “free coffee” is no place."),
        "What claim 2 quotes is only a piece",
    ),
    "a quotation, and nothing against": (
        _claims(one="1. In `scores_chart`, 3 of 13 sentences are below zero, as in “Behind the "
                "jokes lies a serious bet.”"),
        "does not say what it speaks against",
    ),
}  # fmt: skip
