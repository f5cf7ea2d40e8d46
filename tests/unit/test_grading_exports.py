"""Marks in the forms of other systems, held to what these document, there and back."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from lessons import cli
from lessons.errors import CourseError
from lessons.grading.exports import canvas, gradescope, junit, moodle, read_sheet
from lessons.grading.keys import Key
from lessons.grading.records import Decision, Graded, Record, Timing
from lessons.grading.store import Store

CHECKS = (
    Record("01", "1.a", "a_visible_check", 2, 2, "passed"),
    Record(
        "01", "1.b", "test_secret_answer_42", 0.5, 2, "failed", "Seen: \x07<b>\uffff.", hidden=True
    ),
    Record("01", "1.c", "c", 0, 1, "not_attempted", "Nothing is kept."),
    Record("01", "1.d", "d", 0, 1, "cannot_check", "Needs isolation."),
)
JANE = Graded("doejane_4321", CHECKS, decisions=(Decision("1.c", 1, "=Well said,\nin the end."),))
MAX = Graded("Max_77", CHECKS)
CLASS = {"_4321": JANE, "_77": MAX}

# As Canvas exports a gradebook: the columns it documents, and a row of points.
CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Tokens (4711),Essay (4712),Final Score\r\n"
    "    Points Possible,,,,,6,10,(read only)\r\n"
    '"Doe, Jane",4321,u1,jane,A,,9,90\r\n"Roe, Max",77,u2,max,A,1,,10\r\n"Ngô, An",5,u3,an,A,,,\r\n'
)
# As Moodle exports a grading worksheet.
MOODLE = (
    "Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments\r\n"
    "Participant 4321,Jane Doe,,jane@example.org,Submitted for grading,,6.00,Yes,"
    '"Monday, 5 October 2026, 9:00 AM",-,\r\n'
    "Participant 77,Max Roe,,max@example.org,No submission,,6.00,Yes,-,-,Earlier words.\r\n"
    "Participant 5,An Ngô,,an@example.org,No submission,,6.00,Yes,-,-,\r\n"
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_canvas_gets_its_own_rows_back_with_one_column_of_grades():
    filled = canvas(read_sheet(CANVAS), CLASS.get, "Tokens (4711)")
    text = filled.sheet.text()
    assert text.startswith("\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Tokens (4711)\r\n")
    points, jane, roe = rows(text)
    assert (points["Student"].strip(), points["Tokens (4711)"]) == ("Points Possible", "6")
    assert jane == {
        "Student": "Doe, Jane", "ID": "4321", "SIS User ID": "u1", "SIS Login ID": "jane",
        "Section": "A", "Tokens (4711)": "3.5",
    }  # fmt: skip
    assert roe["Tokens (4711)"] == "2.5"
    assert filled.students == ("doejane_4321", "Max_77")
    assert filled.missing == ("Ngô, An",)


def test_a_new_column_is_a_new_assignment_in_canvas_with_the_points_it_is_of():
    filled = canvas(read_sheet(CANVAS), CLASS.get, "Reading the News")
    assert [row["Reading the News"] for row in rows(filled.sheet.text())] == ["6", "3.5", "2.5"]


def test_moodle_gets_its_worksheet_back_with_grade_and_comments_alone_changed():
    filled = moodle(read_sheet(MOODLE), CLASS.get)
    before, after = rows(MOODLE), rows(filled.sheet.text())
    assert [row["Grade"] for row in after] == ["3.5", "2.5", ""]
    assert [row["Feedback comments"] for row in after] == [
        "1.c: =Well said,\\nin the end.", "Earlier words.", ""]  # fmt: skip
    for old, new in zip(before, after, strict=True):
        assert old | {name: new[name] for name in ("Grade", "Feedback comments")} == new
    assert filled.missing == ("An Ngô",)


def test_a_folder_called_as_an_address_begins_is_found_in_moodle_unless_two_begin_so():
    found = {"jane": JANE, "max": MAX}
    assert moodle(read_sheet(MOODLE), found.get).students == ("doejane_4321", "Max_77")
    twice = MOODLE.replace("an@example.org", "jane@elsewhere.org")
    assert moodle(read_sheet(twice), found.get).students == ("Max_77",)


def test_filled_twice_is_filled_once():
    once = moodle(read_sheet(MOODLE), CLASS.get).sheet.text()
    assert moodle(read_sheet(once), CLASS.get).sheet.text() == once


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_come_back_as_they_were(delimiter):
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(csv.reader(io.StringIO(MOODLE)))
    text = moodle(read_sheet(file.getvalue()), CLASS.get).sheet.text()
    assert text.splitlines()[0] == MOODLE.splitlines()[0].replace(",", delimiter)


def test_other_points_are_refused_unless_scaling_is_asked_for():
    sheet = read_sheet(MOODLE.replace("6.00", "100.00"))
    with pytest.raises(CourseError, match="--scale"):
        moodle(sheet, CLASS.get)
    (jane, *_) = rows(moodle(sheet, CLASS.get, scale=True).sheet.text())
    assert float(jane["Grade"]) == pytest.approx(58.3333, abs=1e-4)


@pytest.mark.parametrize("text", ["", "a,b\n", MOODLE.replace("Identifier", "Kennung")])
def test_what_was_not_exported_so_is_refused(text):
    with pytest.raises(CourseError, match="as it was exported"):
        moodle(read_sheet(text), CLASS.get)
    with pytest.raises(CourseError, match="as it was exported"):
        canvas(read_sheet(text), CLASS.get, "x")


def test_gradescope_gets_its_fields_and_no_hidden_name():
    found = json.loads(json.dumps(gradescope(JANE, {("1.b", "test_secret_answer_42"): "clitics"})))
    assert found["score"] == 3.5
    assert "secret" not in json.dumps(found)
    assert [test["name"] for test in found["tests"]][1] == "1.b clitics"
    allowed = {"name", "score", "max_score", "status", "output", "output_format", "visibility"}
    for test in found["tests"]:
        assert set(test) <= allowed
        assert test.get("status", "passed") in ("passed", "failed")
        assert test["visibility"] in ("visible", "hidden", "after_due_date", "after_published")


def test_junit_is_well_formed_and_counts():
    tree = ElementTree.fromstring("".join(junit([JANE, MAX])))
    first, second = tree.findall("testsuite")
    assert first.attrib == {
        "name": "doejane_4321", "tests": "4", "failures": "1", "errors": "1", "skipped": "1",
    }  # fmt: skip
    assert [[child.tag for child in case] for case in second] == [
        [], ["failure"], ["skipped"], ["error"]]  # fmt: skip


def test_the_command_writes_each_form(tmp_path, capsys):
    out = tmp_path / "out"
    with Store(out) as store:
        for each in (JANE, MAX, Graded("other_77", CHECKS)):
            store.put(each, Key("", ""))
    (tmp_path / "moodle.csv").write_text(MOODLE)
    (tmp_path / "canvas.csv").write_text(CANVAS)
    where = ("--out", str(out))
    sheet = ("--from", str(tmp_path / "moodle.csv"))
    assert cli.main(["export", "moodle", *sheet, *where]) == 0
    said = capsys.readouterr()
    assert "grades: 1" in said.out  # two end in _77: it is nobody's
    assert "not graded, 2: Max Roe, An Ngô" in said.err
    assert "marks that went into no row, 2: Max_77, other_77" in said.err
    assert "else by login, address, the part of it before the @, or full name" in said.err
    column = ("--column", "Tokens (4711)")
    sheet = ("--from", str(tmp_path / "canvas.csv"))
    assert cli.main(["export", "canvas", *sheet, *where]) == 0
    said = capsys.readouterr().err
    assert "'Reading the News': Canvas makes a new assignment" in said
    assert "There are: Tokens (4711), Essay (4712)" in said
    assert cli.main(["export", "canvas", *sheet, *column, *where]) == 0
    assert "new assignment" not in capsys.readouterr().err
    assert cli.main(["export", "junit", *where]) == 0
    assert cli.main(["export", "gradescope", "--student", "Max_77", *where]) == 0
    assert cli.main(["export", "gradescope", *where]) == 2
    assert cli.main(["export", "canvas", *where]) == 2
    written = {"canvas.csv", "moodle.csv", "junit.xml", "results.json"}
    assert written <= {file.name for file in out.iterdir()}


def test_what_being_late_costs_is_in_every_total_and_said():
    timing = Timing(
        "01", "2026-12-01T12:00:00+01:00", "2026-12-02T10:00:00+00:00", "file", 1, 20, 0.7
    )
    late = replace(JANE, timings=(timing,))
    find = {"_4321": late, "_77": MAX}.get
    _, jane, _ = rows(canvas(read_sheet(CANVAS), find, "Tokens (4711)").sheet.text())
    assert jane["Tokens (4711)"] == "2.8"
    first, *_ = rows(moodle(read_sheet(MOODLE), find).sheet.text())
    assert first["Grade"] == "2.8"
    assert "1 day late" in first["Feedback comments"]
    found = gradescope(late, {})
    assert found["score"] == pytest.approx(2.8)
    assert "20% of the points reached are taken off: 0.7." in found["output"]
