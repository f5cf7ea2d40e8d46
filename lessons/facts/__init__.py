"""Every number that the notebooks state, computed from the data: the table they are built from.

One module a notebook, ``n01`` for notebook 01, with a function ``facts()`` from name to number.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from lessons.course import adapted
from lessons.tasks import all_tasks


@cache
def facts(number: str) -> dict[str, Any]:
    """The computed facts of one notebook ("01"); none where it has no module."""
    if adapted():
        from lessons.adapted.facts import facts as of_another

        return of_another(number)
    modules = [module.name for module in pkgutil.iter_modules(__path__)]
    if f"n{number}" not in modules:
        return {}
    found: dict[str, Any] = import_module(f"{__name__}.n{number}").facts()
    return found


def of_notebook(number: str) -> SimpleNamespace:
    """The facts of a notebook, and the points of its tasks."""
    points = sum(task.points for task in all_tasks(number))
    return SimpleNamespace(**facts(number), points=f"{points:g}")
