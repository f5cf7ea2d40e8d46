"""A live submission sees what ran in the kernel, and never lets a learner's error through raw."""

from __future__ import annotations

import pytest

from lessons.checks.feedback import Failure, NotAttempted
from lessons.checks.live import LiveSubmission
from lessons.errors import CourseError
from lessons.tasks import task

STARTER = task("0.c").starter


def _live(*cells: str, **variables: object) -> LiveSubmission:
    return LiveSubmission(variables, cells, {})


def test_a_cell_that_never_ran_is_not_attempted() -> None:
    with pytest.raises(NotAttempted, match="has not run"):
        _live("x = 1").attempted("0.c")


def test_a_cell_as_handed_out_is_not_attempted_even_when_run_with_its_check() -> None:
    for cell in (STARTER, STARTER + '\n\ncheck("0.c")'):
        with pytest.raises(NotAttempted, match="as it was handed out"):
            _live(cell).attempted("0.c")


def test_a_changed_cell_is_attempted() -> None:
    _live(STARTER, STARTER.replace("...", "return 0")).attempted("0.c")


def test_a_call_gets_copies_and_tells_what_became_of_them() -> None:
    words = ["a", "b"]

    def count(given: list[str]) -> None:
        print(given.pop())

    called = _live(count=count).called("count", words)
    assert (called.result, called.arguments, called.printed) == (None, (["a"],), "b\n")
    assert words == ["a", "b"]


@pytest.mark.parametrize(
    ("value", "seen"), [(None, "no function called `count`."), (3, "`count` is a int")]
)
def test_what_is_no_function_is_said(value: object, seen: str) -> None:
    variables = {} if value is None else {"count": value}
    with pytest.raises(Failure, match=seen):
        _live(**variables).call("count")


def test_a_missing_variable_is_said() -> None:
    with pytest.raises(Failure, match="no variable called `tokens`"):
        _live()["tokens"]


def test_an_answer_that_was_not_kept_is_not_attempted() -> None:
    with pytest.raises(NotAttempted, match="No answer is kept yet"):
        _live().answer("1.a")


def test_what_holds_no_plain_data_is_said_as_grading_says_it() -> None:
    with pytest.raises(Failure, match="`count` gives <generator>, which holds no plain data"):
        _live(count=lambda: (n for n in "ab")).call("count")


def test_a_function_of_an_earlier_form_of_the_cell_is_not_taken_for_this_one() -> None:
    old, new = "# task 1.z\ndef count(w): return 0", "# task 1.z\ndef cuont(w): return 1"
    with pytest.raises(Failure, match="just ran does not define `count`; an older one"):
        _live(old, new, count=len).call("count", [])


def test_a_function_defined_in_a_cell_of_its_own_is_the_learner_s() -> None:
    elsewhere, here = "def count(w): return 0", "# task 1.z\nprint(count([]))"
    assert _live(elsewhere, here, count=len).call("count", []) == 0


def test_a_word_of_ours_is_told_whole_and_not_as_a_crash() -> None:
    def draw() -> None:
        raise CourseError("a chart that explains itself", "one without a caption", "Add it.")

    with pytest.raises(Failure) as caught:
        _live(draw=draw).call("draw")
    assert str(CourseError("a chart that explains itself", "one without a caption", "Add it.")) in (
        caught.value.rationale
    )
    assert "stopped" not in caught.value.rationale


def test_a_division_by_nothing_gets_its_own_help() -> None:
    with pytest.raises(Failure) as caught:
        _live(score=lambda found: 1 / len(found)).call("score", [])
    assert "stopped with ZeroDivisionError" in caught.value.rationale
    assert "why is it 0" in caught.value.help


def test_a_long_message_of_nltk_is_told_in_one_line() -> None:
    def tag() -> None:
        raise LookupError(f"\n{'*' * 70}\n  Resource chunker not found.\n{'*' * 70}\n")

    with pytest.raises(Failure) as caught:
        _live(tag=tag).call("tag")
    assert caught.value.rationale.startswith("`tag()` stopped with LookupError: Resource chunker")
    assert "all that is needed" in caught.value.help


def test_what_holds_no_plain_data_is_told_how_to_hold_some() -> None:
    with pytest.raises(Failure) as caught:
        _live(count=lambda: (word for word in "ab")).call("count")
    assert "one by one" in caught.value.help
