"""Exercises in the middle of being answered: barriers in light and dark, pictures, sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ARTEFACTS = Path(__file__).parents[2] / "artefacts" / "browser"
CELLS = (
    "from lessons import check, exercise, progress",
    "exercise(\"1.a\", answer={'split': 21, 'nltk': 27})",
    'exercise("1.b", hints=2)',
    'exercise("1.c", answer={"A": "split"})',
    'exercise("2.a")',
    'exercise("4.a")',
    "# task 0.c\ndef count_long(words, limit):\n    return len(words)",
    'check("0.c")',
    'check("1.e")',
    "progress()",
)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_no_barrier_half_way(notebook: Any, theme: str) -> None:
    page = notebook(*CELLS, own_tab=True)
    page.size(1100, 4000)
    page.theme(theme)
    page.run_all()
    cut = page.exercise("Exercise 1.b")
    cut.box.locator(".lessons-gap").nth(3).click()
    tag = page.exercise("Exercise 2.a")
    tag.box.locator(".lessons-token").nth(7).click()
    tag.box.locator(".lessons-token").nth(8).click(modifiers=["Shift"])
    tag.box.locator(".lessons-label").nth(1).click()
    tag.box.locator(".lessons-token").nth(12).click()
    page.exercise("Exercise 4.a").box.locator(".lessons-break-toggle").nth(1).click()
    page.exercise("Exercise 1.c").keep.click()
    page.exercise("Exercise 1.c").has_said("Not kept yet")
    page.page.locator(".lessons-progress").wait_for()
    page.write(1, "# new\n" + CELLS[1])
    page.exercise("Exercise 1.a").keep.click()
    page.exercise("Exercise 1.a").paste.wait_for()  # refused: the line to paste is looked at, too
    cut.keep.click()
    cut.has_said("saved")
    page.settle()
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.page.screenshot(path=ARTEFACTS / f"exercises-{theme.lower()}.png")
    assert page.barriers() == []


def test_axe_would_find_a_barrier(notebook: Any) -> None:
    faint = "HTML('<p style=\"color: #ccc; background: #ddd\">faint</p><button></button>')"
    page = notebook("from IPython.display import HTML", faint).run_all()
    page.page.locator(".jp-RenderedHTML p").wait_for()
    page.settle()
    found = {each.partition(":")[0] for each in page.barriers()}
    assert found == {"color-contrast", "button-name"}


def test_what_is_too_wide_would_be_found(notebook: Any) -> None:
    wide = "HTML('<p style=\"width: 3000px\">x</p>')"
    page = notebook("from IPython.display import HTML", wide).run_all()
    page.page.locator(".jp-RenderedHTML p").wait_for()
    assert [each.partition(":")[0] for each in page.cut_off()] == ["scrolls sideways", "sticks out"]


@pytest.mark.parametrize("id", ["1.a", "1.b", "1.c", "2.a", "4.a"])
def test_all_that_can_be_clicked_can_be_hit(notebook: Any, id: str) -> None:
    page = notebook(CELLS[0], f'exercise("{id}")').run_all()
    task = page.exercise(f"Exercise {id}")
    task.keep.wait_for()
    if id == "4.a":
        task.box.locator(".lessons-break-toggle").first.click()
    sizes = task.box.evaluate(
        """box => [...box.querySelectorAll("button, select, input, [tabindex]")]
            .filter((el) => el.checkVisibility())
            .map((el) => [el.className, el.offsetWidth, el.offsetHeight])"""
    )
    assert len(sizes) > 3
    assert [size for size in sizes if min(size[1:]) < 24] == []


def test_marking_never_moves_the_text_unless_two_labels_would_meet(notebook: Any) -> None:
    page = notebook(CELLS[0], 'exercise("2.a practice")').run_all()
    box = page.exercise("Exercise 2.a practice").box
    token, label = box.locator(".lessons-token"), box.locator(".lessons-label")
    before = [each.bounding_box()["y"] for each in token.all()]
    token.nth(9).click()
    label.nth(1).click()  # ORGANIZATION, longer than its one token
    assert [each.bounding_box()["y"] for each in token.all()] == before
    token.nth(10).click()
    label.nth(1).click()
    first, second = (token.nth(at).locator(".lessons-token-label").bounding_box() for at in (9, 10))
    assert first["x"] + first["width"] < second["x"] or first["y"] < second["y"]
