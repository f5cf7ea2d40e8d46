"""Put answers into a blank notebook: how the tests, and ``lessons solve``, make submissions."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from lessons.answers import keep, kept_answers
from lessons.errors import CourseError
from lessons.notebook import CODE, WORDS, split_words


def fill(notebook: Mapping[str, Any], answers: Mapping[str, object]) -> dict[str, Any]:
    """A copy of the notebook with an answer for each of these tasks; nothing else changes.

    A literal is kept in its ``exercise`` cell. Code takes the place of the cell that begins
    ``# task 1.e``, but for the ``check`` at its end. Words go below ``**My answer:**`` in the
    cell that begins ``<!-- task 1.f -->``.

    Raises:
        CourseError: the notebook has no place for one of the answers.

    >>> blank = {"cells": [{"cell_type": "code", "source": ['exercise("1.a")']}]}
    >>> fill(blank, {"1.a": 29})["cells"][0]["source"]
    'exercise("1.a", answer=29)'
    """
    filled: dict[str, Any] = copy.deepcopy(dict(notebook))
    for task, answer in answers.items():
        for cell in filled["cells"]:
            source = "".join(cell["source"])
            if (changed := _answered(source, str(cell["cell_type"]), task, answer)) is not None:
                cell["source"] = changed
                break
        else:
            raise CourseError(
                f"a cell for task {task} in the notebook",
                "none",
                "Build the notebooks again, or mend the id in the answer bank.",
            )
    return filled


def _answered(source: str, kind: str, task: str, answer: object) -> str | None:
    """The cell's source with the answer in it, or None when it is not the cell of that task."""
    if kind == "code":
        if any(kept.task == task for kept in kept_answers(source)):
            return keep(source, task, answer)
        if (first := CODE.match(source)) and first[1] == task:
            code = str(answer) if CODE.match(str(answer)) else f"# task {task}\n{answer}"
            asks = f'check("{task}"'  # stands below the code, and stays there
            lacks = asks in source and asks not in code
            return f"{code.rstrip()}\n\n{asks})" if lacks else code
    if kind == "markdown" and (first := WORDS.match(source)) and first[1] == task:
        return f"{split_words(source)[0].rstrip()}\n\n{answer}\n"
    return None
