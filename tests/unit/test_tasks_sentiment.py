"""What the tasks of notebook 03 state about scores, words and the article is so."""

from __future__ import annotations

import re
from ast import literal_eval
from statistics import mean

import pytest

from lessons.annotations import held_out_folder, texts_in
from lessons.checks.feedback import Failure
from lessons.checks.live import LiveSubmission
from lessons.checks.marking import mark
from lessons.course import checkout
from lessons.exercises.markdown import as_html
from lessons.grading.checklist import hidden_checks
from lessons.sentiment import label_of, score
from lessons.tasks import (
    t3a_signs,
    t3b_words,
    t3c_zeros,
    t3d_bars,
    t3d_chart,
    t3d_readers,
    t3d_slips,
    t3d_texts,
    t3e_gap,
    t3e_mask,
    t3e_placeholders,
    t3e_slips,
    t3f_claims,
)
from lessons.tasks.t3d_chart import judge_bars
from lessons.teaching import read_text

GOLD = read_text("article")
AS_DRAWN = {"base": 0.0, "seen": True, "turned": False}  # what a plain bar says of itself
SCORES = [score(sentence) for sentence in GOLD.sentences]
COMPOUNDS = [each.compound for each in SCORES]
ROOT = checkout()
assert ROOT
HIDDEN = hidden_checks(ROOT / "tests" / "graded" / "test_03_sentiment.py")
JUDGES = {check.name: check.run.__globals__ for check in HIDDEN}  # type: ignore[attr-defined]


def stated(name: str) -> dict[str, str]:
    """A key of the hidden checks, by its name in their file."""
    (globals_, *_) = JUDGES.values()
    found: dict[str, str] = globals_[name]
    return found


def test_the_ten_sentences_stand_in_the_article_at_their_numbers() -> None:
    assert len(t3a_signs.SENTENCES) == 10
    for number, sentence in t3a_signs.SENTENCES.items():
        assert GOLD.sentences[number - 1] == sentence


def test_the_ten_hold_every_kind_of_sign_and_of_zero() -> None:
    found = [score(sentence) for sentence in t3a_signs.SENTENCES.values()]
    assert {t3a_signs.sign_of(each.compound) for each in found} == set(t3a_signs.SIGNS)
    assert {each.evidence for each in found} == {"none", "cancelled", "some"}


def test_the_reveal_counts_who_was_called_right() -> None:
    assert t3a_signs.TASK.reveal
    signs = {
        f"s{number}": t3a_signs.sign_of(score(each).compound)
        for number, each in t3a_signs.SENTENCES.items()
    }
    told = t3a_signs.TASK.reveal(signs)
    assert "**10 of 10** as VADER does, and **4** as the reference reading" in told
    assert (
        "| 8 | `+` | `+` +0.49 | *improve* +1.9, *security* +1.4, *disputes* -1.1 | `-` |" in told
    )
    assert "| 1 | `0` | `0` +0.00 | (none of its words is in the list) | `0` |" in told


def test_what_each_word_did_is_what_vader_counts() -> None:
    prompt = t3b_words.TASK.prompt.replace("`", "")
    sentences = dict(re.findall(r"- \*\*([AB])\*\* \*(.+)\*", prompt))
    for name, words in t3b_words.ASKED.items():
        valence = {each.text: each.valence for each in score(sentences[name]).words}
        assert set(valence) <= set(words)
        for word in words:
            assert t3b_words.effect(valence.get(word, 0)) == stated("DID")[word]


def test_the_graded_sentences_are_of_texts_that_learners_do_not_have() -> None:
    folder = held_out_folder()
    assert folder
    texts = " ".join(text.text for text in texts_in(folder))
    for sentence in re.findall(r"- \*\*[AB]\*\* \*(.+)\*", t3b_words.TASK.prompt):
        assert sentence.replace("`", "") in texts


def test_the_practice_explains_each_word() -> None:
    assert t3b_words.PRACTICE.reveal
    assert t3b_words.ARTICLE_SENTENCE in GOLD.sentences
    told = t3b_words.PRACTICE.reveal({"good": "lowered it"})
    assert "| *good* | lowered it | raised it | +1.9 | +1.61 |" in told
    assert "| *complicated* | None | had no say | not in the list | +0.00 |" in told


def test_words_of_the_notebook_are_in_the_list_or_not_as_it_says() -> None:
    for word in ("tariffs", "missile", "rifts"):
        assert not score(word).words
    assert score("not by any means good").compound > 0 > score("not good").compound
    assert 0 < score("hardly good").compound < score("good").compound


