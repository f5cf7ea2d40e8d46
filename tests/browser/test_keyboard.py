"""A whole notebook by keyboard alone: from the first Shift+Enter to a saved file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hands import Hands

from lessons.course import checkout
from lessons.grading.solved import solutions
from lessons.notebook import read_notebook

ROOT = checkout()
assert ROOT
NAME = "00_start_here.ipynb"
BANK = solutions(ROOT / "tests" / "graded" / "bank")


@pytest.fixture
def page(at_desk: Callable[..., Any]) -> Iterator[Any]:
    blank = json.loads((ROOT / "notebooks" / NAME).read_text(encoding="utf-8"))
    opened = at_desk(NAME, blank)
    yield opened
    opened.close()


def test_the_first_notebook_by_keyboard_alone(page: Any) -> None:
    hands = Hands(page)
    assert hands.at() == 0

    hands.run_up_to('exercise("0.a")')
    verdict = page.exercise("Exercise 0.a")
    verdict.keep.wait_for()
    hands.go_to('exercise("0.a")')
    hands.tab_to("select")
    hands.press("s")  # a letter picks an option: some of both
    hands.press("Tab")
    hands.press("Enter")
    verdict.has_said("Kept in this cell, and saved.")
    verdict.feedback.get_by_text("+0.98").wait_for()
    hands.press("Escape")

    hands.run_up_to('exercise("0.a practice")')
    sentence = page.exercise("Exercise 0.a practice")
    sentence.keep.wait_for()
    hands.go_to('exercise("0.a practice")')
    hands.tab_to("input")
    page.page.keyboard.type("A friendly bank won.")
    hands.press("Tab")
    hands.press("Enter")
    sentence.has_said("Kept in this cell, and saved.")
    hands.press("Escape")

    hands.run_up_to("reporter")
    page.page.get_by_text("'Kim Min-ji'").first.wait_for()
    hands.press("0")
    hands.press("0")
    page.page.locator(".jp-Dialog").wait_for()
    hands.press("Enter")
    page.page.locator(".jp-Dialog").wait_for(state="detached")
    page.wait_for_kernel()
    hands.go_to("reporter")
    hands.run("reporter")
    page.page.get_by_text("NameError: name 'reporter' is not defined").wait_for()
    for source in (
        "from lessons import article, check, doctor, exercise, progress",
        'exercise("0.b")',
    ):
        hands.go_to(source)
        hands.run(source)
    remembered = page.exercise("Exercise 0.b")
    remembered.keep.wait_for()
    hands.go_to('exercise("0.b")')
    hands.tab_to("select")
    for key in ("s", "Tab", "a", "Tab", "Enter"):
        hands.press(key)
    remembered.has_said("Kept in this cell, and saved.")
    hands.press("Escape")

    hands.go_to("# task 0.c")
    hands.press("Enter")
    hands.press("Control+a")
    page.page.keyboard.insert_text(f"{BANK['0.c']}\n\ncheck('0.c')")
    hands.press("Shift+Enter")
    page.page.locator(".lessons-checked", has_text="Visible checks pass.").wait_for()

    hands.go_to("progress()")
    hands.run("progress()")
    page.page.locator(".lessons-progress", has_text="worth 4 of 4 points").wait_for()
    hands.press("Control+s")
    page.wait_until_saved()
    handed = read_notebook(page.file)
    assert handed.answers["0.a"].answer == "some of both"
    assert handed.answers["0.a practice"].answer == "A friendly bank won."
    assert handed.answers["0.b"].answer == BANK["0.b"]
    assert str(BANK["0.c"]).strip().splitlines()[-1] in handed.code["0.c"]
