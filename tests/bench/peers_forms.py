"""The one assignment, poured into the form of each grader that ``bench_peers.py`` compares."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from peers_assignment import CASES, SAME, SETUP, STUDENTS, TASKS, student

NAME = "ps1"
OUR_TASK = "0.c"  # any task in code: our checks are grouped below it, and told apart by name
CHECKS = [f"{task}_{at}" for task in TASKS for at in range(2)]  # the 16 bits of a verdict
NBGRADER = "course_id = 'bench'\nc = get_config()\nc.CourseDirectory.course_id = course_id\n"


def pour(folder: Path) -> None:
    """Write ``ours/``, ``nbgrader/`` and ``otter/`` below the folder, the same students in each."""
    names = {number: f"s{number:02}" for number in range(STUDENTS)}
    for number, name in names.items():
        cells = student(number)
        plain = [f"# task {OUR_TASK}\n{SETUP}", *cells.values()]
        _write(folder / "ours" / "handed-in" / f"{name}.ipynb", [_code(cell) for cell in plain])
        _write(folder / "otter" / "handed-in" / f"{name}.ipynb", [_code(cell) for cell in plain])
        _write(folder / "nbgrader" / "submitted" / name / NAME / f"{NAME}.ipynb", _graded(cells))
    _write(folder / "nbgrader" / "source" / NAME / f"{NAME}.ipynb", _graded(TASKS))
    (folder / "nbgrader" / "nbgrader_config.py").write_text(NBGRADER)
    _our_checks(folder / "ours" / "checks")
    _otter_checks(folder / "otter" / "autograder.zip")


def _our_checks(folder: Path) -> None:
    lines = [
        "from lessons.checks.calls import expect",
        "from lessons.checks.hidden import task",
        "from lessons.tasks import tasks_in",
        f"LOOKS = tasks_in({OUR_TASK!r})[0].promised[0]",
    ]
    for name, function, arguments, expected in _cases():
        lines += [
            f"@task({OUR_TASK!r}, points=1, looks_at=LOOKS)",
            f"def test_{name}(submission):",
            f"    expect(submission, {function!r}, [({arguments!r}, {expected!r})], ())",
        ]
    folder.mkdir(parents=True)
    (folder / "test_00_peers.py").write_text("\n".join(lines) + "\n")


def _otter_checks(place: Path) -> None:
    with zipfile.ZipFile(place, "w") as archive:
        quiet = {"lang": "python", "print_summary": False, "print_score": False, "logo": False}
        archive.writestr("otter_config.json", json.dumps(quiet))
        archive.writestr("files/.keep", "")
        for task in TASKS:
            lines = ["import math", "from otter.test_files import test_case", "OK_FORMAT = False"]
            lines += [f"name = {task!r}", "points = 2", SAME]
            for name, function, arguments, expected in _cases(task):
                lines += [
                    f"@test_case(points=1, name={name!r})",
                    f"def test_{name}(env):",
                    f"    assert same(env[{function!r}](*{arguments!r}), {expected!r})",
                ]
            archive.writestr(f"tests/{task}.py", "\n".join(lines) + "\n")


def _graded(cells: dict[str, str]) -> list[dict[str, Any]]:
    """Our cells with nbgrader's test cells, each below the cell it tests."""
    notebook = [_code(SETUP), _code("import math\n" + SAME, "same", locked=True)]
    for task, source in cells.items():
        notebook.append(_code(source, task, solution=True))
        for name, function, arguments, expected in _cases(task):
            test = f"assert same({function}(*{arguments!r}), {expected!r})"
            notebook.append(_code(test, name, grade=True, locked=True, points=1))
    return notebook


def _cases(of: str = "") -> list[tuple[str, str, list[Any], Any]]:
    return [
        (f"{task}_{at}", task, *case)
        for task, cases in CASES.items()
        if of in ("", task)
        for at, case in enumerate(cases)
    ]


def _code(source: str, grade_id: str = "", **words: Any) -> dict[str, Any]:
    kinds = {"grade": False, "solution": False, "locked": False, "task": False}
    told = {**kinds, "schema_version": 3, "grade_id": grade_id, "cell_type": "code", **words}
    metadata = {"nbgrader": told} if grade_id else {}
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": [],
            "execution_count": None}  # fmt: skip


def _write(place: Path, cells: list[dict[str, Any]]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    cells = [{**cell, "id": f"cell-{at}"} for at, cell in enumerate(cells)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
    place.write_text(json.dumps(notebook))
