"""What a class costs as it grows: processor time a submission, and the memory of the controller.

    python tests/bench/bench_growth.py [--sizes 10,100,1000,10000] [--notebooks 00] [--workers N]

grades so many copies of solved notebooks, each with an answer of its own, by ``lessons grade`` as
it is run for a class, files and report included. A submission's cost is the processor time of
all processes beyond that of grading two, which is the cost of starting. With ``--scheduler``, what
the cluster spends is not in it. Ten thousand take about ten minutes of one idle core.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lessons.course import checkout, course_folder
from lessons.grading.fill import fill
from lessons.grading.solved import solved_notebooks

LOOK = 0.05  # seconds between two looks at the controller's memory
START = 2  # students whose cost is that of starting: a report of one draws no charts
GROWTH = 1.10  # of cost and memory, from 100 to 10,000, that we allow ourselves


@dataclass(frozen=True)
class Cost:
    """One run: seconds on the clock, seconds of processor time, the controller's peak in MiB."""

    students: int
    wall: float
    cpu: float
    peak: float


def a_class(place: Path, students: int, numbers: list[str]) -> Path:
    """A folder with a folder for each."""
    root = checkout()
    assert root
    bank = root / "tests" / "graded" / "bank"
    solved = solved_notebooks(course_folder() / "notebooks", bank, numbers)
    for n in range(students):
        own = place / f"s{n:06}"
        own.mkdir(parents=True)
        for name, notebook in solved.items():
            answer = {"0.a": n} if name.startswith("00") else {}
            (own / name).write_text(json.dumps(fill(notebook, answer)))
    return place


def graded(place: Path, students: int, options: list[str]) -> Cost:
    """Grade the class once, from nothing."""
    out = place.with_name(f"{place.name}-results")
    words = [sys.executable, "-m", "lessons.cli", "grade", str(place), "--out", str(out),
             "--seed-file", str(place.with_name("seed")), "--no-compare", *options]  # fmt: skip
    began, peak = time.monotonic(), 0.0
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    while True:
        pid, status, used = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        peak = max(peak, _peak(process.pid))
        time.sleep(LOOK)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"lessons grade ended with {process.returncode}")
    return Cost(students, time.monotonic() - began, used.ru_utime + used.ru_stime, peak)


def _peak(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return max(
        (int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), default=0
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="What a class costs as it grows.")
    parser.add_argument("--sizes", default="10,100,1000,10000")
    parser.add_argument("--notebooks", default="00")
    parser.add_argument("--workers")
    parser.add_argument("--scheduler")
    given = parser.parse_args()
    options = ["--notebooks", given.notebooks]
    options += ["--workers", given.workers] if given.workers else []
    options += ["--scheduler", given.scheduler] if given.scheduler else []
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    print(f"{now}, {os.cpu_count()} cores, {load()}, {' '.join(options)}")
    costs: dict[int, Cost] = {}
    print("students   wall s    cpu s  ms each  an hour  peak MiB")
    with tempfile.TemporaryDirectory() as folder:
        for size in (START, *map(int, given.sizes.split(","))):
            place = a_class(Path(folder) / f"class{size}", size, given.notebooks.split(","))
            costs[size] = one = graded(place, size, options)
            each, rate = _each(one, costs[START]), 3600 * size / one.wall
            print(
                f"{size:8,} {one.wall:8.1f} {one.cpu:8.1f} {each:8.1f} {rate:8,.0f} {one.peak:9.1f}"
            )
    print(load())
    most = max(costs)
    if 100 in costs and most > 100:
        cost = _each(costs[most], costs[START]) / _each(costs[100], costs[START])
        memory = costs[most].peak / costs[100].peak
        verdict = "ok" if max(cost, memory) <= GROWTH else f"GROWS, we allow {GROWTH:.2f}"
        print(f"from 100 to {most:,}: cost {cost:.2f} times, memory {memory:.2f} times: {verdict}")


def load() -> str:
    return f"load {os.getloadavg()[0]:.1f}"


def _each(one: Cost, start: Cost) -> float:
    return 1000 * (one.cpu - start.cpu) / max(1, one.students - start.students)


if __name__ == "__main__":
    main()
