"""An answer is kept in its cell, from a click to the saved file."""

from __future__ import annotations

from typing import Any

START = "from lessons import exercise"


def test_predictions_are_kept_by_mouse(notebook: Any) -> None:
    page = notebook(START, '# mine\nexercise("1.a")  # hard').run_all()
    task = page.exercise("Exercise 1.a")
    task.box.get_by_label("Pieces from text.split()").fill("21")
    task.box.get_by_label("Tokens from word_tokenize(text)").fill("27")
    assert task.feedback.inner_text().strip() == ""
    task.keep.click()
    task.has_said("Kept in this cell, and saved.")
    kept = "# mine\nexercise(\"1.a\", answer={'split': 21, 'nltk': 27})  # hard"
    assert page.sources()[1] == page.saved()[1] == kept
    task.feedback.get_by_text("counted").wait_for()
