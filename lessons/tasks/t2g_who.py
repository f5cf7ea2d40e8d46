"""2.g who  Who is named, how often, where, and with whom: gold names in three charts."""

from __future__ import annotations

from lessons.checks.forms import Number
from lessons.checks.task import Task

WHO = ("Lee", "Ishiba", "Trump", "Japan", "South Korea")
SENTENCES = 19


def mentions() -> dict[str, list[int]]:
    """The sentences, from 1, that name each of ``WHO``; people by a part of their name, too."""
    from lessons.teaching import read_text

    names = read_text("article").names
    return {
        who: [at for at, own in enumerate(names, 1) if any(_is_of(name, who) for name in own)]
        for who in WHO
    }


def _is_of(name: str, who: str) -> bool:
    """Whether a name is that one, or has it for a first or last part: "Lee Jae Myung"."""
    return name == who or (who in WHO[:3] and who in (name.split()[0], name.split()[-1]))


def _drawn(answer: object) -> str:
    from lessons.articles import sample_article
    from lessons.figures.cooccurrence import cooccurrence
    from lessons.figures.entity_counts import entity_counts
    from lessons.figures.timeline import timeline
    from lessons.teaching import read_text

    gold, article = read_text("article"), sample_article()
    names = [(" ".join(gold.tokens[s:e]), label) for s, e, label in gold.entities]
    found, ends = mentions(), [len(article.sentences_in(each)) for each in article.paragraphs]
    breaks = [sum(ends[: at + 1]) for at in range(len(ends) - 1)]
    charts = (
        entity_counts(names),
        timeline(found, len(gold.sentences), breaks),
        cooccurrence(gold.names),
    )
    return (
        f"You said {answer}. Ishiba is named in **{len(found['Ishiba'])}** of {SENTENCES} "
        f"sentences, Lee in {len(found['Lee'])}.\n\n"
        + "\n\n".join(chart.markdown() for chart in charts)
        + "\n\nTwo people meet, and the article is about one of them. The first chart counts "
        "`Lee` and `Lee Jae Myung` apart, the second together: somebody chose."
    )


PRACTICE = Task(
    id="2.g who",
    kind="practice",
    title="Who is named, and where?",
    prompt="**Practice: predict.** Lee and Ishiba are to meet. In how many of the article's "
    f"`{SENTENCES}` sentences does gold have a name of *Ishiba*? Keep your guess, and see who is "
    "named how often, where, and beside whom.",
    form=Number("Sentences that name Ishiba", 0, SENTENCES),
    reveal=_drawn,
)