@pytest.mark.parametrize("task", [t3c_zeros.PRACTICE, t3c_zeros.TASK], ids=lambda task: task.id)
def test_a_compound_is_what_its_words_add_up_to(task: object) -> None:
    for part in task.form.parts.values():  # type: ignore[attr-defined]
        compound, _, words = part.label.rpartition(", ")
        total = sum(map(float, re.findall(r"[+-]\d\.\d+", words)))
        (number,) = re.findall(r"[+-]?\d\.\d+", compound)
        if total:
            assert float(number) == round(total / (total * total + 15) ** 0.5, 4)


def test_the_labels_of_the_graded_scores_follow_from_the_thresholds() -> None:
    for name, part in t3c_zeros.TASK.form.parts.items():  # type: ignore[union-attr]
        compound = float(re.findall(r"[+-]?\d\.\d+", part.label)[0])
        label = {"D": "cancelled", "E": "no evidence"}.get(name, label_of(compound))
        assert stated("LABEL")[name] == label
        if compound:
            assert label_of(compound, 0.5) == stated("AT_HALF")[name]


def test_the_practice_on_zeros_quotes_the_article() -> None:
    assert t3c_zeros.PRACTICE.reveal
    labels = [t3c_zeros.honest_label(GOLD.sentences[number - 1]) for number in t3c_zeros.SHOWN]
    assert labels == ["cancelled", "negative", "positive", "no evidence"]
    for number, part in zip(
        t3c_zeros.SHOWN,
        t3c_zeros.PRACTICE.form.parts.values(),  # type: ignore[union-attr]
        strict=True,
    ):
        for word in SCORES[number - 1].words:
            assert f"{word.text} {word.valence:+.1f}" in part.label
    told = t3c_zeros.PRACTICE.reveal({"s5": "neutral"})
    assert "| 5 | +0.0000 | *criticised* -1.8, *improving* +1.8 | neutral | cancelled |" in told
    assert told.count("neutral |\n") == len(t3c_zeros.SHOWN)


def test_the_example_of_the_starter_is_what_comes_out() -> None:
    lines = t3d_bars.TASK.starter.splitlines()
    sentences = next(line for line in lines if "# for " in line).partition("# for ")[2]
    assert literal_eval(sentences) == t3d_bars.EXAMPLE
    assert f"    # return {t3d_texts.scored(t3d_bars.EXAMPLE)!r}" in lines
    masked, before, after = t3e_placeholders.right(*t3e_mask.EXAMPLES[0])
    assert f"return {(masked, before, after)!r}" in t3e_mask.TASK.starter
    text, spans = t3e_mask.EXAMPLES[3]
    became = t3e_placeholders.masked(text, spans)
    assert f"{text!r}, {spans!r} becomes {became!r}" in t3e_mask.TASK.starter


def test_evidence_is_told_as_the_course_tells_it() -> None:
    assert t3d_texts.scored(GOLD.sentences) == [(each.compound, each.evidence) for each in SCORES]


@pytest.mark.parametrize("slip", t3d_slips.SLIPS, ids=lambda slip: slip.seen)
def test_every_slip_in_scoring_shows_in_the_visible_examples(slip: object) -> None:
    cases = [t3d_bars.EXAMPLE, *t3d_bars.OTHERS]
    assert any(slip.model(each) != t3d_texts.scored(each) for each in cases)  # type: ignore[attr-defined]


@pytest.mark.parametrize("slip", t3e_slips.SLIPS, ids=lambda slip: slip.seen)
def test_every_slip_in_masking_shows_in_the_visible_examples(slip: object) -> None:
    assert any(slip.model(*each) != t3e_placeholders.right(*each) for each in t3e_mask.EXAMPLES)  # type: ignore[attr-defined]


def test_overlapping_names_are_hidden_together_and_touching_ones_apart() -> None:
    assert t3e_placeholders.masked("abcdef", [(2, 4), (0, 3)]) == "NAMEef"
    assert t3e_placeholders.masked("ab cd", [(0, 2), (3, 5)]) == "NAME NAME"


