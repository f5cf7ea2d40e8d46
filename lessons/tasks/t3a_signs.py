"""3.a  Ten signs, called before the machine says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lessons.checks.feedback import Failure
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

SIGNS = ("+", "0", "-")
SENTENCES = {
    1: (
        "South Korean President Lee Jae Myung will travel to Japan from August 23 to 24 for a "
        "summit with Prime Minister Shigeru Ishiba, according to his office."
    ),
    2: (
        "The meeting will focus on strengthening regional peace and enhancing trilateral "
        "cooperation with the United States, Lee's spokesperson Kang Yoo-jung told reporters."
    ),
    5: (
        "Lee has previously criticised previous South Korean governments for their approaches "
        "to improving relations with Japan."
    ),
    6: (
        "However, recent talks indicate a willingness to foster cooperation despite long-"
        "standing issues."
    ),
    7: (
        "Relations between the two U.S. allies have been historically tense due to Japan's "
        "colonial rule over the Korean peninsula from 1910 to 1945."
    ),
    8: (
        "Efforts to improve ties have been complicated by political, trade, and security disputes."
    ),
    9: (
        "The summit comes as both countries face new challenges, including navigating U.S. "
        "tariffs imposed by the administration of President Donald Trump."
    ),
    11: (
        "President Lee's visit to Japan takes place just days before his planned trip to the "
        "United States, where he will hold a summit with President Donald Trump on August 25."
    ),
    13: (
        "In recent years, South Korea and Japan have made cautious steps toward mending relations."
    ),
    19: (
        "Analysts see the back-to-back summits as a sign of renewed momentum in Northeast Asian "
        "diplomacy."
    ),
}  # of the article, by number: some score, some cancel, some hold nothing, one scores by a name


def sign_of(compound: float) -> str:
    """The sign of a score; "0" for exactly 0."""
    return "+" if compound > 0 else "-" if compound < 0 else "0"


def compared(
    answer: object, sentences: Mapping[int, str], labels: Sequence[str] | None = None
) -> str:
    """The signs that were called beside VADER's, and beside the reading's where it is known.

    ``sentences`` are those that were asked about, by number; ``labels`` the reading's of all.
    """
    from lessons.sentiment import score

    said = answer if isinstance(answer, dict) else {}
    reading = {"positive": "+", "neutral": "0", "negative": "-"}
    rows, with_vader, with_reading = [], 0, 0
    for number, sentence in sentences.items():
        scored, sign = score(sentence), said.get(f"s{number}")
        with_vader += sign == sign_of(scored.compound)
        words = ", ".join(f"*{word.text}* {word.valence:+.1f}" for word in scored.words)
        row = (
            f"| {number} | `{sign}` | `{sign_of(scored.compound)}` {scored.compound:+.2f} | "
            f"{words or '(none of its words is in the list)'} |"
        )
        if labels:
            read = reading[labels[number - 1]]
            with_reading += sign == read
            row += f" `{read}` |"
        rows.append(row)
    head, line = "| sentence | you | VADER | the words that scored |", "|---|---|---|---|"
    called = f"You called **{with_vader} of {len(sentences)}** as VADER does"
    look = (
        "Look at the zeros. Some have scored words that **cancel** each other, the others hold "
        "**no evidence** at all."
    )
    if not labels:
        zeros = {score(each).evidence for each in sentences.values()}
        look = look if zeros >= {"none", "cancelled"} else "Look at the words behind each sign."
        return "\n".join([f"{called}.", "", head, line, *rows, "", look])
    head, line = f"{head} reading |", f"{line}---|"
    called += f", and **{with_reading}** as the reference reading does."
    look += (
        " And where you sided with the reading against VADER: what did you read that the list "
        "does not hold?"
    )
    return "\n".join([called, "", head, line, *rows, "", look])


def _of_the_article(answer: object) -> str:
    from lessons.teaching import read_text

    return compared(answer, SENTENCES, read_text("article").labels)


TASK = Task(
    id="3.a",
    kind="prediction",
    title="Call ten signs before you see them",
    points=3,
    prompt="Ten sentences of the article. For each, **which sign will VADER give?** `+` above "
    "zero, `-` below zero, `0` exactly zero. Predict the machine, not yourself. A wrong guess, "
    "kept, earns as much as a right one.",
    form=Fields(
        {
            f"s{number}": Choice(f"{number}. {sentence}", SIGNS)
            for number, sentence in SENTENCES.items()
        }
    ),
    reveal=_of_the_article,
)


@TASK.check(points=3)
def ten_signs_are_kept(submission: Submission) -> None:
    """A sign for each sentence, whatever it is."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("3.a")):
        raise Failure(problem, "Choose a sign for each of the ten, and keep them.")
