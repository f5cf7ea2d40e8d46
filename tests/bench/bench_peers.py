"""How much grading costs here and with nbgrader and otter-grader, side by side. Run by hand; Linux.

    python tests/bench/bench_peers.py            # about 15 minutes; installs the peers, in a folder

It makes an environment of its own in a temporary folder, installs what ``peers.txt`` pins, pours
one assignment (``peers_assignment.py``) and the same 20 submissions into each tool's form, and lets
the graders take turns, round after round.

**Equal**: cells, functions, arguments, expected values and comparison; the machine, the moment and
Python; processor time is that of every process a grader starts, ended ones too; each grader is
warm, that is loaded and used once before it is clocked; verdicts are compared bit by bit.

**Not equal**: we load NLTK, NumPy and matplotlib once and fork, where the peers start a kernel that
imports them for each submission: that is the design, and the row "a fresh kernel" shows how much of
a peer's time it is. The peers write the notebook back with its outputs, and nbgrader writes a
database; they render the chart, and we render none (no mode here does). We confine each child, and
they confine nothing. Ours also runs the visible checks of a task that is not there. Submissions
that end the process, or never end, are left out: with these the peers give no verdict at all.
From the command line, ours writes gradebook, feedback and report; otter grades one submission a
command, since its command for a class needs Docker.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from peers_assignment import STUDENTS
from peers_forms import NAME, pour
from peers_meter import Peak, cpu

HERE = Path(__file__).parent
FLOORS = {"nbgrader": 45, "otter": 65}  # our processor time has to be so many times smaller
OWN_CELLS = 2  # and no larger than so many times the learner's own cells
ALONE = 3  # submissions graded by a command each
NAMES = {
    "ours": "ours, confined",
    "cells": "own cells, warm shell",
    "kernel": "own cells, a fresh kernel",
}


@dataclass
class Used:
    """Seconds a submission, one number a round, and the largest memory seen, in bytes."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    peak: int = 0

    def add(self, cpu: float, wall: float, peak: int, submissions: int = STUDENTS) -> None:
        """One round."""
        self.cpu.append(cpu / submissions)
        self.wall.append(wall / submissions)
        self.peak = max(self.peak, peak)


