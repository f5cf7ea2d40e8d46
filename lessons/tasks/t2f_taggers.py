"""2.f taggers  Five taggers, at home and on texts that their makers never saw."""

from __future__ import annotations

from lessons.checks.forms import Choice
from lessons.checks.task import Task

# Precision, recall and F1 of span and label by tagger: on the article, and on the held-out texts,
# which no learner's copy has.
SCORES: dict[str, dict[str, tuple[float, float, float]]] = {
    "capitals": {"article": (0.38, 0.54, 0.45), "held out": (0.14, 0.28, 0.18)},
    "proper nouns": {"article": (0.55, 0.54, 0.55), "held out": (0.24, 0.32, 0.27)},
    "lists": {"article": (0.93, 0.64, 0.76), "held out": (0.97, 0.38, 0.54)},
    "grammar, cues": {"article": (1.0, 0.9, 0.95), "held out": (0.92, 0.65, 0.76)},
    "and memory": {"article": (1.0, 1.0, 1.0), "held out": (0.93, 0.69, 0.79)},
}
MEANT = {
    "capitals": "every run of words with a capital",
    "proper nouns": "the grammar `{<NNP.*>+}`",
    "lists": "names out of a list of countries, cities and peoples",
    "grammar, cues": "those lists, a grammar, and cues: a title before, *Co.* behind",
    "and memory": "the same, and who was named once is known by surname afterwards",
}


def _both_ways(answer: object) -> str:
    from lessons.figures.tagger_scores import tagger_scores

    scores = {
        name: {"article": each["article"], "unseen texts": each["held out"]}
        for name, each in SCORES.items()
    }
    fall = {name: each["article"][2] - each["held out"][2] for name, each in SCORES.items()}
    most, least = max(fall, key=lambda name: fall[name]), min(fall, key=lambda name: fall[name])
    chart = tagger_scores(scores, title="Five taggers, at home and away")
    return (
        f"You said {answer}. **{most}** falls furthest, by {fall[most]:.2f}; {least} "
        f"least, by {fall[least]:.2f}.\n\n{chart.markdown()}\n\n*Capitals* were made for no text, "
        "and fall nearly as far: these texts are harder. Why could a tagger be perfect here?"
    )


PRACTICE = Task(
    id="2.f taggers",
    kind="practice",
    title="Five taggers",
    prompt="**Practice: predict.** Five taggers, scored on the article, and on texts kept away "
    "while their rules were written.\n\n"
    + "\n".join(f"- **{name}**: {what}" for name, what in MEANT.items())
    + "\n\nWhose `F1` falls furthest from the one to the other? Keep your guess, and the scores "
    "appear.",
    form=Choice("It falls furthest", tuple(MEANT)),
    reveal=_both_ways,
)
