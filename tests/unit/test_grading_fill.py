"""Answers put into a blank notebook are found there again."""

from __future__ import annotations

import json

import pytest

from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.grading.fill import fill
from lessons.notebook import read_notebook

BLANK = {
    "cells": [
        {"cell_type": "code", "source": ["# mine\n", 'exercise("1.b")']},
        {"cell_type": "code", "source": 'exercise("1.b practice")'},
        {"cell_type": "code", "source": '# task 1.e\ndef f():\n    ...\n\ncheck("1.e")'},
        {"cell_type": "markdown", "source": "<!-- task 1.f -->\nWhy?\n\n**My answer:**\n\n"},
    ]
}


def read(notebook):
    return read_notebook(json.dumps(notebook).encode())


def test_each_kind_of_answer_is_read_back():
    handed = read(fill(BLANK, {"1.b": ["a"], "1.e": "def f(): pass", "1.f": "So.\n\nAnd so."}))
    assert handed.answers["1.b"].answer == ["a"]
    assert handed.code["1.e"] == '# task 1.e\ndef f(): pass\n\ncheck("1.e")'
    assert handed.texts["1.f"] == "So.\n\nAnd so."


def test_code_that_asks_for_hints_keeps_asking_and_is_checked_once():
    code = '# task 1.e\ndef f(): pass\n\ncheck("1.e", hints=2)'
    assert read(fill(BLANK, {"1.e": code})).code["1.e"] == code


def test_the_blank_notebook_and_all_other_cells_stay_as_they_were():
    before = json.dumps(BLANK)
    filled = fill(BLANK, {"1.b": 1})
    assert json.dumps(BLANK) == before
    assert filled["cells"][1:] == BLANK["cells"][1:]


def test_filling_twice_keeps_the_second_answer_alone():
    twice = fill(fill(BLANK, {"1.b": 1, "1.f": "one"}), {"1.b": 2, "1.f": "two"})
    handed = read(twice)
    assert (handed.answers["1.b"].answer, handed.texts["1.f"]) == (2, "two")


def test_a_task_without_a_cell_is_an_error_that_names_it():
    with pytest.raises(CourseError, match=r"9\.z"):
        fill(BLANK, {"9.z": 1})


def test_an_answer_of_any_text_is_read_back_from_the_course_s_own_notebook():
    blank = json.loads((course_folder() / "notebooks" / "01_tokens.ipynb").read_text())
    words = "“Ünïcode” * and _marks_ -- <b>x</b>"
    assert read(fill(blank, {"1.f": words})).texts["1.f"] == words
