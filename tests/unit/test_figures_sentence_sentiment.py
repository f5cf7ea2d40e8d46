"""What a lexicon says about each sentence."""

import doctest

import pytest

from lessons.errors import CourseError
from lessons.figures import sentence_sentiment as module
from lessons.figures.sentence_sentiment import MOST, NO_WORD, sentence_sentiment, signed
from lessons.sentiment import Score, ScoredWord

GOOD, BAD = ScoredWord("good", 1.9, 1.9), ScoredWord("bad", -2.5, -2.5)
SCORES = [
    Score(0.4404, (GOOD,)),
    Score(-0.5423, (BAD,)),
    Score(0.0, (ScoredWord("calm", 1.3, 1.3), ScoredWord("dull", -1.3, -1.3))),
    Score(0.0, ()),
]
LABELS = ["positive", "neutral", "neutral", "negative"]


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(module).attempted > 0


def test_each_sentence_with_a_score_has_one_bar():
    bars = sentence_sentiment(SCORES)["bars"]
    assert [(bar["at"], bar["value"], bar["series"]) for bar in bars] == [
        (1, 0.4404, "positive"),
        (2, -0.5423, "negative"),
    ]


def test_above_and_below_zero_differ_in_hatch():
    above, below = sentence_sentiment(SCORES)["bars"]
    assert above["hatch"] != below["hatch"]


def test_no_evidence_is_hollow_and_cancelled_is_crossed():
    none, cancelled = sentence_sentiment(SCORES).drawing.axes[0].collections
    assert none.get_offsets().tolist() == [[0, 4]]
    assert none.get_facecolor().size == 0
    assert cancelled.get_offsets().tolist() == [[0, 3]]
    assert cancelled.get_facecolor().size > 0


def test_no_line_joins_the_sentences():
    chart = sentence_sentiment(SCORES)
    assert chart["lines"] == []
    assert chart["marks"] == [{"x": 0, "series": ""}]


def test_the_words_that_scored_stand_beside():
    words = sentence_sentiment(SCORES).drawing.axes[-1].texts
    assert [each.get_text() for each in words] == [
        "good +1.9",
        "bad −2.5",
        "calm +1.3, dull −1.3",
        NO_WORD,
    ]


def test_readers_labels_stand_beside_and_say_where_they_differ():
    words = sentence_sentiment(SCORES, LABELS).drawing.axes[0].texts
    assert [each.get_text().strip() for each in words] == [
        "positive",
        "neutral ≠",
        "neutral",
        "negative ≠",
    ]


def test_many_words_are_cut_to_the_weightiest():
    many = tuple(ScoredWord(f"word{n}", 1.0, n / 10) for n in range(1, 30))
    (text,) = sentence_sentiment([Score(0.9, many)]).drawing.axes[-1].texts
    assert text.get_text() == "word29 +2.9, word28 +2.8 and 27 more"


def test_what_is_seen_is_said():
    assert sentence_sentiment(SCORES, LABELS)["alt"] == (
        "Bar chart: Sentiment, sentence by sentence. "
        "4 sentences: 1 above 0, 1 below, 1 without evidence, 1 cancelled. "
        "Readers and lexicon differ on 2. "
        "Sentence 1 +0.44: good +1.9; readers say positive. "
        "Sentence 2 −0.54: bad −2.5; readers say neutral. "
        "Sentence 3 0, cancelled: calm +1.3, dull −1.3; readers say neutral. "
        "Sentence 4: no word of the lexicon; readers say negative."
    )


def test_the_table_is_the_scores():
    (table,) = sentence_sentiment(SCORES, LABELS, first=7).tables
    assert table.columns[-1] == "readers say"
    for number, (row, score, label) in enumerate(zip(table.rows, SCORES, LABELS, strict=True), 7):
        assert row[:3] == (str(number), f"{score.compound:.4f}", score.evidence)
        assert all(f"{word.text} {signed(word.valence, 1)}" in row[3] for word in score.words)
        assert row[4] == label


@pytest.mark.parametrize(("scores", "labels"), [([], []), (SCORES * 11, []), (SCORES, LABELS[:2])])
def test_what_does_not_fit_is_told(scores, labels):
    with pytest.raises(CourseError):
        sentence_sentiment(scores, labels)


def test_as_many_sentences_as_fit_are_drawn():
    assert len(sentence_sentiment((SCORES * 10)[:MOST])["bars"]) == 20
