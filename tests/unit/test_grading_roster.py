"""roster.csv, as an instructor or a spreadsheet writes it."""

from __future__ import annotations

import pytest

from lessons.errors import CourseError
from lessons.grading.roster import parse_roster, read_roster, without


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_days_are_for_all_notebooks_or_for_one(between):
    text = "student,name,extra_days,01\nana,Ana Lima,2,\nbo,,,7\n\n".replace(",", between)
    ana, bo = parse_roster(text).listed.values()
    assert (ana.student, ana.days("01"), ana.days("02")) == ("ana", 2, 2)
    assert (bo.days("01"), bo.days("02")) == (7, 0)


def test_a_number_or_address_finds_the_student_whose_name_ends_in_it():
    roster = parse_roster("student\n4321\ndoe@uni.edu\nsmith\n")
    assert roster.find("doejane_4321").student == "4321"
    assert roster.find("Jane Doe_doe@uni.edu").student == "doe@uni.edu"
    assert roster.find("ben_smith") is None
    assert roster.absent(["doejane_4321", "eve"]) == ["doe@uni.edu", "smith"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1"),
        ("name\nana", "the columns student"),
        ("student,days\nana,2", "saw days"),
        ("student,student\nana,ana", "line 1"),
        ("student,extra_days\nana,2\nbo,soon", "line 3; saw soon for extra_days"),
        ("student,extra_days\nana,-2", "saw -2"),
        ("student,01\nana,9999", "saw 9999 for 01"),
        ("student\nana\nana", "saw ana once more"),
        ("student,name\n,Ana", "a line without one"),
    ],
)
def test_a_slip_is_told_with_its_line(text, said):
    with pytest.raises(CourseError) as raised:
        parse_roster(text)
    assert said in str(raised.value)


def test_a_file_is_read_with_the_mark_that_spreadsheets_put_before_it(tmp_path):
    (tmp_path / "roster.csv").write_text("student\nZoe\u0308\n", encoding="utf-8-sig")
    assert parse_roster(read_roster(tmp_path / "roster.csv")).find("Zoë")
    with pytest.raises(CourseError, match="No such file"):
        read_roster(tmp_path / "none.csv")
    (tmp_path / "roster.csv").write_bytes(b"student\n\xff")
    with pytest.raises(CourseError, match="not in UTF-8"):
        read_roster(tmp_path / "roster.csv")


def test_one_student_is_taken_out_and_no_other():
    text = 'student;name\nana;"Lima; Ana"\n4321;Jane\n'
    assert without(text, "doejane_4321") == 'student;name\nana;"Lima; Ana"\n'
    assert parse_roster(without(text, "eve")).listed == parse_roster(text).listed
