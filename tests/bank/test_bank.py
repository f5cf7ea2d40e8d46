"""Every answer of the bank, marked as a submission is: the right ones earn all, each wrong one is
told what is wrong with it, and no check is there for nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from lessons.checks.feedback import Result
from lessons.checks.marking import mark
from lessons.checks.task import Check
from lessons.course import checkout
from lessons.grading.checklist import checklists
from lessons.grading.engine import Engine
from lessons.grading.fill import fill
from lessons.grading.recorded import Recorded
from lessons.grading.seed import FIXED
from lessons.grading.session import Session
from lessons.grading.solved import answers_in, bank_files
from lessons.notebook import read_notebook
from lessons.tasks import task

ROOT = checkout()
assert ROOT
GRADED = ROOT / "tests" / "graded"
CHECKS = {id: its for each in checklists(GRADED).values() for id, its in each.items()}
EXEMPT = ("prediction", "words")  # of nine wrong answers, and of distinct messages


BANK = {id: answers_in(file) for id, file in bank_files(GRADED / "bank").items()}
RIGHT = [(id, "solution", its.SOLUTION) for id, its in BANK.items()] + [
    (id, name, answer) for id, its in BANK.items() for name, answer in its.RIGHT.items()
]
WRONG = [
    (id, name, answer, said)
    for id, its in BANK.items()
    for name, (answer, said) in its.WRONG.items()
]
each_task = pytest.mark.parametrize("id", BANK)


class Marker:
    """Marks one answer to one task in the smallest notebook that holds it; remembers the marks."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.marked: dict[str, tuple[Recorded, list[Result]]] = {}

    def __call__(self, id: str, answer: object) -> list[Result]:
        return self._marked(id, answer)[1]

    def without(self, gone: Check, answer: object) -> list[Result]:
        """The marks if one check were not there: what waited for it is judged without it."""
        submission, results = self._marked(gone.task, answer)
        waited = [replace(each, after="") for each in CHECKS[gone.task] if each.after == gone.name]
        lost = any(each.check == gone.name and each.status != "passed" for each in results)
        anew = {each.check: each for each in mark(waited if lost else [], submission)}
        return [anew.get(each.check, each) for each in results if each.check != gone.name]

    def _marked(self, id: str, answer: object) -> tuple[Recorded, list[Result]]:
        key = f"{id} {answer!r}"
        if key not in self.marked:
            handed = read_notebook(json.dumps(fill(_smallest(id), {id: answer})).encode())
            session = Session(self.engine, handed.cells)
            submission = Recorded(handed, session, FIXED)
            self.marked[key] = submission, mark(CHECKS[id], submission)
            session.close()
        return self.marked[key]


@pytest.fixture(scope="module")
def marked() -> Iterator[Marker]:
    with Engine("process") as engine:
        yield Marker(engine)


def _smallest(id: str) -> Mapping[str, Any]:
    found = task(id)
    setup = "import nltk\nfrom lessons import article, check, exercise, progress"
    home = {"cell_type": "code", "source": found.cell if found.starter else f'exercise("{id}")'}
    if found.kind == "words":
        home = {
            "cell_type": "markdown",
            "source": f"<!-- task {id} -->\n{found.prompt}\n\n**My answer:**\n",
        }
    return {"nbformat": 4, "cells": [{"cell_type": "code", "source": setup}, home]}


def _first(results: list[Result]) -> Result:
    return next(each for each in results if each.status != "passed")


def _is_caught(results: list[Result], said: str) -> bool:
    """Whether a wrong answer loses something, and is told first what it should be told."""
    lost = [each for each in results if each.status != "passed"]
    named = bool(lost) and (lost[0].misconception == said or said in lost[0].rationale)
    return named and any(each.points < each.max for each in results)


def test_every_task_has_a_bank() -> None:
    assert set(BANK) == set(CHECKS)


@pytest.mark.parametrize(("id", "name", "answer"), RIGHT)
def test_a_right_answer_gets_full_marks(marked: Marker, id: str, name: str, answer: object) -> None:
    results = marked(id, answer)
    assert [each.rationale for each in results if each.status != "passed"] == []
    assert sum(each.points for each in results) == task(id).points


@pytest.mark.parametrize(("id", "name", "answer", "said"), WRONG)
def test_a_wrong_answer_is_told_what_is_wrong_with_it(
    marked: Marker, id: str, name: str, answer: object, said: str
) -> None:
    results = marked(id, answer)
    assert sum(each.points for each in results) < task(id).points
    first = _first(results)
    assert said in (first.misconception, "") or said in first.rationale, first
    assert first.help, "it says what is wrong, and not where to look next"


@each_task
def test_no_two_wrong_answers_are_told_the_same(marked: Marker, id: str) -> None:
    told: dict[str, str] = {}
    for name, (answer, _) in BANK[id].WRONG.items():
        first = _first(marked(id, answer))
        said = f"{first.rationale} {first.help}"
        assert said not in told, f"{name} is told what {told[said]} is told: {said}"
        told[said] = name


@each_task
def test_nothing_is_not_attempted(marked: Marker, id: str) -> None:
    blank = read_notebook(json.dumps(_smallest(id)).encode())
    results = mark(CHECKS[id], Recorded(blank, None, FIXED))
    assert {each.status for each in results} == {"not_attempted"}
    assert all(each.rationale for each in results)


@each_task
def test_without_any_one_check_an_answer_of_the_bank_is_misjudged(marked: Marker, id: str) -> None:
    """So no check is there for nothing."""
    for check in CHECKS[id]:
        assert any(
            not _is_caught(marked.without(check, answer), said)
            for answer, said in BANK[id].WRONG.values()
        ), f"{check.name} can be removed, and nothing changes"


@each_task
def test_a_code_task_is_tried_with_nine_ways_to_be_wrong_and_several_to_be_right(id: str) -> None:
    if task(id).kind == "code":
        assert len(BANK[id].WRONG) >= 9
        assert len(BANK[id].RIGHT) >= 4


@each_task
def test_every_misconception_of_a_task_is_met_by_an_answer(marked: Marker, id: str) -> None:
    met = {
        each.misconception for answer, _ in BANK[id].WRONG.values() for each in marked(id, answer)
    }
    assert {belief.id for belief in task(id).misconceptions} <= met
