"""Results in words: what passed, what did not yet, and what grading will look at."""

from __future__ import annotations

import re
from typing import Any

import pytest

from lessons.checks.feedback import Result
from lessons.exercises.feedback import after_keeping, results_as_html, show_results
from lessons.exercises.markdown import as_html
from lessons.tasks import task

PASSED = Result("1.e", "offsets_fit", 2, 2, "passed")
FAILED = Result("1.e", "no_<b>", 0, 2, "failed", "Saw `x<y`.", "Look at `y`.")


def test_all_passed_says_what_runs_later() -> None:
    html = results_as_html([PASSED, PASSED], ("clitics", "a word <twice>"))
    assert "Visible checks pass." in html
    assert "2 more run at grading, of these kinds: clitics; a word &lt;twice&gt;." in html
    assert "<li" not in html


def test_a_failure_says_what_was_seen_and_where_to_look() -> None:
    html = results_as_html([PASSED, FAILED])
    assert "1 of 2 visible checks pass." in html
    assert "<strong>Not yet</strong>: no &lt;b&gt;." in html
    assert "Saw <code>x&lt;y</code>." in html
    assert "Look at <code>y</code>." in html


def test_where_nothing_was_attempted_it_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    idle = [
        Result("1.e", name, 0, 1, "not_attempted", "As handed out.", "Run `it`.") for name in "ab"
    ]
    html = results_as_html(idle, ("clitics",))
    assert html.count("As handed out. Run <code>it</code>.") == html.count("Not attempted") == 1
    assert "One more runs at grading" in html
    shown: list[dict[str, str]] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    show_results(task("1.d"), idle)
    assert shown[0]["text/plain"] == "Not attempted. As handed out. Run `it`."


@pytest.mark.parametrize("status", ["failed", "cannot_check", "not_attempted"])
def test_every_verdict_has_a_word_beside_its_sign(status: Any) -> None:
    html = results_as_html([PASSED, Result("1.e", "x", 0, 1, status, "why")])
    words = {"failed": "Not yet", "cannot_check": "Cannot check", "not_attempted": "Not attempted"}
    assert f"<strong>{words[status]}" in html
    assert 'aria-hidden="true"' in html


def test_check_shows_html_and_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[dict[str, str]] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    show_results(task("1.e"), [PASSED, FAILED])
    assert "<style>" in shown[0]["text/html"]
    assert "Not yet: no <b>. Saw `x<y`." in shown[0]["text/plain"]


@pytest.mark.parametrize(
    ("result", "hints", "numbers", "offered"),
    [
        (FAILED, 0, [], "hints=1"),
        (FAILED, 2, ["1", "2"], "hints=3"),
        (FAILED, 9, ["1", "2", "3"], ""),
        (PASSED, -1, [], ""),
        (PASSED, 1, ["1"], ""),
    ],
)
def test_hints_on_a_code_task_come_as_many_as_its_check_asks_for(
    monkeypatch: pytest.MonkeyPatch, result: Result, hints: int, numbers: list[str], offered: str
) -> None:
    shown: list[dict[str, str]] = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    show_results(task("1.e"), [result], hints)
    for words in shown[0].values():
        assert re.findall(r"Hint (\d) of 3\.", words) == numbers
        assert ("Stuck?" in words) == (offered in words and bool(offered))
    assert f'`check("1.e", {offered})`' in shown[0]["text/plain"] or not offered


def test_a_practice_item_shows_its_reveal_and_a_graded_one_its_form_only() -> None:
    assert "you said" in after_keeping(
        task("1.c practice"), {"A": "str.split", "B": "str.split", "C": "str.split"}
    )
    html = after_keeping(task("1.c"), {"A": "str.split", "B": "str.split", "C": "str.split"})
    assert "Whether it is right is said at grading. It looks at: who made A" in html
    assert "word_tokenize" not in html


def test_markdown_is_shown_and_tags_in_it_are_text() -> None:
    assert "<strong>bold</strong>" in as_html("**bold**")
    assert "<script>" not in as_html("<script>alert(1)</script> [x](javascript:alert(1))")
    assert "javascript:" not in as_html("[x](javascript:alert(1))")


def test_a_bar_in_code_ends_no_cell_of_a_table() -> None:
    html = as_html("| | what |\n|---|---|\n| a | `be | en` |")
    assert "<code>be | en</code>" in html
    assert html.count("<td>") == 3  # the empty corner is no header
