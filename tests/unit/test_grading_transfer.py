"""Records on their way between machines: what was packed comes back, and nothing else is taken."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.checks.feedback import Status
from lessons.grading.records import Attempt, Graded, Record
from lessons.grading.transfer import packed, unpacked

words = st.text(max_size=40)
numbers = st.integers(-9, 9) | st.floats(allow_nan=False, allow_infinity=False)
records = st.builds(
    Record, words, words, words, numbers, numbers, st.from_type(Status), words, words
)
ONE = Graded("ana", (Record("00", "0.a", "kept", 1, 2, "passed"),), ("a note",))


@given(words, st.lists(records, max_size=3), st.lists(words, max_size=3))
def test_records_survive_the_way_through_json(student, its, notes):
    tried = (Attempt("00", "a.ipynb", "2026-12-01T12:00:00+00:00", "file", 2, "last"),)
    graded = Graded(student, tuple(its), tuple(notes), attempts=tried)
    assert unpacked(json.loads(json.dumps(packed(graded))), student) == graded


@pytest.mark.parametrize(
    ("field", "value"),
    [("points", "2"), ("points", True), ("points", float("nan")), ("max", float("inf")),
     ("status", "perfect"), ("task", None), ("hidden", 1), ("rationale", ["x"]), ("more", "x")],
)  # fmt: skip
def test_a_record_with_a_field_of_another_kind_is_refused(field, value):
    told = copy.deepcopy(packed(ONE))
    told["records"][0][field] = value
    with pytest.raises(ValueError, match="a record"):
        unpacked(told, "ana")


@pytest.mark.parametrize(
    "told",
    [None, [], "ana", {}, packed(ONE) | {"more": 1}, packed(ONE) | {"notes": [1]},
     packed(ONE) | {"records": {}}, packed(ONE) | {"records": [[]]},
     packed(ONE) | {"attempts": 1}, packed(ONE) | {"attempts": [{}]}],
)  # fmt: skip
def test_what_is_no_student_s_records_is_refused(told):
    with pytest.raises(ValueError, match=r"no |other fields"):
        unpacked(told, "ana")


def test_one_student_s_records_are_never_taken_for_another_s():
    with pytest.raises(ValueError, match="'ana' in place of 'ben'"):
        unpacked(packed(ONE), "ben")
