"""What the tasks of notebook 04 state about texts and numbers is what they hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from nltk.metrics.segmentation import windowdiff
from nltk.tokenize import word_tokenize

from lessons.annotations import read_annotation, read_text, teaching_folder
from lessons.articles import sample_article
from lessons.breaks import window_diff
from lessons.checks.calls import Slip
from lessons.course import checkout
from lessons.digest import by_tiling, join
from lessons.facts import facts
from lessons.facts.n04 import TUNED
from lessons.resources import install
from lessons.tasks import (
    t4a_breaks,
    t4b_alike,
    t4c_chance,
    t4c_cohesion,
    t4c_slips,
    t4c_window,
    t4d_diff,
    t4d_slips,
    t4e_digest,
    t4e_spread,
    t4f_map,
)
from lessons.topics import cohesion, content_stems, cosine, permutation_band, similarities, stems_of

install()
ROOT = checkout()
assert ROOT
NOTEBOOK = (ROOT / "notebooks" / "source" / "04_topics.md").read_text(encoding="utf-8")


def test_the_article_to_break_is_the_article() -> None:
    assert list(t4a_breaks.ARTICLE) == [each.text for each in sample_article().sentences]


def test_the_passage_to_break_is_a_held_out_text_without_its_headline() -> None:
    folder = ROOT / "tests" / "graded" / "texts" / "forgery"
    text = read_text(folder)
    sentences = [text[each.start : each.end] for each in read_annotation(folder).sentences]
    assert list(t4a_breaks.PASSAGE) == sentences[1:]


def test_both_readings_of_the_passage_have_the_same_main_turns() -> None:
    gold = read_annotation(ROOT / "tests" / "graded" / "texts" / "forgery")
    assert gold.breaks("coarse", "a") == gold.breaks("coarse", "b")
    assert len(gold.breaks("coarse", "a")) < t4a_breaks.MOST


def test_breaks_of_the_article_are_held_against_both_readings() -> None:
    assert t4a_breaks.PRACTICE.reveal
    gold = read_annotation(teaching_folder() / "article")
    mine = gold.breaks("coarse", "a")
    told = t4a_breaks.PRACTICE.reveal(dict.fromkeys(mine, t4a_breaks.NEW))
    other = window_diff(gold.breaks("coarse", "b"), mine, len(t4a_breaks.ARTICLE))
    assert "| reading a | 3, 8, 12, 17 | 0.00 |" in told
    assert f"| reading b | 4, 8, 12, 15 | {other:.2f} |" in told
    assert "an earlier matter returns" in told


def test_a_sign_given_as_a_reason_is_pointed_at() -> None:
    assert t4a_breaks.PRACTICE.reveal
    told = t4a_breaks.PRACTICE.reveal({5: t4a_breaks.SIGNS[0], 8: t4a_breaks.RETURNS})
    assert "Your reason after 5 is a sign" in told


def test_both_readings_call_what_follows_sentence_8_the_summit_again() -> None:
    for name in "ab":
        rows = read_annotation(teaching_folder() / "article").segments
        labels = {
            each.after_sentence: each.label
            for each in rows
            if (each.segmentation, each.level) == (name, "coarse")
        }
        first, second, third, *_ = labels.values()
        assert list(labels)[1] == 8
        assert first == third != second
        assert "summit" in first


def test_the_practice_pair_is_worked_out_as_the_library_does() -> None:
    assert t4b_alike.PRACTICE.reveal
    told = t4b_alike.PRACTICE.reveal({"shared": 3, "dot": 5, "cosine": 83})
    assert "| shared | 3 | 3 | seoul, talk, tokyo |" in told
    assert "| dot product | 5 | 5 |" in told
    assert "| cosine | 83 | 83 | 5 / (√4 × √9) |" in told


def test_the_graded_pair_has_whole_lengths() -> None:
    one, other = (content_stems(word_tokenize(text)) for text in t4b_alike.GRADED)
    assert sorted(one) == ["talk", "talk", "tax", "trade", "trade"]
    assert sorted(other) == ["peac", "peac", "talk", "trade", "trade"]
    assert cosine(one, other) == pytest.approx(6 / 9)


def test_the_bridge_on_counts_is_right() -> None:
    assert cosine(["talk", "talk", "tax"], ["tax", "talk"]) == pytest.approx(0.95, abs=0.005)


def test_the_notebook_stems_as_the_course_does() -> None:
    code = re.search(r"def stems.*?(?=\n\n)", NOTEBOOK, re.DOTALL)
    imports = re.search(r"from nltk.corpus import stopwords.*?\.stem\n", NOTEBOOK, re.DOTALL)
    assert code
    assert imports
    scope: dict[str, object] = {}
    exec(f"import nltk\n{imports[0]}\n{code[0]}", scope)
    made = scope["stems"]
    assert callable(made)
    assert [made(each.text) for each in sample_article().sentences] == stems_of(sample_article())


@pytest.mark.parametrize("window", range(1, t4c_window.WIDEST + 1))
def test_every_window_draws_a_line_with_a_column_for_each_gap(window: int) -> None:
    rows = t4c_window.redrawn(window).splitlines()
    line = next(row for row in rows if row.startswith("likeness"))
    assert len(line.removeprefix("likeness").split()) == len(t4a_breaks.ARTICLE) - 1


def test_moving_the_window_moves_the_valleys() -> None:
    assert len({t4c_window.redrawn(window)[-60:] for window in (1, 2, 4, 8)}) == 4


def test_few_gaps_lie_below_chance_and_where_is_told() -> None:
    assert t4c_chance.PRACTICE.reveal
    blocks, below = stems_of(sample_article()), {}
    for window in range(1, t4c_chance.WIDEST + 1):
        curve, band = cohesion(blocks, window), permutation_band(blocks, window)
        pairs = enumerate(zip(curve, band, strict=True), 1)
        below[window] = [gap for gap, (value, (low, _)) in pairs if value < low]
    assert {window: gaps for window, gaps in below.items() if gaps} == t4c_chance.BELOW
    assert len(t4a_breaks.ARTICLE) - 1 == t4c_chance.GAPS
    told = t4c_chance.PRACTICE.reveal(5)
    assert "You said 5. **2** lie below the band, after 8 and 12." in told
    assert "![Line chart: " in told


def test_the_example_of_the_cohesion_task_is_right() -> None:
    assert cohesion([["tax"], ["tax"], ["flood"]], 1) == [1.0, 0.0]


@pytest.mark.parametrize(
    ("slips", "examples", "right"),
    [
        (t4c_slips.SLIPS, t4c_cohesion.EXAMPLES, t4c_slips.line_of),
        (t4d_slips.SLIPS, t4d_diff.EXAMPLES, t4d_slips.diff),
    ],
    ids=["4.c", "4.d"],
)
def test_the_visible_examples_tell_every_slip_from_the_truth_and_from_each_other(
    slips: tuple[Slip, ...], examples: tuple[tuple[Any, ...], ...], right: Callable[..., object]
) -> None:
    gives: dict[str, str] = {repr([right(*args) for args in examples]): ""}
    for slip in slips:
        seen = gives.setdefault(repr([slip.model(*args) for args in examples]), slip.seen)
        assert seen == slip.seen


@pytest.mark.parametrize("args", t4d_diff.EXAMPLES)
def test_the_share_is_that_of_nltk(args: tuple[str, str, int]) -> None:
    assert t4d_slips.diff(*args)[0] == pytest.approx(windowdiff(*args))


def test_the_example_of_windowdiff_is_right() -> None:
    share, places = t4d_slips.diff("0100", "0010", 2)
    assert (round(share, 2), places) == (0.67, [1, 3])
    assert "for '0100', '0010', 2 return (0.67, [1, 3])" in t4d_diff.TASK.starter


def test_the_digest_of_the_notebook_is_that_of_the_task() -> None:
    for name, ids in (("first", t4e_digest.FIRST), ("second", t4e_digest.SECOND)):
        listed = re.search(rf"{name}, {name}_seams = digest\(([^)]*)\)", NOTEBOOK)
        assert listed
        assert tuple(re.findall(r'"(\w+)"', listed[1])) == ids


def test_the_seams_are_where_a_text_ends() -> None:
    paragraphs, seams = t4e_digest.digest(("summit", "flood"))
    assert len(seams) == len(paragraphs) - 1
    first, _ = t4e_digest.digest(("summit",))
    assert [gap for gap, sign in enumerate(seams, 1) if sign == "1"] == [len(first)]


def test_the_example_of_the_digest_task_is_tiled_as_stated() -> None:
    for (ids, w, k), signs in (
        (t4e_digest.EXAMPLE, t4e_digest.SIGNS),
        (t4e_digest.OTHER, t4e_digest.OTHER_SIGNS),
    ):
        assert t4e_digest.tiles(t4e_digest.digest(ids)[0], w, k) == signs


def test_the_examples_of_the_digest_task_tell_every_slip_from_the_others() -> None:
    gives: dict[str, str] = {}
    for slip in t4e_digest.SLIPS:
        found = [
            slip.model(t4e_digest.digest(ids)[0], w, k)
            for ids, w, k in (t4e_digest.EXAMPLE, t4e_digest.OTHER)
        ]
        assert gives.setdefault(repr(found), slip.seen) == slip.seen
    assert repr([t4e_digest.SIGNS, t4e_digest.OTHER_SIGNS]) not in gives


def _score(ids: tuple[str, ...], w: int, k: int) -> tuple[float, float]:
    """WindowDiff of TextTiling, and of no break."""
    paragraphs, seams = t4e_digest.digest(ids)
    window = t4e_digest.WINDOW
    tiled = windowdiff(seams, t4e_digest.tiles(paragraphs, w, k), window)
    return tiled, windowdiff(seams, "0" * len(seams), window)


def test_what_wins_on_the_first_digest_loses_on_the_second() -> None:
    here, nothing_here = _score(t4e_digest.FIRST, *TUNED)
    there, nothing_there = _score(t4e_digest.SECOND, *TUNED)
    assert here < nothing_here
    assert there > nothing_there


def test_the_baselines_can_be_beaten_on_the_second_digest() -> None:
    tiled, nothing = _score(t4e_digest.SECOND, 40, 8)
    assert tiled < nothing


def test_the_most_alike_paragraphs_are_first_and_fourth() -> None:
    assert t4f_map.PRACTICE.reveal
    article = sample_article()
    blocks = [
        [
            stem
            for sentence, block in zip(article.sentences, stems_of(article), strict=True)
            if paragraph.start <= sentence.start < paragraph.end
            for stem in block
        ]
        for paragraph in article.paragraphs
    ]
    table = similarities(blocks)
    pairs = {
        f"{at + 1} and {row + 1}": table[at][row] for row in range(len(table)) for at in range(row)
    }
    assert max(pairs, key=pairs.__getitem__) == "1 and 4"
    assert f"Most alike: paragraphs 1 and 4 ({pairs['1 and 4']:.2f})" in t4f_map.PRACTICE.reveal(
        "3 and 4"
    )


def test_most_neighbouring_sentences_share_no_stem() -> None:
    curve = cohesion(stems_of(sample_article()), 1)
    assert sum(value == 0 for value in curve) > len(curve) / 2


def test_the_map_to_read_is_a_map_of_likeness() -> None:
    rows = re.findall(r"^\| `\d` \| (.*) \|$", t4f_map.TASK.prompt, re.MULTILINE)
    table = [[int(cell) for cell in re.findall(r"\d+", row)] for row in rows]
    assert [row[at] for at, row in enumerate(table)] == [100] * 5
    assert table == [list(column) for column in zip(*table, strict=True)]


def test_the_default_settings_halve_the_score_of_nothing_on_one_reading_and_lose_on_the_other() -> (
    None
):
    n = facts("04")
    assert float(n["tiling_a"]) <= float(n["none"]) / 2 + 0.01
    assert float(n["tiling_b"]) > float(n["none"])


def test_paragraphs_that_return_are_the_darkest_of_those_apart() -> None:
    article = sample_article()
    parts = [
        content_stems(word_tokenize(paragraph.text.lower())) for paragraph in article.paragraphs
    ]
    table = similarities(parts)
    apart = {(at + 1, row + 1): table[at][row] for row in range(7) for at in range(row - 1)}
    assert max(apart, key=apart.__getitem__) == (1, 4)
    assert max((pair for pair in apart if 1 not in pair), key=apart.__getitem__) == (3, 5)


def test_the_spread_is_what_texttiling_finds() -> None:
    whole = join(read_text(teaching_folder() / id) for id in t4e_digest.FIRST)
    assert (whole.seams, whole.length) == (t4e_spread.SEAMS, t4e_spread.LENGTH)
    assert {each: by_tiling(whole.article, each) for each in t4e_spread.FOUND} == t4e_spread.FOUND
    assert t4e_spread.PRACTICE.reveal
    assert "**3 of 12** do better" in t4e_spread.PRACTICE.reveal(6)
