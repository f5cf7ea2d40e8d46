"""A class graded with dates, points and a roster, as an instructor does it, run after run."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from lessons import cli
from lessons.course import checkout, course_folder
from lessons.grading.solved import solved_notebooks
from lessons.grading.store import Store

ROOT = checkout()
assert ROOT
RULES = """\
[due]
"00" = 2026-12-01T12:00:00+01:00
[late]
per_day = 10
[points]
"0.a" = 8
"""
ROSTER = "student,extra_days\nana,\nben,3\n4321,\ncem,\n"
SOLVED = json.dumps(
    solved_notebooks(course_folder() / "notebooks", ROOT / "tests/graded/bank", ("00",))[
        "00_start_here.ipynb"
    ]
)
BLANK = next((course_folder() / "notebooks").glob("00_*.ipynb")).read_text()


def hand_in(file: Path, day: int, notebook: str = SOLVED) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(notebook)
    at = datetime.fromisoformat(f"2026-12-{day:02}T10:00:00+00:00").timestamp()
    os.utime(file, (at, at))


class Class:
    """A folder with what was handed in, and the results; ``said`` is what the last run told."""

    def __init__(self, place: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.place, self.capfd, self.said = place, capfd, ""
        hand_in(place / "in" / "ana" / "00.ipynb", 2)
        hand_in(place / "in" / "ben" / "00.ipynb", 2)
        hand_in(place / "in" / "doejane_4321_98_00.ipynb", 2)
        hand_in(place / "in" / "eve.ipynb", 1)
        (place / "class.toml").write_text(RULES)
        (place / "roster.csv").write_text(ROSTER)

    def lessons(self, verb: str, *words: str, status: int = 0) -> str:
        self.capfd.readouterr()
        assert cli.main([verb, *words, "--out", str(self.place / "results")]) == status
        out, err = self.capfd.readouterr()
        self.said = out + err
        return self.said

    def grade(self, *words: str, status: int = 0, assigned: tuple[str, ...] = ("00",)) -> str:
        seed, folder = str(self.place / "seed"), str(self.place / "in")
        alike = ("--isolation", "process", "--seed-file", seed, "--no-compare")
        numbers = ("--notebooks", ",".join(assigned)) if assigned else ()
        return self.lessons("grade", folder, *alike, *numbers, *words, status=status)

    def with_rules(self, *words: str) -> str:
        rules, roster = str(self.place / "class.toml"), str(self.place / "roster.csv")
        return self.grade("--class", rules, "--roster", roster, *words)

    @property
    def book(self) -> dict[str, dict[str, str]]:
        with (self.place / "results" / "gradebook.csv").open(newline="") as file:
            return {row["student"]: row for row in csv.DictReader(file)}

    def page(self, name: str) -> str:
        page = (self.place / "results" / name).read_text()
        page = re.sub("(?s)<style>.*?</style>|<figure.*?</figure>", "", page)
        return " ".join(re.sub("<[^>]+>", " ", page).split())


@pytest.fixture
def graded(tmp_path, capfd):
    found = Class(tmp_path, capfd)
    found.with_rules()
    return found


def test_dates_points_and_who_is_missing_are_in_every_file(graded):
    rows = {name: (row["total"], row["late"], row["0.a"]) for name, row in graded.book.items()}
    assert rows == {
        "ana": ("9.9", "1.1", "8"),  # a day late
        "ben": ("11", "0", "8"),  # has three days more
        "cem": ("0", "0", "0"),  # handed in nothing
        "doejane_4321": ("11", "0", "8"),  # nobody knows when
        "eve": ("11", "0", "8"),  # is not on the roster
    }
    for line in (
        "handed in nothing, students: 1. cem",
        "not on the roster, who is that?, students: 1. eve",
        "points taken off for being late, students: 1. ana",
        "not known when they handed in, students: 1. doejane_4321",
    ):
        assert line in graded.said
    report = graded.page("report.html")
    assert "Handed in nothing, and left out of the numbers below: cem" in report
    assert "Somebody of the class under another name, or nobody? eve" in report
    assert "Notebook 00, points taken off for being late: ana" in report
    assert "4 students , 3 tasks, 11 points" in report
    ana = json.loads((graded.place / "results/results/ana.json").read_text())
    assert (ana["late"], ana["timings"][0]["days"], ana["scaled"]) == (1.1, 1, {"0.a": 1})
    assert ana["attempts"][0]["source"] == "file"
    assert "11 of 11 points, less 1.1 for being late" in graded.page("feedback/ana.html")
    assert "by the file&#x27;s own date): 1 day late" in graded.page("feedback/ana.html")
    jane = graded.page("feedback/doejane_4321.html")
    assert "It is not known when it was handed in, so nothing is taken off" in jane
    assert "No notebook 00 was handed in" in graded.page("feedback/cem.html")


def test_other_rules_run_nothing_and_say_what_they_changed(graded):
    (graded.place / "class.toml").write_text(RULES.replace("10", "50", 1).replace("= 8", "= 4"))
    said = graded.grade("--class", str(graded.place / "class.toml"))
    assert "graded: 0; as before: 5" in said
    assert "As given before: --roster." in said
    assert "changed: ana 0.a, 8 to 4 (other rules)" in said
    assert "changed: ana late 00, -1.1 to -3.5 (other rules)" in said
    assert graded.book["ana"]["total"] == "3.5"
    assert "other rules. ana −1.1 to −3.5" in graded.page("report.html")


def test_rules_stay_until_they_are_taken_back(graded):
    graded.grade()
    assert graded.book["ana"]["late"] == "1.1"
    said = graded.grade("--no-class")
    assert "graded: 0" in said
    assert {name: row["total"] for name, row in graded.book.items()} == {
        "ana": "4", "ben": "4", "doejane_4321": "4", "eve": "4",
    }  # fmt: skip
    assert "As given before" not in graded.grade()


def test_notebooks_that_were_assigned_stay_so_until_others_are_named(graded):
    said = graded.grade(assigned=())
    assert "As given before: --class, --notebooks, --roster" in said
    assert "graded: 0; as before: 5" in said
    assert graded.book["ben"]["max"] == "11"
    graded.grade(assigned=("00", "01"))
    assert float(graded.book["ben"]["max"]) > 11


def test_what_a_person_ruled_outlives_grading_again(graded):
    graded.lessons("mark", "ana", "00", "--waive-late")
    graded.lessons("mark", "doejane_4321", "00", "--handed-in", "2026-12-02T13:00+01:00")
    assert "2 days late" in graded.said
    said = graded.with_rules("--attempt", "last")  # all are graded again
    assert "as before" not in said
    assert (graded.book["ana"]["late"], graded.book["doejane_4321"]["late"]) == ("0", "2.2")
    assert "Notebook 00, late, and waived by a person: ana" in graded.page("report.html")
    for student in ("ana", "doejane_4321"):
        graded.lessons("mark", student, "00", "--withdraw")
    assert (graded.book["ana"]["late"], graded.book["doejane_4321"]["late"]) == ("1.1", "0")


def test_who_hands_in_at_last_is_absent_no_more_under_any_name(graded):
    shutil.move(graded.place / "in" / "doejane_4321_98_00.ipynb", graded.place / "jane")
    hand_in(graded.place / "in" / "cem.ipynb", 1)
    graded.grade()
    assert graded.book["cem"]["total"] == "11"
    (graded.place / "results").rename(graded.place / "earlier")
    assert set(graded.with_rules() and graded.book) == {"4321", "ana", "ben", "cem", "eve"}
    shutil.move(graded.place / "jane", graded.place / "in" / "doejane_4321_98_00.ipynb")
    graded.grade()
    assert set(graded.book) == {"ana", "ben", "cem", "doejane_4321", "eve"}


def test_who_is_erased_is_erased_from_the_roster_that_is_kept(graded):
    graded.lessons("forget", "cem")
    with Store(graded.place / "results") as store:
        assert store.agreed()["roster"].split() == ["student,extra_days", "ana,", "ben,3", "4321,"]
    left = [file for file in (graded.place / "results").rglob("*.*") if file.is_file()]
    assert [file.name for file in left if b"cem" in file.read_bytes()] == []


@pytest.mark.parametrize(("rule", "points"), [("fullest", "4"), ("best", "4"), ("last", "0")])
def test_one_of_several_attempts_counts_by_the_rule(tmp_path, capfd, rule, points):
    several = Class(tmp_path, capfd)
    shutil.rmtree(tmp_path / "in")
    hand_in(tmp_path / "in" / "ana" / "00.ipynb", 1)
    hand_in(tmp_path / "in" / "ana" / "00-Copy1.ipynb", 3, BLANK)
    said = several.grade("--attempt", rule)
    assert several.book["ana"]["total"] == points
    (attempt,) = json.loads((tmp_path / "results/results/ana.json").read_text())["attempts"]
    assert (attempt["attempts"], attempt["chosen"]) == (2, rule)
    assert f"{attempt['file']} counts" in said
    assert f"the {rule} of 2" in several.lessons("explain", "ana", "0.a")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "class.toml",
            '[points]\n"9.z" = 2',
            "in [points] of class.toml one of 0.a, 0.b,",
        ),
        (
            "class.toml",
            '[due]\n"88" = 2026-12-01T12:00:00Z',
            "in [due] of class.toml one of 00, 01, 02, 03, 04, 05, 06; saw '88'",
        ),
        ("class.toml", "[late]\nper_day = -1", "line 2"),
        ("roster.csv", "student,01\nana,soon", "line 2"),
    ],
)
def test_a_slip_in_a_file_stops_before_anything_is_graded(tmp_path, capfd, file, text, said):
    one = Class(tmp_path, capfd)
    (tmp_path / file).write_text(text)
    option = "--class" if file == "class.toml" else "--roster"
    assert said in one.grade(option, str(tmp_path / file), status=2)
    assert not (tmp_path / "results" / "gradebook.csv").exists()


def test_a_mended_check_tells_which_marks_changed_and_why_in_the_report(tmp_path, capfd):
    checks = tmp_path / "checks"
    checks.mkdir()
    source = (
        "from lessons.checks.feedback import Failure\n"
        "from lessons.checks.hidden import task\n\n"
        '@task("0.c", points=2, looks_at="a list that is needed again afterwards")\n'
        "def test_it_is_kept(submission):\n    raise Failure('no')\n"
    )
    (checks / "test_00_start.py").write_text(source)
    one = Class(tmp_path, capfd)
    one.grade("--checks", str(checks))
    (checks / "test_00_start.py").write_text(source.replace("raise Failure('no')", "pass"))
    one.grade("--checks", str(checks))
    why = "other checks: test_it_is_kept failed before and passed now"
    assert f"changed: ana 0.c, 0 to 2 ({why})" in one.said
    report = one.page("report.html")
    assert f"0.c Are you ready?, {why}. eve 0 to 2" in report
