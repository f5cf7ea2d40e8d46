"""4.b  How alike are two sentences? Shared stems, dot product and cosine, by hand."""

from __future__ import annotations

from collections import Counter

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Fields, Number
from lessons.checks.submission import Submission
from lessons.checks.task import Task

PRESENCE = Misconception(
    "how-often-does-not-matter",
    "A stem is there or it is not; how often does not matter",
    "A paragraph that says summit five times is more about it than one that says it once.",
    "Write both counts beside each shared stem before you multiply.",
)
UNDIVIDED = Misconception(
    "the-dot-product-is-the-likeness",
    "The more words two blocks share, the more alike they are",
    "A long block shares words with everything; dividing by both lengths makes blocks comparable.",
    "Find each length first: square the counts, add them up, take the root.",
)
PAIR = ("Seoul seeks talks with Tokyo.", "Talks in Seoul, then talks in Tokyo, then in Seoul.")
GRADED = (
    "Trade talks? They were talks about tax, not trade.",
    "Is it peace before trade, or trade before peace, at the talks?",
)
HOW = (
    "Leave out the stop words (ask: `'then' in stop`), and give a word and its plural one stem. "
    "Count the **stems that both sentences have**; multiply the two counts of each, and add up: "
    "the **dot product**. Divide it by the lengths of both: the **cosine**, here in hundredths "
    "(`0.5` is `50`)."
)


def _form() -> Fields:
    return Fields(
        {
            "shared": Number("Stems in both sentences", 0, 99),
            "dot": Number("Dot product", 0, 999),
            "cosine": Number("Cosine, in hundredths", 0, 100),
        }
    )


def _worked(answer: object) -> str:
    from nltk.tokenize import word_tokenize

    from lessons.topics import content_stems, cosine

    one, other = (Counter(content_stems(word_tokenize(text))) for text in PAIR)
    given = answer if isinstance(answer, dict) else {}
    shared = sorted(one.keys() & other.keys())
    products = " + ".join(f"{one[stem]}×{other[stem]}" for stem in shared)
    dot = sum(one[stem] * other[stem] for stem in shared)
    hundredths = round(100 * cosine([*one.elements()], [*other.elements()]))
    return (
        "| | you said | counted | how |\n|---|---|---|---|\n"
        f"| shared | {given.get('shared')} | {len(shared)} | {', '.join(shared)} |\n"
        f"| dot product | {given.get('dot')} | {dot} | {products} |\n"
        f"| cosine | {given.get('cosine')} | {hundredths} | {dot} / ({_length(one)} × "
        f"{_length(other)}) |\n\nThe first has the counts {_counts(one)}, the second "
        f"{_counts(other)}. Nobody read a meaning here: only words were counted."
    )


def _length(counts: Counter[str]) -> str:
    return f"√{sum(count * count for count in counts.values())}"


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{stem} {count}" for stem, count in counts.items())


PRACTICE = Task(
    id="4.b practice",
    kind="practice",
    title="Likeness by hand",
    prompt=f"**Practice.** *{PAIR[0]}* and *{PAIR[1]}* " + HOW,
    form=_form(),
    reveal=_worked,
)
TASK = Task(
    id="4.b",
    kind="skill",
    title="How alike are they?",
    points=3,
    prompt=f"*{GRADED[0]}* and *{GRADED[1]}* " + HOW + " This one counts.",
    form=_form(),
    promised=("the shared stems", "the dot product", "the cosine"),
    misconceptions=(PRESENCE, UNDIVIDED),
)


@TASK.check()
def there_are_three_numbers(submission: Submission) -> None:
    """Three whole numbers, whatever they are."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("4.b")):
        raise Failure(problem, "Type three whole numbers: the cosine 0.5 is typed 50.")
