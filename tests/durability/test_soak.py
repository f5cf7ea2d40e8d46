"""Thousands of submissions on end: the process that holds the record grows by nothing."""

from __future__ import annotations

import json
import statistics
import subprocess
import time

import psutil
import pytest

from lessons.grading.fill import fill

STUDENTS = 2_000
FLAT = 1.10  # of its memory early on


@pytest.mark.slow
def test_two_thousand_submissions_need_no_more_memory_than_two_hundred(course, solved, tmp_path):
    (notebook,) = solved("00").values()
    place, out = tmp_path / "class", tmp_path / "out"
    place.mkdir()
    for n in range(STUDENTS):
        (place / f"s{n:04}.ipynb").write_text(json.dumps(fill(notebook, {"0.a": n})))
    process = subprocess.Popen(
        **course.grade(place, out, "--notebooks", "00"),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    controller, sizes = psutil.Process(process.pid), list[int]()
    while process.poll() is None:
        sizes.append(controller.memory_info().rss)
        time.sleep(0.1)
    assert process.returncode == 0
    graded = [size for size in sizes if size > 0]
    early = statistics.median(graded[len(graded) // 10 : len(graded) // 5])
    assert max(graded) < FLAT * early, (early, max(graded))
