"""Cuts and tokens are two ways to say the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lessons.checks.forms import Cuts
from lessons.exercises.token_cuts import TokenCuts, cuts_of, tokens_of

TEXTS = st.text(alphabet="ab' \n\u00a0é🙂e\u0301", max_size=20)


def test_white_space_always_cuts() -> None:
    assert tokens_of(" to  be ", []) == ["to", "be"]


def test_characters_are_those_of_python() -> None:
    text = "🙂's"  # two units for JavaScript, one character here
    assert TokenCuts(list(text)).characters == ["🙂", "'", "s"]
    assert tokens_of(text, [1]) == ["🙂", "'s"]


@given(TEXTS, st.sets(st.integers(-2, 25)))
def test_tokens_are_the_text_without_its_white_space(text: str, cuts: set[int]) -> None:
    tokens = tokens_of(text, cuts)
    assert "".join(tokens) == "".join(text.split())
    assert Cuts(text).problem(tokens) == ""


@given(TEXTS, st.sets(st.integers(0, 20)))
def test_cuts_are_found_again_from_the_tokens(text: str, cuts: set[int]) -> None:
    tokens = tokens_of(text, cuts)
    assert tokens_of(text, cuts_of(text, tokens)) == tokens


def test_a_token_that_runs_over_a_space_is_cut_there() -> None:
    assert tokens_of("a b", cuts_of("a b", ["ab"])) == ["a", "b"]
