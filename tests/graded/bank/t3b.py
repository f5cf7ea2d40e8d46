"""Answers to 3.b."""

RAISED, LOWERED, NOTHING = "raised it", "lowered it", "had no say"
SOLUTION = {
    "ration": NOTHING,
    "no": LOWERED,
    "harm": LOWERED,
    "apologise": LOWERED,
    "refused": LOWERED,
    "worth": RAISED,
    "rotted": NOTHING,
}
PRACTICE = {
    "improve": RAISED,
    "complicated": NOTHING,
    "security": RAISED,
    "disputes": LOWERED,
    "good": RAISED,
}
RIGHT = {"in another order": dict(reversed(SOLUTION.items()))}
WRONG = {
    "no flips harm": ({**SOLUTION, "harm": RAISED}, "negation-always-flips"),
    "harm counts for nothing": ({**SOLUTION, "harm": NOTHING}, "“harm”"),
    "apologise as in the list": ({**SOLUTION, "apologise": RAISED}, "“apologise”"),
    "apologise counts for nothing": ({**SOLUTION, "apologise": NOTHING}, "“apologise”"),
    "no counts for nothing": ({**SOLUTION, "no": NOTHING}, "“no”"),
    "refused counts for nothing": ({**SOLUTION, "refused": NOTHING}, "“refused”"),
    "worth counts for nothing": ({**SOLUTION, "worth": NOTHING}, "“worth”"),
    "worth lowers": ({**SOLUTION, "worth": LOWERED}, "“worth”"),
    "bad news is bad": ({**SOLUTION, "rotted": LOWERED}, "bad-news-is-negative-writing"),
    "rations are bad": ({**SOLUTION, "ration": LOWERED}, "bad-news-is-negative-writing"),
    "refused behind a negation": ({**SOLUTION, "refused": RAISED}, "“refused”"),
    "no is a yes": ({**SOLUTION, "no": RAISED}, "“no”"),
    "in order, without the words": (list(SOLUTION.values()), "is a dict"),
    "six of seven": ({name: SOLUTION[name] for name in list(SOLUTION)[:6]}, "has no answer yet"),
}
