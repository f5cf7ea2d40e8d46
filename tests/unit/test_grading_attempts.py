"""Which of several notebooks counts: by each rule, and in each form in which a class hands in."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from lessons.answers import kept_answers
from lessons.grading.attempts import Handin, choose
from lessons.grading.grade import Grader
from lessons.grading.submissions import find_submissions
from lessons.grading.when import When
from lessons.notebook import Handed

POINTS = {"full": 1.0, "right": 3.0, "late": 2.0}


def attempt(name: str, day: int | None, kept: int) -> Handin:
    source = "".join(f'exercise("1.{letter}", answer=1)\n' for letter in "abcde"[:kept])
    handed = Handed(answers={each.task: each for each in kept_answers(source)})
    at = When(f"2026-12-0{day}T10:00:00+00:00", "file") if day else When()
    return Handin(name, handed, at)


def chosen(rule, *several: Handin) -> tuple[str, str]:
    own, why = choose(several, "01", rule, lambda each: POINTS[each.name])
    return own.name, why


@pytest.mark.parametrize(
    ("rule", "name"), [("fullest", "full"), ("best", "right"), ("last", "late")]
)
@pytest.mark.parametrize("turn", [0, 1, 2])
def test_a_rule_takes_its_own_in_whatever_order_they_come(rule, name, turn):
    several = [attempt("full", 2, 3), attempt("right", 1, 2), attempt("late", 3, 1)]
    assert chosen(rule, *several[turn:], *several[:turn])[0] == name


def test_where_a_date_is_missing_the_last_is_that_by_name_and_it_is_said():
    several = [attempt("late", 3, 1), attempt("full", None, 1), attempt("right", 2, 1)]
    assert chosen("last", *several) == (
        "right", "it is the last by name, for not every date is known",
    )  # fmt: skip


def test_of_equals_the_later_counts():
    several = [attempt("late", 3, 2), attempt("full", 1, 2)]
    assert chosen("fullest", *several)[0] == "late"
    assert choose(several, "01", "best", lambda _: 1.0)[0].name == "late"


def test_only_the_best_is_graded_to_be_chosen():
    several = [attempt("late", 3, 2), attempt("full", 1, 2)]
    for rule in ("fullest", "last"):
        choose(several, "01", rule, lambda _: pytest.fail("graded"))


def notebook(kept: int) -> bytes:
    source = "".join(f'exercise("1.{letter}", answer=1)\n' for letter in "abcde"[:kept])
    cells = [{"cell_type": "code", "source": source}]
    return json.dumps({"nbformat": 4, "cells": cells}).encode()


def written(file: Path, data: bytes, day: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    os.utime(file, (day * 86_400, day * 86_400))


def zipped(*members: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return packed.getvalue()


def files(place: Path) -> None:
    written(place / "ana" / "z.ipynb", notebook(3), 1)
    written(place / "ana" / "a.ipynb", notebook(1), 2)


def one_zip(place: Path) -> None:
    both = zipped(("a-Copy9.ipynb", notebook(3)), ("a-Copy10.ipynb", notebook(1)))
    written(place / "ana.zip", both, 1)


def two_zips(place: Path) -> None:
    written(place / "ana" / "z.zip", zipped(("first.ipynb", notebook(3))), 1)
    written(place / "ana" / "a.zip", zipped(("second.ipynb", notebook(1))), 2)


def canvas(place: Path) -> None:
    names = ("doejane_4321_99_01_tokens.ipynb", "doejane_4321_100_01_tokens-1.ipynb")
    written(place / "all.zip", zipped((names[0], notebook(3)), (names[1], notebook(1))), 1)


def moodle(place: Path) -> None:
    inside = "Jane Doe_4321_assignsubmission_file"
    written(place / inside / "01.ipynb", notebook(3), 2)
    written(place / inside / "01 (2).ipynb", notebook(1), 1)


def nbgrader(place: Path) -> None:
    written(place / "gradebook.db", b"", 1)
    for task, kept, day in (("z", 3, 1), ("a", 1, 2)):
        folder = place / "submitted" / "ana" / task
        written(folder / f"{task}.ipynb", notebook(kept), 5 - day)
        written(folder / "timestamp.txt", f"2026-12-0{day} 10:00:00 UTC".encode(), 5)


def gradescope(place: Path) -> None:
    written(place / "submission_metadata.yml",
            b"submission_7:\n  :submitters:\n  - :name: Ana\n  :created_at: 2026-12-01 10:00 Z\n"
            b"submission_8:\n  :submitters:\n  - :name: Ana\n  :created_at: 2026-12-02 10:00 Z\n",
            1)  # fmt: skip
    written(place / "submission_7" / "z.ipynb", notebook(3), 2)
    written(place / "submission_8" / "a.ipynb", notebook(1), 1)


@pytest.mark.parametrize(
    ("form", "fullest", "last"),
    [
        (files, "z.ipynb", "a.ipynb"),
        (one_zip, "a-Copy9.ipynb", "a-Copy10.ipynb"),
        (two_zips, "first.ipynb", "second.ipynb"),
        (canvas, "01_tokens.ipynb", "01_tokens-1.ipynb"),
        (moodle, "01.ipynb", "01 (2).ipynb"),
        (nbgrader, "z.ipynb", "a.ipynb"),
        (gradescope, "z.ipynb", "a.ipynb"),
    ],
)
def test_the_choice_is_recorded_in_every_form(tmp_path, form, fullest, last):
    form(tmp_path)
    place = tmp_path / "all.zip" if form is canvas else tmp_path
    (submitted,) = find_submissions(place)
    for rule, name in (("fullest", fullest), ("last", last)):
        graded = Grader({"01": {}}, b"", attempt=rule).student(submitted)
        (attempt,) = graded.attempts
        assert (attempt.file, attempt.attempts, attempt.chosen) == (name, 2, rule)
        assert any(f"Of 2 notebooks 01, {name} counts" in note for note in graded.notes)


def test_one_attempt_is_no_choice_and_has_no_note(tmp_path):
    written(tmp_path / "ana.ipynb", notebook(1), 1)
    (submitted,) = find_submissions(tmp_path)
    graded = Grader({"01": {}}, b"", attempt="last").student(submitted)
    assert (graded.attempts[0].chosen, graded.notes) == ("", ())
