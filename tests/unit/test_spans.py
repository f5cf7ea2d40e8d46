"""Labelled spans: scores, kinds of mistake, IOB2."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk import Tree
from nltk.chunk import conlltags2tree
from nltk.metrics import scores

from lessons import spans
from lessons.errors import CourseError
from lessons.spans import (
    KINDS,
    errors_by_kind,
    f1,
    from_iob,
    harmonic_mean,
    pair_up,
    partial_f1,
    precision,
    recall,
    to_iob,
)

LENGTH = 24
labels = st.sampled_from(["PERSON", "GPE"])


@st.composite
def annotations(draw):
    """Spans of one side: sorted, none overlapping another."""
    places = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=12)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [(start, end, draw(labels)) for start, end in pairs]


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(spans).failed == 0
    assert doctest.testmod(spans).attempted > 0


@pytest.mark.parametrize("score", [precision, recall, f1, partial_f1])
def test_nothing_to_find_and_nothing_found_is_perfect(score):
    assert score([], []) == 1


@pytest.mark.parametrize("score", [precision, recall, f1, partial_f1])
def test_one_empty_side_scores_nothing(score):
    assert score([(0, 1, "GPE")], []) == 0
    assert score([], [(0, 1, "GPE")]) == 0


@given(annotations(), annotations())
def test_where_nltk_gives_a_score_ours_is_the_same(gold, predicted):
    for ours, theirs in (
        (precision, scores.precision),
        (recall, scores.recall),
        (f1, scores.f_measure),
    ):
        expected = theirs(set(gold), set(predicted))
        if expected is not None:
            assert ours(gold, predicted) == pytest.approx(expected)


def test_f1_is_nearer_to_the_smaller_of_the_two():
    assert harmonic_mean(1.0, 0.1) == pytest.approx(0.1818, abs=1e-4)
    assert harmonic_mean(0, 0) == 0


@given(annotations(), annotations())
def test_half_points_lie_between_exact_and_any_overlap(gold, predicted):
    exact = f1([span[:2] for span in gold], [span[:2] for span in predicted])
    assert exact <= partial_f1(gold, predicted) + 1e-9 <= 1 + 1e-9


@given(annotations(), annotations())
def test_it_does_not_matter_which_reading_is_called_gold(one, other):
    assert f1(one, other) == pytest.approx(f1(other, one))
    assert partial_f1(one, other) == pytest.approx(partial_f1(other, one))
    assert {(b, a) for a, b in pair_up(one, other)} == set(pair_up(other, one))


@given(annotations(), annotations())
def test_every_span_stands_in_one_pair(gold, predicted):
    pairs = pair_up(gold, predicted)
    assert sorted(one for one, _ in pairs if one) == sorted(gold)
    assert sorted(other for _, other in pairs if other) == sorted(predicted)


@given(annotations(), annotations())
def test_right_pairs_and_mistakes_add_up(gold, predicted):
    errors = errors_by_kind(gold, predicted)
    right = len(set(gold) & set(predicted))
    of_gold = sum(len(errors[kind]) for kind in KINDS if kind != "invented")
    of_predicted = sum(len(errors[kind]) for kind in KINDS if kind != "missed")
    assert (right + of_gold, right + of_predicted) == (len(gold), len(predicted))


@pytest.mark.parametrize(
    ("predicted", "kind"),
    [
        ((0, 2, "PERSON"), "boundary"),
        ((0, 3, "GPE"), "label"),
        ((0, 2, "GPE"), "both"),
        ((3, 4, "PERSON"), "invented"),
    ],
)
def test_a_mistake_has_one_kind(predicted, kind):
    errors = errors_by_kind([(0, 3, "PERSON")], [predicted])
    assert errors[kind][0][1] == predicted
    assert errors["missed"] == ([((0, 3, "PERSON"), None)] if kind == "invented" else [])


def test_the_same_span_is_paired_before_a_longer_neighbour_may_take_it():
    gold = [(0, 2, "GPE"), (2, 9, "PERSON")]
    assert pair_up(gold, [(0, 2, "PERSON"), (3, 9, "GPE")])[0] == (gold[0], (0, 2, "PERSON"))


@given(annotations())
def test_spans_come_back_from_iob_tags(gold):
    assert from_iob(to_iob(LENGTH, gold)) == gold


@given(annotations())
def test_nltk_reads_our_iob_tags_as_the_same_chunks(gold):
    tree = conlltags2tree([("w", "NN", tag) for tag in to_iob(LENGTH, gold)])
    at, found = 0, []
    for node in tree:
        size = len(node) if isinstance(node, Tree) else 1
        if isinstance(node, Tree):
            found.append((at, at + size, node.label()))
        at += size
    assert found == gold


@pytest.mark.parametrize("bad", [["I-GPE"], ["B-GPE", "I-PERSON"], ["B-"], ["X"], ["GPE"]])
def test_tags_that_are_not_iob2_are_refused(bad):
    with pytest.raises(CourseError, match="Begin each span with B-"):
        from_iob(bad)


@pytest.mark.parametrize(
    "bad", [[(0, 0, "GPE")], [(0, 4, "GPE")], [(0, 2, "GPE"), (1, 3, "GPE")], [(-1, 1, "GPE")]]
)
def test_spans_that_do_not_fit_their_tokens_are_refused(bad):
    with pytest.raises(CourseError, match="Give each token to one span"):
        to_iob(3, bad)
