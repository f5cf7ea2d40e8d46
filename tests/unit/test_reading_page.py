"""A notebook that ran becomes one page: in order, with no widget, no script and no address."""

from __future__ import annotations

import re

import nbformat
import pytest

from lessons.errors import CourseError
from lessons.reading.page import VIEW, reading_page
from lessons.reading.run import LIBRARIES, Ran, day, run, versions


def notebook(*cells: str) -> nbformat.NotebookNode:
    """A notebook whose Markdown cells begin with # or <!--."""
    new = nbformat.v4
    return new.new_notebook(
        cells=[
            new.new_markdown_cell(each) if each.startswith(("# ", "##", "<!--"))
            else new.new_code_cell(each)
            for each in cells
        ]
    )  # fmt: skip


def shown(*cells: str, solved: bool = False, links: tuple[tuple[str, str], ...] = ()) -> str:
    """The page of a notebook whose exercises and progress were shown as widgets."""
    made = notebook(*cells)
    for cell in made.cells:
        if cell.cell_type == "code" and cell.source.startswith(("exercise", "progress")):
            data = {VIEW: {"model_id": "x"}, "text/plain": "run this cell"}
            cell.outputs = [nbformat.v4.new_output("display_data", data)]
    return reading_page(Ran(made, "1 May 2027", ("lessons 1", "Python 3")), links, "b.html", solved)


def test_it_has_a_title_a_language_a_skip_link_and_one_heading() -> None:
    html = shown("# Tokens: from <a> page\n\nText.", "## More", "x = 1")
    assert html.startswith("<!DOCTYPE html>")
    assert '<html lang="en">' in html
    assert "<title>Tokens: from &lt;a&gt; page</title>" in html
    assert '<a class="skip" href="#text">' in html
    assert '<main id="text"' in html
    assert re.findall("<h([1-6])", html) == ["1", "2"]


def test_an_exercise_is_words_and_its_call_is_left_out() -> None:
    html = shown("# T", 'exercise("1.b")')
    assert 'aria-label="Exercise 1.b: ' in html
    assert "run this cell" not in html
    assert "exercise(" not in html


def test_code_beside_an_exercise_stays() -> None:
    html = shown("# T", 'exercise("1.b")\nx = 1')
    assert '<span class="n">exercise</span>' in html


def test_a_kept_answer_shows_what_came_of_it() -> None:
    html = shown("# T", "exercise(\"1.a\", answer={'split': 26, 'nltk': 29})", solved=True)
    assert '<strong class="answer">26</strong>' in html
    assert '<div class="after">' in html
    assert "Solved: for those who teach" in html


def test_progress_is_a_table_of_this_copy() -> None:
    html = shown("# T", 'exercise("0.a", answer="good news")', "progress()")
    assert "Kept: work worth 1 of 4 points." in html
    assert 'role="group" aria-label="Kept: work worth 1 of 4 points.' in html


def test_it_fetches_and_runs_nothing() -> None:
    html = shown("# T", 'exercise("1.b")', "print(1)", "progress()")
    assert not re.search(r"<script|<link|<iframe|\bsrc=\"http|@import|url\(", html)
    assert "default-src 'none'" in html


def test_it_says_when_and_with_what_it_ran() -> None:
    assert "Outputs are of a run on 1 May 2027 with lessons 1, Python 3." in shown("# T")


def test_it_links_to_the_others_and_not_to_itself() -> None:
    html = shown("# T", links=(("a.html", "A & B"), ("b.html", "T")))
    assert '<li><a href="a.html">A &amp; B</a></li><li>T</li>' in html


def test_styles_in_outputs_are_taken_out_and_output_is_escaped() -> None:
    made = notebook("# T", "1", "2")
    made.cells[1].outputs = [
        nbformat.v4.new_output("display_data", {"text/html": "<style>p {}</style><p>seen</p>"})
    ]
    made.cells[2].outputs = [
        nbformat.v4.new_output("execute_result", {"text/plain": "<b>"}, execution_count=1),
        nbformat.v4.new_output("stream", text="a < b"),
    ]
    html = reading_page(Ran(made, "", ()))
    assert html.count("<style>") == 1
    assert "<p>seen</p>" in html
    assert "<pre>&lt;b&gt;</pre>" in html
    assert "<pre>a &lt; b</pre>" in html


def test_a_run_has_outputs_its_day_and_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793404800")
    ran = run(notebook("# T", "import os\nprint(sorted(os.listdir()) == [], 6 * 7)"), "t.ipynb")
    assert ran.notebook.cells[1].outputs[0].text.endswith("42\n")
    assert ran.day == day() == "31 October 2026"
    assert ran.versions == versions()
    assert len(ran.versions) == len(LIBRARIES) + 2


def test_what_a_cell_prints_in_parts_is_one_output() -> None:
    parts = "import sys, time\nfor n in range(3):\n    print(n, flush=True)\n    time.sleep(0.2)"
    (output,) = run(notebook("# T", parts), "t.ipynb").notebook.cells[1].outputs
    assert output.text == "0\n1\n2\n"


def test_a_cell_that_fails_is_told_in_one_line() -> None:
    with pytest.raises(CourseError, match=r"t\.ipynb to run to its end; saw ValueError: no\."):
        run(notebook("# T", "raise ValueError('no')"), "t.ipynb")
