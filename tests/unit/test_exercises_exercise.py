"""``exercise`` where learners call it, and where nobody can see a widget."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from lessons.errors import CourseError
from lessons.exercises import exercise as module
from lessons.exercises.exercise import exercise, kept_so_far, source_that_ran


class Kernel:
    """As much of a kernel's shell as an exercise asks for."""

    kernel = SimpleNamespace()

    def __init__(self, source: str) -> None:
        self.source = source

    def get_parent(self) -> dict[str, Any]:
        return {"content": {"code": self.source}}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Any:
    shown: list[dict[str, Any]] = []
    monkeypatch.setattr(module, "live", {})
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))

    def run(source: str) -> dict[str, Any]:
        monkeypatch.setattr(module, "kernel_shell", lambda: Kernel(source))
        exec(source, {"exercise": exercise})
        return shown[-1]

    return run


def test_the_widget_and_a_line_for_pages_without_widgets_are_shown(run: Any) -> None:
    bundle = run('exercise("1.b")')
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"]
    assert bundle["text/plain"].startswith("Exercise 1.b: ")


def test_kept_answers_are_known_to_check(run: Any) -> None:
    run("exercise('1.a', answer={'split': 1, 'nltk': 2})")
    run("exercise('1.c')")
    assert kept_so_far() == {"1.a": {"split": 1, "nltk": 2}}


def test_code_in_place_of_a_literal_is_not_kept(run: Any) -> None:
    run("exercise('1.a', answer=dict(split=1, nltk=2))")
    assert kept_so_far() == {}
    assert "not a literal" in module.live["1.a"].bar.says


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("9.z", "Look at the heading above the cell"),
        ("1.e", "Look for the cell that begins with “task 1.e”"),
    ],
)
def test_a_wrong_id_is_one_clear_sentence(id: str, says: str) -> None:
    with pytest.raises(CourseError, match=says):
        exercise(id)


def test_the_source_is_unknown_outside_a_kernel() -> None:
    assert source_that_ran(object()) == ""


def test_a_plain_python_gets_one_line_and_loads_no_widgets() -> None:
    code = (
        "import sys; from lessons.exercises.exercise import exercise\n"
        "from lessons.exercises.progress import progress\n"
        "exercise('1.b'); exercise('1.b', answer=['x']); progress()\n"
        "print([name for name in ('ipywidgets', 'anywidget', 'mistune') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert done.stderr == ""
    assert lines[0].startswith("Exercise 1.b: ")
    assert lines[-1] == "[]"
