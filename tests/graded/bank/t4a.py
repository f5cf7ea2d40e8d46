"""Answers to 4.a: the graded passage, broken and defended in many ways."""

from lessons.tasks.t4a_breaks import NEW, RETURNS, SIGNS

PRACTICE = {3: NEW, 8: RETURNS, 12: NEW, 17: NEW}
SOLUTION = {4: NEW, 8: RETURNS}
RIGHT = {
    "one sentence early, one late": {3: NEW, 9: RETURNS},
    "both late": {5: NEW, 9: RETURNS},
    "as every paragraph ends": {8: RETURNS, 4: NEW},
    "a finer turn inside the second": {4: NEW, 6: NEW, 8: RETURNS},
    "a finer turn inside the first": {2: NEW, 4: NEW, 8: RETURNS},
    "near each other": {3: NEW, 5: NEW, 8: RETURNS},
}
WRONG = {
    "back to the beginning at once": (
        {2: RETURNS, 4: NEW, 8: RETURNS},
        "Before your first break there is one matter",
    ),
    "none": ({}, "one matter from end to end"),
    "all": (dict.fromkeys(range(1, 11), NEW), "There are 11 segments"),
    "the last sentence alone": ({4: NEW, 10: RETURNS}, "Sentence 11 stands alone"),
    "the first sentence alone": ({1: NEW, 8: RETURNS}, "Sentence 1 stands alone"),
    "five segments": ({2: NEW, 4: NEW, 6: NEW, 8: RETURNS}, "more-segments-are-better"),
    "elsewhere": ({2: NEW, 6: RETURNS}, "None of your breaks"),
    "the first only": ({4: NEW}, "A main turn is still inside"),
    "a new name": ({4: SIGNS[0], 8: RETURNS}, "a-sign-is-a-reason"),
    "a word": ({4: NEW, 8: SIGNS[1]}, SIGNS[1]),
    "long enough": ({4: SIGNS[2], 8: SIGNS[2]}, SIGNS[2]),
    "onward": ({4: NEW, 8: NEW}, "a-matter-left-is-over"),
    "back where nothing was": ({4: RETURNS, 8: RETURNS}, "not there before"),
    "a list": ([4, 8], "a dict from sentence number to reason"),
    "a reason of their own": ({4: "it feels right", 8: RETURNS}, "is none of"),
    "no reason": ({4: NEW, 8: ""}, "has no reason yet"),
    "sentences by name": ({"4": NEW, "8": RETURNS}, "saw '4'"),
    "behind the end": ({4: NEW, 11: RETURNS}, "from 1 to 10"),
}
