"""Records and gradebook: written whole, and safe to open."""

from __future__ import annotations

import csv
import io
import json
import stat

import pytest

from lessons import files
from lessons.checks.feedback import Result
from lessons.errors import CourseError
from lessons.grading.gradebook import gradebook, table, unsettled, write_gradebook
from lessons.grading.records import Graded, file_name, record, write_results, write_whole
from lessons.grading.seed import class_seed


def graded(student: str, *points: tuple[str, float, float]) -> Graded:
    results = [
        Result(task, f"check{n}", got, most, "passed" if got else "failed", "because", hidden=True)
        for n, (task, got, most) in enumerate(points)
    ]
    return Graded(student, tuple(record("01", each, "process") for each in results), ("a note",))


def test_a_line_a_student_and_a_column_a_task():
    book = gradebook([graded("ana", ("1.a", 2, 2), ("1.b", 0.5, 1), ("1.b", 0, 1)), graded("bo")])
    assert list(csv.reader(io.StringIO(book))) == [
        ["student", "total", "max", "late", "1.a", "1.b"],
        ["ana", "2.5", "4", "0", "2", "0.5"],
        ["bo", "0", "0", "0", "0", "0"],
    ]


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_a_name_is_never_a_formula(name):
    first = list(csv.reader(io.StringIO(gradebook([graded(name)]))))[1][0]
    assert first[0] in "'\\"


def test_a_name_does_not_drive_the_terminal():
    assert "\x1b" not in "".join(table([graded("a\x1b[2J\u202eb")]))


def test_a_record_says_all_that_is_needed_to_explain_a_mark(tmp_path):
    file = write_results(graded("Zoë", ("1.a", 0, 2)), tmp_path)
    assert file == tmp_path / "results" / "Zoë.json"
    read = json.loads(file.read_text())
    assert (read["student"], read["total"], read["max"], read["notes"]) == ("Zoë", 0, 2, ["a note"])
    assert read["checks"] == [
        {
            "notebook": "01", "task": "1.a", "check": "check0", "points": 0, "max": 2,
            "status": "failed", "rationale": "because", "help": "", "misconception": "",
            "hidden": True, "proposal": False, "isolation": "process",
            "outcome": "",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "..", "", "con\x00", "x" * 500, "ü" * 300, "\ud800"]
)
def test_a_student_s_name_stays_a_file_in_its_folder(tmp_path, name):
    (tmp_path / "results").mkdir()
    file = write_results(graded(name), tmp_path)
    assert file.parent == tmp_path / "results"
    assert len(file_name(name).encode()) <= 200


def test_checks_without_a_verdict_are_counted_and_those_that_wait_are_not():
    def student(name: str, *whys: str) -> Graded:
        results = [Result("1.e", f"c{n}", 0, 1, "cannot_check", why) for n, why in enumerate(whys)]
        return Graded(name, tuple(record("01", each, "process") for each in results))

    broke = "The check itself broke (TypeError): this is not your mistake."
    class_ = [student("ana", broke), student("bo", broke, "Cannot check this yet."), student("cy")]
    assert unsettled(class_) == [f"no verdict: 1.e c0, students: 2. {broke}"]


def test_no_two_students_share_a_file():
    names = ["a_b", "a/b", "a:b", "a?b", "", "_", ".", "x" * 500, "x" * 501]
    assert len({file_name(name) for name in names}) == len(names)


def test_a_long_rationale_is_cut_and_surrogates_are_written_out():
    result = Result("1.a", "c", 0, 1, "failed", "\ud800" + "x" * 10_000)
    assert len(record("01", result, "process").rationale) < 2100
    assert record("01", result, "process").rationale.startswith("\\ud800x")


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    write_whole(tmp_path / "f", "old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "f", "new")
    assert (tmp_path / "f").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["f"]


def test_the_gradebook_is_written_into_a_new_folder(tmp_path):
    file = write_gradebook([graded("ana", ("1.a", 1, 1))], tmp_path / "new")
    assert file.read_bytes() == b"student,total,max,late,1.a\r\nana,1,1,0,1\r\n"


def test_the_seed_is_made_once_and_for_its_owner_alone(tmp_path):
    file = tmp_path / "settings" / "class.seed"
    seed = class_seed(file)
    assert len(seed) == 32
    assert class_seed(file) == seed
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert class_seed(tmp_path / "other") != seed


@pytest.mark.parametrize("text", ["", "abcd", "not hexadecimal"])
def test_a_file_that_holds_no_seed_is_an_error(tmp_path, text):
    (tmp_path / "seed").write_text(text)
    with pytest.raises(CourseError, match="seed"):
        class_seed(tmp_path / "seed")


def test_a_proposal_is_said_to_be_one_and_only_where_there_was_something_to_read():
    from lessons.grading.gradebook import proposals
    from lessons.grading.records import Decision, Record

    proposed = Record("06", "6.c", "three_claims", 1, 1, "passed", proposal=True)
    nothing = Record("06", "6.c", "three_claims", 0, 1, "not_attempted", proposal=True)
    graded = [Graded("ana", (proposed,)), Graded("ben", (nothing,))]
    (line,) = proposals(graded)
    assert line.startswith("proposed: the points of task 6.c, students: 1. A person decides")
    decided = Graded("ana", (proposed,), decisions=(Decision("6.c", 0.5),))
    assert proposals([decided]) == []
