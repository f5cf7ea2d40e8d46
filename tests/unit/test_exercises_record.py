"""What a saved notebook keeps, as a learner is told it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lessons.exercises.progress import table
from lessons.exercises.record import State, kept_in, saved_file, tasks_of, with_unkept
from lessons.notebook import Handed, read_notebook
from lessons.tasks import task


def handed(*cells: str) -> Handed:
    kind = {True: "markdown", False: "code"}
    parts = [
        {"cell_type": kind[cell.startswith("<!--")], "source": cell, "metadata": {}}
        for cell in cells
    ]
    return read_notebook(json.dumps({"cells": parts, "nbformat": 4}).encode())


def state(id: str, *cells: str) -> State:
    return kept_in(handed(*cells))[id]


def words(count: int) -> str:
    return "<!-- task 1.f -->\nSay it.\n\n**My answer:**\n\n" + "word " * count


@pytest.mark.parametrize(
    ("id", "cell", "expected"),
    [
        ("1.a", "exercise('1.a', answer={'split': 1, 'nltk': 2})", State("kept")),
        ("1.a", "exercise('1.a')", State("missing")),
        ("1.e", "# task 1.e\nx = 1", State("kept")),
        ("1.e", task("1.e").cell, State("missing")),
        ("1.e", "# task 1.e\n", State("missing")),
        ("1.f", words(25), State("kept", "25 words")),
        ("1.f", words(24), State("missing", "24 of 25 words")),
        ("1.f", words(0), State("missing")),
    ],
)
def test_a_task_is_kept_or_missing(id: str, cell: str, expected: State) -> None:
    assert state(id, cell) == expected


@pytest.mark.parametrize(
    ("id", "cell", "says"),
    [
        ("1.a", "exercise('1.a', answer={'split': n})", "not a literal"),
        ("1.a", "exercise('1.a', answer={'split': 1})", "has no answer yet"),
        ("1.b", "exercise('1.a')", 'Put this into one: exercise("1.b")'),
        ("1.e", "exercise('1.a')", "begins “# task 1.e”, is gone"),
        ("1.f", "exercise('1.a')", "begins “<!-- task 1.f -->”, is gone"),
    ],
)
def test_the_note_says_what_keeps_a_task_from_counting(id: str, cell: str, says: str) -> None:
    found = state(id, cell)
    assert found.word == "missing"
    assert says in found.note


def test_the_notebook_is_known_by_its_cells() -> None:
    assert {each.notebook for each in tasks_of(handed("exercise('0.a')"))} == {"00"}
    assert tasks_of(handed("1 + 1")) == []


def shown(**said: Any) -> Any:
    return SimpleNamespace(**{"pending": False, "is_kept": False, **said})


@pytest.mark.parametrize(
    ("file", "page", "word"),
    [
        ("kept", None, "kept"),
        ("kept", shown(is_kept=True), "kept"),
        ("kept", shown(is_kept=True, pending=True), "changed"),
        ("missing", shown(), "missing"),
        ("missing", shown(pending=True), "changed"),
        ("missing", shown(is_kept=True), "changed"),  # undone, or the cell was edited
    ],
)
def test_the_page_may_hold_what_the_file_does_not(file: Any, page: Any, word: str) -> None:
    live = {"1.a": page} if page else {}
    assert with_unkept({"1.a": State(file)}, live)["1.a"].word == word


def test_the_table_adds_up_what_is_kept_and_escapes_what_it_shows() -> None:
    tasks = [task("1.a"), task("1.b"), task("1.b practice")]
    states = {"1.a": State("kept"), "1.b": State("missing", "<b>"), "1.b practice": State("kept")}
    html = table(tasks, states)
    assert "work worth 2 of 5 points" in html
    assert "&lt;b&gt;" in html
    assert html.count('scope="row"') == 3


def test_the_file_is_found_below_the_server_s_folder_and_after_a_rename(tmp_path: Path) -> None:
    course = tmp_path / "course" / "week1"
    course.mkdir(parents=True)
    new = course / "new.ipynb"
    new.touch()
    session = str(course / "old.ipynb")
    assert saved_file("week1/new.ipynb", session, tmp_path) == new
    assert saved_file("new.ipynb", "", course) == new
    assert saved_file("", str(new), tmp_path) == new
    assert saved_file("", session, tmp_path) is None
    assert saved_file("gone.ipynb", "", tmp_path) is None
