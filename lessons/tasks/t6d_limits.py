"""6.d  Limits: what the tools chose for the learner, and what another choice would show."""

from __future__ import annotations

import re

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task

NEUTRAL = Misconception(
    "the-pipeline-is-neutral",
    "The pipeline is neutral: it only counts what is there",
    "People chose the word list, the threshold, the labels, and what to cut from the page. On the "
    "course's article one threshold makes a sentence positive that another calls neutral.",
    "Name one choice that was made for you, run the cell that changes it, and say what changed.",
)
CHOICES = re.compile(
    r"\b(lexicon|vader|word ?lists?|thresholds?|tokeni[sz]\w+|punkt|split\w*|tagg\w+|tags?|pos_tag|"
    r"chunk\w*|grammar|stop ?words?|cut(s|ting)?|furniture|excerpt|chapter|sample|guide|labels?|"
    r"lower-?cas\w+|names?|entit\w+|negation|irony|sarcasm|quot\w+|headline|english|american|"
    r"licen[cs]e|training|trained)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d|\b(zero|none|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|once|"
    r"twice|third|quarter)\b",
    re.IGNORECASE,
)

TASK = Task(
    id="6.d",
    kind="words",
    title="Limits",
    points=2,
    words=50,
    prompt="What can your figures **not** show? Name at least one choice that somebody made for "
    "you (the word list, the threshold, the splitter, the excerpt, what was cut), change it in the "
    "notebook, and say with a number what changed. Then: what would a reader from the place that "
    "your text is about say that you missed?",
    misconceptions=(NEUTRAL,),
)


@TASK.check(points=1)
def the_words_are_your_own(submission: Submission) -> None:
    """As many words as asked for; what they say is for you and your class."""
    count = len(submission.text("6.d").split())
    if count < TASK.words:
        raise Failure(
            f"Saw {count} words of your own; the task asks for {TASK.words}.",
            "Which choice did you change, what came out, and who would object?",
        )


@TASK.check(points=1)
def a_choice_and_what_it_changed(submission: Submission) -> None:
    """A part of the pipeline by name, and a number."""
    words = submission.text("6.d")
    if not CHOICES.search(words):
        raise Failure("No choice of the pipeline is named.", misconception=NEUTRAL)
    if not NUMBER.search(words):
        raise Failure(
            "A choice is named, but no number says what it changes.",
            "Change it, run again, and count: how many sentences got another label?",
        )
