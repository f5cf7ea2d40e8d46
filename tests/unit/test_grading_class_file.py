"""class.toml, read as an instructor writes it, slips too."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.errors import CourseError
from lessons.grading.class_file import (
    ClassFile,
    LateRule,
    must_be_known,
    parse_class_file,
    read_class_file,
)

MORNING = datetime(2026, 12, 1, 9, tzinfo=UTC)
WHOLE = """\
[due]
"01" = 2026-12-01T23:59:00+01:00

[late]
per_day = 10
grace_minutes = 15
at_most = 50

[points]
"1.e" = 8
"""


def test_it_says_dates_points_and_what_being_late_costs(tmp_path):
    (tmp_path / "class.toml").write_text(WHOLE)
    found = read_class_file(tmp_path / "class.toml")
    assert found.due == {"01": datetime(2026, 12, 1, 22, 59, tzinfo=UTC)}
    assert found.late == LateRule(10, 15, 50)
    assert found.points == {"1.e": 8}


def test_each_table_may_be_left_out():
    assert parse_class_file("") == ClassFile()
    assert parse_class_file("[late]\nper_day = 5").late == LateRule(5, 0, 100)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("per_day", "perday"), ("line 5", "late.perday", "Perhaps per_day is meant")),
        (("[points]", "[pionts]"), ("line 9", "pionts", "Perhaps points is meant")),
        (("per_day = 10", "per_day = 110"), ("line 5", "from 0 to 100", "saw 110 for")),
        (("per_day = 10", 'per_day = "10"'), ("line 5", "a number", "late.per_day")),
        (("per_day = 10", "per_day = true"), ("line 5", "a number", "True")),
        (("grace_minutes = 15", "grace_minutes = inf"), ("line 6", "0 or more", "inf")),
        (('"1.e" = 8', '"1.e" = -1'), ("line 10", "0 or more", "-1 for points.1.e")),
        (('"1.e" = 8', '"1e" = 8'), ("line 10", "a task's id", "points.1e")),
        (('"1.e" = 8', '"1.e" = nan'), ("line 10", "0 or more", "nan")),
        (("+01:00", ""), ("line 2", "time and offset", "2026-12-01T23:59:00 for due.01")),
        (("T23:59:00+01:00", ""), ("line 2", "time and offset", "2026-12-01 for")),
        (('"01"', '"tokens"'), ("line 2", "a notebook's number", "due.tokens")),
        (("= 8", "= "), ("TOML in class.toml", "line 10")),
    ],
)
def test_a_slip_is_told_with_its_line_its_key_and_what_was_expected(change, said):
    assert change[0] in WHOLE
    with pytest.raises(CourseError) as raised:
        parse_class_file(WHOLE.replace(*change))
    assert [part for part in said if part not in str(raised.value)] == []


def test_a_table_is_not_a_value():
    with pytest.raises(CourseError, match=r"line 1; saw 3 for late. Write \[late\]"):
        parse_class_file("late = 3")


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path):
    with pytest.raises(CourseError, match="No such file"):
        read_class_file(tmp_path / "class.toml")
    (tmp_path / "class.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CourseError, match="not in UTF-8"):
        read_class_file(tmp_path / "class.toml")


def test_a_mark_that_editors_put_before_the_text_does_no_harm(tmp_path):
    (tmp_path / "class.toml").write_text(WHOLE, encoding="utf-8-sig")
    assert read_class_file(tmp_path / "class.toml").points == {"1.e": 8}


@given(st.text() | st.text("[]due late points=\"'0.1e\n#{}:TZ-"))
def test_whatever_is_in_it_is_read_or_told(text):
    with suppress(CourseError):
        assert isinstance(parse_class_file(text), ClassFile)


@pytest.mark.parametrize(
    "terms",
    [ClassFile(due={"09": MORNING}), ClassFile(points={"1.z": 1}), ClassFile(due={"1": MORNING})],
)
def test_a_name_that_the_course_has_not_is_told(terms: ClassFile) -> None:
    with pytest.raises(CourseError, match="Mend or take out that line"):
        must_be_known(terms, ["00", "01"])
