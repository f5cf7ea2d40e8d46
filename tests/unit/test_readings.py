"""How far two readings agree, layer by layer."""

import pytest

from lessons.annotations import read_annotated
from lessons.errors import CourseError
from lessons.readings import (
    break_f1,
    break_window_diff,
    date_f1,
    entity_f1,
    entity_kappa,
    entity_span_f1,
    grade_kappa,
    label_agreement,
    pair_of,
    token_f1,
)


@pytest.fixture
def pair(annotated):
    """Two readings, the second changed as asked."""

    def read(**changed):
        folder = annotated("kenya")
        annotated("kenya/readings/a")
        annotated("kenya/readings/b", **changed)
        return pair_of(read_annotated(folder))

    return read


def test_a_reading_agrees_with_itself(pair):
    pairs = [pair()]
    figures = (token_f1, entity_f1, entity_span_f1, date_f1, entity_kappa, grade_kappa)
    assert [figure(pairs) for figure in (*figures, label_agreement)] == [1] * 7
    assert break_window_diff(pairs, "fine") == 0
    assert break_f1(pairs, "fine") == break_f1(pairs, "coarse") == 1


def test_another_label_costs_the_typed_score_and_not_that_of_spans(pair):
    pairs = [pair(tokens=("B-GPE", "B-NORP"))]
    assert entity_f1(pairs) == 0.5
    assert entity_span_f1(pairs) == 1
    assert 0 < entity_kappa(pairs) < 1


def test_spans_are_pooled_over_the_texts_and_not_mixed(pair):
    assert entity_f1([pair(), pair(tokens=("B-GPE", "O"))]) == pytest.approx(6 / 7)


def test_a_token_cut_otherwise_is_left_out_of_kappa(pair):
    cut = pair(tokens=("3 48 53 close JJ O O", "3 48 50 cl JJ B-GPE O\n3 50 53 ose JJ O O"))
    assert token_f1([cut]) == pytest.approx(30 / 33)
    assert entity_kappa([cut]) == 1


def test_a_grade_further_off_costs_more(pair):
    near = grade_kappa([pair(sentences=("|1|positive|", "|2|positive|"))])
    far = grade_kappa([pair(sentences=("|1|positive|", "|-1|negative|"))])
    assert near > far
    assert label_agreement([pair(sentences=("|1|positive|", "|2|positive|"))]) == 1


def test_breaks_are_compared_level_by_level(pair):
    pairs = [pair(topics=("a 1 fine call", "a 2 fine call"))]
    assert (break_f1(pairs, "fine"), break_f1(pairs, "fine", near=1)) == (0, 1)
    assert break_window_diff(pairs, "fine") == 1
    assert break_window_diff(pairs, "coarse") == 0


def test_one_reading_is_no_pair(annotated):
    folder = annotated("kenya")
    annotated("kenya/readings/a")
    with pytest.raises(CourseError, match="two readings of kenya; saw a"):
        pair_of(read_annotated(folder))


def test_readings_with_other_sentences_have_no_comparable_breaks(pair):
    last = "3|41|54|0|neutral|none|says how it was\n"
    with pytest.raises(CourseError, match="as many sentences"):
        break_f1([pair(sentences=(last, ""))], "fine")
