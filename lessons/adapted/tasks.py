"""Tasks made true of another article: what its text alone decides, and what a person's gold does.

``derive`` changes a task in place, before anybody sees it: its checks look at that very task.
"""

from __future__ import annotations

from collections.abc import Callable

from lessons.adapted import choose
from lessons.adapted.gold import has_gold, names_of_passage, readers_compared, sentences_of
from lessons.articles import Article, sample_article
from lessons.checks.forms import Breaks, Choice, Cuts, Fields, Number, Spans
from lessons.checks.task import Task
from lessons.entities import LABELS
from lessons.sentiment import score


def derive(task: Task) -> None:
    """Make a task true of the article of the adapted course that this process is in."""
    change = CHANGES.get(task.id)
    if change and (task.id not in NEED_GOLD or has_gold()):
        change(task, sample_article())


def _verdict(task: Task, article: Article) -> None:
    def beside_the_machine(answer: object) -> str:
        compound = f"{score(article.text).compound:+.2f}".replace("-", "−")
        return (
            f"You said **{answer}**. The machine says **{compound}**, on a scale from −1 (as bad "
            "as can be) to +1 (as good as can be). Keep your verdict in mind: the next cells ask "
            "the machine for its reasons."
        )

    task.reveal = beside_the_machine


def _count(task: Task, article: Article) -> None:
    from lessons.tasks.t1a_count import counted

    number = choose.to_count(article)
    task.prompt = (
        f"Here is sentence `{number + 1}` of the article: *{article.sentences[number].text}* "
        "Before you run anything: into how many pieces will Python's `split()` cut it, and into "
        "how many NLTK's `word_tokenize`? A wrong guess, kept, earns as much as a right one."
    )
    task.reveal = lambda answer: counted(answer, number)


def _cut(task: Task, article: Article) -> None:
    from lessons.tasks.t1b_cut import compared

    sentence = choose.to_cut(article)
    task.form = Cuts(sentence)
    task.reveal = lambda answer: compared(answer, sentence)


def _stops(task: Task, article: Article) -> None:
    _, begins, rest = task.prompt.partition("This text is not: ")
    task.prompt = f"**Practice.** In this text some full stops end a sentence: {rest}"
    assert begins


def _signs(task: Task, article: Article) -> None:
    from lessons.tasks.t3a_signs import SIGNS, compared

    every = sentences_of(article)
    sentences = {n: every[n - 1] for n in choose.to_sign(every)}
    task.form = Fields({f"s{n}": Choice(f"{n}. {text}", SIGNS) for n, text in sentences.items()})

    def beside_vader(answer: object) -> str:
        from lessons.teaching import read_text

        return compared(answer, sentences, read_text("article").labels if has_gold() else None)

    task.reveal = beside_vader


def _headline(task: Task, article: Article) -> None:
    said = "coverage of the summit was"
    assert said in task.prompt
    task.prompt = task.prompt.replace(said, "this story is")


def _window(task: Task, article: Article) -> None:
    from lessons.tasks.t4c_window import moved

    task.reveal = moved


def _map(task: Task, article: Article) -> None:
    from lessons.tasks.t4f_map import mapped

    pairs = choose.likenesses(article)
    task.form = Choice("The most alike", tuple(pairs))
    best = max(pairs, key=lambda pair: pairs[pair])
    task.reveal = lambda answer: mapped(
        answer,
        f"The most alike of all are **{best}**. Which words do they share, and do they tell of one "
        "matter?",
    )


def _names(task: Task, article: Article) -> None:
    from lessons.tasks.t2a_tag import compared

    tokens, gold = names_of_passage()
    task.form = Spans(tuple(tokens), LABELS)
    task.reveal = lambda answer: compared(answer, tokens, gold)


def _readers(task: Task, article: Article) -> None:
    many = len(sentences_of(article))
    task.prompt = task.prompt.replace("`19`", f"`{many}`")
    task.form = Number("Sentences with the same label", 0, many)


def _breaks(task: Task, article: Article) -> None:
    from lessons.tasks.t4a_breaks import REASONS

    sentences = tuple(sentences_of(article))
    task.prompt = task.prompt.replace("two readings are shown", "a careful reading is shown")
    task.form = Breaks(sentences, REASONS)
    task.reveal = readers_compared


NEED_GOLD = ("2.a practice", "3.d practice", "4.a practice")
CHANGES: dict[str, Callable[[Task, Article], None]] = {
    "0.a": _verdict,
    "1.a": _count,
    "1.b practice": _cut,
    "1.f practice": _stops,
    "2.a practice": _names,
    "3.a": _signs,
    "3.d practice": _readers,
    "3.g": _headline,
    "4.a practice": _breaks,
    "4.c practice": _window,
    "4.f practice": _map,
}
