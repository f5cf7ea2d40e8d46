"""3.f  Claims about the chart: which does it support, and what is wrong with the others?"""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t3b_words import BAD_NEWS
from lessons.tasks.t3c_zeros import ZERO
from lessons.tasks.t3d_beliefs import ONE, PERCENT, SMOOTH

FEELING = Misconception(
    "score-is-the-authors-feeling",
    "The score is what the author feels",
    "It is the sum of what other people once thought of single words. A reporter who writes "
    "*peace* because the summit is about peace has told nobody a mood.",
    "Ask of the claim: whose opinion went into the number, and about what?",
)
SUPPORTED = "the chart supports it"
REASONS = {
    "feeling": "no: a score is not what the writer feels",
    "percent": "no: a compound is no percentage",
    "zero": "no: without a scored word there is no evidence",
    "one": "no: one number hides the sentences",
    "smooth": "no: smoothing blurs what neighbours say",
    "news": "no: the list scores words, not news",
}
BELIEFS = {
    "feeling": FEELING,
    "percent": PERCENT,
    "zero": ZERO,
    "one": ONE,
    "smooth": SMOOTH,
    "news": BAD_NEWS,
}
VERDICTS = (SUPPORTED, *REASONS.values())
CLAIMS = {
    "A": "The writer felt best while writing sentence 2.",
    "B": "More sentences have a bar that points up than one that points down.",
    "C": "Sentence 2 is 86 % positive.",
    "D": "Sentence 4 has nothing good or bad in it: its bar is 0.",
    "E": "Averaged over seven sentences, the line never falls below zero, so there is no bad turn.",
    "F": "The whole text scores +0.98, so nearly all of it is good news.",
    "G": "In sentence 5, words scored, and their scores cancel each other.",
    "H": "Sentence 9 reports new problems, so VADER must have found it negative.",
}
PRACTISED = {
    "P": "Sentence 8 points up, although the reference reading calls it negative.",
    "Q": "Sentence 8 points up, so what it reports is good news.",
    "R": "The bar of sentence 11 shows that the visit is welcome.",
}
OPTIONS = (SUPPORTED, REASONS["news"], "no: what scored is part of a name")


def _told(answer: object) -> str:
    said = answer if isinstance(answer, dict) else {}
    right = {"P": OPTIONS[0], "Q": OPTIONS[1], "R": OPTIONS[2]}
    because = {
        "P": "both are to be seen, the bar and the label beside it, and the claim adds nothing",
        "Q": "*improve* and *security* outscore *disputes*; that is a sum of words",
        "R": "its only word is the *United* of *United States*",
    }
    rows = "\n".join(
        f"| {name} | {said.get(name)} | {right[name]} | {because[name]} |" for name in right
    )
    return f"| | you said | this course says | because |\n|---|---|---|---|\n{rows}"


PRACTICE = Task(
    id="3.f practice",
    kind="practice",
    title="Three claims",
    prompt="**Practice.** Look at the chart, at its words and at the readings beside it. Does it "
    "support the claim? If not, why not?",
    form=Fields({name: Choice(f"{name}. {text}", OPTIONS) for name, text in PRACTISED.items()}),
    reveal=_told,
)
TASK = Task(
    id="3.f",
    kind="skill",
    title="Claims that the chart does not support",
    points=2,
    prompt="Eight claims. Which does the chart support? For each of the others, choose **the "
    "reason that hits it best**: the reason counts as well as the verdict.",
    form=Fields({name: Choice(f"{name}. {text}", VERDICTS) for name, text in CLAIMS.items()}),
    promised=("which claims the chart supports", "the reasons against the others"),
    misconceptions=(FEELING, PERCENT, ZERO, ONE, SMOOTH, BAD_NEWS),
)


@TASK.check()
def each_claim_has_a_verdict(submission: Submission) -> None:
    """Eight pickers, each with a verdict."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("3.f")):
        raise Failure(problem, "Choose a verdict for each claim, and keep your answer.")
