"""What a lexicon says about a sentence, and which words made it say so."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.sentiment import SentimentIntensityAnalyzer

from lessons import sentiment
from lessons.articles import sample_article
from lessons.resources import install
from lessons.sentiment import label_of, label_of_grade, score

PHRASES = ["not", "good", "bad", "kind", "of", "very", "but", "the", "BAD", "never", "so", "war,"]


@pytest.fixture(scope="module")
def nltks():
    install()
    return SentimentIntensityAnalyzer()


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(sentiment).failed == 0
    assert doctest.testmod(sentiment).attempted > 0


def test_the_score_is_nltks_own(nltks):
    for sentence in sample_article().sentences:
        assert score(sentence.text).compound == nltks.polarity_scores(sentence.text)["compound"]


@given(words=st.lists(st.sampled_from(PHRASES)))
def test_the_valences_add_up_to_the_score(nltks, words):
    found = score(" ".join(words))
    total = sum(word.valence for word in found.words)
    assert found.compound == pytest.approx(nltks.constants.normalize(total), abs=1e-4)


def test_a_names_word_may_carry_the_score():
    (united,) = score("He flew to the United States.").words
    assert (united.text, united.lexicon, united.valence) == ("United", 1.8, 1.8)


def test_no_word_at_all_is_not_the_same_as_words_that_cancel():
    silent = score("Lee's two-day visit was announced.")
    torn = score("He criticised the talks on improving ties.")
    assert (silent.compound, silent.evidence) == (0, "none")
    assert (torn.compound, torn.evidence) == (0, "cancelled")
    assert [word.text for word in torn.words] == ["criticised", "improving"]


def test_a_negation_turns_the_valence_and_leaves_the_lexicon():
    (good,) = score("This is not good.").words
    assert good.lexicon > 0 > good.valence


def test_kind_of_is_no_kindness():
    assert [word.text for word in score("It was kind of late.").words] == []


@pytest.mark.parametrize("text", ["", " ", "?!", "会談"])
def test_a_text_without_words_has_no_evidence(text):
    assert score(text).evidence == "none"


@pytest.mark.parametrize(
    ("compound", "label"),
    [(0.05, "positive"), (0.0499, "neutral"), (-0.0499, "neutral"), (-0.05, "negative")],
)
def test_the_thresholds_belong_to_the_outer_labels(compound, label):
    assert label_of(compound) == label


def test_a_label_follows_from_a_grade():
    assert [label_of_grade(grade) for grade in (-2, -1, 0, 1, 2)] == [
        "negative",
        "negative",
        "neutral",
        "positive",
        "positive",
    ]
