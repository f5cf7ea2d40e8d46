"""Answers to 1.b: the graded string, cut in many ways."""

from lessons.tasks.t1b_cut import TASK

SOLUTION = [
    *("Prices", "did", "n't", "rise", "2.5", "%", "in", "the", "U.S.", ","),
    *("Ms.", "Ito-Brandt", "said", ";", "they", "'d", "fallen", "."),
]
PRACTICE = (
    "Relations between the two U.S. allies have been historically tense due to Japan 's colonial "
    "rule over the Korean peninsula from 1910 to 1945 ."
).split(" ")
RIGHT = {"a tuple": tuple(SOLUTION)}


def _with(**swaps: tuple[str, str]) -> list[str]:
    """The solution with some tokens cut or glued otherwise."""
    text = " ".join(SOLUTION)
    for old, new in swaps.values():
        text = text.replace(old, new)
    return text.split()


WRONG = {
    "split": (
        TASK.form.text.split(),
        "split-is-tokenizing",
    ),
    "the percent sign stuck": (_with(a=("2.5 %", "2.5%")), "look for %"),
    "the comma stuck": (_with(a=("U.S. ,", "U.S.,")), "look for ,"),
    "the last stop stuck": (_with(a=("fallen .", "fallen.")), "look for ."),
    "clitics uncut": (_with(a=("did n't", "didn't"), b=("they 'd", "they'd")), "hangs on"),
    "cut at the apostrophe": (_with(a=("did n't", "didn 't")), "cut at its apostrophe"),
    "dots cut off": (
        _with(a=("U.S.", "U . S ."), b=("Ms.", "Ms .")),
        "every-full-stop-ends-something",
    ),
    "hyphen cut": (_with(a=("Ito-Brandt", "Ito - Brandt")), "hyphens-separate-words"),
    "a letter lost": (SOLUTION[1:], "own characters in order"),
    "one string": ("Prices did n't rise", "list of tokens"),
    "a plain word cut": (_with(a=("Prices", "Price s")), "A plain word is cut"),
}
