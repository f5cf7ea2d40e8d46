"""A learner's function is judged by what it does, and a slip is known by its model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lessons.checks.calls import Slip, expect, returns, same
from lessons.checks.feedback import Failure
from lessons.checks.live import LiveSubmission

SLIPS = (Slip("It counted the first word only.", lambda words: 1, "Where is the return?"),)


def _with(function: Callable[..., object]) -> LiveSubmission:
    return LiveSubmission({"count": function}, [], {})


def _failure(function: Callable[..., object], *, unseen: str = "") -> Failure:
    with pytest.raises(Failure) as caught:
        expect(_with(function), "count", [((["a", "b"],), 2)], SLIPS, unseen=unseen)
    return caught.value


def test_the_right_result_passes() -> None:
    expect(_with(len), "count", [((["a", "b"],), 2)], SLIPS)


def test_a_slip_is_named_by_its_model() -> None:
    assert _failure(lambda words: 1).rationale == "It counted the first word only."


def test_another_mistake_shows_the_call_and_what_it_returned() -> None:
    assert (
        "`count(['a', 'b'])` returned `7`; it should be `2`." in _failure(lambda words: 7).rationale
    )


def test_of_a_long_list_the_item_that_differs_is_shown() -> None:
    def counted(words: list[str]) -> list[int]:
        return [0 if word == "talks" else 100_000 for word in words]

    words = [*["summit"] * 14, "talks"]
    submission = LiveSubmission({"counted": counted}, [], {})
    with pytest.raises(Failure, match="returned a list, whose item 15 is `0`; it should be `1`"):
        expect(submission, "counted", [([words], [*[100_000] * 14, 1])], ())


def test_numbers_may_differ_by_as_much_as_is_said() -> None:
    submission = LiveSubmission({"share": lambda k: (round(2 / k, 2), [k])}, [], {})
    expect(submission, "share", [([3], (2 / 3, [3]))], (), near=0.006)
    with pytest.raises(Failure, match=r"returned `\(0.67, \[3\]\)`; it should be `\(0.68,"):
        expect(submission, "share", [([3], (0.68, [3]))], (), near=0.006)


def test_a_hidden_input_stays_hidden() -> None:
    failure = _failure(lambda words: 7, unseen="words you have not seen")
    assert "'a'" not in failure.rationale + failure.help
    assert "Tried on words you have not seen" in failure.rationale


def test_a_function_that_raises_is_told_which_error() -> None:
    assert "ZeroDivisionError" in _failure(lambda words: 1 / 0).rationale


CASES = [((["a", "b"],), 2), (([],), 0), ((["a"],), 1)]


def test_a_result_that_no_argument_changes_is_told_so() -> None:
    with pytest.raises(Failure, match="Whatever it was given, it returned `0`"):
        expect(_with(lambda words: 0), "count", CASES, ())


def test_a_constant_result_is_no_fault_where_one_is_wanted() -> None:
    cases = [((["a"],), 1), ((["b"],), 1)]
    with pytest.raises(Failure, match="it should be `1`"):
        expect(_with(lambda words: 0), "count", cases, ())


def test_a_constant_result_keeps_a_hidden_input_hidden() -> None:
    with pytest.raises(Failure, match="it returned the same"):
        expect(_with(lambda words: "secret"), "count", CASES, (), unseen="other words")


def test_a_result_that_parts_where_nothing_is_shown_is_told_how_long_it_is() -> None:
    many = list(range(100))
    with pytest.raises(Failure, match="returned a list of 100 items; there should be 101"):
        expect(_with(lambda words: many), "count", [((["a"],), [*many, 100])], ())
    with pytest.raises(Failure, match="returned `'aaa"):
        expect(_with(lambda words: "a" * 99), "count", [((["a"],), "a" * 100)], ())


def test_a_way_without_return_is_told_so() -> None:
    with pytest.raises(Failure, match="returned `None`; it should be `0`") as caught:
        expect(_with(lambda words: len(words) or None), "count", CASES[1:], ())
    assert "no `return`" in caught.value.help


def test_what_outlives_a_call_is_told() -> None:
    seen: list[str] = []

    def count(words: list[str]) -> int:
        seen.extend(words)
        return len(seen)

    with pytest.raises(Failure, match="Asked the same twice"):
        expect(_with(count), "count", CASES, ())


def test_a_whole_number_may_be_a_float() -> None:
    assert returns(_with(lambda words: 2.0), "count", ("x",), (int,), "one whole number") == 2
    with pytest.raises(Failure, match="a float"):
        returns(_with(lambda words: 2.5), "count", ("x",), (int,), "one whole number")


def test_printing_is_not_returning() -> None:
    with pytest.raises(Failure) as caught:
        returns(_with(print), "count", ("x",), (int,), "one whole number")
    assert caught.value.misconception
    assert caught.value.misconception.id == "printing-is-returning"


def test_another_type_is_named() -> None:
    with pytest.raises(Failure, match=r"one whole number; it returned a str: `'x'`"):
        returns(_with(str), "count", ("x",), (int,), "one whole number")


def test_lists_and_tuples_are_alike_but_true_is_not_one() -> None:
    assert same([("a", 0, 1)], (["a", 0, 1],))
    assert not same(True, 1)
    assert not same([1], [1, 2])
    assert not same([1], [True])
