"""What each task needs, so that it is true of another article: stated once, for every task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["any", "derived", "gold", "sample"]


@dataclass(frozen=True)
class Need:
    """What a task needs of an article.

    any: nothing, it has texts and code of its own; derived: the text alone; gold: a person's
    annotation; sample: the sample article, so that it is left out of an adapted course.
    """

    kind: Kind
    why: str = ""


DERIVED = {
    "0.a": "the machine's score is that of the text",
    "1.a": "a sentence of the text is chosen whose tokens differ most from split()",
    "1.b practice": "a sentence of the text, compared with word_tokenize",
    "1.f practice": "its sentence about the sample article is left out",
    "3.a": "ten sentences of the text, of every sign that it has",
    "3.g": "its headline no longer names the sample article's summit",
    "4.c practice": "the text's own cohesion line",
    "4.f practice": "five pairs of the text's paragraphs",
}
GOLD = {
    "2.a practice": "it compares a learner's marks with names that a person decided on; a tool's "
    "names would teach the tool's mistakes",
    "3.d practice": "it sets VADER beside a reader, and a tool beside a tool says nothing",
    "4.a practice": "it shows where a careful reader breaks the text, which no tool does",
}
SAMPLE = {
    "1.c practice": "its three rows are words of the sample article, with the signs explained",
    "2.b practice": "it asks how the guide decides two names of the sample article",
    "2.c practice": "it counts names of the sample article's first sentence",
    "2.f": "its report is an F1 on the sample article's gold, and its checks know that number",
    "2.f taggers": "its scores were worked out on the sample article",
    "2.g who": "it draws names that a person decided on in the sample article",
    "3.b practice": "what it explains is what single words of the sample article do",
    "3.c practice": "its four scores are those of the sample article",
    "3.f": "its claims are about the chart of the sample article",
    "3.f practice": "its claims are about the chart of the sample article",
    "4.c chance": "which dips are chance was worked out for the sample article",
}


def need_of(id: str) -> Need:
    """What the task of that id needs.

    >>> need_of("3.a").kind, need_of("1.e").kind
    ('derived', 'any')
    """
    tables: dict[Kind, dict[str, str]] = {"derived": DERIVED, "gold": GOLD, "sample": SAMPLE}
    for kind, table in tables.items():
        if id in table:
            return Need(kind, table[id])
    return Need("any")


def is_taught(id: str, gold: bool) -> bool:
    """Whether a task is in an adapted course, with a person's gold or without."""
    kind = need_of(id).kind
    return kind in ("any", "derived") or (kind == "gold" and gold)
