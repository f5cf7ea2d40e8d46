"""A set of notebooks as reading copies that link to each other."""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lessons.reading.page import NONE, reading_page, title
from lessons.reading.run import run


def reading_copies(
    notebooks: Mapping[str, Mapping[str, Any]],
    solved: bool = False,
    points: Mapping[str, float] = NONE,
) -> dict[str, str]:
    """File name to page, of notebooks by their file name; each is run, as many at once as cores.

    ``points`` are those of tasks that a class changed.

    Raises:
        CourseError: a notebook does not run to its end.
    """
    named = {f"{name.removesuffix('.ipynb')}.html": each for name, each in notebooks.items()}
    links = [(file, title(each).partition(":")[0]) for file, each in named.items()]
    with ThreadPoolExecutor(os.cpu_count()) as runs:  # a kernel each: here is only waited
        ran = dict(zip(named, runs.map(run, named.values(), notebooks), strict=True))
    return {file: reading_page(each, links, file, solved, points) for file, each in ran.items()}
