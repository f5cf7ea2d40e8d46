"""The last cell says what the saved file holds."""

from __future__ import annotations

from typing import Any

from lessons.tasks import all_tasks

CELLS = (
    "from lessons import exercise, progress",
    'exercise("1.a")',
    'exercise("1.b")',
    "exercise(\"1.c\", answer={'A': 'str.split', 'B': 'str.split', 'C': 'str.split'})",
    "# task 1.e\ndef tokens_with_offsets(text, tokens):\n    return []",
    "<!-- task 1.f -->\nSay it.\n\n**My answer:**\n\n" + "word " * 12,
    "progress()",
)


def states(page: Any) -> dict[str, str]:
    rows = page.page.locator(".lessons-progress tbody tr").all()
    cells = [[cell.inner_text() for cell in row.locator("th, td").all()] for row in rows]
    return {name[:3]: state for name, state, points, _ in cells if points != "practice"}


def test_kept_changed_and_missing_are_told_apart(notebook: Any) -> None:
    page = notebook(*CELLS).run_all()
    said = page.page.locator(".lessons-says").last
    said.filter(has_text="read back at").wait_for()
    graded = [task for task in all_tasks("01") if task.points]
    kept = {"1.c": "✓ Kept", "1.e": "✓ Kept"}
    assert states(page) == {task.id: kept.get(task.id, "○ Missing") for task in graded}
    page.page.get_by_text("12 of 25 words").wait_for()
    worth = sum(task.points for task in graded)
    page.page.get_by_text(f"Kept: work worth 8 of {worth:g} points").wait_for()
    page.page.get_by_text("Course so far: kept work worth").wait_for()

    task = page.exercise("Exercise 1.c")
    task.box.get_by_label("A was made by").select_option("word_tokenize")
    page.exercise("Exercise 1.a").box.get_by_label("Tokens").fill("9")
    page.exercise("Exercise 1.a").box.get_by_label("Pieces").fill("9")
    page.exercise("Exercise 1.a").keep.click()
    page.exercise("Exercise 1.a").has_said("saved")
    page.page.get_by_role("button", name="Look again").click()
    page.page.get_by_role("row", name="1.a").get_by_text("✓ Kept").wait_for()
    page.page.get_by_role("row", name="1.c Which").get_by_text("! Changed, not kept").wait_for()


def test_it_finds_the_file_after_a_rename(notebook: Any) -> None:
    page = notebook(*CELLS).run_all()
    page.page.locator(".lessons-says").last.filter(has_text="read back at").wait_for()
    page.rename("mine (final).ipynb")
    page.page.get_by_role("button", name="Look again").click()
    page.page.locator(".lessons-says").last.filter(has_text="Saved as mine (final)").wait_for()
    assert states(page)["1.c"] == "✓ Kept"
