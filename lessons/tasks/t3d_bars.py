"""3.d  Score each sentence, say what each zero is, and draw a bar for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from lessons.checks.calls import PRINTS, Slip, expect, returns
from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.tasks.t0c_ready import GLOBALS
from lessons.tasks.t3c_zeros import ZERO
from lessons.tasks.t3d_beliefs import ONE, PERCENT, SMOOTH
from lessons.tasks.t3d_chart import judge_bars

Scored = list[tuple[Any, ...]]
PAIRS = "a list of (compound, evidence)"


@cache
def _vader() -> Any:
    from lessons.resources import install

    install()
    from nltk.sentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def _says(sentence: str) -> dict[str, float]:
    found: dict[str, float] = _vader().polarity_scores(sentence)
    return found


def _evidence(said: dict[str, float]) -> str:
    if not (said["pos"] or said["neg"]):
        return "none"
    return "some" if said["compound"] else "cancelled"


def scored(sentences: Sequence[str]) -> Scored:
    """What ``score_sentences`` should return: VADER's compound, and what it stands on."""
    return [(said["compound"], _evidence(said)) for said in map(_says, sentences)]


def _each(change: Callable[[dict[str, float], str], Any]) -> Callable[..., Scored]:
    """A model that does something else with what VADER says of each sentence."""
    return lambda sentences: [change(said, _evidence(said)) for said in map(_says, sentences)]


def _smoothed(sentences: list[str], width: int) -> Scored:
    right = scored(sentences)
    smooth = []
    for at, (_, evidence) in enumerate(right):
        near = [compound for compound, _ in right[max(0, at - width) : at + width + 1]]
        smooth.append((sum(near) / len(near), evidence))
    return smooth


def _label(said: dict[str, float]) -> str:
    compound = said["compound"]
    return "positive" if compound >= 0.05 else "negative" if compound <= -0.05 else "neutral"


def _list_alone(sentences: list[str]) -> Scored:
    def total(sentence: str) -> float:
        words = [word.strip(".,!?;:").lower() for word in sentence.split()]
        return float(sum(_vader().lexicon.get(word, 0.0) for word in words))

    return [
        (round(found / (found * found + 15) ** 0.5, 4), evidence)
        for found, (_, evidence) in zip(map(total, sentences), scored(sentences), strict=True)
    ]


def _the_article(_: list[str]) -> Scored:
    from lessons.articles import sample_article

    return scored([each.text for each in sample_article().sentences])


SLIPS = (
    Slip("It calls every 0 “none”, also where words scored.",
         _each(lambda said, _: (said["compound"], "some" if said["compound"] else "none")),
         belief=ZERO),
    Slip("It calls every 0 “cancelled”, also where no word scored.",
         _each(lambda said, _: (said["compound"], "some" if said["compound"] else "cancelled")),
         "`pos` and `neg` are both 0 when no word scored. Look at them for such a sentence."),
    Slip("It finds evidence in every sentence.", _each(lambda said, _: (said["compound"], "some")),
         "When is there none? Print all that VADER says of a sentence without a scored word."),
    Slip("“none” and “cancelled” have changed places.",
         _each(lambda said, evidence: (
             said["compound"], {"none": "cancelled", "cancelled": "none"}.get(evidence, evidence))),
         "Which of the two has words that scored?"),
    Slip("It takes a score near 0 for no evidence.",
         _each(lambda said, evidence: (
             said["compound"], evidence if abs(said["compound"]) >= 0.05 else "none")),
         "A small score stands on words, too. The thresholds are for labels; leave them out here."),
    Slip("Its numbers are a hundred times the compound.",
         _each(lambda said, evidence: (said["compound"] * 100, evidence)), belief=PERCENT),
    Slip("It takes `pos`, not the compound.",
         _each(lambda said, evidence: (said["pos"], evidence)), belief=PERCENT),
    Slip("It takes `pos` less `neg`, not the compound.",
         _each(lambda said, evidence: (said["pos"] - said["neg"], evidence)),
         "VADER's dict has four entries; one of them is asked for."),
    Slip("It gives the label, not the number.", _each(lambda said, evidence: (_label(said),
         evidence)), "A chart needs the number itself."),
    *(Slip("It averages each sentence with its neighbours.",
           lambda sentences, width=width: _smoothed(sentences, width), belief=SMOOTH)
      for width in (1, 2, 3)),
    Slip("Every sentence got the score of all of them together.",
         lambda sentences: scored([" ".join(sentences)] * len(sentences)), belief=ONE),
    Slip("All sentences were scored as one text.",
         lambda sentences: scored([" ".join(sentences)]), belief=ONE),
    Slip("Capitals were lowered before the scoring.",
         lambda sentences: scored([each.lower() for each in sentences]),
         "VADER hears a word in capitals louder. Give it the sentence as it stands."),
    Slip("Marks of punctuation were taken out before the scoring.",
         lambda sentences: scored([each.replace("!", "").rstrip(".") for each in sentences]),
         "VADER hears an exclamation mark. Give it the sentence as it stands."),
    Slip("It adds the entries of the list, without VADER's rules.", _list_alone,
         "What does it give for a word behind *not*? Call polarity_scores on whole sentences."),
    Slip("It scored the article, whatever it was given.", _the_article, belief=GLOBALS),
    Slip("The two parts of each pair have changed places.",
         _each(lambda said, evidence: (evidence, said["compound"])),
         "The number comes first."),
    Slip("Sentences with a score of 0 are missing.",
         lambda sentences: [pair for pair in scored(sentences) if pair[0]],
         "One pair for each sentence, in order: a 0 is a result, too."),
    Slip("A sentence that comes twice was scored once.",
         lambda sentences: scored(list(dict.fromkeys(sentences))),
         "A dict or a set holds each sentence once. What holds them all?"),
)  # fmt: skip
EXAMPLE = ["It is not a good deal.", "The talks open at noon.", "He criticised improving ties."]
OTHERS = (
    ["A GOOD deal, at last!", "A calm day.", "Talks.", "Talks.", "They reached a bad deal."],
    ["The crime shocked us.", "A very good start", "They share the risk."],
)
DRAWN: list[tuple[float, str]] = [
    (0.86, "some"), (0.0, "none"), (-0.34, "some"), (0.0, "cancelled"), (0.49, "some"),
]  # fmt: skip
CHART = "the chart that figure(...) gives"

