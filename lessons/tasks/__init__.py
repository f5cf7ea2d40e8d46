"""The tasks of the course, one file each: ``t1b_cut.py`` holds task 1.b and its practice item."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from lessons.checks.task import Task
from lessons.errors import CourseError


@cache
def _files() -> dict[str, str]:
    """Task id to module name, from the file names alone: t1b_cut is task 1.b."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return {f"{name[1]}.{name[2]}": name for name in sorted(names)}


@cache
def tasks_in(id: str) -> tuple[Task, ...]:
    """The tasks of one file: the graded task ``id`` and its practice items.

    Raises:
        CourseError: there is no such task.
    """
    if id not in _files():
        raise CourseError(
            f"the id of a task, one of {', '.join(_files())}",
            repr(id),
            "Look at the heading above the cell, and copy the id from there.",
        )
    module = import_module(f"{__name__}.{_files()[id]}")
    return tuple(value for value in vars(module).values() if isinstance(value, Task))


def task(id: str) -> Task:
    """The task of that id, "1.b" or "1.b practice".

    Raises:
        CourseError: there is no such task.
    """
    found = {each.id: each for each in tasks_in(str(id).split(" ")[0])}
    if id not in found:
        raise CourseError(
            f"one of {', '.join(repr(name) for name in found)}",
            repr(id),
            "Look at the heading above the cell, and copy the id from there.",
        )
    return found[id]


def all_tasks(notebook: str = "") -> list[Task]:
    """Every task in order, or those of one notebook ("01")."""
    return [each for id in _files() for each in tasks_in(id) if each.notebook.startswith(notebook)]
