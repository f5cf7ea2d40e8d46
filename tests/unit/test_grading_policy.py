"""Dates and points of a class: held against what is recorded, and never mixed into it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.grading.keys import Key
from lessons.grading.policy import days_late, policy
from lessons.grading.records import Attempt, Decision, Graded, Record, Ruling
from lessons.grading.store import Store

KEY = Key("files", "checks")
RULES = """\
[due]
"01" = 2026-12-01T12:00:00+01:00
[late]
per_day = 10
grace_minutes = 15
at_most = 50
"""
DUE = datetime(2026, 12, 1, 11, tzinfo=UTC)


def graded(student: str = "ana", late: timedelta | None = timedelta(0), **more: object) -> Graded:
    """3 of 4 points in 1.e and 1 of 1 in 1.f; handed in so much after it was due, or unknown."""
    records = (
        Record("01", "1.e", "a", 1, 2, "failed"),
        Record("01", "1.e", "b", 2, 2, "passed"),
        Record("01", "1.f", "c", 1, 1, "passed"),
        Record("02", "2.a", "c", 5, 5, "passed"),
    )
    at = "" if late is None else (DUE + late).isoformat()
    attempt = Attempt("01", "01.ipynb", at, "" if late is None else "nbgrader")
    return Graded(student, records, attempts=(attempt,), **more)  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as store:
        yield store


def test_a_day_begun_costs_its_percent_of_what_was_reached_in_that_notebook():
    found = policy({"class": RULES}).applied(graded(late=timedelta(hours=30)))
    (timing,) = found.timings
    assert (timing.days, timing.percent, timing.points) == (2, 20, 0.8)
    assert (found.total, found.reached, found.late, found.max) == (8.2, 9, 0.8, 10)
    assert found.by_task() == {"1.e": 3, "1.f": 1, "2.a": 5}


@pytest.mark.parametrize(
    ("late", "percent"),
    [
        (timedelta(days=-3), 0),
        (timedelta(minutes=15), 0),
        (timedelta(minutes=15, seconds=1), 10),
        (timedelta(days=1), 10),
        (timedelta(days=30), 50),
    ],
)
def test_grace_is_free_and_there_is_a_most(late, percent):
    (timing,) = policy({"class": RULES}).applied(graded(late=late)).timings
    assert timing.percent == percent


def test_what_nobody_knows_costs_nothing_and_is_said():
    found = policy({"class": RULES}).applied(graded(late=None))
    assert found.total == 9
    assert [each.handed_in for each in found.timings] == [""]


def test_an_extension_is_of_one_student_and_may_be_of_one_notebook():
    late = timedelta(days=2, hours=1)
    for roster, percent in (
        ("student,extra_days\nana,3", 0),
        ("student,extra_days\nbo,3\nana,", 30),
        ("student,extra_days,01\nana,0,3", 0),
        ("student,extra_days,02\nana,0,3", 30),
        ("student,extra_days,01\nana,9,0", 30),
        ("student,extra_days\nana,1", 20),
    ):
        found = policy({"class": RULES, "roster": roster}).applied(graded(late=late))
        assert found.timings[0].percent == percent, roster


def test_a_person_waives_or_says_when_and_the_class_s_rules_stay():
    late = graded(late=timedelta(days=1), rulings=(Ruling("01", waived=True),))
    (timing,) = policy({"class": RULES}).applied(late).timings
    assert (timing.waived, timing.percent, timing.points) == (True, 10, 0)
    said = graded(late=None, rulings=(Ruling("01", handed_in="2026-12-03T09:00:00+00:00"),))
    (timing,) = policy({"class": RULES}).applied(said).timings
    assert (timing.source, timing.percent) == ("person", 20)


def test_the_class_s_points_scale_what_checks_gave_and_what_there_was():
    found = policy({"class": '[points]\n"1.e" = 8'}).applied(graded())
    assert (found.by_task(), found.max) == ({"1.e": 6, "1.f": 1, "2.a": 5}, 14)
    assert found.scaled == (("1.e", 4),)
    assert policy({"class": '[points]\n"1.e" = 0'}).applied(graded()).by_task()["1.e"] == 0


def test_points_that_a_person_gave_follow_the_measure_they_were_given_in():
    rules, none = policy({"class": '[points]\n"1.e" = 8'}), policy({})
    before = graded(decisions=(Decision("1.e", 2),))  # of 4, as checks have it
    assert rules.applied(before).by_task()["1.e"] == 4
    assert none.applied(before).by_task()["1.e"] == 2
    under = graded(decisions=(Decision("1.e", 6, of=8),))
    assert rules.applied(under).by_task()["1.e"] == 6
    assert none.applied(under).by_task()["1.e"] == 3


def test_other_rules_change_marks_at_once_and_no_record(store, tmp_path):
    store.put(graded(late=timedelta(hours=1)), KEY)
    raw = store.base.execute("select points, max from record order by place").fetchall()
    (change,) = store.agree({"class": RULES})
    assert (change.task, change.before, change.after) == ("late 01", 0, -0.4)
    assert change.why == "other rules"
    assert store.of("ana").total == 8.6
    assert [each.task for each in store.agree({"class": '[points]\n"1.e" = 8'})] == [
        "1.e", "late 01",
    ]  # fmt: skip
    assert store.of("ana").total == 12
    store.agree({})
    assert store.of("ana").total == 9
    assert store.base.execute("select points, max from record order by place").fetchall() == raw
    assert store.key("ana") == KEY


def test_rules_and_rulings_outlive_grading_again_and_are_withdrawn(store):
    store.agree({"class": RULES})
    store.put(graded(late=timedelta(days=2)), KEY)
    assert store.of("ana").late == 0.8
    made = store.rule("ana", Ruling("01", waived=True))
    assert store.put(graded(late=timedelta(days=2)), Key("files", "other")) == []
    assert (store.of("ana").rulings, store.of("ana").late) == ((made,), 0)
    store.rule("ana", Ruling("01"))
    assert (store.of("ana").rulings, store.of("ana").late) == ((), 0.8)


def test_a_copied_file_is_not_later_for_it(store):
    def dated(late: int, source: str) -> Graded:
        at = (DUE + timedelta(days=late)).isoformat()
        return Graded("ana", graded().records, attempts=(Attempt("01", "01.ipynb", at, source),))

    store.agree({"class": RULES})
    store.put(dated(0, "file"), KEY)
    store.put(dated(9, "file"), Key("files", "mended checks"))
    assert store.of("ana").late == 0
    store.put(dated(9, "file"), Key("other files", "mended checks"))
    assert store.of("ana").late == 2
    store.put(dated(1, "nbgrader"), Key("other files", "again"))
    assert store.of("ana").late == 0.4


def test_who_is_not_on_the_roster_is_told_apart():
    rules = policy({"roster": "student\nana"})
    assert [rules.applied(graded(name)).listed for name in ("ana", "eve")] == [True, False]
    assert policy({}).applied(graded("eve")).listed


@given(st.integers(-10_000, 1_000_000), st.integers(0, 600))
def test_a_later_minute_never_costs_less(minutes, grace):
    at = DUE + timedelta(minutes=minutes)
    days = days_late(at, DUE, grace)
    assert days <= days_late(at + timedelta(minutes=1), DUE, grace)
    assert (days == 0) == (minutes <= grace)
