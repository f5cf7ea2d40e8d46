"""Controls: what crosses the wire becomes the answer's literal, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.checks.forms import Breaks, Spans
from lessons.exercises.controls import control
from lessons.exercises.span_tagger import letters_for

NAMES = Spans(("Lee", "met", "Kang", "Yoo-jung", "in", "Tokyo"), ("PERSON", "GPE"))
TOPICS = Breaks(("One.", "Two.", "Three.", "Four."), ("new theme", "new time"))


@given(st.lists(st.text(alphabet="ABC", min_size=1, max_size=3), unique=True))
def test_no_letter_gives_two_labels(labels: list[str]) -> None:
    letters = [letter for letter in letters_for(labels) if letter]
    assert len(set(letters)) == len(letters)


def test_marks_are_read_as_spans_in_the_order_of_the_text() -> None:
    drawn = control(NAMES)
    drawn.box.marks = [[5, 6, "GPE"], [0, 1, "PERSON"]]
    assert drawn.read() == [(0, 1, "PERSON"), (5, 6, "GPE")]
    assert NAMES.problem(drawn.read()) == ""


def test_a_kept_answer_is_shown_and_cleared() -> None:
    drawn = control(NAMES)
    drawn.show(((2, 4, "PERSON"),))
    assert drawn.box.marks == [[2, 4, "PERSON"]]
    drawn.clear()
    assert drawn.read() == []


@pytest.mark.parametrize("form", [NAMES, TOPICS])
def test_what_crosses_the_wire_is_tagged_for_it(form: Spans | Breaks) -> None:
    drawn = control(form)
    ((widget, trait),) = drawn.fields
    assert widget is drawn.box
    assert trait in widget.keys


def test_breaks_are_read_with_their_reasons_and_one_without_is_no_answer_yet() -> None:
    drawn = control(TOPICS)
    drawn.box.breaks = [[2, "new time"], [3, ""]]
    assert drawn.read() == {2: "new time", 3: ""}
    assert "no reason yet" in TOPICS.problem(drawn.read())
    drawn.show({1: "new theme"})
    assert drawn.box.breaks == [[1, "new theme"]]


def test_without_reasons_the_answer_is_a_list_of_sentence_numbers() -> None:
    drawn = control(Breaks(TOPICS.sentences))
    drawn.show([3, 1])
    assert drawn.read() == [1, 3]
    drawn.clear()
    assert drawn.read() == []
