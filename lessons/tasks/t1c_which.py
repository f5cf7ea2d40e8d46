"""1.c  Which tokenizer made this?"""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

TOKENIZERS = ("str.split", "word_tokenize", "wordpunct_tokenize", "TweetTokenizer")


def _pick() -> Fields:
    return Fields({name: Choice(f"{name} was made by", TOKENIZERS) for name in "ABC"})


def _told(answer: object) -> str:
    made = {"A": "wordpunct_tokenize", "B": "str.split", "C": "word_tokenize"}
    signs = {
        "A": "every run of marks stands alone, so the clitic falls into three pieces",
        "B": "nothing but spaces was cut",
        "C": "the clitic and the full stop stand alone, the hyphen is left whole",
    }
    chosen = answer if isinstance(answer, dict) else {}
    rows = "\n".join(
        f"| {name} | {chosen.get(name)} | {made[name]} | {signs[name]} |" for name in made
    )
    return f"| | you said | made by | the sign |\n|---|---|---|---|\n{rows}"


PRACTICE = Task(
    id="1.c practice",
    kind="practice",
    title="Three tokenizers on the article",
    prompt="**Practice.** Three tokenizers cut the same words of the article. Who made which?\n\n"
    "- **A** `Lee | ' | s | spokesperson | Kang | Yoo | - | jung | told | reporters | .`\n"
    "- **B** `Lee's | spokesperson | Kang | Yoo-jung | told | reporters.`\n"
    "- **C** `Lee | 's | spokesperson | Kang | Yoo-jung | told | reporters | .`",
    form=_pick(),
    reveal=_told,
)
TASK = Task(
    id="1.c",
    kind="skill",
    title="Which tokenizer made this?",
    points=3,
    prompt="A new string: *Dr. Okafor can't say who'll pay the $4.2 million.* Who made which? "
    "Guess first; then you may run all four and look.\n\n"
    "- **A** `Dr | . | Okafor | can't | say | who'll | pay | the | $ | 4.2 | million | .`\n"
    "- **B** `Dr. | Okafor | ca | n't | say | who | 'll | pay | the | $ | 4.2 | million | .`\n"
    "- **C** `Dr | . | Okafor | can | ' | t | say | who | ' | ll | pay | the | $ | 4 | . | 2 | "
    "million | .`",
    form=_pick(),
    promised=("who made A", "who made B", "who made C"),
    misconceptions=(
        Misconception(
            "tokenizers-are-alike",
            "One tokenizer is as good as another",
            "Counts, tags and scores all stand on the tokens, so a paper that does not name its "
            "tokenizer cannot be repeated.",
            "Find the clitics first, then the dots: each tokenizer has its own habit with them.",
        ),
    ),
)


@TASK.check()
def each_has_a_maker(submission: Submission) -> None:
    """Three pickers, each with one of the four."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("1.c")):
        raise Failure(problem, "Choose a tokenizer for each of the three, and keep your answer.")
