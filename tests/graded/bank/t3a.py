"""Answers to 3.a: a prediction, so all ten signs are right, whatever they are."""

SOLUTION = {
    "s1": "0",
    "s2": "+",
    "s5": "0",
    "s6": "+",
    "s7": "-",
    "s8": "+",
    "s9": "0",
    "s11": "+",
    "s13": "-",
    "s19": "0",
}
RIGHT = {"all up": dict.fromkeys(SOLUTION, "+")}
WRONG = {
    "nine signs": ({name: SOLUTION[name] for name in list(SOLUTION)[:9]}, "has no answer yet"),
    "a number": ({**SOLUTION, "s2": 0.86}, "takes one of"),
    "a list": (list(SOLUTION.values()), "is a dict"),
}
