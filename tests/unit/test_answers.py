"""The exercise cell is the record: reading it runs nothing, writing it changes nothing else."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.answers import LONGEST, Kept, forget, keep, kept_answers
from lessons.errors import CourseError

literals = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(literals)
def test_what_is_kept_is_read_back(answer: object) -> None:
    source = keep('exercise("1.a")', "1.a", answer)
    assert kept_answers(source) == [Kept("1.a", True, answer)]
    assert forget(source, "1.a") == 'exercise("1.a")'


@given(st.text(alphabet="aé你😀\n #'\"", max_size=30), st.sampled_from(["\n", "\r\n"]))
def test_comments_and_other_lines_survive(words: str, newline: str) -> None:
    comment = "# " + " ".join(words.split()) + newline
    source = f"{comment}x = 'é你😀'; exercise('1.a')  # mine"
    kept = keep(source, "1.a", ["é"])
    assert kept == f"{comment}x = 'é你😀'; exercise(\"1.a\", answer=['é'])  # mine"


@given(st.text(max_size=200))
def test_any_source_can_be_read(source: str) -> None:
    assert isinstance(kept_answers(source + "exercise"), list)


def test_a_call_over_several_lines_is_one_record() -> None:
    source = 'exercise(\n    "1.b",\n    answer=["Lee", "\'s"],\n)\n'
    assert kept_answers(source) == [Kept("1.b", True, ["Lee", "'s"])]
    assert keep(source, "1.b", []) == 'exercise("1.b", answer=[])\n'


def test_typed_without_the_keyword_it_is_the_same_record() -> None:
    assert kept_answers('lessons.exercise("1.a", 29)') == [Kept("1.a", True, 29)]


@given(literals, st.integers(0, 9), st.integers(0, 9))
def test_hints_asked_for_stay_on_record_and_never_become_fewer(
    answer: object, before: int, now: int
) -> None:
    source = keep(keep('exercise("1.a")', "1.a", None, before), "1.a", answer, now)
    hints = max(before, now)
    assert kept_answers(source) == [Kept("1.a", True, answer, hints=hints)]
    assert keep(source, "1.a", answer) == source
    assert kept_answers(forget(source, "1.a")) == [Kept("1.a", False, hints=hints)]


def test_the_line_says_hints_last_and_only_where_there_were_some() -> None:
    source = 'exercise("1.b", hints=2)  # mine'
    assert keep(source, "1.b", ["x"]) == "exercise(\"1.b\", answer=['x'], hints=2)  # mine"
    assert keep('exercise("1.b")', "1.b", ["x"], 0) == "exercise(\"1.b\", answer=['x'])"


@pytest.mark.parametrize("hints", ["-1", "True", "'2'", "f()", "1.5", "1 + 1"])
def test_hints_that_are_no_count_count_as_none(hints: str) -> None:
    assert kept_answers(f'exercise("1.a", hints={hints})') == [Kept("1.a", False)]


@pytest.mark.parametrize("code", ["open('/etc/passwd')", "x", "[f(1)]", "1 + y", "lambda: 1"])
def test_code_in_the_place_of_an_answer_is_named_and_not_run(code: str) -> None:
    (found,) = kept_answers(f'exercise("1.a", answer={code})')
    assert "not a literal" in found.problem


def test_a_source_that_is_too_long_is_not_even_parsed() -> None:
    source = f'exercise("1.a", answer={[0] * LONGEST!r})'
    assert kept_answers(source) == []


def test_an_unfinished_cell_holds_no_answer() -> None:
    assert kept_answers('exercise("1.a", answer=[') == []


@pytest.mark.parametrize("magic", ["%%time\n", "%matplotlib inline\n", "!ls\n", "  \n"])
def test_a_magic_line_hides_nothing_and_stays(magic: str) -> None:
    source = f'{magic}exercise("1.a")'
    kept = keep(source, "1.a", 29)
    assert kept == f'{magic}exercise("1.a", answer=29)'
    assert kept_answers(kept) == [Kept("1.a", True, 29)]


@pytest.mark.parametrize("source", ["", 'exercise("1.b")', 'exercise("1.a")\nexercise("1.a")'])
def test_without_exactly_one_such_call_nothing_is_rewritten(source: str) -> None:
    with pytest.raises(CourseError, match=r"Put this line into a cell of its own"):
        keep(source, "1.a", 1)


def test_what_is_written_is_always_python() -> None:
    ast.parse(keep('exercise("1.a")', "1.a", "quotes ' and \" and \n"))
