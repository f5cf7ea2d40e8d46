"""Answers to 0.b."""

SOLUTION = {"page": "still there", "kernel": "a NameError"}
RIGHT = {}
WRONG = {
    "the page was wiped": (
        {"page": "gone", "kernel": "a NameError"},
        "outputs gone",
    ),
    "the page was run again": (
        {"page": "all run again", "kernel": "a NameError"},
        "outputs all run again",
    ),
    "the kernel still knew": (
        {"page": "still there", "kernel": "the reporter's name"},
        "saw the reporter's name",
    ),
    "nothing was shown": (
        {"page": "still there", "kernel": "nothing"},
        "saw nothing",
    ),
    "both": (
        {"page": "gone", "kernel": "the reporter's name"},
        "Neither is",
    ),
    "half an answer": ({"page": "still there"}, "has no answer yet"),
}
