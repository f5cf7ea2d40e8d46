"""``lessons grade`` killed at fifty moments: the same command finishes, and nothing is lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from lessons.cli import main
from lessons.grading.fill import fill
from lessons.grading.pace import Pace

KILLS, STUDENTS, SEED = 50, 24, 20261124
OPTIONS = ("--notebooks", "00", "--workers", "2")
BODIES = ["return sum(len(word) > limit for word in words)", "return 3", "return 1 / 0",
          "import time; time.sleep(.05); return 3"]  # fmt: skip


def a_class(place: Path, notebook: dict) -> Path:
    """Right, wrong, broken, slow and damaged work."""
    place.mkdir()
    for n in range(STUDENTS):
        code = f"# task 0.c\ndef count_long(words, limit):\n    {BODIES[n % 4]}  # {n}"
        text = json.dumps(fill(notebook, {"0.a": n, "0.c": code}))
        (place / f"s{n:03}.ipynb").write_text(text[: -1 if n % 9 == 0 else None])
    return place


def killed(command: dict, seconds: float, all_of_it: bool) -> bool:
    """Whether the command was killed after so long, and not done before; all it started is gone."""
    process = subprocess.Popen(
        **command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    with suppress(subprocess.TimeoutExpired):
        return process.wait(seconds) != 0
    (os.killpg if all_of_it else os.kill)(process.pid, signal.SIGKILL)
    process.wait()
    until = time.monotonic() + 60
    while time.monotonic() < until:  # what it started notices that it is gone
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    raise AssertionError("processes stay behind")


@pytest.mark.slow
def test_killed_at_fifty_moments_nobody_is_lost_or_graded_twice_and_the_marks_are_the_same(
    course, solved, tmp_path
):
    (notebook,) = solved("00").values()
    place = a_class(tmp_path / "class", notebook)
    began = time.monotonic()
    whole, _ = course.graded(place, tmp_path / "whole", *OPTIONS)
    lasted = time.monotonic() - began
    chance, kills, outs = random.Random(SEED), 0, 1
    for _ in range(4 * KILLS):
        out = tmp_path / f"out{outs}"
        command = course.grade(place, out, *OPTIONS)
        if killed(command, chance.uniform(0, lasted), chance.random() < 0.5):
            kills += 1
        else:  # it was done: the next kill hits another run
            outs += 1
        if kills == KILLS:
            break
    assert kills == KILLS
    for number in range(1, outs + 1):
        results, _ = course.graded(place, tmp_path / f"out{number}", *OPTIONS)
        assert results.marks() == whole.marks()
        assert {each for (each,) in results.rows("select graded from student")} == {1}
        for folder, ending in (("results", "json"), ("feedback", "html")):
            files = sorted((results.out / folder).glob(f"s*.{ending}"))
            assert len(files) == STUDENTS
            assert [file.read_text() for file in files] == [
                (whole.out / folder / file.name).read_text() for file in files
            ]
        assert (results.out / "gradebook.csv").read_text() == (
            whole.out / "gradebook.csv"
        ).read_text()


def test_stopped_right_after_the_last_student_the_feedback_still_says_what_was_promised(
    solved, tmp_path, monkeypatch
):
    (notebook,) = solved("00").values()
    place, out = tmp_path / "class", tmp_path / "out"
    place.mkdir()
    for student in ("ana", "ben"):
        (place / f"{student}.ipynb").write_text(json.dumps(notebook))
    words = ["grade", str(place), "--out", str(out), "--notebooks", "00", "--no-compare",
             "--seed-file", str(tmp_path / "seed"), "--workers", "1"]  # fmt: skip
    steps = iter([None, KeyboardInterrupt])

    def step(_: Pace) -> None:
        if stop := next(steps):
            raise stop

    with monkeypatch.context() as stopping:
        stopping.setattr(Pace, "step", step)
        assert main(words) == 1
    assert not (out / "feedback").exists()
    assert main(words) == 0
    said = (out / "feedback" / "ben.html").read_text()
    assert "words and limits you have not seen" in said
    assert "a check at grading" not in said