TASK = Task(
    id="3.d",
    kind="code",
    title="Score each sentence, and draw the bars",
    points=5,
    prompt="Write two functions. `score_sentences(sentences)` scores each sentence with NLTK's "
    "`SentimentIntensityAnalyzer`, and returns a list of pairs `(compound, evidence)`, where "
    "`evidence` is `'some'`, `'none'` (no word scored) or `'cancelled'` (words scored, and the "
    "compound is exactly `0`). So `score_sentences(['It is not a good deal.', 'The talks open at "
    "noon.', 'He criticised improving ties.'])` gives `[(-0.3412, 'some'), (0.0, 'none'), (0.0, "
    "'cancelled')]`. Then `draw(scored)` takes such a list and **returns** `figure(...)` of a bar "
    "chart: one bar a sentence, numbered from `1`, as high as its compound; axes labelled, with "
    "title and caption. *Stretch:* a hollow mark for no evidence, a cross for cancelled.",
    starter="# task 3.d\nimport matplotlib.pyplot as plt\n\ndef score_sentences(sentences):\n"
    "    ...\n\ndef draw(scored):\n    ...\n",
    promised=(
        "sentences with negations, capitals and marks",
        "sentences that score nothing, and sentences whose words cancel",
        "the bars of a chart of other scores",
    ),
    misconceptions=(ZERO, PERCENT, SMOOTH, ONE, GLOBALS, PRINTS),
)


@TASK.check()
def it_returns_pairs(submission: Submission) -> None:
    """A list of pairs, one a sentence."""
    submission.attempted("3.d")
    got = returns(submission, "score_sentences", (EXAMPLE,), (list, tuple), PAIRS)
    for item in got if isinstance(got, (list, tuple)) else ():
        if not isinstance(item, (list, tuple)) or len(item) != 2:
            raise Failure(
                f"It should return {PAIRS}; one item is {item!r}"[:200],
                "Append the number and the word together, in one pair of parentheses.",
            )


@TASK.check(after="it_returns_pairs")
def the_examples_come_out(submission: Submission) -> None:
    """The example of the prompt, others that tell one slip from another, and no sentence at all."""
    cases = [((each,), scored(each)) for each in (EXAMPLE, *OTHERS, [])]
    expect(submission, "score_sentences", cases, SLIPS)


@TASK.check()
def draw_gives_the_bars(submission: Submission) -> None:
    """What figure(...) gives comes back: one bar for each of five scores, nothing joined."""
    submission.attempted("3.d")
    chart = returns(submission, "draw", (DRAWN,), (dict,), CHART)
    if not isinstance(chart, dict) or "bars" not in chart:
        raise Failure(f"`draw` should return {CHART}.", "End it with return figure(ax, ...).")
    judge_bars(chart, [compound for compound, _ in DRAWN])