class Grader:
    """A warm grader in a process of its own."""

    def __init__(self, name: str, python: Path, folder: Path) -> None:
        self.name, self.used = name, Used()
        said = open(folder / f"{name}.log", "w")  # noqa: SIM115  (the process keeps it)
        self.process = subprocess.Popen(
            [python, HERE / "peers_worker.py", name, folder],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True,
            env=surroundings(folder, python),
        )  # fmt: skip
        self.verdicts = self._ask()

    def _ask(self) -> dict[str, str]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} ended: see its .log in the folder")
        found: dict[str, str] = json.loads(line)
        return found

    def round(self) -> None:
        """Grade the class once, and keep what that used."""
        root = psutil.Process(self.process.pid)
        before, began = cpu(root), time.monotonic()
        with Peak(root) as peak:
            verdicts = self._ask()
        self.used.add(cpu(root) - before, time.monotonic() - began, peak.bytes)
        assert verdicts == self.verdicts, f"{self.name} changed its mind"

    def end(self) -> None:
        """Let it go."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(30)


def surroundings(folder: Path, program: Path) -> dict[str, str]:
    """The same for every grader: one thread each for linear algebra, NLTK's data from here.

    What lies beside the program can be found: nbgrader calls alembic.
    """
    data = HERE.parents[1] / "data" / "nltk"
    return {**os.environ, "NLTK_DATA": str(data), "OPENBLAS_NUM_THREADS": "1",
            "MPLBACKEND": "agg", "HOME": str(folder), "PYTHONWARNINGS": "ignore",
            "PATH": f"{program.parent}:{os.environ['PATH']}"}  # fmt: skip


def install(folder: Path) -> Path:
    """An environment with the peers; its Python."""
    python = folder / "bin" / "python"
    if not python.exists():
        print("installing the peers …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        wanted = [python, "-m", "pip", "install", "-q", "-r", HERE / "peers.txt"]
        subprocess.run(wanted, check=True)
    return python


def command(words: list[str | Path], folder: Path, submissions: int, used: Used) -> None:
    """Run a command to its end, and keep what that used."""
    began = time.monotonic()
    before = sum(os.times()[2:4])
    done = subprocess.run(
        words, cwd=folder, env=surroundings(folder, Path(words[0])), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    used.add(sum(os.times()[2:4]) - before, time.monotonic() - began, 0, submissions)


def commands(folder: Path, peers: Path, used: dict[str, dict[str, Used]]) -> None:
    """Each command line once: one submission a command, and a whole class where there is one."""
    ours, theirs = Path(sys.executable).parent / "lessons", peers.parent
    with tempfile.TemporaryDirectory() as out:
        grade: list[str | Path] = [ours, "grade", "--checks", folder / "ours" / "checks",
                 "--notebooks", "00"]  # fmt: skip
        place = folder / "ours" / "handed-in"
        command([*grade, place, "--out", f"{out}/class"], folder, STUDENTS, used["class"]["ours"])
        for at in range(ALONE):
            one = place / f"s{at + 5:02}.ipynb"
            command([*grade, one, "--out", f"{out}/{at}"], folder, 1, used["one"]["ours"])
    course, autograde = folder / "nbgrader", [theirs / "nbgrader", "autograde", NAME, "--force"]
    command(autograde, course, STUDENTS, used["class"]["nbgrader"])
    for at in range(ALONE):
        one_student = [*autograde, f"--student=s{at + 5:02}"]
        command(one_student, course, 1, used["one"]["nbgrader"])
        otter = [theirs / "otter", "run", f"handed-in/s{at + 5:02}.ipynb", "-a", "autograder.zip"]
        command([*otter, "-o", folder], folder / "otter", 1, used["one"]["otter"])


def ratios(other: Used, ours: Used) -> tuple[float, float]:
    """How many times more processor time, and wall time, by the medians of the rounds."""
    middle = statistics.median
    return middle(other.cpu) / middle(ours.cpu), middle(other.wall) / middle(ours.wall)


def row(name: str, used: Used, ours: Used) -> str:
    """A line of the table."""
    middle = statistics.median
    more, longer = ratios(used, ours)
    peak = f"{used.peak / 2**20:7.0f} MiB" if used.peak else ""
    return (f"{name:<27}{middle(used.cpu) * 1000:9.1f} {middle(used.wall) * 1000:9.1f}"
            f"{more:9.2f}{longer:9.2f}  {peak}")  # fmt: skip


def main() -> None:
    """Measure, print, and exit with 1 where verdicts differ or a floor is not kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", type=Path, help="an environment that has them already")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="bench-peers-"))
    peers = install((asked.peers or folder / "peers").resolve())
    pour(folder)
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python "
          f"{platform.python_version()}, load {os.getloadavg()[0]:.1f}, in {folder}")  # fmt: skip
    pythons = {"ours": Path(sys.executable), "nbgrader": peers, "cells": Path(sys.executable),
               "otter": peers, "kernel": peers}  # fmt: skip
    graders = {name: Grader(name, python, folder) for name, python in pythons.items()}
    for _ in range(asked.rounds):
        for grader in graders.values():
            grader.round()
    for grader in graders.values():
        grader.end()
    ours = graders["ours"]
    good = True
    for name in FLOORS:
        same = sum(graders[name].verdicts[each] == ours.verdicts[each] for each in ours.verdicts)
        good &= same == STUDENTS
        print(f"verdicts as {name}'s, all 16 bits: {same} of {STUDENTS} submissions")
    given = "".join(ours.verdicts.values())
    print(f"checks passed: {given.count('1')} of {len(given)}\n")
    print(f"{'a submission, ms':<30}   CPU      wall   × CPU  × wall  memory of all processes")
    for name, grader in graders.items():
        print(row(NAMES.get(name, name + ", warm"), grader.used, ours.used))
    lines: dict[str, dict[str, Used]] = {
        "class": {"ours": Used(), "nbgrader": Used()},
        "one": {"ours": Used(), "nbgrader": Used(), "otter": Used()},
    }
    commands(folder, peers, lines)
    for title, per in (("class", "a command for the class"), ("one", "a command for one")):
        print(f"\n{per}")
        for name, used in lines[title].items():
            print(row(name, used, lines[title]["ours"]))
    print()
    for name, floor in FLOORS.items():
        more, _ = ratios(graders[name].used, ours.used)
        good &= more >= floor
        print(f"{name}: {more:.0f} times our processor time; the floor is {floor}")
    own, _ = ratios(ours.used, graders["cells"].used)
    good &= own <= OWN_CELLS
    print(f"ours: {own:.2f} times the learner's own cells; at most {OWN_CELLS}")
    sys.exit(not good)


if __name__ == "__main__":
    main()
