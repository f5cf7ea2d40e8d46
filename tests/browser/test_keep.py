"""An answer is kept in its cell, from a click to the saved file, and found again."""

from __future__ import annotations

from typing import Any

import pytest
from lab_exercise import KEPT, START


def predict(task: Any, split: str = "21", nltk: str = "27") -> None:
    task.box.get_by_label("Pieces from text.split()").fill(split)
    task.box.get_by_label("Tokens from word_tokenize(text)").fill(nltk)


def test_numbers_by_mouse_and_a_comment_survives(notebook: Any) -> None:
    page = notebook(START, '# mine\nexercise("1.a")  # hard').run_all()
    task = page.exercise("Exercise 1.a")
    predict(task)
    assert task.feedback.inner_text().strip() == ""  # nothing is revealed before it is kept
    task.keep.click()
    task.has_said(KEPT)
    kept = "# mine\nexercise(\"1.a\", answer={'split': 21, 'nltk': 27})  # hard"
    assert page.sources()[1] == page.saved()[1] == kept
    task.feedback.get_by_text("counted").wait_for()


def test_numbers_by_keyboard_alone(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.a")').run_all()
    task = page.exercise("Exercise 1.a")
    task.box.get_by_label("Pieces from text.split()").focus()
    keys = page.page.keyboard
    for key in ("2", "6", "Tab", "2", "9", "Tab", "Enter"):
        keys.press(key)
    task.has_said(KEPT)
    assert page.saved()[1] == "exercise(\"1.a\", answer={'split': 26, 'nltk': 29})"


def test_choices_by_mouse(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.c")').run_all()
    task = page.exercise("Exercise 1.c")
    for name in "ABC":
        task.box.get_by_label(f"{name} was made by").select_option("str.split")
    task.keep.click()
    task.has_said(KEPT)
    answer = {"A": "str.split", "B": "str.split", "C": "str.split"}
    assert page.saved()[1] == f'exercise("1.c", answer={answer!r})'
    task.feedback.get_by_text("right is said at grading").wait_for()


def test_choices_by_keyboard_alone(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.b")').run_all()
    task = page.exercise("Exercise 0.b")
    task.box.get_by_label("Right after the restart").focus()
    for key in ("s", "Tab", "a", "Tab", "Space"):  # a letter picks an option, as in any list
        page.page.keyboard.press(key)
    task.has_said(KEPT)
    assert "'page': 'still there', 'kernel': 'a NameError'" in page.saved()[1]


def test_a_line_of_text_by_keyboard_alone(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.a practice")').run_all()
    task = page.exercise("Exercise 0.a practice")
    task.box.get_by_label("Your sentence").focus()
    sentence = """The “🙂” isn't "bad" news"""
    page.page.keyboard.type(sentence)
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("Enter")
    task.has_said(KEPT)
    assert page.saved()[1] == f'exercise("0.a practice", answer={sentence!r})'


def test_a_hint_is_on_record_with_the_next_answer_and_is_shown_again(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.b")').run_all()
    task = page.exercise("Exercise 1.b")
    hint = task.box.get_by_role("button", name="Hint")
    hint.click()
    task.has_said("Hint 1 of 3 stands below. It costs nothing.")
    hint.click()
    task.box.get_by_text("Hint 2 of 3.").wait_for()
    assert page.sources()[1] == 'exercise("1.b")'
    task.keep.click()
    task.has_said(KEPT)
    assert page.saved()[1].endswith(", hints=2)")
    page.restart()
    page.run_all()
    task.box.get_by_text("Hint 2 of 3.").wait_for()
    assert task.box.get_by_text("Hint 3 of 3.").count() == 0


def test_an_answer_outlives_the_kernel_the_page_the_name_the_place_and_the_outputs(
    notebook: Any,
) -> None:
    page = notebook(START, 'exercise("1.a")', "1 + 1", own_tab=True).run_all()
    predict(page.exercise("Exercise 1.a"))
    page.exercise("Exercise 1.a").keep.click()
    page.exercise("Exercise 1.a").has_said(KEPT)

    page.restart()
    page.run_all()
    task = page.exercise("Exercise 1.a")
    task.has_said("Kept in this cell.")
    task.feedback.get_by_text("counted").wait_for()

    page.rename("renamed " + page.name)
    page.select(1)
    page.command("notebook:move-cell-down")
    predict(task, split="22")
    task.keep.click()
    task.has_said(KEPT)
    assert page.saved()[2] == "exercise(\"1.a\", answer={'split': 22, 'nltk': 27})"

    page.reload()  # a saved file holds a line in place of the widget, which lives in its kernel
    page.page.get_by_text("run this cell in JupyterLab to answer").wait_for()
    page.run_again(0)
    page.run_again(2)
    assert page.exercise("Exercise 1.a").box.get_by_label("Tokens from").input_value() == "27"

    page.command("notebook:clear-all-cell-outputs")
    page.command("docmanager:save")
    page.wait_until_saved()
    assert "widget-view" not in page.file.read_text()
    page.open_anew()
    page.run_all()
    assert page.exercise("Exercise 1.a").box.get_by_label("Pieces from").input_value() == "22"


def test_a_copied_cell_is_refused_and_the_line_to_paste_is_shown(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.a")').run_all()
    page.select(1)
    page.command("notebook:duplicate-below")
    before = page.sources()
    assert len(before) == 3
    task = page.exercise("Exercise 1.a").first()
    predict(task)
    task.keep.click()
    task.has_said("Two cells show this exercise")
    assert task.paste.inner_text() == "exercise(\"1.a\", answer={'split': 21, 'nltk': 27})"
    assert task.feedback.inner_text().strip() == ""
    assert page.sources() == before


def test_a_cell_that_changed_since_it_ran_is_left_alone(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.a")').run_all()
    page.write(1, 'exercise("1.a")  # just now')
    task = page.exercise("Exercise 1.a")
    predict(task)
    task.keep.click()
    task.has_said("This cell is not as it was when it ran")
    assert page.sources()[1] == 'exercise("1.a")  # just now'


def test_a_second_tab_with_an_older_page_is_refused(notebook: Any, new_page: Any) -> None:
    first = notebook(START, 'exercise("1.a")').run_all()
    first.command("docmanager:save")
    first.wait_until_saved()
    mine = first.exercise("Exercise 1.a")
    predict(mine)
    second = type(first)(first.lab, new_page(), first.name).open().run_all()
    theirs = second.exercise("Exercise 1.a")
    theirs.keep.wait_for()
    mine.keep.click()
    mine.has_said("has run again since, perhaps in another tab")
    assert first.sources()[1] == 'exercise("1.a")'

    first.run_again(1)
    predict(mine)
    mine.keep.click()
    mine.has_said(KEPT)
    kept = first.saved()[1]
    assert second.sources()[1] == 'exercise("1.a")'  # only the page that was clicked acts

    predict(theirs, split="30")
    theirs.keep.click()
    theirs.has_said("has run again since, perhaps in another tab")
    assert second.sources()[1] == 'exercise("1.a")'
    assert first.saved()[1] == kept


def test_undo_brings_the_old_source_back_and_keeping_works_again(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.a")').run_all()
    task = page.exercise("Exercise 1.a")
    predict(task)
    task.keep.click()
    task.has_said(KEPT)
    page.page.locator(".jp-Cell .cm-content").nth(1).click()
    page.page.keyboard.press("Control+z")
    page.wait_for_source(1, 'exercise("1.a")')
    predict(task, split="25")
    task.keep.click()
    page.wait_for_source(1, "exercise(\"1.a\", answer={'split': 25, 'nltk': 27})")


def test_reset_takes_the_answer_out_of_the_cell(notebook: Any) -> None:
    page = notebook(START, "exercise(\"0.a\", answer='bad news')  # mine").run_all()
    task = page.exercise("Exercise 0.a")
    task.has_said("Kept in this cell.")
    task.reset.click()
    task.has_said("Taken out of this cell, and saved.")
    assert page.saved()[1] == 'exercise("0.a")  # mine'
    assert task.feedback.inner_text().strip() == ""


def test_an_unfinished_answer_is_not_kept(notebook: Any) -> None:
    page = notebook(START, 'exercise("1.a")').run_all()
    task = page.exercise("Exercise 1.a")
    task.keep.click()
    task.has_said("Not kept yet. “Pieces from text.split()” has no answer yet.")
    predict(task, split="many")
    task.keep.click()
    task.has_said("takes a whole number from 1 to 99; saw 'many'.")
    assert page.sources()[1] == 'exercise("1.a")'


def test_a_second_run_costs_no_answer_that_was_not_kept(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.b")').run_all()
    task = page.exercise("Exercise 0.b")
    task.box.get_by_label("Right after").select_option("gone")
    task.has_said("Not kept yet.")
    page.run_again(1)
    task.has_said("Not kept yet.")
    assert task.box.get_by_label("Right after").locator("option:checked").inner_text() == "gone"


def test_a_save_that_fails_is_said(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.a")', own_tab=True).run_all()
    page.page.route("**/api/contents/**", lambda route: route.abort())
    task = page.exercise("Exercise 0.a")
    task.box.get_by_label("The article is").select_option("bad news")
    task.keep.click()
    task.has_said("The answer is in the cell, but the notebook could not be saved.")
    assert page.sources()[1] == "exercise(\"0.a\", answer='bad news')"


def save_slowly(page: Any, ms: int) -> None:
    page.page.evaluate(
        """(ms) => {
          const { context } = window.jupyterapp.shell.currentWidget;
          const save = context.save.bind(context);
          window.saves = [];
          context.save = async () => {
            window.saves.push("begins");
            await save();
            await new Promise((done) => setTimeout(done, ms)); // a slow network
            window.saves.push("ends");
          };
        }""",
        ms,
    )


def test_ctrl_s_during_a_slow_save_is_served_after_it(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.a")', own_tab=True).run_all()
    save_slowly(page, 700)
    task = page.exercise("Exercise 0.a")
    task.box.get_by_label("The article is").select_option("bad news")
    task.keep.click()
    page.page.wait_for_function("() => window.saves.length === 1")
    page.select(0)
    page.page.keyboard.press("Control+s")
    page.page.keyboard.press("Escape")
    page.page.wait_for_function("() => window.saves.length === 4")
    assert page.page.evaluate("() => window.saves") == ["begins", "ends"] * 2
    assert page.page.locator(".jp-Dialog").count() == 0
    task.has_said(KEPT)


@pytest.mark.parametrize("pressed_in", ["a cell", "no cell"])
def test_ctrl_s_in_another_notebook_during_a_slow_save_saves_that_one(
    notebook: Any, pressed_in: str
) -> None:
    page = notebook(START, 'exercise("0.a")', own_tab=True).run_all()
    save_slowly(page, 4000)
    (page.lab.folder / "other.ipynb").write_bytes(page.file.read_bytes())
    other = type(page)(page.lab, page.page, "other.ipynb").open()
    page.open()
    task = page.exercise("Exercise 0.a")
    task.box.get_by_label("The article is").select_option("bad news")
    task.keep.click()
    page.page.wait_for_function("() => window.saves.length === 1")
    other.open()
    other.write(1, "mine = 1")
    if pressed_in == "a cell":
        other.cell(1).locator(".cm-content").click()
    else:
        other.page.evaluate("() => document.activeElement.blur()")
    other.page.keyboard.press("Control+s")
    other.wait_until_saved(3000)
    assert other.saved()[1] == "mine = 1"
    assert page.page.evaluate("() => window.saves") == ["begins"]
    page.page.wait_for_function("() => window.saves.length > 1")
    other.settle()
    assert page.page.evaluate("() => window.saves") == ["begins", "ends"]
    other.close()
    page.open()
    task.has_said(KEPT)


def test_where_the_page_cannot_write_it_shows_the_line(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.a")').run_all()
    page.page.evaluate(  # as in another front end: a manager that knows no notebook
        """async () => {
          const panel = window.jupyterapp.shell.currentWidget;
          Object.defineProperty(panel.context, "save", { value: undefined });
        }"""
    )
    task = page.exercise("Exercise 0.a")
    task.box.get_by_label("The article is").select_option("bad news")
    task.keep.click()
    task.has_said("This page cannot write into the cell for you.")
    assert task.paste.inner_text() == "exercise(\"0.a\", answer='bad news')"
    assert page.sources()[1] == 'exercise("0.a")'


def test_a_kernel_that_was_restarted_is_said(notebook: Any) -> None:
    page = notebook(START, 'exercise("0.a")').run_all()
    task = page.exercise("Exercise 0.a")
    page.restart()
    task.keep.click()
    task.has_said("The kernel was restarted since this cell ran.")
