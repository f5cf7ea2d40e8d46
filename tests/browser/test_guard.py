"""A plain key in an exercise is the exercise's; it never edits the notebook around it."""

from __future__ import annotations

from typing import Any

import pytest

START = "from lessons import exercise, progress"
PLAIN = ("b", "x", "d", "d", "a", "m", "z", "ArrowDown", "Shift+Enter")


@pytest.mark.parametrize(
    ("task", "control"),
    [
        ("1.a", "input"),
        ("0.b", "select"),
        ("0.a practice", "input"),
        ("1.b", ".lessons-gap[tabindex='0']"),
        ("2.a", ".lessons-token[tabindex='0']"),
        ("2.a", ".lessons-label >> nth=0"),
        ("4.a", ".lessons-break-toggle[tabindex='0']"),
        ("4.a", ".lessons-break-reason:visible"),
        ("1.b", ".lessons-keep button >> nth=0"),
        ("1.b", ".lessons-keep button >> nth=1"),
    ],
)
def test_plain_keys_leave_the_notebook_alone(notebook: Any, task: str, control: str) -> None:
    page = notebook(START, f'exercise("{task}")', "1 + 1").run_all()
    box = page.exercise(f"Exercise {task}").box
    if task == "4.a":
        box.locator(".lessons-break-toggle").first.click()  # shows its reason
    before = page.sources()
    box.locator(control).first.focus()
    button = "button" in control or "label" in control  # there, Enter is a press
    for key in PLAIN[: -1 if button else None]:
        page.page.keyboard.press(key)
        page.settle()  # after each key: several in a row can undo each other
        assert page.sources() == before, key
    assert box.count() == 1


def test_outside_an_exercise_the_same_key_does_cut_the_cell(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.a")', "1 + 1").run_all()
    page.select(1)
    page.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell").nth(1).focus()
    page.page.keyboard.press("x")
    page.settle()
    assert page.sources() == [START, "1 + 1"]


@pytest.mark.parametrize("control", ["input", "button"])
def test_control_s_saves_at_once(notebook: Any, control: str) -> None:
    page = notebook(START, 'exercise("1.a")').run_all()
    page.command("docmanager:save")
    page.write(0, START + "  # new")
    page.exercise("Exercise 1.a").box.locator(control).first.focus()
    page.page.keyboard.press("Control+s")
    page.wait_until_saved(3000)  # ms; JupyterLab would save by itself after 15 s
    assert page.saved()[0] == START + "  # new"


def test_escape_leaves_for_the_cell_where_keys_are_commands_again(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.a")').run_all()
    page.select(1)
    page.exercise("Exercise 1.a").box.locator("input").first.focus()
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("b")
    page.settle()
    assert page.sources() == [START, 'exercise("1.a")', ""]


def test_tab_goes_through_an_exercise_and_out_again(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.b")').run_all()
    page.exercise("Exercise 1.b").box.locator(".lessons-gap[tabindex='0']").focus()
    seen = []
    for _ in range(4):
        page.page.keyboard.press("Tab")
        seen.append(page.page.evaluate("() => document.activeElement.textContent"))
    assert seen[:3] == ["Keep my answer", "Hint", "Reset"]
    assert not page.page.evaluate("() => !!document.activeElement.closest('.lessons-exercise')")
