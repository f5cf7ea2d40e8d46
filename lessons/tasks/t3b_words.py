"""3.b  Which words did it?"""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

NEGATION = Misconception(
    "negation-always-flips",
    "A negation always flips the score",
    "VADER has a list of negations and looks three words back: *hardly*, *no* and *nobody* turn "
    "nothing round, so good news about a harm averted can score as bad news.",
    "Score the word alone, then with its neighbours: does the sign change?",
)
BAD_NEWS = Misconception(
    "bad-news-is-negative-writing",
    "A word for something bad lowers the score",
    "The machine scores words of its list, not events: *tariffs*, *missile* and *rifts* count "
    "for nothing, so bad news drily told can come out at zero.",
    "Look each word up: `vader.lexicon.get(word)` gives None for one that the list does not hold.",
)
SAYS = ("raised it", "lowered it", "had no say")
HARDLY = "It's hardly good news that it took so long."
ARTICLE_SENTENCE = (
    "Efforts to improve ties have been complicated by political, trade, and security disputes."
)
ASKED = {"A": ("ration", "no", "harm"), "B": ("apologise", "refused", "worth", "rotted")}
PRACTISED = {
    "improve": ARTICLE_SENTENCE,
    "complicated": ARTICLE_SENTENCE,
    "security": ARTICLE_SENTENCE,
    "disputes": ARTICLE_SENTENCE,
    "good": HARDLY,
}


def effect(valence: float) -> str:
    """What a word did to the score, as the options say it."""
    return SAYS[0] if valence > 0 else SAYS[1] if valence < 0 else SAYS[2]


def _explained(answer: object) -> str:
    from lessons.sentiment import score

    said = answer if isinstance(answer, dict) else {}
    rows = []
    for word, sentence in PRACTISED.items():
        found = next((each for each in score(sentence).words if each.text == word), None)
        here = found.valence if found else 0.0
        entry = f"{found.lexicon:+.1f}" if found else "not in the list"
        rows.append(f"| *{word}* | {said.get(word)} | {effect(here)} | {entry} | {here:+.2f} |")
    table = "\n".join(rows)
    return (
        "| word | you said | what it did | in the list | counted here as |\n|---|---|---|---|---|\n"
        f"{table}\n\n*Security* is a topic, and yet it scores; *complicated* is the point of the "
        "sentence, and does not. And *hardly* only dims *good*: it is no negation to VADER."
    )


PRACTICE = Task(
    id="3.b practice",
    kind="practice",
    title="Which words did it?",
    prompt=f"**Practice.** A sentence of the article: *{ARTICLE_SENTENCE}* And one from another "
    f"text: *{HARDLY}* What did each of these words do to VADER's score? Decide, then look.",
    form=Fields({word: Choice(word, SAYS) for word in PRACTISED}),
    reveal=_explained,
)
TASK = Task(
    id="3.b",
    kind="skill",
    title="Which words did it?",
    points=3,
    prompt="Two sentences from other texts.\n\n"
    "- **A** *Hospitals in Ghent had to ration gloves, though no patient came to harm.*\n"
    "- **B** *Madrid did not apologise; dockers in Vigo refused to unload Norwegian ships, and "
    "salmon worth `3` million kroner rotted on the quay.*\n\n"
    "What did each word do to VADER's score of its sentence? Decide first; then you may look in "
    "`vader.lexicon`, and score parts of the sentences.",
    form=Fields(
        {word: Choice(f"{text}: {word}", SAYS) for text, words in ASKED.items() for word in words}
    ),
    promised=(
        "words behind a negation",
        "other words of the list",
        "words that the list does not hold",
    ),
    misconceptions=(NEGATION, BAD_NEWS),
)


@TASK.check()
def each_word_is_judged(submission: Submission) -> None:
    """Seven pickers, each with one of the three."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("3.b")):
        raise Failure(problem, "Choose what each word did, and keep your answer.")
