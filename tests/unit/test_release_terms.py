"""A class's dates and points in a notebook: stated where learners look, and nowhere by mistake."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from lessons.cells import handed_out
from lessons.course import course_folder
from lessons.grading.class_file import ClassFile
from lessons.release.terms import on_terms, points_of, when, worth

NOTEBOOKS = sorted((course_folder() / "notebooks").glob("*.ipynb"))
DUE = datetime.fromisoformat("2026-12-01T23:59:00+01:00")


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_every_task_s_heading_takes_its_class_s_points(file: object) -> None:
    notebook = json.loads(file.read_bytes())  # type: ignore[attr-defined]
    number = file.name[:2]  # type: ignore[attr-defined]
    ids = list(points_of(number))
    terms = ClassFile(points={id: 2.5 + at for at, id in enumerate(ids)})
    cells = on_terms(notebook, number, terms)["cells"]
    text = "\n".join("".join(cell["source"]) for cell in cells)
    for at, id in enumerate(ids):
        assert f"### Task {id}: " in text
        assert f"({2.5 + at:g} points, " in text
    assert f"worth {sum(terms.points.values()):g} points" in text


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_due_date_stands_below_the_title_and_nothing_else_changes(file: object) -> None:
    notebook = json.loads(file.read_bytes())  # type: ignore[attr-defined]
    number = file.name[:2]  # type: ignore[attr-defined]
    cells = on_terms(notebook, number, ClassFile(due={number: DUE}))["cells"]
    before, after = ("".join(one[0]["source"]) for one in (notebook["cells"], cells))
    due = f"\n**Due** {when(DUE)}.\n"
    assert due in after
    assert after.replace(due, "", 1) == before
    assert cells[1:] == notebook["cells"][1:]


def test_a_notebook_on_terms_says_how_it_is_handed_out_on_them() -> None:
    notebook = json.loads(NOTEBOOKS[1].read_bytes())
    before, after = (handed_out(on_terms(notebook, "01", ClassFile(due=due)))
                     for due in ({}, {"01": DUE}))  # fmt: skip
    assert before == handed_out(notebook)
    assert before.keys() == after.keys()
    assert [id for id in before if before[id] != after[id]] == ["n01-00"]


def test_without_terms_nothing_changes() -> None:
    notebook = json.loads(NOTEBOOKS[1].read_bytes())
    assert on_terms(notebook, "01", ClassFile()) == notebook


def test_one_point_is_one_point() -> None:
    cell = {"cell_type": "markdown", "source": "### Task 1.e: Offsets (5 points, core)"}
    notebook = on_terms({"cells": [cell]}, "01", ClassFile(points={"1.e": 1}))
    assert notebook["cells"][0]["source"] == "### Task 1.e: Offsets (1 point, core)"


def test_what_is_not_changed_is_worth_what_the_course_says() -> None:
    assert worth("1.e", ClassFile(points={"1.d": 9})) == points_of("01")["1.e"]
