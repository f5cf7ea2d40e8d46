"""Cuts, marks and breaks are made by mouse and by keyboard, undone, and found again."""

from __future__ import annotations

from typing import Any

import pytest
from lab_exercise import KEPT, START, kept_in

from lessons.tasks import task as task_of


def test_cuts_by_mouse(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.b")').run_all()
    task = page.exercise("Exercise 1.b")
    task.box.get_by_role("button", name="Cut between d and n").first.click()
    task.box.get_by_text("Cut between d and n: did | n't (13 tokens in all)").wait_for()
    task.keep.click()
    task.has_said(KEPT)
    assert "['Prices', 'did', \"n't\", 'rise'" in page.saved()[1]


def test_cuts_by_keyboard_alone(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.b")').run_all()
    task = page.exercise("Exercise 1.b")
    task.box.locator(".lessons-gap[tabindex='0']").focus()
    pressed = task.box.locator(".lessons-gap[aria-pressed='true']")
    keys = page.page.keyboard
    keys.press("End")
    keys.press("Space")
    assert pressed.get_attribute("aria-label") == "Cut between n and ."
    for key in ("Home", "ArrowRight", "Space", "Space", "ArrowLeft", "Space"):
        keys.press(key)
    assert pressed.count() == 2
    keys.press("Tab")  # one stop for the whole text
    keys.press("Enter")
    task.has_said(KEPT)
    assert "answer=['P', 'rices'," in page.saved()[1]
    assert page.saved()[1].endswith("'fallen', '.'])")


def test_marks_by_mouse(notebook: Any) -> None:
    page = notebook(START, 'exercise("2.a")').run_all()
    task = page.exercise("Exercise 2.a")
    token = task.box.locator(".lessons-token")
    token.nth(6).click()
    token.nth(8).click(modifiers=["Shift"])
    task.box.get_by_text("Chosen: Okuse Primary School").wait_for()
    task.box.locator(".lessons-label", has_text="ORGANIZATION").click()
    task.box.get_by_text("Okuse Primary School: ORGANIZATION. 1 name marked.").wait_for()
    token.nth(34).click()
    task.box.locator(".lessons-label", has_text="GPE").click()
    token.nth(34).click()
    task.box.locator(".lessons-label", has_text="no name").click()
    task.box.get_by_text("Unmarked. 1 name marked.").wait_for()
    task.keep.click()
    task.has_said(KEPT)
    assert page.saved()[1] == "exercise(\"2.a\", answer=[(6, 9, 'ORGANIZATION')])"


def test_a_drag_chooses_the_tokens_it_passes(notebook: Any) -> None:
    page = notebook(START, 'exercise("2.a")').run_all()
    task = page.exercise("Exercise 2.a")
    token, mouse = task.box.locator(".lessons-token"), page.page.mouse
    places = [token.nth(at).bounding_box() for at in (8, 7, 6)]
    token.nth(8).hover()
    mouse.down()
    for place in places[1:]:
        mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    mouse.up()
    task.box.get_by_text("Chosen: Okuse Primary School").wait_for()
    token.nth(12).hover()  # the button is up: nothing more is chosen
    task.box.locator(".lessons-label", has_text="ORGANIZATION").click()
    task.box.get_by_text("Okuse Primary School: ORGANIZATION. 1 name marked.").wait_for()


def test_marks_by_keyboard_alone(notebook: Any) -> None:
    page = notebook(START, 'exercise("2.a")').run_all()
    task = page.exercise("Exercise 2.a")
    task.box.locator(".lessons-token[tabindex='0']").focus()
    keys = page.page.keyboard
    for key in ("ArrowRight",) * 6 + ("Shift+ArrowRight",) * 2 + ("o",):
        keys.press(key)
    for key in ("ArrowRight", "p", "Delete", "End", "ArrowLeft", "ArrowUp", "Home", "n"):
        keys.press(key)
    task.box.get_by_text("She: NORP. 2 names marked.").wait_for()
    keys.press("Tab")  # one stop for the text, one for each label
    assert page.page.evaluate("() => document.activeElement.dataset.label") == "PERSON"
    for _ in range(6):
        keys.press("Tab")
    keys.press("Enter")
    task.has_said(KEPT)
    assert kept_in(page.saved()[1]) == [(0, 1, "NORP"), (6, 9, "ORGANIZATION")]


def test_a_mark_takes_the_place_of_those_it_overlaps(notebook: Any) -> None:
    answer = [(0, 2, "NORP"), (3, 4, "GPE")]
    page = notebook(START, f'exercise("2.a", answer={answer})').run_all()
    task = page.exercise("Exercise 2.a")
    task.answer(task_of("2.a").form, [(1, 3, "PERSON")])
    task.keep.click()
    task.has_said(KEPT)
    assert kept_in(page.saved()[1]) == [(1, 3, "PERSON"), (3, 4, "GPE")]


def test_breaks_by_mouse(notebook: Any) -> None:
    page = notebook(START, 'exercise("4.a")').run_all()
    task = page.exercise("Exercise 4.a")
    task.box.get_by_role("button", name="Break after sentence 4").click()
    task.box.get_by_role("button", name="Break after sentence 7").click()
    task.box.get_by_text("Break after sentence 7. 2 breaks, 3 segments.").wait_for()
    task.keep.click()
    task.has_said("The break after sentence 4 has no reason yet.")
    task.box.get_by_label("Reason for the break after sentence 4").select_option(index=2)
    task.box.get_by_role("button", name="Break after sentence 7").click()
    task.box.get_by_text("No break after sentence 7. 1 break, 2 segments.").wait_for()
    task.keep.click()
    task.has_said(KEPT)
    assert kept_in(page.saved()[1]) == {4: "an earlier matter returns"}


def test_breaks_by_keyboard_alone(notebook: Any) -> None:
    page = notebook(START, 'exercise("4.a")').run_all()
    task = page.exercise("Exercise 4.a")
    task.box.locator(".lessons-break-toggle[tabindex='0']").focus()
    for key in ("ArrowDown", "ArrowDown", "Space", "Tab", "a", "End", "Tab"):
        page.page.keyboard.press(key)  # letters and End choose the reason
    assert page.page.evaluate("() => document.activeElement.textContent") == "Keep my answer"
    page.page.keyboard.press("Enter")
    task.has_said(KEPT)
    assert kept_in(page.saved()[1]) == {3: task_of("4.a").form.reasons[-1]}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("id", "answer", "seen"),
    [
        ("2.a practice", [(0, 2, "NORP"), (9, 10, "GPE")], ".lessons-token:not([data-label=''])"),
        ("4.a practice", {2: "a new matter begins"}, ".lessons-break-toggle[aria-pressed='true']"),
    ],
)
def test_marks_and_breaks_can_be_undone_and_are_found_again(
    notebook: Any, id: str, answer: Any, seen: str
) -> None:
    call = f'exercise("{id}")'
    page = notebook(START, call, own_tab=True).run_all()
    task = page.exercise(f"Exercise {id}")

    def keep() -> None:
        task.answer(task_of(id).form, answer)
        shown = task.box.locator(seen).count()
        task.keep.click()
        task.has_said(KEPT)
        assert kept_in(page.saved()[1]) == answer
        assert shown == task.box.locator(seen).count() > 0

    keep()
    shown = task.box.locator(seen).count()
    page.page.locator(".jp-Cell .cm-content").nth(1).click()
    page.page.keyboard.press("Control+z")
    page.wait_for_source(1, call)
    page.page.keyboard.press("Control+Shift+z")
    page.wait_for_source(1, page.saved()[1])

    page.restart()
    page.run_all()
    task.has_said("Kept in this cell.")
    assert task.box.locator(seen).count() == shown
    assert task.feedback.inner_text().strip()

    page.reload()
    page.page.get_by_text("run this cell in JupyterLab to answer").wait_for()
    page.run_again(1)
    page.run_again(0)
    task.has_said("Kept in this cell.")
    assert task.box.locator(seen).count() == shown
    task.reset.click()
    task.has_said("Taken out of this cell, and saved.")
    assert task.box.locator(seen).count() == 0
    assert page.saved()[1] == call
