"""The solved set: every notebook filled with the answer bank's solutions, as a learner would."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from lessons.checks.forms import Choice, Fields
from lessons.course import adapted
from lessons.errors import CourseError
from lessons.grading.fill import fill
from lessons.tasks import in_this_course, task


def solved_notebooks(
    notebooks: Path, bank: Path, numbers: Collection[str] = ()
) -> dict[str, dict[str, Any]]:
    """File name to notebook, each task of it answered with the bank's ``SOLUTION``.

    By default all notebooks; else those of these ``numbers`` ("01").

    Raises:
        CourseError: a file of the bank has no solution, or a notebook no place for it.
    """
    answers = in_course(solutions(bank))
    solved = {}
    for file in sorted(notebooks.glob("[0-9][0-9]_*.ipynb")):
        if numbers and file.name[:2] not in numbers:
            continue
        mine = {task: answer for task, answer in answers.items() if f"0{task[0]}" == file.name[:2]}
        solved[file.name] = fill(json.loads(file.read_text(encoding="utf-8")), mine)
    return solved


def in_course(answers: Mapping[str, object]) -> dict[str, object]:
    """The answers to the tasks that this course has.

    A form derived from another article takes a prediction of its own: the first option of each.
    """
    kept = {id: answer for id, answer in answers.items() if in_this_course(id)}
    for id in kept:
        form = task(id).form
        if adapted() and isinstance(form, Fields) and form.problem(kept[id]):
            kept[id] = {
                name: part.options[0] for name, part in form.parts.items()
                if isinstance(part, Choice)
            }  # fmt: skip
    return kept


def solutions(bank: Path) -> dict[str, object]:
    """Task id to ``SOLUTION``, from the files of the answer bank: t1e.py is of task 1.e.

    A file may state ``PRACTICE`` as well, the solution of the task's practice item.

    Raises:
        CourseError: a file of the bank has no solution.
    """
    found = {}
    for id, file in bank_files(bank).items():
        module = answers_in(file)
        if not hasattr(module, "SOLUTION"):
            raise CourseError(f"SOLUTION in {file}", "none", "State the solution of this task.")
        found[id] = module.SOLUTION
        if hasattr(module, "PRACTICE"):
            found[f"{id} practice"] = module.PRACTICE
    return found


def bank_files(bank: Path) -> dict[str, Path]:
    """Task id to its file of the answer bank."""
    return {f"{file.stem[1]}.{file.stem[2]}": file for file in sorted(bank.glob("t[0-9][a-z].py"))}


def answers_in(file: Path) -> ModuleType:
    """A file of the answer bank, run: our own code, and never a learner's."""
    spec = spec_from_file_location(f"lessons_bank_{file.stem}", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
