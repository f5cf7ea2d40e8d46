"""How a mark came about, from what was recorded."""

from __future__ import annotations

import json

import pytest

from lessons.cli import main
from lessons.grading.records import Attempt, Decision, Graded, Record, Timing, write_results

RECORDS = (
    Record("01", "1.b", "the_tokens_are_the_text", 0, 0, "passed", isolation="nothing run"),
    Record("01", "1.b", "test_clitics_are_tokens", 0, 1, "failed", "It hangs on.", "Look again.",
           "clitics-are-one-word", True, isolation="nothing run"),
    Record("01", "1.b", "test_marks_stand_alone", 1, 1, "passed", hidden=True, proposal=True),
    Record("01", "1.e", "it_returns_triples", 0, 5, "failed", "\x1b[2Jevil\u202e"),
)  # fmt: skip


@pytest.fixture
def results(tmp_path):
    decided = (Decision("1.b", 1.5, "Half for the idea.", "2026-02-03"),)
    write_results(Graded("Zoë", RECORDS, ("Zoë.txt was not read.",), decided), tmp_path)
    return tmp_path


def explain(*words: object) -> int:
    return main(["explain", *map(str, words)])


def test_every_check_is_told_with_its_points_and_reason(results, capsys):
    assert explain("Zoë", "1.b", "--out", results) == 0
    said = capsys.readouterr().out
    assert said.startswith("Zoë, task 1.b “Cut the string”: 1 of 2 points by its checks\n")
    assert "Notebook 01, tokens. Code: nothing run, not said." in said
    assert "failed         0 of 1 point     test_clitics_are_tokens (hidden)" in said
    assert "    seen: It hangs on.\n    help: Look again.\n    belief: “Lee" in said
    assert "    proposed: a person decides on these points" in said
    assert "a person gave 1.5 in their place: Half for the idea. (2026-02-03)" in said
    assert said.endswith("note: Zoë.txt was not read.\n")
    assert "it_returns_triples" not in said


def test_what_counts_when_it_was_due_and_whose_points_these_are_is_told(tmp_path, capsys):
    due, at = "2026-12-01T12:00:00+01:00", "2026-12-02T10:00:00+00:00"
    late = Timing("01", due, at, "nbgrader", days=1, percent=10, points=0.1)
    there = (Attempt("01", "b.ipynb", at, "nbgrader", 2, "last"), Attempt("02", "other.ipynb"))
    graded = Graded("Zoë", RECORDS, attempts=there, timings=(late,), scaled=(("1.b", 4),))
    write_results(graded, tmp_path)
    assert explain("Zoë", "1.b", "--out", tmp_path) == 0
    said = capsys.readouterr().out
    assert "What counts: b.ipynb, the last of 2.\n" in said
    assert "other.ipynb" not in said
    assert "handed in 2026-12-02 11:00:00 +01:00 (by nbgrader's timestamp.txt): 1 day late" in said
    assert "10% of the points reached are taken off: 0.1." in said
    assert "Points are the class's own; the checks have 4 in all." in said


def test_a_terminal_shows_hostile_words_and_does_not_obey_them(results, capsys):
    assert explain("Zoë", "1.e", "--out", results) == 0
    said = capsys.readouterr().out
    assert "\\x1b[2Jevil\\u202e" in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("student", "task", "told"),
    [("Zoé", "1.b", "Perhaps: Zoë."), ("../Zoë", "1.b", "Expected a student in"),
     ("Zoë", "4.a", "Expected a task that was graded: 1.b, 1.e; saw '4.a'.")],
)  # fmt: skip
def test_a_wrong_name_or_task_is_one_line(results, capsys, student, task, told):
    assert explain(student, task, "--out", results) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "3", '{"checks": 3}', '{"checks": [3]}', '{"checks": [{"task": "1.b"}]}',
     '{"checks": [], "decisions": 3}', '{"checks": [{"task": "1.b"}], "decisions": [3]}',
     "[" * 100_000],
)  # fmt: skip
def test_a_damaged_record_is_one_line(results, capsys, content):
    (results / "results" / "Zoë.json").write_text(content)
    assert explain("Zoë", "1.b", "--out", results) == 2
    said = capsys.readouterr().err
    assert "saw" in said
    assert said.count("\n") == 1


def test_no_results_at_all_is_one_line(tmp_path, capsys):
    assert explain("ana", "1.b", "--out", tmp_path) == 2
    assert "Expected the results of lessons grade" in capsys.readouterr().err
    (tmp_path / "results").mkdir()
    assert explain("ana", "1.b", "--out", tmp_path) == 2
    assert "Nobody was graded into it." in capsys.readouterr().err


def test_a_field_that_this_version_does_not_know_is_passed_over(results, capsys):
    file = results / "results" / "Zoë.json"
    whole = json.loads(file.read_text())
    for each in whole["checks"]:
        each["weather"] = "fine"
    file.write_text(json.dumps(whole))
    assert explain("Zoë", "1.b", "--out", results) == 0
    assert "1 of 2 points" in capsys.readouterr().out
