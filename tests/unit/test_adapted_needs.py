"""Every task says what it needs of an article; one that needs none says nothing of any."""

from __future__ import annotations

import re

from lessons.adapted.needs import DERIVED, GOLD, SAMPLE, is_taught, need_of
from lessons.adapted.sample import speaks_of_sample
from lessons.adapted.tasks import CHANGES, NEED_GOLD
from lessons.articles import sample_article
from lessons.checks.task import Task
from lessons.course import checkout
from lessons.tasks import all_tasks

ROOT = checkout()
assert ROOT
PAGE = (ROOT / "docs" / "another-article.md").read_text(encoding="utf-8")

RUN = 5  # words in a row that two texts do not share by chance
# What only the sample article can be right about: its parts by number, and what it holds.
CLAIMS = re.compile(
    r"\b(the article|article's) "
    r"(is|has|holds|names|first|second|third|fourth|fifth|\w+ sentence)\b",
    re.IGNORECASE,
)


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w'-]+", text.lower())
    return set(zip(*(words[at:] for at in range(RUN)), strict=False))


def shown(task: Task) -> str:
    return " ".join([task.title, task.prompt, task.starter, *task.hints, repr(task.form)])


def test_the_tables_name_tasks_of_the_course_and_each_once() -> None:
    named = [*DERIVED, *GOLD, *SAMPLE]
    assert len(named) == len(set(named))
    assert set(named) <= {task.id for task in all_tasks()}


def told(cell: str) -> set[str]:
    """The tasks that a cell of the page's table names: "3.a; practice 1.b" is two."""
    return {
        f"{id} practice" if part.startswith("practice ") else id
        for part in cell.strip().split("; ")
        for id in part.removeprefix("practice ").split(", ")
    }


def test_the_page_names_the_tasks_of_each_table_and_the_points_that_are_left() -> None:
    cells = re.findall(r"^\|.*\| ([^|]*) \|$", PAGE, re.MULTILINE)
    assert [told(cell) for cell in cells[-3:]] == [set(DERIVED), set(GOLD), set(SAMPLE)]
    left = sum(task.points for task in all_tasks() if is_taught(task.id, gold=False))
    whole = sum(task.points for task in all_tasks())
    assert f"That leaves {left:g} of {whole:g} points." in PAGE
    assert f"solved notebooks get {left:g} of {left:g}" in PAGE


def test_each_task_that_is_derived_is_changed() -> None:
    assert set(CHANGES) == {*DERIVED, *GOLD}
    assert set(NEED_GOLD) == set(GOLD)


def test_a_task_that_needs_no_article_quotes_none_and_claims_nothing_of_it() -> None:
    sample = runs(sample_article().text)
    for task in all_tasks():
        if need_of(task.id).kind == "any":
            assert not runs(shown(task)) & sample, task.id
            assert not CLAIMS.search(shown(task)), task.id


def test_tasks_about_the_sample_would_be_found_out() -> None:
    sample = runs(sample_article().text)
    found = {
        task.id for task in all_tasks() if runs(shown(task)) & sample or CLAIMS.search(shown(task))
    }
    assert {"1.a", "1.b practice", "1.f practice", "3.a", "3.b practice", "4.a practice"} <= found


def test_gold_opens_what_needs_it_and_nothing_opens_the_sample() -> None:
    assert not is_taught("2.a practice", gold=False)
    assert is_taught("2.a practice", gold=True)
    assert not is_taught("3.f", gold=True)
    assert is_taught("1.e", gold=False)


def test_words_about_the_sample_are_told_from_words_about_language() -> None:
    assert speaks_of_sample("Most tokens of the article belong to no name.")
    assert speaks_of_sample("Nineteen sentences hold an example.")
    assert not speaks_of_sample("The full stop is a token too.")
