"""3.d practice  How often do the lexicon and the readers agree? Then the course's own chart."""

from __future__ import annotations

import io
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from functools import cache
from operator import eq

from lessons.agreement import cohen_kappa
from lessons.checks.forms import Number
from lessons.checks.task import Task

COUNT = 19  # sentences of the article
SHARPNESS = 110  # dots an inch


@cache
def _chart() -> str:
    """The course's chart as a Markdown image and its caption; drawing it takes a second."""
    from lessons.figures.sentence_sentiment import sentence_sentiment
    from lessons.sentiment import score
    from lessons.teaching import read_text

    gold = read_text("article")
    chart = sentence_sentiment([score(sentence) for sentence in gold.sentences], gold.labels)
    file = io.BytesIO()  # Markdown admits PNG in a page, and no SVG
    chart.drawing.savefig(file, format="png", dpi=SHARPNESS)
    picture = b64encode(file.getvalue()).decode()
    words = chart["alt"].replace("[", "(").replace("]", ")")
    return f"![{words}](data:image/png;base64,{picture})\n\n{chart['caption']}"


def _beside_the_readers(answer: object) -> str:
    from lessons.sentiment import label_of, score
    from lessons.teaching import read_text

    gold = read_text("article")
    found = [label_of(score(sentence).compound) for sentence in gold.sentences]
    same, count = map(eq, found, gold.labels), len(gold.labels)
    return (
        f"You said {answer}. They agree on **{sum(same)} of {count}**; ≠ marks the others."
        f"\n\n{_chart()}\n\n{_beyond_luck(found, gold.labels)}"
    )


def _beyond_luck(found: Sequence[str], labels: Sequence[str]) -> str:
    """What agreement is worth, in words: kappa, worked out."""
    count, times = len(labels), Counter(found)
    luck = sum(n * times[label] for label, n in Counter(labels).items()) / count
    return (
        f"To call every sentence neutral would be right {labels.count('neutral')} times. Two who "
        "threw dice, calling each label as often as VADER and the reading do, would agree "
        f"{luck:.1f} times. **Kappa** takes luck off: ({sum(map(eq, found, labels))} − {luck:.1f})"
        f" / ({count} − {luck:.1f}) is {cohen_kappa(found, labels):.2f}, where `1` is perfect."
    )


PRACTICE = Task(
    id="3.d practice",
    kind="practice",
    title="The lexicon and the readers",
    prompt="**Practice.** The reference reading labels the same sentences positive, neutral or "
    "negative. Of the `19`, on how many does VADER agree, with the thresholds of its author? "
    "Guess, and keep your guess: the course's own chart appears, for you to compare with yours.",
    form=Number("Sentences with the same label", 0, COUNT),
    reveal=_beside_the_readers,
)
