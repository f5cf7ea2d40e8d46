"""What a person decides, and what is erased on request, as an instructor does it."""

from __future__ import annotations

import csv
import json

import pytest

from lessons import cli
from lessons.grading.keys import Key
from lessons.grading.records import Graded, Record
from lessons.grading.results import write_files
from lessons.grading.store import Store


@pytest.fixture
def out(tmp_path):
    with Store(tmp_path) as store:
        for name in ("ana", "bo"):
            proposed = Record("06", "6.c", "claims", 1, 2, "failed", "why", proposal=True)
            store.put(Graded(name, (proposed, Record("06", "6.a", "c", 1, 1, "passed"))), KEY)
        write_files(store, tmp_path)
    return tmp_path


KEY = Key("files", "checks")


def lessons(out, *words: str) -> int:
    return cli.main([*words, "--out", str(out)])


def totals(out) -> dict[str, str]:
    with open(out / "gradebook.csv", newline="") as file:
        return {row["student"]: row["total"] for row in csv.DictReader(file)}


def test_a_decision_is_in_every_file_at_once_and_outlives_grading_again(out, capsys):
    assert lessons(out, "mark", "ana", "6.c", "--points", "2", "--comment", "Sound <claims>.") == 0
    assert "1 before, 2 of 2 now" in capsys.readouterr().out
    assert totals(out) == {"ana": "3", "bo": "2"}
    record = json.loads((out / "results" / "ana.json").read_text())
    assert record["total"] == 3
    assert record["decisions"][0]["comment"] == "Sound <claims>."
    assert "Sound &lt;claims&gt;." in (out / "feedback" / "ana.html").read_text()
    with Store(out) as store:
        again = Record("06", "6.c", "claims", 0, 2, "failed", "mended", proposal=True)
        assert store.put(Graded("ana", (again,)), Key("files", "mended")) == []
        write_files(store, out)
    assert totals(out)["ana"] == "2"


def test_a_decision_is_withdrawn(out):
    lessons(out, "mark", "ana", "6.c", "--points", "0")
    assert totals(out)["ana"] == "1"
    assert lessons(out, "mark", "ana", "6.c", "--withdraw") == 0
    assert totals(out)["ana"] == "2"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("anna", "6.c", "--points", "1"), "Perhaps: ana"),
        (("ana", "9.z", "--points", "1"), "6.c, 6.a"),
        (("ana", "6.c", "--points", "3"), "from 0 to 2"),
        (("ana", "6.c", "--points", "-1"), "from 0 to 2"),
        (("ana", "6.c", "--points", "nan"), "from 0 to 2"),
        (("ana", "06", "--waive-late"), "none was"),
        (("ana", "06", "--points", "1"), "name a task"),
        (("ana", "6.c", "--waive-late"), "a notebook's number, such as 01"),
        (("ana", "06", "--waive-late", "--withdraw"), "or several"),
        (("ana", "06", "--waive-late", "--handed-in", "2026-12-01T22:00Z"), "or several"),
        (("ana", "6.c"), "--points, --comment or both"),
        (("ana", "6.c", "--points", "1", "--withdraw"), "--withdraw alone"),
    ],
)
def test_a_slip_is_refused_and_changes_nothing(out, capsys, words, said):
    assert lessons(out, "mark", *words) == 2
    assert said in capsys.readouterr().err
    assert totals(out) == {"ana": "2", "bo": "2"}


@pytest.mark.parametrize(
    "when", ["soon", "2026-12-01", "2026-12-01T22:00", "9999-12-31T23:59-11:00"]
)
def test_a_date_needs_its_time_and_offset(out, capsys, when):
    assert lessons(out, "mark", "ana", "06", "--handed-in", when) == 2
    assert "a date with time and offset" in capsys.readouterr().err


def test_where_nothing_was_graded_there_is_nothing_to_decide(tmp_path, capsys):
    assert lessons(tmp_path / "none", "mark", "ana", "6.c", "--points", "1") == 2
    assert "which lessons grade writes" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()


def test_a_student_is_erased_from_every_file(out):
    assert lessons(out, "export", "junit") == 0
    assert b"ana" in (out / "junit.xml").read_bytes()
    assert lessons(out, "forget", "ana") == 0
    assert totals(out) == {"bo": "2"}
    left = [file for file in out.rglob("*") if file.is_file() and b"ana" in file.read_bytes()]
    assert [file.name for file in left if file.suffix != ".html"] == []
    assert [file.name for file in out.rglob("ana.*")] == []


def test_files_that_a_kill_left_unwritten_are_written_next_time(out):
    (out / "results" / "ana.json").unlink()
    with Store(out) as store:
        store.put(Graded("ana", (Record("06", "6.a", "c", 1, 1, "passed"),)), Key("new", "checks"))
    with Store(out) as store:  # as after a kill between recording and writing
        write_files(store, out)
        assert list(store.unwritten()) == []
    assert json.loads((out / "results" / "ana.json").read_text())["total"] == 1