def test_bars_may_stand_in_two_series_and_zeros_be_marks() -> None:
    bar = {"across": False, **AS_DRAWN}
    chart = {
        "xlabel": "sentence",
        "ylabel": "compound",
        "bars": [{"at": 1.0, "value": 0.4, **bar}, {"at": 3.0, "value": -0.2, **bar}],
        "points": [{"x": [2.0], "y": [0.0]}],
        "lines": [],
    }
    judge_bars(chart, [0.4, 0.0, -0.2])
    with pytest.raises(Failure, match="some of the scores"):
        judge_bars(chart, [0.4, 0.1, -0.2])


@pytest.mark.parametrize("slip", t3d_chart.SLIPS, ids=lambda slip: slip[0])
def test_every_slip_in_drawing_draws_something_else(
    slip: tuple[str, t3d_chart.Model, str, object],
) -> None:
    _, model, help, belief = slip
    assert list(model(COMPOUNDS)) != COMPOUNDS
    assert help or belief


def test_the_words_of_the_axes_may_be_any_but_each_others() -> None:
    bars = [{"at": 1.0, "value": 0.4, "across": False, **AS_DRAWN}]
    chart = {"bars": bars, "points": [], "lines": []}
    for across, down in (("no.", "sentiment"), ("sentence", "score of the sentence")):
        judge_bars({**chart, "xlabel": across, "ylabel": down}, [0.4])
    with pytest.raises(Failure, match="labels of the two axes"):
        judge_bars({**chart, "xlabel": "VADER's score", "ylabel": "Sentence"}, [0.4])


def test_the_chart_is_shown_with_its_words_once_a_guess_is_kept() -> None:
    assert t3d_readers.PRACTICE.reveal
    told = as_html(t3d_readers.PRACTICE.reveal(12))
    assert len(GOLD.sentences) == t3d_readers.COUNT
    assert "You said 12. They agree on <strong>9 of 19</strong>" in told
    assert "be right 6 times." in told
    assert "(9 − 6.9) / (19 − 6.9) is 0.17, where" in told
    assert '<img src="data:image/png;base64,' in told
    assert "Sentence 5 0, cancelled: criticised" in told


def test_the_claims_of_the_chart_are_so_or_are_not() -> None:
    up, down = (sum(sign * each > 0 for each in COMPOUNDS) for sign in (1, -1))
    assert up > down  # B
    assert f"{100 * COMPOUNDS[1]:.0f} %" in t3f_claims.CLAIMS["C"]
    assert (SCORES[3].evidence, GOLD.labels[3]) == ("none", "positive")  # D
    assert min(mean(COMPOUNDS[at : at + 7]) for at in range(len(COMPOUNDS) - 6)) > 0  # E
    assert f"{score(GOLD.text).compound:+.2f}" in t3f_claims.CLAIMS["F"]
    assert SCORES[4].evidence == "cancelled"  # G
    assert (COMPOUNDS[8], GOLD.labels[8]) == (0, "negative")  # H


def test_the_practised_claims_are_answered_from_the_article() -> None:
    assert t3f_claims.PRACTICE.reveal
    assert COMPOUNDS[7] > 0
    assert GOLD.labels[7] == "negative"
    assert [word.text for word in SCORES[10].words] == ["United"]
    told = t3f_claims.PRACTICE.reveal({"P": t3f_claims.SUPPORTED})
    assert f"| P | {t3f_claims.SUPPORTED} | {t3f_claims.SUPPORTED} |" in told


def test_what_the_beliefs_say_of_the_article_is_so() -> None:
    zeros = [each.evidence for each in SCORES if not each.compound]
    assert (zeros.count("cancelled"), zeros.count("none"), len(zeros)) == (2, 4, 6)
    assert GOLD.labels.count("negative") == 5
    assert score(GOLD.text).compound > max(COMPOUNDS)
    assert round(score("good").compound, 2) == 0.44


def test_texts_where_it_breaks_are_labelled_against_their_score() -> None:
    for id, number in (("flood", 3), ("verdict", 4), ("tariffs", 12)):
        text = read_text(id)
        assert text.labels[number - 1] != label_of(score(text.sentences[number - 1]).compound)


@pytest.mark.parametrize(
    ("filled", "status"), [("True", "passed"), ("False", "failed"), ("None", "failed")]
)
def test_the_gap_has_one_filling(filled: str, status: str) -> None:
    code = t3e_gap.PRACTICE.starter.replace("...", filled)
    variables: dict[str, object] = {}
    exec(code, variables)
    (result,) = mark(t3e_gap.PRACTICE.checks, LiveSubmission(variables, [code], {}))
    assert result.status == status
