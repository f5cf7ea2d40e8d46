"""1.a  How many tokens is a sentence? A prediction, kept before the reveal."""

from __future__ import annotations

from lessons.checks.feedback import Failure
from lessons.checks.forms import Fields, Number
from lessons.checks.submission import Submission
from lessons.checks.task import Task

SENTENCE = 2  # the article's third: it has a clitic, a hyphen, a comma and a full stop


def counted(answer: object, number: int = SENTENCE) -> str:
    """What a learner guessed of a sentence of the article (0 is the first), and the counts."""
    from nltk.tokenize import word_tokenize

    from lessons.articles import sample_article

    text = sample_article().sentences[number].text
    pieces, tokens = text.split(), word_tokenize(text)
    only = [token for token in tokens if token not in pieces]
    guess = answer if isinstance(answer, dict) else {}
    return (
        f"| | you said | counted |\n|---|---|---|\n"
        f"| `text.split()` | {guess.get('split')} | {len(pieces)} |\n"
        f"| `word_tokenize(text)` | {guess.get('nltk')} | {len(tokens)} |\n\n"
        f"NLTK made tokens that `split()` never saw: {' '.join(f'`{each}`' for each in only)}\n\n"
        "Look at each of them, and say what was cut from what."
    )


TASK = Task(
    id="1.a",
    kind="prediction",
    title="Predict the count",
    points=2,
    prompt="Here is the article's third sentence: *While the specific date of the summit during "
    "Lee's two-day visit was not confirmed, it marks the second time the two leaders will meet in "
    "2025.* Before you run anything: into how many pieces will Python's `split()` cut it, and "
    "into how many NLTK's `word_tokenize`? A wrong guess, kept, earns as much as a right one.",
    form=Fields(
        {
            "split": Number("Pieces from text.split()", 1, 99),
            "nltk": Number("Tokens from word_tokenize(text)", 1, 99),
        }
    ),
    reveal=counted,
)


@TASK.check(points=2)
def both_counts_are_kept(submission: Submission) -> None:
    """Two whole numbers, whatever they are."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("1.a")):
        raise Failure(problem, "Type two whole numbers, and keep them.")
