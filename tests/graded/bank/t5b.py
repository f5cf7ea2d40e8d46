"""Answers to 5.b: hundredths, each slip with the number that it gives."""

SOLUTION = {"observed": 74, "chance": 36, "kappa": 59}
PRACTICE = {"observed": 94, "chance": 35, "kappa": 91}
RIGHT = {
    "in another order": {"kappa": 59, "chance": 36, "observed": 74},
    "as a calculator shows them": {"observed": 74.0, "chance": 36.0, "kappa": 59.0},
}
WRONG = {
    "raw agreement for kappa": ({**SOLUTION, "kappa": 74}, "raw-agreement-is-enough"),
    "chance is one in three": (
        {"observed": 74, "chance": 33, "kappa": 61},
        "Chance was taken to be one in three",
    ),
    "only its kappa takes one in three": ({**SOLUTION, "kappa": 61}, "This kappa takes chance"),
    "the commonest label": (
        {"observed": 74, "chance": 50, "kappa": 48},
        "share of the commonest label",
    ),
    "one label only": ({"observed": 74, "chance": 20, "kappa": 68}, "one label, or the diagonal"),
    "weighted, square": ({**SOLUTION, "kappa": 68}, "a weighted kappa"),
    "half an agreement": (
        {"observed": 85, "chance": 36, "kappa": 77},
        "Disagreements by one step",
    ),
    "not divided": ({**SOLUTION, "kappa": 38}, "not divided by anything"),
    "divided by the observed": ({**SOLUTION, "kappa": 51}, "divided by the observed"),
    "chance for kappa": ({**SOLUTION, "kappa": 36}, "agreement by chance was given"),
    "a count for a share": ({"observed": 37, "chance": 36, "kappa": 2}, "a count, not a share"),
    "how often they differ": (
        {"observed": 26, "chance": 36, "kappa": -16},
        "how often they differ",
    ),
    "turned round": ({**SOLUTION, "kappa": -59}, "sign is turned round"),
    "the practice again": (PRACTICE, "table of the practice"),
    "turned about": ({"observed": 36, "chance": 74, "kappa": 59}, "have changed places"),
    "chance as a count": ({**SOLUTION, "chance": 18}, "Chance is a count"),
    "chance as a mean": ({"observed": 74, "chance": 12, "kappa": 70}, "divided by three"),
    "one reader twice": ({"observed": 74, "chance": 38, "kappa": 58}, "multiplied by themselves"),
    "how often dice differ": ({"observed": 74, "chance": 64, "kappa": 28}, "dice would differ"),
    "some chance": ({"observed": 74, "chance": 28, "kappa": 64}, "not 28 %"),
    "some agreement": ({"observed": 70, "chance": 36, "kappa": 53}, "not 70 %"),
    "a share, rounded": ({**SOLUTION, "kappa": 1}, "its hundredths are gone"),
    "some kappa": ({**SOLUTION, "kappa": 45}, "Kappa is not 45"),
    "a share, not hundredths": ({**SOLUTION, "kappa": 0.59}, "whole number"),
    "no kappa": ({"observed": 74, "chance": 36}, "has no answer yet"),
}
