"""The notebooks are derived: current, clean, and every number in their prose is computed."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from lessons.cells import MARK, handed_out, known_by
from lessons.commands.build import notebook_text, sources
from lessons.course import checkout
from lessons.facts import facts
from lessons.tasks import all_tasks

ROOT = checkout()
assert ROOT
SOURCES = sources(ROOT)
NOTEBOOKS = {source.stem: json.loads(notebook_text(source)) for source in SOURCES}
each_notebook = pytest.mark.parametrize("name", NOTEBOOKS)
LEARNERS_NAMES = 8


def _cells(name: str, kind: str) -> list[str]:
    cells = NOTEBOOKS[name]["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == kind]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_notebook_is_what_its_source_gives(source: Path) -> None:
    assert ROOT
    built = (ROOT / "notebooks" / f"{source.stem}.ipynb").read_text(encoding="utf-8")
    assert built == notebook_text(source), "run: lessons build"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_every_number_in_the_prose_is_computed(source: Path) -> None:
    """Digits stand in code, or come from the table of facts; a year of a citation is {{ 2014 }}."""
    text = source.read_text(encoding="utf-8")
    text = re.sub(r"```.*?```|`[^`]*`|\{\{.*?\}\}|\{%.*?%\}|^\d\. ", "", text, flags=re.S | re.M)
    assert re.findall(r".{0,30}\d.{0,10}", text) == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_no_fact_is_computed_for_nobody(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    assert [fact for fact in facts(source.stem[:2]) if f"n.{fact} " not in text] == []


@each_notebook
def test_a_notebook_holds_no_output_and_no_leftover_metadata(name: str) -> None:
    notebook = NOTEBOOKS[name]
    assert all(not cell.get("outputs") and not cell["metadata"] for cell in notebook["cells"])
    assert set(notebook["metadata"]) == {"kernelspec", MARK}


@each_notebook
def test_a_notebook_says_how_each_of_its_cells_is_handed_out(name: str) -> None:
    given = handed_out(NOTEBOOKS[name])
    assert given == {
        cell["id"]: known_by("".join(cell["source"])) for cell in NOTEBOOKS[name]["cells"]
    }


@each_notebook
def test_every_task_has_its_cell_once(name: str) -> None:
    code, prose = _cells(name, "code"), _cells(name, "markdown")
    for task in all_tasks(name[:2]):
        homes = {
            "code": [cell for cell in code if cell == task.cell],
            "words": [cell for cell in prose if cell.startswith(f"<!-- task {task.id} -->\n")],
        }.get(task.kind, [cell for cell in code if cell == f'exercise("{task.id}")'])
        assert len(homes) == 1, task.id


def test_a_practice_item_stands_below_the_heading_of_its_task_and_before_it() -> None:
    cells = ["".join(cell["source"]) for cell in NOTEBOOKS["01_tokens"]["cells"]]
    at = cells.index('exercise("1.b practice")')
    assert cells[at - 1].splitlines()[-1].startswith("### Task 1.b: ")
    assert cells[at + 1] == 'exercise("1.b")'


@each_notebook
def test_headings_begin_with_one_title_and_skip_no_level(name: str) -> None:
    levels = [
        len(mark)
        for cell in _cells(name, "markdown")
        for mark in re.findall(r"^(#+) ", cell, flags=re.M)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


@each_notebook
def test_a_notebook_can_be_read_in_one_sitting(name: str) -> None:
    """At most 900 words and 20 cells of its own: a task brings heading, prompt and two cells."""
    tasks = all_tasks(name[:2])
    prompts = " ".join(task.prompt for task in tasks if not task.form)
    prose = re.sub(r"(?m)^### Task .*$", "", "\n".join(_cells(name, "markdown")))
    assert len(prose.split()) - len(prompts.split()) <= 900
    assert len(NOTEBOOKS[name]["cells"]) - 2 * len(tasks) <= 20
    assert max(len(cell.splitlines()) for cell in _cells(name, "code")) <= 12


def test_learners_meet_few_names_of_ours() -> None:
    code = "\n".join(cell for name in NOTEBOOKS for cell in _cells(name, "code"))
    imported = re.findall(r"from lessons import (.+)", code)
    names = {name.strip() for line in imported for name in line.split(",")}
    assert names
    assert len(names) <= LEARNERS_NAMES
    assert not re.search(r"from lessons\.|import lessons", code)


@each_notebook
def test_the_last_cell_is_the_same_everywhere(name: str) -> None:
    assert _cells(name, "code")[-1] == "progress()"
