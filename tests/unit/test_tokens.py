"""Where tokens begin and end, and where two ways of cutting one text part."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import tokens
from lessons.errors import CourseError
from lessons.tokens import boundaries, cut_errors, differences, spans_of

letters = st.text(st.sampled_from("Le'.-,$2%"), min_size=1, max_size=30)


@st.composite
def two_cuttings(draw):
    text = draw(letters)
    return _cut(draw, text), _cut(draw, text)


def _cut(draw, text):
    places = sorted(draw(st.sets(st.integers(1, len(text)), max_size=8)) - {len(text)})
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(tokens).failed == 0
    assert doctest.testmod(tokens).attempted > 0


def test_a_word_that_comes_twice_is_found_twice():
    assert spans_of("no, no", ["no", ",", "no"]) == [(0, 2), (2, 3), (4, 6)]


def test_the_treebanks_quotation_marks_are_straight_ones_in_the_text():
    text = 'He said "no" twice'
    spans = spans_of(text, ["He", "said", "``", "no", "''", "twice"])
    assert [text[a:b] for a, b in spans] == ["He", "said", '"', "no", '"', "twice"]


@pytest.mark.parametrize("wrong", [["Lees"], ["Lee", "visit"], [""]])
def test_a_token_that_is_not_in_the_text_is_refused(wrong):
    with pytest.raises(CourseError, match="Give the text's own characters"):
        spans_of("Lee's visit", wrong)


@given(two_cuttings(), st.lists(st.sampled_from(["", " ", "\n\n", "\t"]), min_size=40, max_size=40))
def test_spans_cut_the_tokens_out_again_whatever_the_spaces(pair, spaces):
    text = "".join(space + token for space, token in zip(spaces, pair[0], strict=False))
    assert [text[a:b] for a, b in spans_of(text, pair[0])] == pair[0]


@pytest.mark.parametrize(
    ("gold", "found", "kind", "cause"),
    [
        (["confirmed", ","], ["confirmed,"], "missing", "punctuation"),
        (["U.S.", ","], ["U.S.,"], "missing", "punctuation"),
        (["2.5", "%"], ["2.5%"], "missing", "punctuation"),
        (["Japan", "'s"], ["Japan's"], "missing", "clitic"),
        (["did", "n't"], ["didn't"], "missing", "clitic"),
        (["$", "4.2"], ["$4.2"], "missing", "currency"),
        (["can", "not"], ["cannot"], "missing", "word"),
        (["'s"], ["'", "s"], "extra", "clitic"),
        (["n't"], ["n", "'t"], "extra", "clitic"),
        (["U.S."], ["U.S", "."], "extra", "abbreviation"),
        (["Ms."], ["Ms", "."], "extra", "abbreviation"),
        (["2.5"], ["2", ".5"], "extra", "number"),
        (["7,502"], ["7,", "502"], "extra", "number"),
        (["Ito-Brandt"], ["Ito-", "Brandt"], "extra", "hyphen"),
        (["mid-1990s"], ["mid", "-1990s"], "extra", "hyphen"),
        (["summit"], ["sum", "mit"], "extra", "word"),
        (["..."], ["..", "."], "extra", "punctuation"),
    ],
)
def test_a_cut_error_says_its_cause(gold, found, kind, cause):
    (error,) = cut_errors(gold, found)
    assert (error.kind, error.cause) == (kind, cause)


def test_an_error_shows_both_sides():
    (error,) = cut_errors(["the", "U.S.", "said"], ["the", "U.", "S.", "said"])
    assert (error.gold, error.found, error.at) == ("U.S.", "U. | S.", 5)


@given(two_cuttings())
def test_there_is_an_error_for_every_boundary_that_only_one_side_has(pair):
    gold, found = pair
    errors = cut_errors(gold, found)
    assert {e.at for e in errors if e.kind == "missing"} == boundaries(gold) - boundaries(found)
    assert {e.at for e in errors if e.kind == "extra"} == boundaries(found) - boundaries(gold)
    assert (errors == []) == (gold == found)


@given(two_cuttings())
def test_differences_are_of_the_same_letters_and_none_is_empty(pair):
    for one, other in differences(*pair):
        assert "".join(one) == "".join(other) != ""
        assert not boundaries(one) & boundaries(other)


@given(two_cuttings())
def test_a_tokenization_does_not_differ_from_itself(pair):
    assert differences(pair[0], pair[0]) == []


def test_other_letters_are_refused():
    with pytest.raises(CourseError, match="after 4 letters"):
        cut_errors(["Lee", "'s"], ["Lee", "'S"])
    with pytest.raises(CourseError):
        differences(["Lee"], ["Lee", "s"])
