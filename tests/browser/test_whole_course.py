"""The whole course by keyboard alone: every cell run, every task done, handed in, and graded."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hands import Hands

from lessons import cli
from lessons.answers import kept_answers
from lessons.course import checkout
from lessons.grading.fill import fill
from lessons.grading.solved import solutions
from lessons.tasks import all_tasks, task

ROOT = checkout()
assert ROOT
BANK = solutions(ROOT / "tests" / "graded" / "bank")
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
WHOLE = sum(each.points for each in all_tasks())


def asked(cell: dict[str, Any]) -> str:
    """The task that an exercise cell asks; "" where it asks none, or practice."""
    source = "".join(cell["source"])
    found = [each.task for each in kept_answers(source)] if cell["cell_type"] == "code" else []
    return found[0] if found and found[0] in BANK else ""


def through(page: Any, blank: dict[str, Any]) -> None:
    """Go through a blank notebook from its first cell to its last, doing what it asks."""
    own = [id for id in BANK if id[0] == page.name[1]]
    shown = {id for cell in blank["cells"] if (id := asked(cell))}
    typed = fill(blank, {id: BANK[id] for id in own if id not in shown})["cells"]
    hands = Hands(page)
    for at, cell in enumerate(blank["cells"]):
        assert hands.at() == at
        source = "".join(typed[at]["source"])
        if source != "".join(cell["source"]):
            hands.retype(source)
        hands.run_here(at)
        if id := asked(cell):
            exercise = page.exercise(f"Exercise {id}")
            exercise.keep.wait_for()
            hands.answer(exercise, task(id).form, BANK[id])
        hands.press("ArrowDown")
    page.page.get_by_text("Kept: work worth").wait_for()  # progress() saves, too
    hands.press("Control+s")
    page.wait_until_saved()


@pytest.fixture(scope="module")
def handed_in(at_desk: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a learner hands in who touched no mouse, as a folder of one."""
    place = tmp_path_factory.mktemp("keyboard")
    mine = place / "mine"
    mine.mkdir()
    for file in NOTEBOOKS:
        blank = json.loads(file.read_text(encoding="utf-8"))
        page = at_desk(file.name, blank)
        through(page, blank)
        page.close()
        (mine / file.name).write_bytes(page.file.read_bytes())
    (place / "class").mkdir()
    bundle = place / "class" / "ana.zip"
    assert cli.main(["handin", "--folder", str(mine), "--out", str(bundle)]) == 0
    return bundle


def test_it_earns_every_point(handed_in: Path) -> None:
    out = handed_in.parent.with_name("out")
    seed = handed_in.parent.with_name("seed")
    words = ["grade", str(handed_in.parent), "--out", str(out), "--seed-file", str(seed)]
    assert cli.main(words) == 0
    text = (out / "gradebook.csv").read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(text.splitlines())
    assert (float(row["total"]), float(row["max"])) == (WHOLE, WHOLE), row
