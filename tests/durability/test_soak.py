"""Thousands of submissions on end: the process that holds the record grows by nothing."""

from __future__ import annotations

import json
import subprocess
import time

import psutil
import pytest

from lessons.grading.fill import fill

FEW, STUDENTS = 200, 2_000
FLAT = 1.10  # of its largest memory with few


@pytest.mark.slow
def test_two_thousand_submissions_need_no_more_memory_than_two_hundred(course, solved, tmp_path):
    (notebook,) = solved("00").values()

    def largest(students: int) -> int:
        """Bytes that the controller had at most, its files and report included."""
        place, out = tmp_path / f"class{students}", tmp_path / f"out{students}"
        place.mkdir()
        for n in range(students):
            (place / f"s{n:04}.ipynb").write_text(json.dumps(fill(notebook, {"0.a": n})))
        process = subprocess.Popen(
            **course.grade(place, out, "--notebooks", "00"),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        controller, most = psutil.Process(process.pid), 0
        while process.poll() is None:
            most = max(most, controller.memory_info().rss)
            time.sleep(0.1)
        assert process.returncode == 0
        return most

    few = largest(FEW)
    assert few > 0
    assert largest(STUDENTS) < FLAT * few
