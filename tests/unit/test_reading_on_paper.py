"""Exercises as words: what is asked is all there, and what was answered stands beside it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from lessons.checks.forms import Breaks, Choice, Cuts, Fields, Form, Line, Number, Spans
from lessons.checks.task import Task
from lessons.course import checkout
from lessons.grading.solved import solutions
from lessons.reading.on_paper import ROOM, exercise_on_paper, form_on_paper
from lessons.tasks import all_tasks, task

ROOT = checkout()
assert ROOT
SOLVED = solutions(ROOT / "tests" / "graded" / "bank")
FORMS = {each.id: each for each in all_tasks() if each.form}


def words(html: str) -> str:
    """What a reader reads."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("id", FORMS)
def test_every_exercise_of_the_course_says_what_it_asks_and_leaves_room(id: str) -> None:
    html = exercise_on_paper(FORMS[id])
    assert f"Exercise {id}: {FORMS[id].title}" in words(html)
    assert len(words(html)) > 80
    assert ROOM in html or isinstance(FORMS[id].form, Cuts)
    assert "Kept" not in words(html)


@pytest.mark.parametrize("id", [id for id in SOLVED if id in FORMS])
def test_a_solved_exercise_shows_its_answer_and_what_came_of_it(id: str) -> None:
    html = exercise_on_paper(FORMS[id], SOLVED[id], kept=True)
    assert html.count('class="answer"') >= 1
    assert ROOM not in html
    assert words(html.partition('<div class="after">')[2])


def test_an_option_is_said_to_each_question_that_takes_it() -> None:
    signs = ("+", "0")
    parts: dict[str, Choice | Number | Line] = {
        "a": Choice("First?", signs), "b": Choice("Second", signs), "n": Number("How many", 1, 9),
    }  # fmt: skip
    assert words(form_on_paper(Fields(parts), {"a": "+"})) == (
        "How many: a whole number from 1 to 9 For each, + or 0 First? + Second:"
    )


def test_long_options_are_a_list() -> None:
    options = ("it " * 12, "that " * 12)
    html = form_on_paper(Choice("Which", options), None)
    assert [words(each) for each in re.findall("<li>(it .*?|that .*?)</li>", html)] == [
        option.strip() for option in options
    ]


@pytest.mark.parametrize(
    ("form", "answer", "said"),
    [
        (Cuts("Don't go."), ["Do", "n't", "go", "."], "Cut into 4 tokens: Do | n't | go | ."),
        (Spans(("Ann", "Lee", "saw", "Oslo"), ("PERSON", "GPE")), [(0, 2, "PERSON"), (3, 4, "GPE")],
         "Each name is one of PERSON or GPE. The names marked: "
         "Ann Lee , PERSON (tokens 0 to 1) Oslo , GPE (token 3)"),
        (Breaks(("One.", "Two.", "Three."), ("new place",)), {2: "new place"},
         "Two. Break after sentence 2, because: new place Three."),
        (Breaks(("One.", "Two."), ()), [1], "One. Break after sentence 1 Two."),
        (Line("Yours"), "It <rains>.", "Yours: It <rains>. a line of your own"),
    ],
)  # fmt: skip
def test_an_answer_is_said_in_words(form: Form, answer: object, said: str) -> None:
    assert said in words(form_on_paper(form, answer))


def test_tags_in_a_task_are_shown_and_not_obeyed() -> None:
    evil = Task("9.z", "skill", "<b>", "<script>", form=Cuts("<i> x"))
    html = exercise_on_paper(evil)
    assert "<script>" not in html
    assert "&lt;i&gt; x" in html


def test_hints_are_there_to_be_opened() -> None:
    html = exercise_on_paper(task("2.a"))
    assert re.findall("<summary>(.*?)</summary>", html) == ["Hint 1 of 3", "Hint 2 of 3",
                                                             "Hint 3 of 3"]  # fmt: skip
