"""What tasks 3.d and 3.f both meet: three beliefs about numbers and charts of sentiment."""

from __future__ import annotations

from lessons.checks.feedback import Misconception

PERCENT = Misconception(
    "compound-is-a-percentage",
    "A compound is a percentage",
    "The words' scores are added and squeezed between -1 and 1: one happy word already makes "
    "0.44, and no share of anything is measured.",
    "Which entry of the dict that VADER gives is asked for, and on what scale is it?",
)
SMOOTH = Misconception(
    "smooth-line-is-truer",
    "A smooth line is truer than single bars",
    "Neighbours are mixed: the article's averages over seven sentences never fall below zero, "
    "while readers call five of its sentences negative.",
    "Each sentence has its own number. What does a value between two sentences stand for?",
)
ONE = Misconception(
    "one-number-for-the-article",
    "One number says how an article sounds",
    "The more words score, the closer the number creeps to 1: the whole article comes out far "
    "above any of its sentences.",
    "Score each sentence by itself: how often does your code call VADER?",
)
