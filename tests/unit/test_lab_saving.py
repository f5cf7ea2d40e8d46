"""A saved notebook shows a line in place of an exercise, and every other output as it was."""

from __future__ import annotations

import copy
import json
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from lessons import lab
from lessons.lab.saving import VIEW, without_exercises

VIEWED = {VIEW: {"model_id": "ab"}, "text/plain": "Exercise 1.a: Predict the count. Run this cell."}


def _notebook(*outputs: dict[str, Any]) -> dict[str, Any]:
    cells = [{"cell_type": "markdown", "source": "x"}, {"cell_type": "code", "outputs": outputs}]
    return {"type": "notebook", "content": {"cells": cells}}


def test_the_view_of_an_exercise_is_left_out_and_its_line_stays() -> None:
    model = _notebook({"output_type": "display_data", "data": dict(VIEWED)})
    without_exercises(model, path="00.ipynb", contents_manager=None)
    (output,) = model["content"]["cells"][1]["outputs"]
    assert output["data"] == {"text/plain": VIEWED["text/plain"]}


@pytest.mark.parametrize(
    "output",
    [
        {"output_type": "stream", "text": "Exercise 1"},
        {"output_type": "display_data", "data": {VIEW: {"model_id": "cd"}}},
        {"output_type": "display_data", "data": {VIEW: {}, "text/plain": ["IntSlider()"]}},
        {"output_type": "display_data", "data": {"text/plain": "Exercise: none of ours"}},
    ],
)
def test_nothing_else_is_touched(output: dict[str, Any]) -> None:
    model = _notebook(output)
    before = copy.deepcopy(model)
    without_exercises(model)
    assert model == before


def test_other_files_pass_by() -> None:
    without_exercises({"type": "file", "content": "Exercise"})


def test_the_server_finds_the_hook_by_the_name_that_is_installed() -> None:
    file = Path(lab.__file__).parent / "server.json"
    (name,) = json.loads(file.read_text())["ServerApp"]["jpserver_extensions"]
    assert import_module(name) is lab
    hooks: list[object] = []
    manager = SimpleNamespace(register_pre_save_hook=hooks.append)
    (point,) = lab._jupyter_server_extension_points()
    extension = import_module(point["module"])
    extension._load_jupyter_server_extension(SimpleNamespace(contents_manager=manager))
    assert hooks == [without_exercises]
