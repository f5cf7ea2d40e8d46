"""A task added as docs/adding-a-task.md says, to a copy of the clone: all that is derived finds it.

The page is what is tested: its files are taken from its own fenced blocks.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from lessons.tasks import all_tasks

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "adding-a-task.md").read_text(encoding="utf-8")
MOST = 60  # lines, the bank not counted
NEW = "1.g"


class Block(NamedTuple):
    """A part of the page's example: the file it belongs to, and where in it; its text."""

    file: str
    before: str
    at_end: bool
    text: str


def blocks() -> list[Block]:
    """The files of the example, each named on the line above its block."""
    said = r"^(In|At the end of) `([\w/.]+)`(?:, before `([^`]+)`)?:\n\n```\w+\n(.*?)^```$"
    found = re.findall(said, PAGE, re.DOTALL | re.MULTILINE)
    return [Block(file, before, how != "In", text) for how, file, before, text in found]


class Clone(NamedTuple):
    """A copy of the clone, and an account that has never seen the course."""

    root: Path
    home: Path

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run Python in it as its own environment would: the copy's package, no other."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root), "HOME": str(self.home)},
            capture_output=True,
            text=True,
        )

    def lessons(self, *arguments: str) -> str:
        """Run a command of the course, and return what it printed; it must not fail."""
        done = self.run(
            "-c", "import sys; from lessons.cli import main; sys.exit(main())", *arguments
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """The clone with the page's example in it, and its notebooks built."""
    root, home = tmp_path_factory.mktemp("clone"), tmp_path_factory.mktemp("home")
    quiet = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    for folder in ("lessons", "notebooks", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=quiet)
    (root / "data").symlink_to(ROOT / "data")
    shutil.copy(ROOT / "pyproject.toml", root)
    for block in blocks():
        file = root / block.file
        old = file.read_text(encoding="utf-8") if file.exists() else ""
        if block.before:
            assert old.count(block.before) == 1
            new = old.replace(block.before, f"{block.text}\n{block.before}")
        else:
            assert bool(old) == block.at_end
            new = f"{old}\n\n{block.text}" if old else block.text
        file.write_text(new, encoding="utf-8")
    made = Clone(root, home)
    assert made.lessons("build") == "built: 01_tokens.ipynb\n"
    return made


def test_the_example_is_short() -> None:
    assert len(blocks()) == 5
    lines = [
        line for each in blocks() if "/bank/" not in each.file for line in each.text.splitlines()
    ]
    assert len(lines) < MOST


def test_the_notebook_holds_it_and_states_its_points_and_minutes(clone: Clone) -> None:
    old, new = (
        json.loads((root / "notebooks" / "01_tokens.ipynb").read_bytes())["cells"]
        for root in (ROOT, clone.root)
    )
    assert f'exercise("{NEW}")' in ["".join(cell["source"]) for cell in new]
    (was,), (now,) = (
        re.findall(r"about (\d+) minutes .*worth (\d+) points", "".join(cells[0]["source"]))
        for cells in (old, new)
    )
    assert [int(after) - int(before) for before, after in zip(was, now, strict=True)] == [4, 2]


def test_solved_it_earns_its_points_and_blank_it_earns_none(clone: Clone) -> None:
    class_ = clone.root / "class"
    clone.lessons("solve", "--out", "class/ana")
    (class_ / "ben").mkdir()
    for file in (clone.root / "notebooks").glob("01*.ipynb"):
        shutil.copy(file, class_ / "ben")
    for other in (class_ / "ana").glob("0[02-6]*.ipynb"):
        other.unlink()
    shown = clone.lessons("grade", "class", "--out", "results", "--notebooks", "01")
    totals = dict(re.findall(r"^(ana|ben) +(\S+) +\S+$", shown, re.MULTILINE))
    assert totals == {"ana": "20", "ben": "0"}
    rows = (clone.root / "results" / "gradebook.csv").read_text(encoding="utf-8").splitlines()
    column = rows[0].split(",").index(NEW)
    assert [row.split(",")[column] for row in rows[1:]] == ["2", "0"]
    report = (clone.root / "results" / "report.html").read_text(encoding="utf-8")
    assert f"{NEW} Tokens and types by hand" in report
    explained = clone.lessons("explain", "ana", NEW, "--out", "results")
    assert explained.count("passed ") == 3


def test_progress_counts_it(clone: Clone) -> None:
    clone.lessons("open", "--copy-only")
    everything = sum(task.points for task in all_tasks()) + 2
    assert f"of {everything:g}" in clone.lessons("progress")


def test_its_bank_and_its_statement_pass_the_course_s_own_tests(clone: Clone) -> None:
    units = ("tasks", "receipt", "standing")
    tests = ["tests/bank", *(f"tests/unit/test_{name}.py" for name in units)]
    which = f"{NEW} or notes or test_tasks or receipt or standing"
    done = clone.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", which)
    assert done.returncode == 0, done.stdout
    (passed,) = re.findall(r"(\d+) passed", done.stdout)
    assert int(passed) > 100
