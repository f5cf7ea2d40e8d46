"""Answers to 0.a: a prediction, so every verdict is right."""

SOLUTION = "some of both"
PRACTICE = "The friendly fire was a great success, and the united rebels won."
RIGHT = {"good": "good news", "bad": "bad news", "neither": "neither: it only reports"}
WRONG = {
    "no such verdict": ("excellent", "takes one of"),
}
