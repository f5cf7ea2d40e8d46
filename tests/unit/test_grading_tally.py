"""Numbers of a class, against the same numbers worked out another way."""

from __future__ import annotations

import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.checks.feedback import CannotCheck, Failure
from lessons.checks.marking import WAITING, mark
from lessons.checks.task import Check
from lessons.grading.recorded import Recorded
from lessons.grading.records import Attempt, Decision, Graded, Record, record
from lessons.grading.run import LATE, Stopped, TimedOut, Withheld
from lessons.grading.session import Absent, Mishap, Raised
from lessons.grading.tally import KEPT, KINDS, OTHER, quartiles, tally
from lessons.notebook import Handed

BASE = Record("01", "1.b", "a", 0, 1, "failed", "Seen.")


def student(name: str, *points: float) -> Graded:
    """Tasks 1.b, 1.c, ... of two points each."""
    return Graded(name, tuple(
        replace(BASE, task=f"1.{letter}", points=own, max=2, status="passed" if own else "failed")
        for letter, own in zip("bcde", points, strict=False)))  # fmt: skip


def test_difficulty_is_the_share_of_the_points():
    found = tally([student("a", 2, 0), student("b", 1, 0)])
    assert found.items["1.b"].difficulty == 0.75
    assert found.items["1.c"].difficulty == 0
    assert found.totals == [2, 1]


@given(st.lists(st.tuples(*[st.sampled_from([0, 0.5, 1, 2])] * 3), min_size=10, max_size=40))
def test_discrimination_is_the_correlation_with_all_other_tasks(points):
    item = tally(student(str(at), *own) for at, own in enumerate(points)).items["1.b"]
    x, rest = [own[0] for own in points], [own[1] + own[2] for own in points]
    if len(set(x)) == 1 or len(set(rest)) == 1:
        assert item.discrimination is None
    else:
        assert item.discrimination == pytest.approx(statistics.correlation(x, rest))


def test_a_tiny_class_has_no_discrimination():
    assert (
        tally([student(str(n), n % 2, n % 2) for n in range(9)]).items["1.b"].discrimination is None
    )
    assert (
        tally([student(str(n), n % 2, n % 2) for n in range(10)]).items["1.b"].discrimination == 1
    )


def test_who_has_no_verdict_is_left_out_of_a_task_and_who_waits_for_another_check_is_not():
    lost = Graded("b", (replace(BASE, status="cannot_check", rationale="This needs isolation."),))
    waits = Graded("c", (replace(BASE, status="cannot_check", rationale=WAITING),))
    right = Graded("a", (replace(BASE, status="passed", points=1),))
    assert tally([right, lost]).items["1.b"].difficulty == 1
    assert tally([right, waits]).items["1.b"].difficulty == 0.5
    assert tally([right, lost]).items["1.b"].unjudged.names == ["b"]
    assert tally([lost]).items["1.b"].difficulty is None
    decided = replace(lost, decisions=(Decision("1.b", 1),))
    assert tally([decided]).items["1.b"].difficulty == 1
    assert tally([decided]).open == {}


def test_points_that_were_not_tried_for_are_told_from_those_that_were_lost():
    absent = Graded("b", (replace(BASE, status="not_attempted"), replace(BASE, task="1.c")))
    item = tally([absent, Graded("c", (replace(BASE, points=0.25),))]).items["1.b"]
    assert (item.reached, item.wrong, item.absent) == (0.25, 0.75, 1)
    assert item.not_attempted.names == ["b"]


def test_who_attempted_nothing_is_named_once_and_not_in_every_task():
    blank = (replace(BASE, status="not_attempted"),)
    found = tally([Graded("b", blank, attempts=(Attempt("01", "01.ipynb"),))])
    assert found.nothing.names == ["b"]
    assert found.items["1.b"].not_attempted.names == []


def test_a_student_shows_a_misconception_once_however_often_it_costs_points():
    records = [replace(BASE, check=name, misconception="split-is-tokenizing") for name in "ab"]
    records.append(replace(records[0], task="1.e"))
    found = tally([Graded("a", tuple(records)), Graded("b", (records[0],))])
    assert found.beliefs["split-is-tokenizing"].names == ["a", "b"]
    assert found.believed_in["split-is-tokenizing"] == {"1.b": 2, "1.e": 1}
    assert found.failures == {}


