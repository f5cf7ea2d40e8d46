"""The durable record: whole students, what a person decided, and what came of other checks."""

from __future__ import annotations

import sqlite3

import pytest

from lessons.errors import CourseError
from lessons.grading.changes import Change
from lessons.grading.keys import Key
from lessons.grading.records import Decision, Graded, Record
from lessons.grading.store import NAME, Store

KEY = Key("files", "checks")


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as store:
        yield store


def graded(student: str, **points: float) -> Graded:
    return Graded(
        student,
        tuple(
            Record("01", task, "c", got, 2, "passed" if got else "failed", "why", hidden=True)
            for task, got in points.items()
        ),
        ("a note, \ud800",),
    )


def test_what_is_put_comes_back_the_same(store):
    ana = graded("ana", a=1.5, b=0)
    store.put(ana, KEY)
    assert store.of("ana") == ana
    assert store.key("ana") == KEY
    assert (store.of("bo"), store.key("bo")) == (None, None)


def test_a_class_comes_in_order_and_is_gone_through_as_often_as_one_likes(store):
    for n in range(450):
        store.put(graded(f"s{n:03}", a=1), KEY)
    names = [f"s{n:03}" for n in range(450)]
    assert [each.student for each in store] == names == [each.student for each in store]
    assert len(store) == 450


def test_it_is_there_after_the_file_was_closed(tmp_path):
    with Store(tmp_path) as store:
        store.put(graded("ana", a=1), KEY)
    with Store(tmp_path) as store:
        assert [each.student for each in store] == ["ana"]


def test_a_student_is_written_whole_or_not_at_all(store):
    store.put(graded("ana", a=1), KEY)
    half = Record("01", "b", "c", 0, 1, "failed", rationale=object())  # cannot be written
    broken = Graded("ana", (*graded("", a=2).records, half))
    with pytest.raises(sqlite3.Error):
        store.put(broken, Key("other", "checks"))
    assert store.of("ana") == graded("ana", a=1)
    assert store.key("ana") == KEY


def test_marks_that_changed_are_told_with_the_reason(store):
    assert store.put(graded("ana", a=1, b=2), KEY) == []
    assert store.put(graded("ana", a=2, b=2), Key("files", "mended checks")) == [
        Change("ana", "a", 1, 2, "other checks")
    ]
    assert store.put(graded("ana", a=2, b=0), Key("new files", "mended checks")) == [
        Change("ana", "b", 2, 0, "another submission")
    ]


def test_what_a_person_decided_counts_and_outlives_grading_again(store):
    store.put(graded("ana", a=0, b=1), KEY)
    made = store.decide("ana", Decision("a", 1.5, "Well argued."))
    assert made.at
    assert store.of("ana").by_task() == {"a": 1.5, "b": 1}
    assert store.put(graded("ana", a=2, b=1), Key("files", "mended checks")) == []
    assert store.of("ana").decisions == (made,)
    assert store.of("ana").total == 2.5


def test_a_comment_alone_changes_no_points_and_nothing_at_all_withdraws(store):
    store.put(graded("ana", a=1), KEY)
    store.decide("ana", Decision("a", None, "Look again."))
    assert store.of("ana").total == 1
    store.decide("ana", Decision("a"))
    assert store.of("ana").decisions == ()


def test_files_are_due_after_each_change_and_not_before(store):
    store.put(graded("ana", a=1), KEY)
    store.put(graded("bo", a=1), KEY)
    assert [each.student for each in store.unwritten()] == ["ana", "bo"]
    store.written(["ana", "bo"])
    store.decide("bo", Decision("a", 0))
    assert [each.student for each in store.unwritten()] == ["bo"]


def test_a_second_command_is_told_to_wait(store, tmp_path, monkeypatch):
    monkeypatch.setattr("lessons.grading.store_form.WAIT", 0.1)
    with pytest.raises(CourseError, match="Wait"):
        Store(tmp_path)
    store.put(graded("ana", a=1), KEY)


@pytest.mark.parametrize("content", [b"no database at all, only words of some length", b""])
def test_a_file_that_is_no_gradebook_is_an_error_or_a_new_one(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)
    if content:
        with pytest.raises(CourseError, match="gradebook"):
            Store(tmp_path)
    else:
        with Store(tmp_path) as store:
            assert len(store) == 0


def test_a_gradebook_of_a_newer_form_is_not_touched(tmp_path):
    base = sqlite3.connect(tmp_path / NAME)
    base.execute("pragma user_version = 99")
    base.close()
    with pytest.raises(CourseError, match="form 99"):
        Store(tmp_path)


def test_a_student_is_erased_on_request(store, tmp_path):
    for name in ("ana unforgettable", "bo"):
        store.put(graded(name, a=1), KEY)
    store.decide("ana unforgettable", Decision("a", 0, "private words"))
    assert store.forget("ana unforgettable")
    assert not store.forget("ana unforgettable")
    assert [each.student for each in store] == ["bo"]
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"unforgettable" not in kept
    assert b"private words" not in kept
