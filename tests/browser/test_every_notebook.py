"""Every notebook as a learner meets it: all cells run, every exercise answered and kept by hand.

Code and words are in place beforehand, from the answer bank; what is drawn on the way is kept as
pictures in ``artefacts/browser``, one folder a notebook, to be looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from lessons.answers import kept_answers
from lessons.checks.forms import Breaks, Choice, Cuts, Fields, Line, Number, Spans
from lessons.course import checkout
from lessons.grading.fill import fill
from lessons.grading.solved import solutions
from lessons.notebook import read_notebook
from lessons.tasks import task

ROOT = checkout()
assert ROOT
ARTEFACTS = ROOT / "artefacts" / "browser"
BANK = solutions(ROOT / "tests" / "graded" / "bank")
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@dataclass
class Done:
    """A notebook gone through, what was answered in it, and what the page complained of."""

    page: Any
    answers: dict[str, Any]
    console: list[str] = field(default_factory=list)
    cells: list[dict[str, Any]] = field(default_factory=list)


def some_answer(form: Any) -> Any:
    """An answer of the right form, for practice items that the bank does not solve."""
    match form:
        case Fields():
            return {name: some_answer(part) for name, part in form.parts.items()}
        case Choice():
            return form.options[0]
        case Number():
            return form.least
        case Line():
            return "Two ships came."
        case Cuts():
            return form.text.split()
        case Spans():
            return [(0, 2, form.labels[0])]
        case Breaks():
            return {1: form.reasons[0]} if form.reasons else [1]
    raise TypeError(form)


def exercises_in(notebook: Mapping[str, Any]) -> dict[str, int]:
    """The tasks answered in widgets, each with the index of its cell."""
    found = {}
    for index, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            for each in kept_answers("".join(cell["source"])):
                found[each.task] = index
    return found


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda file: file.stem)
def done(request: pytest.FixtureRequest, at_desk: Callable[..., Any]) -> Iterator[Done]:
    file: Path = request.param
    blank = json.loads(file.read_text(encoding="utf-8"))
    places = exercises_in(blank)
    typed = {id: BANK[id] for id in BANK if f"0{id[0]}" == file.name[:2] and id not in places}
    answers = {id: BANK.get(id, some_answer(task(id).form)) for id in places}
    page = at_desk(file.name, fill(blank, typed))
    gone = Done(page, answers)
    heard = gone.console

    def note(message: Any) -> None:
        if message.type == "error":
            heard.append(message.text)

    def raised(error: Any) -> None:
        heard.append(str(error))

    page.page.on("console", note)
    page.page.on("pageerror", raised)
    page.run_all()
    gone.cells = page.cells()
    pictures = ARTEFACTS / file.stem
    pictures.mkdir(parents=True, exist_ok=True)
    page.size(1280, 2000)
    for id, index in places.items():
        page.show(index)
        exercise = page.exercise(f"Exercise {id}")
        exercise.answer(task(id).form, answers[id])
        exercise.keep.click()
        exercise.has_said("Kept in this cell, and saved.")
        exercise.feedback.locator(".widget-html-content > *").first.wait_for()
        exercise.box.screenshot(path=pictures / f"{id.replace(' ', '_')}.png")
    for index, cell in enumerate(gone.cells):
        if "<figure" in json.dumps(cell.get("outputs", [])):
            page.show(index)
            drawn = page.cell(index).locator("figure").first
            drawn.screenshot(path=pictures / f"figure_in_cell_{index}.png")
    yield gone
    page.page.remove_listener("console", note)
    page.page.remove_listener("pageerror", raised)
    page.theme("Light")
    page.size(1280, 1000)
    page.close()


def test_it_runs_without_an_error_or_a_warning(done: Done) -> None:
    outputs = [output for cell in done.cells for output in cell.get("outputs", [])]
    assert outputs
    assert [each for each in outputs if each["output_type"] == "error"] == []
    assert [each["text"] for each in outputs if each.get("name") == "stderr"] == []
    assert done.console == []


def test_every_answer_given_by_hand_is_read_back_from_the_saved_file(done: Done) -> None:
    done.page.wait_until_saved()
    handed = read_notebook(done.page.file)
    assert {id: kept.problem for id, kept in handed.answers.items() if kept.problem} == {}
    kept = {id: kept.answer for id, kept in handed.answers.items()}
    assert json.dumps(kept) == json.dumps(done.answers)


def test_progress_finds_everything_kept(done: Done) -> None:
    done.page.show(len(done.cells) - 1)
    look = done.page.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    look.get_by_role("button", name="Look again").click()
    table = look.locator(".lessons-progress")
    table.filter(has_text=re.compile(r"Kept: work worth ([\d.]+) of \1 points")).wait_for()


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_no_barrier(done: Done, theme: str) -> None:
    done.page.unroll()
    done.page.theme(theme)
    assert done.page.barriers() == []


def test_nothing_is_cut_off_at_twice_the_size(done: Done) -> None:
    done.page.unroll(640)  # 1280 pixels at 200 %
    assert done.page.cut_off() == []
