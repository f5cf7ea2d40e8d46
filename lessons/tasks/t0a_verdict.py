"""0.a  Is this article good news? The learner commits first; then the machine speaks."""

from __future__ import annotations

from lessons.checks.feedback import Failure
from lessons.checks.forms import Choice, Line
from lessons.checks.submission import Submission
from lessons.checks.task import Task

VERDICTS = ("good news", "bad news", "some of both", "neither: it only reports")


def _signed(number: float, places: int = 1) -> str:
    return f"{number:+.{places}f}".replace("-", "−")


def _beside_the_machine(answer: object) -> str:
    from lessons.articles import sample_article
    from lessons.sentiment import score

    whole = score(sample_article().text)
    return (
        f"You said **{answer}**. The machine says **{_signed(whole.compound, 2)}**, on a scale "
        "from −1 (as bad as can be) to +1 (as good as can be): almost perfect bliss, for an "
        "article with tariffs, disputes and a missile programme in it. Keep your verdict in mind: "
        "the next cells ask the machine for its reasons."
    )


TASK = Task(
    id="0.a",
    kind="prediction",
    title="Your verdict, before the machine's",
    points=1,
    prompt="You have read the article. **Is it good news?** Commit before you read on: there is "
    "no wrong answer, and the machine's opinion appears once yours is kept.",
    form=Choice("The article is", VERDICTS),
    reveal=_beside_the_machine,
)


@TASK.check(points=1)
def a_verdict_is_kept(submission: Submission) -> None:
    """Any of the four verdicts earns the point."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("0.a")):
        raise Failure(problem, "Choose one of the four, and keep it.")


def _why(answer: object) -> str:
    from lessons.sentiment import score

    scored = score(str(answer))
    words = ", ".join(
        f"*{word.text}* {_signed(word.valence)}"
        + (f" (alone it is {_signed(word.lexicon)})" if word.valence * word.lexicon < 0 else "")
        for word in scored.words
    )
    because = (
        f"The words that scored: {words}."
        if words
        else (
            "Not one of its words is in the machine's list, so it has **no evidence** at all; "
            "it says 0, as it would for a sentence that is truly balanced."
        )
    )
    verdict = f"The machine says **{_signed(scored.compound, 2)}**."
    return f"{verdict} {because} Change the sentence, try again."


PRACTICE = Task(
    id="0.a practice",
    kind="practice",
    title="A sentence of your own",
    prompt="**Practice. Try to fool it.** Type any sentence, and keep it to see the machine's "
    "score and the words behind it. Can you write terrible news that it loves?",
    form=Line("Your sentence"),
    reveal=_why,
)
