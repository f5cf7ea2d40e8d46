"""A class in a folder, ``lessons grade`` as an instructor runs it, and what it recorded."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from lessons.course import checkout, course_folder
from lessons.grading.solved import solved_notebooks

ROOT = checkout()
assert ROOT


@pytest.fixture(scope="session")
def solved() -> Callable[..., dict[str, dict]]:
    """File name to solved notebook, of the numbers asked for."""
    bank = ROOT / "tests" / "graded" / "bank"
    return lambda *numbers: solved_notebooks(course_folder() / "notebooks", bank, numbers)


@dataclass(frozen=True)
class Results:
    """A folder of results, and what is in it."""

    out: Path

    def rows(self, query: str) -> list[tuple]:
        with closing(sqlite3.connect(self.out / "gradebook.sqlite")) as base:
            return base.execute(query).fetchall()

    def marks(self) -> list[tuple]:
        """All that was recorded: every check of every student, and what it hangs on."""
        keys = self.rows("select name, handed_in, notes from student order by name")
        return keys + self.rows("select * from record order by student, place")

    def recorded(self) -> int:
        """How many students are recorded: from outside, while the command runs, in bytes."""
        try:
            return (self.out / "gradebook.sqlite-wal").stat().st_size
        except OSError:
            return 0


@dataclass(frozen=True)
class Course:
    """A copy of the course: marks hang on its files, and someone may be editing them."""

    folder: Path

    def grade(self, place: Path, out: Path, *options: str) -> dict:
        """What to run, and where: the arguments of ``subprocess.run``."""
        words = [sys.executable, "-P", "-m", "lessons.cli", "grade", str(place), "--out", str(out),
                 "--seed-file", str(self.folder / "seed"), "--no-compare", *options]  # fmt: skip
        return {"args": words, "env": os.environ | {"PYTHONPATH": str(self.folder)}}

    def graded(self, place: Path, out: Path, *options: str) -> tuple[Results, str]:
        """The same, run to its end; what it recorded, and what it said."""
        done = subprocess.run(
            **self.grade(place, out, *options), capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return Results(out), done.stdout + done.stderr


@pytest.fixture(scope="session")
def course(tmp_path_factory) -> Course:
    copy = tmp_path_factory.mktemp("course")
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("lessons", "data", "notebooks", "tests/graded"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignore)
    return Course(copy)
