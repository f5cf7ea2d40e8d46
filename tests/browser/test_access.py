"""What a screen reader is told of each kind of exercise, in Chromium's accessibility tree."""

from __future__ import annotations

from typing import Any

import pytest

START = "from lessons import exercise, progress"
CHOOSE = {"button", "combobox", "textbox", "option"}


def one(spoken: list[Any], role: str, name: str) -> Any:
    """The part of that role whose name begins so; there is one."""
    found = [part for part in spoken if part.role == role and part.name.startswith(name)]
    assert len(found) == 1, (role, name, found)
    return found[0]


@pytest.mark.parametrize("id", ["0.a", "1.a", "0.a practice", "1.b", "2.a", "4.a"])
def test_the_exercise_is_a_group_and_all_that_can_be_operated_has_a_name(
    notebook: Any, id: str
) -> None:
    page = notebook(START, f'exercise("{id}")').run_all()
    page.exercise(f"Exercise {id}").keep.wait_for()
    spoken = page.spoken(f"Exercise {id}: ")
    focusable = [part for part in spoken if part.states.get("focusable")]
    assert {part.role for part in focusable} <= CHOOSE
    assert [part for part in focusable if not part.name.strip()] == []
    assert one(spoken, "button", "Keep my answer").states["focusable"]
    assert one(spoken, "button", "Reset").states["focusable"]
    assert {p.states["live"] for p in spoken if p.role == "status"} == {"polite"}


def test_a_picker_a_number_box_and_a_line_are_tied_to_their_labels(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.a")', 'exercise("1.a")', 'exercise("0.a practice")')
    page.run_all().exercise("Exercise 0.a practice").keep.wait_for()
    picker = one(page.spoken("Exercise 0.a: "), "combobox", "The article is")
    assert picker.states["hasPopup"] == "menu"
    numbers = page.spoken("Exercise 1.a: ")
    assert one(numbers, "textbox", "Pieces from text.split()").states["editable"] == "plaintext"
    assert one(numbers, "textbox", "Tokens from word_tokenize(text)")
    assert one(page.spoken("Exercise 0.a practice: "), "textbox", "Your sentence")


def test_a_cut_is_a_pressed_button_and_is_announced(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.b")').run_all()
    page.exercise("Exercise 1.b").box.locator(".lessons-gap").first.click()
    spoken = page.spoken("Exercise 1.b: ")
    assert one(spoken, "group", "Cuts in the text. Arrow keys move, Space cuts or joins.")
    assert one(spoken, "button", "Cut between P and r").states["pressed"] == "true"
    assert one(spoken, "button", "Cut between i and c").states["pressed"] == "false"
    assert one(spoken, "StaticText", "Cut between P and r: P | rices (13 tokens in all)")


def test_a_mark_is_told_with_its_tokens_and_a_label_with_its_key(notebook: Any) -> None:
    page = notebook(START, 'exercise("2.a")').run_all()
    token = page.exercise("Exercise 2.a").box.locator(".lessons-token")
    token.nth(6).click()
    token.nth(8).click(modifiers=["Shift"])
    assert one(page.spoken("Exercise 2.a: "), "button", "Primary").states["pressed"] == "true"
    page.page.keyboard.press("o")
    spoken = page.spoken("Exercise 2.a: ")
    assert one(spoken, "group", "Tokens. Arrow keys move")
    assert one(spoken, "button", "Primary").name == (
        "Primary, in Okuse Primary School, ORGANIZATION"
    )
    assert one(spoken, "group", "Labels for the chosen tokens")
    assert one(spoken, "button", "GPE").name == "GPE"
    assert one(spoken, "button", "GPE").states["keyshortcuts"] == "g"
    assert one(spoken, "StaticText", "Okuse Primary School: ORGANIZATION. 1 name marked.")


def test_a_break_is_a_pressed_button_with_a_picker_for_its_reason(notebook: Any) -> None:
    page = notebook(START, 'exercise("4.a")').run_all()
    page.exercise("Exercise 4.a").box.locator(".lessons-break-toggle").nth(2).click()
    spoken = page.spoken("Exercise 4.a: ")
    assert one(spoken, "group", "Topic breaks. Arrow keys move, Space sets a break")
    assert one(spoken, "button", "Break after sentence 3").states["pressed"] == "true"
    assert one(spoken, "button", "Break after sentence 4").states["pressed"] == "false"
    assert one(spoken, "combobox", "Reason for the break after sentence 3")
    assert one(spoken, "StaticText", "Break after sentence 3. 1 break, 2 segments.")


def test_progress_is_a_table_with_headers(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.a")', "progress()").run_all()
    page.page.locator(".lessons-progress").wait_for()
    spoken = page.spoken("Progress")
    assert one(spoken, "table", "Kept: work worth 0 of 4 points.")
    assert [p.name for p in spoken if p.role == "columnheader"] == [
        "Task",
        "State",
        "Points",
        "Note",
    ]
    assert one(spoken, "rowheader", "0.b")


def test_a_mistake_is_announced(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.a")').run_all()
    task = page.exercise("Exercise 0.a")
    task.keep.click()
    task.has_said("Not kept yet.")
    spoken = page.spoken("Exercise 0.a: ")
    at = next(place for place, part in enumerate(spoken) if part.role == "status")
    assert any("“The article is” takes one of" in part.name for part in spoken[at:])