def test_names_are_kept_up_to_a_number_and_counted_beyond():
    wrong = [Graded(f"s{n}", (replace(BASE, misconception="m"),)) for n in range(KEPT + 5)]
    who = tally(wrong).beliefs["m"]
    assert (who.count, len(who.names)) == (KEPT + 5, KEPT)


def test_reasons_that_differ_in_what_a_learner_wrote_are_of_one_kind():
    said = ["Your “cut” gives 7, not a list.", "Your “slice” gives 8.5, not a list."]
    wrong = [Graded(why, (replace(BASE, rationale=why),)) for why in [*said, "It is not there."]]
    found = tally(wrong).failures
    assert [(who.count, who.said) for who in found.values()] == [
        (2, said[0]),
        (1, wrong[2].student),
    ]


def test_more_kinds_of_reasons_than_can_be_told_apart_stand_together():
    words = [f"It says {chr(0x4E00 + n)}." for n in range(KINDS + 5)]
    wrong = [Graded(f"s{n}", (replace(BASE, rationale=each),)) for n, each in enumerate(words)]
    found = tally(wrong).failures
    assert len(found) == KINDS + 1
    assert found["1.b", OTHER].count == 5
    assert sum(who.count for who in found.values()) == len(wrong)


def test_a_proposal_waits_until_a_person_decides():
    proposed = Graded("a", (replace(BASE, proposal=True),))
    assert tally([proposed]).proposals["1.b"].names == ["a"]
    assert tally([replace(proposed, decisions=(Decision("1.b", 1),))]).proposals == {}


def test_how_a_notebook_was_run_counts_once_for_each_notebook():
    records = (replace(BASE, isolation="confined, abi 6"), replace(BASE, isolation="nothing run"),
               replace(BASE, notebook="02", isolation="nothing run"))  # fmt: skip
    assert tally([Graded("a", records)]).levels == {"confined, abi 6": 1, "nothing run": 1}


class Running:
    """A session that has only bad news."""

    def __init__(self, news: Exception) -> None:
        self.news, self.mishaps = news, {2: Mishap("timed_out", LATE)}

    def call(self, *_: object) -> object:
        raise self.news

    value = call


@pytest.mark.parametrize(
    ("news", "outcome"),
    [
        (TimedOut(LATE), "timed_out"),
        (Absent(), "timed_out"),
        (Stopped("it filled its folder with more than it may"), "crashed"),
        (Withheld("its answer is malformed"), "withheld"),
        (Raised("KeyError", "'Lee'", 3), "raised"),
    ],
)
def test_a_record_says_what_became_of_its_run(news, outcome):
    submission = Recorded(Handed(), Running(news), b"")  # type: ignore[arg-type]
    checks = [
        Check("by_call", "1.e", lambda it: it.call("f")),
        Check("by_value", "1.e", lambda it: it["x"]),
    ]
    results = [record("01", each, "process") for each in mark(checks, submission)]
    assert [each.outcome for each in results] == [outcome, outcome]


def test_a_check_that_breaks_is_ours_and_a_wrong_answer_is_no_mishap_whatever_its_words():
    def breaks(_: object) -> None:
        raise ZeroDivisionError

    def is_wrong(_: object) -> None:
        raise Failure("`f` did not finish: it ran for too long.")

    def cannot(_: object) -> None:
        raise CannotCheck("This needs isolation.")

    checks = [Check(run.__name__, "1.e", run) for run in (breaks, is_wrong, cannot)]
    found = [record("01", each, "") for each in mark(checks, None)]  # type: ignore[arg-type]
    assert [each.outcome for each in found] == ["check_broke", "", ""]


def test_what_became_of_runs_is_counted_by_task_and_not_by_words():
    late = replace(BASE, outcome="timed_out", rationale="In any words.")
    told = replace(BASE, rationale="`f` did not finish: it ran for too long.")
    found = tally([Graded("a", (late, replace(late, check="b"))), Graded("b", (told,))]).mishaps
    assert {key: who.names for key, who in found.items()} == {("ran out of time", "1.b"): ["a"]}


@given(st.lists(st.integers(0, 50), min_size=2, max_size=60))
def test_quartiles_are_those_of_the_standard_library(values):
    expected = statistics.quantiles(values, n=4, method="inclusive")
    assert list(quartiles(values)) == pytest.approx(expected)
