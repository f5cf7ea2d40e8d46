"""A class graded by several processes, and what becomes of it when one of them is killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from lessons.course import PACKAGE, checkout, course_folder
from lessons.errors import CourseError
from lessons.grading.fill import fill
from lessons.grading.keys import REPORTS, handed_in, terms
from lessons.grading.seed import FIXED
from lessons.grading.submissions import find_submissions
from lessons.grading.workers import Job, Orders, grade_class

ROOT = checkout()
GRADED = ROOT / "tests" / "graded"
BLANK = json.loads(next((course_folder() / "notebooks").glob("00_*.ipynb")).read_text())
ORDERS = Orders(GRADED, ("00",), "process", FIXED)
# Enough to need a run of the notebook: that is when most can go wrong.
CODE = "# task 0.c\nimport time\ntime.sleep(.05)\ndef count_long(words, limit):\n    return 3"


@pytest.fixture(scope="module")
def handed_in_by(tmp_path_factory):
    def make(count: int) -> Path:
        place = tmp_path_factory.mktemp("class")
        for n in range(count):
            notebook = fill(BLANK, {"0.a": n, "0.c": f"{CODE} + {n}"})
            (place / f"s{n:03}.ipynb").write_text(json.dumps(notebook))
        return place

    return make


def jobs(place: Path, known: dict[str, str] | None = None) -> list[Job]:
    return [Job(each, (known or {}).get(each.student, "")) for each in find_submissions(place)]


def done(place: Path, workers: int, known: dict[str, str] | None = None) -> dict:
    with closing(grade_class(jobs(place, known), ORDERS, workers)) as results:
        return {each.student: each for each in results}


def test_what_lies_where_grading_is_started_is_never_imported(handed_in_by, monkeypatch):
    place = handed_in_by(2)
    for module in ("multiprocessing", "pickle", "IPython", "lessons", "sitecustomize"):
        (place / f"{module}.py").write_text("open('imported', 'w').close(); raise SystemExit")
    monkeypatch.chdir(place)
    assert len(done(place, 2)) == 2
    assert not (place / "imported").exists()


def test_one_process_and_several_give_the_same_records(handed_in_by):
    place = handed_in_by(5)
    alone, together = done(place, 1), done(place, 2)
    assert alone == together
    assert set(together) == {f"s{n:03}" for n in range(5)}
    assert all(each.graded.student == name for name, each in together.items())


def test_what_is_known_is_not_graded_again(handed_in_by):
    place = handed_in_by(3)
    known = {name: each.handed_in for name, each in done(place, 1).items()}
    assert [each.graded for each in done(place, 1, known).values()] == [None] * 3
    (place / "s001.ipynb").write_text(json.dumps(fill(BLANK, {"0.a": 7})))
    assert [each.graded is None for each in done(place, 1, known).values()] == [True, False, True]


def test_an_error_of_ours_reaches_the_instructor(handed_in_by, tmp_path):
    orders = Orders(tmp_path, (), "process", FIXED)
    with (
        pytest.raises(CourseError, match="a file of checks"),
        closing(grade_class(jobs(handed_in_by(1)), orders, 2)) as results,
    ):
        list(results)


KILLER = """
import os, signal
from lessons.checks.hidden import task
@task("0.c", points=0, looks_at={looks_at!r})
def test_that_kills(submission):
    if "s001" in open({names!r}).read() and submission.answer("0.a") == 1:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_submission_that_kills_its_worker_each_time_is_a_record_with_the_reason(
    handed_in_by, tmp_path
):
    from lessons.tasks import task

    (tmp_path / "names").write_text("s001")
    words = KILLER.format(looks_at=task("0.c").promised[0], names=str(tmp_path / "names"))
    (tmp_path / "test_00_kill.py").write_text(words)
    orders = Orders(tmp_path, ("00",), "process", FIXED)
    with closing(grade_class(jobs(handed_in_by(4)), orders, 2)) as results:
        found = {each.student: each.graded for each in results}
    assert set(found) == {f"s{n:03}" for n in range(4)}
    assert {each.status for each in found["s001"].records} == {"cannot_check"}
    assert "A person has to look" in found["s001"].notes[0]
    assert "cannot_check" not in {each.status for each in found["s002"].records}


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """A copy of the course: the key hangs on its files, and someone may be editing them."""
    copy = tmp_path_factory.mktemp("course")
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("lessons", "data", "notebooks", "tests/graded"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignore)
    return copy


