"""A class graded by a real Dask cluster on this machine, and what becomes of it when parts die."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from lessons.course import checkout, course_folder
from lessons.errors import CourseError
from lessons.grading.checklist import checklists
from lessons.grading.cluster import grade_on_cluster
from lessons.grading.fill import fill
from lessons.grading.grade import Grader
from lessons.grading.keys import terms
from lessons.grading.seed import FIXED
from lessons.grading.submissions import Submitted, find_submissions
from lessons.grading.workers import Job, Orders
from lessons.tasks import task

GRADED = checkout() / "tests" / "graded"
BLANK = json.loads(next((course_folder() / "notebooks").glob("00_*.ipynb")).read_text())
CODE = "# task 0.c\nimport time\ntime.sleep(.05)\ndef count_long(words, limit):\n    return 3"
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
FEW_FAILURES = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}


class Cluster:
    """A scheduler and workers, each a process of its own, as Dask's command line starts them."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder, self.file = folder, folder / "scheduler.json"
        self.settings = os.environ | settings
        self.processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self.start("scheduler", "--port", "0")
        until = time.monotonic() + 60
        while time.monotonic() < until and not self.address:
            time.sleep(0.05)

    def start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self.file),
                 "--host", "127.0.0.1", "--no-dashboard", *options]  # fmt: skip
        process = subprocess.Popen(words, env=self.settings, cwd=self.folder, **QUIET)
        self.processes.append(process)
        return process

    def worker(self, *options: str) -> subprocess.Popen[bytes]:
        return self.start("worker", "--nthreads", "1", *options)

    @property
    def address(self) -> str:
        try:
            return str(json.loads(self.file.read_text())["address"])
        except (OSError, ValueError):
            return ""

    def stop(self) -> None:
        for process in reversed(self.processes):  # a nanny ends its worker when it is asked to
            process.terminate()
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def cluster(folder: Path, *workers: str, **settings: str) -> Iterator[Cluster]:
    its = Cluster(folder, **settings)
    try:
        for options in workers:
            its.worker(*options.split())
        yield its
    finally:
        its.stop()


@pytest.fixture(scope="module")
def class_of(tmp_path_factory):
    def make(count: int) -> Path:
        place = tmp_path_factory.mktemp("class")
        for n in range(count):
            notebook = fill(BLANK, {"0.a": n, "0.c": f"{CODE} + {n}"})
            (place / f"s{n:03}.ipynb").write_text(json.dumps(notebook))
        return place

    return make


def command(place: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "lessons.cli", "grade", str(place), "--out", str(out),
            "--notebooks", "00", "--seed-file", str(out.with_name("seed")),
            "--isolation", "process", "--no-compare", *options]  # fmt: skip


def started(words: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def rows(out: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(out / "gradebook.sqlite")) as base:
        return base.execute(query).fetchall()


def recorded(out: Path) -> int:
    try:
        return (out / "gradebook.sqlite-wal").stat().st_size
    except OSError:
        return 0


def until_some_are_recorded(out: Path, process: subprocess.Popen[str], size: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None and recorded(out) < size:
        time.sleep(0.01)


def test_interrupted_and_with_a_worker_killed_all_are_graded_once_as_by_the_local_engine(
    class_of, tmp_path
):
    place, out, local = class_of(24), tmp_path / "out", tmp_path / "local"
    with cluster(tmp_path, "--no-nanny", "--no-nanny") as its:
        words = command(place, out, "--scheduler", its.address)
        first = started(words)
        until_some_are_recorded(out, first, 50_000)
        first.send_signal(signal.SIGINT)
        assert first.communicate(timeout=60)[1].splitlines()[-1].startswith("Stopped. The same")
        some = len(rows(out, "select * from student"))
        before = recorded(out)
        second = started(words)
        until_some_are_recorded(out, second, before + 50_000)
        its.processes[1].kill()
        _, said = second.communicate(timeout=120)
    assert second.returncode == 0, said
    assert 0 < some < 24
    assert f"graded: {24 - some}; as before: {some}" in said
    assert "Traceback" not in said
    assert rows(out, "select name, graded from student") == [(f"s{n:03}", 1) for n in range(24)]
    subprocess.run(command(place, local, "--workers", "1"), check=True, capture_output=True)
    for table in ("record", "promise"):
        query = f"select * from {table}"
        assert rows(out, query) == rows(local, query)
    assert rows(out, "select handed_in, terms from student") == rows(
        local, "select handed_in, terms from student"
    )


def jobs(place: Path) -> list[Job]:
    return [Job(each) for each in find_submissions(place)]


def orders(checks: Path = GRADED) -> tuple[Orders, str]:
    return Orders(checks, ("00",), "process", FIXED), terms(checks, ("00",), "process", FIXED)


def graded(place: Path, address: str, checks: Path = GRADED, patience: float = 30) -> dict:
    its, way = orders(checks)
    with closing(grade_on_cluster(jobs(place), its, address, way, patience)) as results:
        return {each.student: each for each in results}


KILLER = """
import os, signal
from lessons.checks.hidden import task
@task("0.c", points=0, looks_at={looks_at!r})
def test_that_kills(submission):
    if submission.answer("0.a") == 1:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_who_keeps_killing_workers_gets_the_local_engine_s_record_and_stops_nobody(
    class_of, tmp_path
):
    checks, place = tmp_path / "checks", class_of(6)
    checks.mkdir()
    (checks / "test_00_kill.py").write_text(KILLER.format(looks_at=task("0.c").promised[0]))
    with cluster(tmp_path, *["--no-nanny"] * 3, **FEW_FAILURES) as its:
        found = graded(place, its.address, checks)
        left = [each.poll() for each in its.processes]
    assert left.count(-signal.SIGKILL) == 2  # one that had other students too, and one that had not
    assert len(found) == 6
    beyond = Grader(checklists(checks, ("00",)), FIXED).beyond(Submitted("s001", ()))
    assert found["s001"].graded == beyond
    assert "cannot_check" not in {each.status for each in found["s002"].graded.records}


def test_a_worker_that_would_give_other_marks_is_refused_before_anything_is_graded(
    class_of, tmp_path
):
    with cluster(tmp_path, "--no-nanny") as its:
        results = grade_on_cluster(jobs(class_of(1)), orders()[0], its.address, "another way", 30)
        with pytest.raises(CourseError, match="same clone") as caught, closing(results):
            list(results)
    assert "tcp://127.0.0.1" in caught.value.seen
    assert "others there than here" in caught.value.seen


def test_without_a_scheduler_or_a_worker_it_says_so_after_a_while(class_of, tmp_path):
    place = class_of(1)
    with pytest.raises(CourseError, match="none at tcp://127"):
        graded(place, "tcp://127.0.0.1:1", patience=0.5)
    with pytest.raises(CourseError, match="none at nowhere"):
        graded(place, "nowhere", patience=0.5)
    with cluster(tmp_path) as its, pytest.raises(CourseError, match="none for 0 seconds"):
        graded(place, its.address, patience=0.4)


def test_when_the_scheduler_is_lost_the_class_is_not(class_of, tmp_path):
    place, out = class_of(24), tmp_path / "out"
    with cluster(tmp_path, "--no-nanny") as its:
        words = command(place, out, "--scheduler", its.address)
        process = started(words)
        until_some_are_recorded(out, process, 50_000)
        its.scheduler.kill()
        _, said = process.communicate(timeout=90)
    assert process.returncode == 2
    assert "goes on where it stopped" in said
    assert "Traceback" not in said
    assert 0 < len(rows(out, "select * from student")) < 24
