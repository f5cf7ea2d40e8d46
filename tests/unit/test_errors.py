"""An error says what was expected, what was seen, and what to do."""

from __future__ import annotations

import pytest

from lessons.errors import CourseError


def test_it_says_all_three_in_one_line() -> None:
    error = CourseError("a text file", "a folder", "Name a file in it.")
    assert str(error) == "Expected a text file; saw a folder. Name a file in it."


def test_a_notebook_shows_the_sentence_and_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    from IPython.core.interactiveshell import InteractiveShell

    monkeypatch.delenv("VIRTUAL_ENV", raising=False)  # IPython warns where it is another's
    shell = InteractiveShell()
    shown: list[str] = []
    shell._showtraceback = lambda kind, value, lines: shown.extend(lines)  # type: ignore[method-assign]
    shell.run_cell("from lessons.tasks import task\ntask('9.z')")
    assert len(shown) == 1
    assert shown[0].startswith("Expected the id of a task")
