"""Answers to 4.f."""

from lessons.tasks.t4f_map import SELF, WHAT

PRACTICE = "1 and 4"
SOLUTION = {"returns": "1 and 4", "least": "4 and 5", "low": WHAT[0], "diagonal": SELF[0]}
RIGHT = {}
WRONG = {
    "neighbours return": ({**SOLUTION, "returns": "2 and 3"}, "only-neighbours-belong-together"),
    **{
        f"{pair} return": ({**SOLUTION, "returns": pair}, f"The cell of {pair} is among the palest")
        for pair in ("3 and 4", "4 and 5")
    },
    **{
        f"{pair} share least": ({**SOLUTION, "least": pair}, f"share less than {pair}")
        for pair in ("1 and 2", "2 and 3", "3 and 4")
    },
    "a valley is a topic": ({**SOLUTION, "low": WHAT[1]}, "a-valley-is-a-topic"),
    "a judgement": ({**SOLUTION, "low": WHAT[2]}, "read as a judgement"),
    "it holds together": (
        {**SOLUTION, "diagonal": SELF[1]},
        "the-diagonal-says-something",
    ),
    "strong topics": ({**SOLUTION, "diagonal": SELF[2]}, "its topics are strong"),
    "three of four": ({"returns": "1 and 4", "least": "4 and 5"}, "has no answer yet"),
}
