"""What the tasks of notebook 05 state about the readings is what the files hold."""

from __future__ import annotations

import re

import pytest

from lessons.agreement import cohen_kappa, cross_table
from lessons.annotations import read_annotated, teaching_folder, texts_in
from lessons.checks.feedback import Failure
from lessons.checks.live import LiveSubmission
from lessons.tasks import t5a_gap, t5a_label, t5b_kappa


@pytest.mark.parametrize("letter", t5a_label.ITEMS)
def test_each_sentence_stands_in_its_text_where_the_task_says(letter: str) -> None:
    id, number, _, sentence = t5a_label.ITEMS[letter]
    text = read_annotated(teaching_folder() / id)
    place = text.gold.sentences[number - 1]
    assert text.text[place.start : place.end] == sentence


def test_after_committing_a_learner_sees_both_readings_the_gold_and_how_far_they_agree() -> None:
    assert t5a_label.TASK.reveal
    told = t5a_label.TASK.reveal(dict.fromkeys(t5a_label.ITEMS, "neutral"))
    assert "| **G** | neutral | negative | neutral | neutral |" in told
    assert "| the gold | 4 of 10 | 0.00 |" in told
    parted = [letter for letter in t5a_label.ITEMS if f"- **{letter}** a, " in told]
    assert parted == ["B", "E", "G", "J"]


def test_the_practice_table_is_that_of_the_two_readings() -> None:
    texts = [text for text in texts_in(teaching_folder()) if text.id != "article"]
    a, b = (
        [sentence.label for text in texts for sentence in text.readings[name].sentences]
        for name in "ab"
    )
    counted = cross_table(a, b)
    names = t5b_kappa.NAMES
    assert tuple(tuple(counted[x, y] for y in names) for x in names) == t5b_kappa.READINGS


def test_the_practice_tells_each_number_and_its_steps() -> None:
    assert t5b_kappa.PRACTICE.reveal
    told = t5b_kappa.PRACTICE.reveal({"observed": 94, "chance": 33, "kappa": 91})
    assert "| observed, % | 94 | 94 | (38 + 24 + 45) / 114 |" in told
    assert "| chance, % | 33 | 35 | 41/114 × 40/114 + 26/114 × 29/114 + 47/114 × 45/114 |" in told
    assert "| kappa, hundredths | 91 | 91 | (0.939 − 0.347) / (1 − 0.347) |" in told
    assert told.endswith("Keep three decimals until the end.")
    told = t5b_kappa.PRACTICE.reveal({"observed": 94, "chance": 35, "kappa": 91})
    assert told.endswith("All three are right.")


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ("1 / len(one)", "as many labels as there are"),
        ("0", "nothing was taken off for chance"),
        ("one[label] / n", "first reader again"),
        ("other[label]", "the count is not divided"),
        ("other[label] / len(other)", "Chance came out as 1"),
        ("1", "Chance came out as 1"),
        ("(one[label] + other[label]) / 7", "it should be `0.5`"),
    ],
)
def test_each_wrong_filling_of_the_gap_is_told_what_it_does(gap: str, said: str) -> None:
    with pytest.raises(Failure, match=re.escape(said)):
        t5a_gap.the_gap_is_filled(_running(t5a_gap.PRACTICE.starter.replace("...", gap)))


def test_kappa_that_is_printed_and_kappa_of_both_readers_in_one_pot_have_their_own_words() -> None:
    filled = t5a_gap.PRACTICE.starter.replace("...", "other[label] / n")
    t5a_gap.the_gap_is_filled(_running(filled))
    with pytest.raises(Failure, match="printed something, but returned None"):
        t5a_gap.the_gap_is_filled(_running(filled.replace("return ", "print(n); ")))
    pot = "    one = other = Counter([*first, *second])\n    n = 2 * n\n    chance"
    with pytest.raises(Failure, match="one pot"):
        t5a_gap.the_gap_is_filled(_running(filled.replace("    chance", pot, 1)))


def _running(cell: str) -> LiveSubmission:
    names: dict[str, object] = {}
    exec(cell, names)
    return LiveSubmission(names, [cell], {})


def test_a_table_and_its_labels_hold_the_same_items() -> None:
    first, second = t5b_kappa.labels_of(t5b_kappa.OTHERS)
    assert len(first) == len(second) == sum(map(sum, t5b_kappa.OTHERS))
    assert cross_table(first, second)["negative", "neutral"] == t5b_kappa.OTHERS[0][1]


@pytest.mark.parametrize(("readers", "expected"), t5a_gap.CASES)
def test_the_examples_of_the_gap_are_right(
    readers: tuple[list[str], list[str]], expected: float
) -> None:
    assert cohen_kappa(*readers) == pytest.approx(expected)
