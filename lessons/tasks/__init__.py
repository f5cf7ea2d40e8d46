"""The tasks of the course: files that begin ``t1b_`` hold task 1.b and its practice items."""

from __future__ import annotations

import json
import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module

from lessons.checks.task import Task
from lessons.course import adapted, course_folder
from lessons.errors import CourseError

OWN_POINTS = "data/points.json"  # in a release: the points that its class decided otherwise


@cache
def _files() -> dict[str, list[str]]:
    """Task id to module names, from the file names alone: t1b_cut is of task 1.b."""
    files: dict[str, list[str]] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        files.setdefault(f"{name[1]}.{name[2]}", []).append(name)
    return files


@cache
def _own_points() -> dict[str, float]:
    """Task id to points, of a class that changed some; a clone has no such file."""
    file = course_folder() / OWN_POINTS
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {}


@cache
def tasks_in(id: str) -> tuple[Task, ...]:
    """The graded task ``id``, then its practice items.

    Raises:
        CourseError: there is no such task.
    """
    if id not in _files():
        raise CourseError(
            f"the id of a task, one of {', '.join(_files())}",
            repr(id),
            "Look at the heading above the cell, and copy the id from there.",
        )
    modules = [import_module(f"{__name__}.{name}") for name in _files()[id]]
    found = [value for module in modules for value in vars(module).values()]
    tasks = [each for each in found if isinstance(each, Task) and each.id.split(" ")[0] == id]
    if adapted():
        from lessons.adapted.tasks import derive

        for each in tasks:
            derive(each)
    own = _own_points()
    tasks = [replace(each, points=own[each.id]) if each.id in own else each for each in tasks]
    return tuple(sorted(tasks, key=lambda task: task.id))


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
    """Every task in order, or those of one notebook ("01"); in an adapted course, those it has."""
    wanted = [id for id in _files() if f"0{id}".startswith(notebook)]
    found = [each for id in wanted for each in tasks_in(id)]
    return [each for each in found if in_this_course(each.id)]


def in_this_course(id: str) -> bool:
    """Whether the course that this process is in has a task."""
    folder = adapted()
    if folder is None:
        return True
    from lessons.adapted.card import read_card
    from lessons.adapted.needs import is_taught

    return is_taught(id, read_card(folder).gold)
