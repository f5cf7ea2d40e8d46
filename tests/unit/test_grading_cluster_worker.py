"""What a Dask worker does with one student, tried without Dask."""

from __future__ import annotations

import json

import pytest

from lessons.course import checkout, course_folder
from lessons.grading import cluster_worker
from lessons.grading.cluster_worker import Way, differs, grade
from lessons.grading.keys import terms
from lessons.grading.seed import FIXED
from lessons.grading.transfer import unpacked

GRADED = checkout() / "tests" / "graded"
BLANK = next((course_folder() / "notebooks").glob("00_*.ipynb")).read_bytes()


@pytest.fixture
def way():
    yield Way("", ("00",), "process", FIXED, (), terms(GRADED, ("00",), "process", FIXED))
    cluster_worker._here.open.close()
    cluster_worker._here.grader = None


def told(answer: str) -> dict:
    return json.loads(answer)


def test_bytes_come_in_and_records_go_out_and_the_grader_stays_for_the_next(way):
    first = grade(
        way, "ana", [], [("00.ipynb", BLANK, "", ("2026-12-01T12:00:00+00:00", "receipt"))]
    )
    grader = cluster_worker._here.grader
    second = grade(way, "ben", ["a note"], [("00.ipynb", b"", "It is locked.", ("", ""))])
    assert cluster_worker._here.grader is grader
    ana = unpacked(told(first)["graded"], "ana")
    assert [each.handed_in for each in ana.attempts] == ["2026-12-01T12:00:00+00:00"]
    ben = unpacked(told(second)["graded"], "ben")
    assert {each.status for each in ana.records} == {"not_attempted"}
    assert "It is locked." in ben.records[0].rationale
    assert "a note" in ben.notes


def test_other_checks_a_missing_folder_and_newer_files_are_refused_and_each_is_named(
    way, tmp_path, monkeypatch
):
    assert differs(way) == ""
    (tmp_path / "test_00_other.py").write_text("")
    other = Way(str(tmp_path), *list(vars(way).values())[1:])
    assert "others there than here" in differs(other)
    assert told(grade(other, "ana", [], []))["refused"][0].startswith("workers that grade")
    assert "no folder" in differs(Way(str(tmp_path / "none"), *list(vars(way).values())[1:]))
    monkeypatch.setattr(cluster_worker, "LOADED", "what was loaded before")
    assert "start it again" in differs(way)


def test_an_installed_copy_without_checks_says_so(way, monkeypatch):
    monkeypatch.setattr(cluster_worker, "checkout", lambda: None)
    assert "install it from a clone" in differs(way)


def test_what_breaks_in_a_check_comes_back_as_words(way, monkeypatch):
    def break_down(_):
        raise ZeroDivisionError("of ours")

    monkeypatch.setattr(cluster_worker, "_grader", break_down)
    assert told(grade(way, "ana", [], []))["broken"][-1] == "ZeroDivisionError: of ours"
