"""Which of several notebooks counts."""

from __future__ import annotations

import pytest

from lessons.answers import kept_answers
from lessons.grading.attempts import Handin, choose
from lessons.grading.when import When
from lessons.notebook import Handed

POINTS = {"full": 1.0, "right": 3.0, "late": 2.0}


def attempt(name: str, day: int | None, kept: int) -> Handin:
    source = "".join(f'exercise("1.{letter}", answer=1)\n' for letter in "abcde"[:kept])
    handed = Handed(answers={each.task: each for each in kept_answers(source)})
    at = When(f"2026-12-0{day}T10:00:00+00:00", "file") if day else When()
    return Handin(name, handed, at)


def chosen(rule, *several: Handin) -> tuple[str, str]:
    own, why = choose(several, "01", rule, lambda each: POINTS[each.name])
    return own.name, why


@pytest.mark.parametrize(
    ("rule", "name"), [("fullest", "full"), ("best", "right"), ("last", "late")]
)
@pytest.mark.parametrize("turn", [0, 1, 2])
def test_a_rule_takes_its_own_in_whatever_order_they_come(rule, name, turn):
    several = [attempt("full", 2, 3), attempt("right", 1, 2), attempt("late", 3, 1)]
    assert chosen(rule, *several[turn:], *several[:turn])[0] == name


def test_where_a_date_is_missing_the_last_is_that_by_name_and_it_is_said():
    several = [attempt("late", 3, 1), attempt("full", None, 1), attempt("right", 2, 1)]
    assert chosen("last", *several) == (
        "right", "it is the last by name, for not every date is known",
    )  # fmt: skip


def test_of_equals_the_later_counts():
    several = [attempt("late", 3, 2), attempt("full", 1, 2)]
    assert chosen("fullest", *several)[0] == "late"
    assert choose(several, "01", "best", lambda _: 1.0)[0].name == "late"


def test_only_the_best_is_graded_to_be_chosen():
    several = [attempt("late", 3, 2), attempt("full", 1, 2)]
    for rule in ("fullest", "last"):
        choose(several, "01", rule, lambda _: pytest.fail("graded"))
