"""The tasks as a whole: what each must state, and that nothing is stated twice."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from lessons.checks.task import Task
from lessons.course import checkout
from lessons.errors import CourseError
from lessons.grading.checklist import hidden_checks
from lessons.tasks import all_tasks, task

TASKS = all_tasks()
GRADED = [each for each in TASKS if each.points]
ROOT = checkout()
assert ROOT
FILES = sorted((ROOT / "tests" / "graded").glob("test_[0-9]*.py"))
HIDDEN = [check for file in FILES for check in hidden_checks(file)]


@pytest.mark.parametrize("each", GRADED, ids=lambda each: each.id)
def test_the_points_of_a_task_are_those_of_its_checks(each: Task) -> None:
    hidden = [check for check in HIDDEN if check.task == each.id]
    assert sum(check.points for check in (*each.checks, *hidden)) == each.points


@pytest.mark.parametrize("each", GRADED, ids=lambda each: each.id)
def test_what_is_promised_for_grading_is_looked_at(each: Task) -> None:
    hidden = [check for check in HIDDEN if check.task == each.id]
    assert sorted(each.promised) == sorted({check.looks_at for check in hidden})


@pytest.mark.parametrize("each", TASKS, ids=lambda each: each.id)
def test_a_visible_check_earns_points_only_where_there_is_nothing_to_copy(each: Task) -> None:
    if each.kind not in ("prediction", "words"):
        assert not any(check.points for check in each.checks)


@pytest.mark.parametrize("each", TASKS, ids=lambda each: each.id)
def test_a_task_says_how_it_is_answered(each: Task) -> None:
    assert bool(each.form) == (each.kind in ("prediction", "practice", "skill"))
    assert bool(each.starter) == (each.kind == "code")
    assert bool(each.words) == (each.kind == "words")
    assert not each.starter or each.starter.startswith(f"# task {each.id}\n")


@pytest.mark.parametrize("each", TASKS, ids=lambda each: each.id)
def test_hints_come_in_three_steps_or_not_at_all(each: Task) -> None:
    assert len(each.hints) in (0, 3)


def test_a_code_cell_that_only_asks_for_hints_is_untouched() -> None:
    one = task("1.e")
    asked = one.cell.replace('("1.e")', '("1.e", hints=2)')
    assert asked != one.cell
    assert one.untouched(asked)
    assert not one.untouched(asked + "\n1 + 1")
    assert not one.untouched(asked.replace("1.e", "2.e"))


@pytest.mark.parametrize("each", TASKS, ids=lambda each: each.id)
def test_only_predictions_and_practice_reveal_anything(each: Task) -> None:
    assert each.reveal is None or each.kind in ("prediction", "practice")


def test_a_misconception_is_stated_once_and_in_its_own_words() -> None:
    stated = {id(belief): belief for each in TASKS for belief in each.misconceptions}
    assert stated
    for part in ("id", "claim", "why"):
        counts = Counter(getattr(belief, part) for belief in stated.values())
        assert set(counts.values()) == {1}, part


def test_the_names_of_checks_tell_them_apart() -> None:
    names = Counter(
        (check.task, check.name) for check in [*HIDDEN, *(c for t in TASKS for c in t.checks)]
    )
    assert set(names.values()) == {1}


def test_every_after_names_a_check_of_its_task() -> None:
    for check in [*HIDDEN, *(check for each in TASKS for check in each.checks)]:
        visible = {each.name for each in task(check.task).checks}
        assert not check.after or check.after in visible


@pytest.mark.parametrize("each", TASKS, ids=lambda each: each.id)
def test_a_prompt_states_no_number_outside_code_and_quotations(each: Task) -> None:
    assert not re.search(r"\d", re.sub(r"`[^`]*`|\*[^*]+\*", "", each.prompt.replace("**", "")))


def test_an_id_that_does_not_exist_is_answered_with_those_that_do() -> None:
    with pytest.raises(CourseError, match=r"0\.a, 0\.b.*saw '1\.x'"):
        task("1.x")
    with pytest.raises(CourseError, match=r"'1\.b', '1\.b practice'"):
        task("1.b exam")