def grade(course: Path, place: Path, out: Path) -> dict:
    """What to run, and where: the arguments of ``subprocess.run``."""
    words = [sys.executable, "-P", "-m", "lessons.cli", "grade", str(place), "--out", str(out),
             "--notebooks", "00", "--seed-file", str(out.with_name("seed")),
             "--isolation", "process", "--workers", "2", "--no-compare"]  # fmt: skip
    return {"args": words, "env": os.environ | {"PYTHONPATH": str(course)}}


MENDED = """
from lessons.tasks import task as of
@task("0.c", points=9, looks_at=of("0.c").promised[0])
def test_mended(submission):
    assert submission.call("count_long", ["a"], 3) > 1
"""


def rows(out: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(out / "gradebook.sqlite")) as base:
        return base.execute(query).fetchall()


def test_killed_at_any_moment_it_goes_on_and_nothing_is_lost_or_graded_twice(
    course, handed_in_by, tmp_path
):
    place, out = handed_in_by(30), tmp_path / "out"
    chance = random.Random(20261124)
    counts = []
    for _ in range(4):
        process = subprocess.Popen(
            **grade(course, place, out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        some = chance.randrange(20_000, 200_000)  # bytes recorded: a few students
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None and recorded(out) < some:
            time.sleep(0.005)
        os.kill(process.pid, signal.SIGKILL)  # the controller alone: its workers notice
        process.wait()
        assert ended(process.pid)
        counts.append(len(rows(out, "select * from student")))
    finished = subprocess.run(**grade(course, place, out), capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
    assert f"as before: {counts[-1]}" in finished.stderr
    assert 0 < counts[0] <= counts[-1] < 30
    students = rows(out, "select name, graded, changed from student order by name")
    assert students == [(f"s{n:03}", 1, 0) for n in range(30)]
    per_student = rows(out, "select count(*) from record group by student")
    assert len(per_student) == 30
    assert len(set(per_student)) == 1
    assert len(list((out / "results").glob("s*.json"))) == 30
    assert len((out / "gradebook.csv").read_text().splitlines()) == 31


def test_after_a_check_was_mended_the_marks_that_changed_are_told(course, handed_in_by, tmp_path):
    place, out = handed_in_by(2), tmp_path / "out"
    first = subprocess.run(**grade(course, place, out), capture_output=True, text=True)
    assert "changed" not in first.stderr
    file = next((course / "tests" / "graded").glob("test_00_*.py"))
    before = file.read_text()
    try:
        file.write_text(f"{before}\n\n{MENDED}")
        again = subprocess.run(**grade(course, place, out), capture_output=True, text=True)
    finally:
        file.write_text(before)
    assert again.returncode == 0, again.stderr
    assert "changed: s000 0.c, 0 to 9 (other checks)" in again.stderr
    assert "changed: s001 0.c, 0 to 9 (other checks)" in again.stderr


def recorded(out: Path) -> int:
    try:
        return (out / "gradebook.sqlite-wal").stat().st_size
    except OSError:
        return 0


def ended(group: int) -> bool:
    """Whether the workers of a controller that is gone have ended by themselves."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_the_key_hangs_on_checks_and_limits_and_on_nothing_that_only_reports(tmp_path):
    (tmp_path / "test_00_x.py").write_text("1")
    (tmp_path / "bank").mkdir()
    way = terms(tmp_path, ("00",), "process", FIXED)
    (tmp_path / "bank" / "t0a.py").write_text("2")
    assert terms(tmp_path, ("00",), "process", FIXED) == way
    others = [
        terms(tmp_path, ("00", "01"), "process", FIXED),
        terms(tmp_path, ("00",), "none", FIXED),
        terms(tmp_path, ("00",), "process", b"x" * 32),
    ]
    (tmp_path / "test_00_x.py").write_text("3")
    others.append(terms(tmp_path, ("00",), "process", FIXED))
    assert len({way, *others}) == 5


def test_no_module_that_gives_marks_is_taken_for_one_that_reports():
    code = "import sys, lessons.grading.grade; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    names = {each.rpartition(".")[2] for each in loaded.stdout.split() if "grading." in each}
    assert "session" in names
    assert not names & REPORTS


def test_the_key_hangs_on_bytes_and_names(handed_in_by):
    from lessons.grading.contents import contents

    place = handed_in_by(2)
    one, two = find_submissions(place)
    keys = {handed_in(each, list(contents(each.files))) for each in (one, two)}
    assert len(keys) == 2


def test_every_module_that_gives_no_mark_is_there():
    assert {file.stem for file in (PACKAGE / "grading").glob("*.py")} >= REPORTS
