"""The annotated texts: well-formed, and every difference of the readings decided with a reason."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lessons import readings
from lessons.annotations import (
    AnnotatedText,
    Sentence,
    held_out_folder,
    read_annotated,
    teaching_folder,
)
from lessons.guide import problems

HELD_OUT = held_out_folder() or Path()
FOLDERS = {
    each.name: each
    for root in (teaching_folder(), HELD_OUT)
    for each in sorted(root.iterdir())
    if each.is_dir()
}
every_text = pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


# The texts


def test_there_are_texts_enough_and_none_is_in_both_parts():
    teaching = {folder.name for folder in FOLDERS.values() if folder.parent == teaching_folder()}
    held_out = {folder.name for folder in FOLDERS.values() if folder.parent == HELD_OUT}
    assert "article" in teaching
    assert len(teaching - {"article"}) >= 8
    assert len(held_out) >= 4
    assert not teaching & held_out


def test_digest_texts_have_the_length_of_short_news():
    words = {
        name: len((folder / "text.txt").read_text(encoding="utf-8").split())
        for name, folder in FOLDERS.items()
        if name != "article"
    }
    assert all(120 <= count <= 250 for count in words.values()), words
    assert sum(words.values()) >= 2000
    indexed = {
        row["id"]: int(row["words"])
        for root in (teaching_folder(), HELD_OUT)
        for row in rows(root / "index.tsv")
    }
    assert indexed == words


# The files of each text


@every_text
def test_gold_and_both_readings_are_there_and_keep_the_guides_form(folder):
    assert sorted(read_annotated(folder).readings) == ["a", "b"]
    assert problems(folder) == []


@every_text
def test_sentences_are_the_same_in_gold_and_readings(folder):
    text = read_annotated(folder)
    places = {
        tuple((sentence.number, sentence.start, sentence.end) for sentence in side.sentences)
        for side in (text.gold, *text.readings.values())
    }
    assert len(places) == 1


@every_text
def test_every_sentence_has_tokens_from_its_start_to_its_end(folder):
    gold = read_annotated(folder).gold
    for sentence in gold.sentences:
        tokens = [token for token in gold.tokens if token.sentence == sentence.number]
        assert (tokens[0].start, tokens[-1].end) == (sentence.start, sentence.end)


@pytest.mark.parametrize("name", sorted(FOLDERS.keys() - {"article"}))  # it has no headline
def test_a_headline_is_never_a_segment_alone(name):
    text = read_annotated(FOLDERS[name])
    for side in (text.gold, *text.readings.values()):
        for segmentation in side.segmentations:
            assert 1 not in side.breaks("fine", segmentation)


@every_text
def test_files_have_plain_line_ends_and_no_mark_before_them(folder):
    for file in folder.rglob("*.t[sx][vt]"):
        content = file.read_bytes()
        assert b"\r" not in content
        assert not content.startswith(b"\xef\xbb\xbf")
        if file.suffix == ".tsv":
            assert content.endswith(b"\n")


# The decisions


def differences(text: AnnotatedText) -> Iterator[tuple[str, str, str, str, str]]:
    """Layer, place, what a has, what b has, what the gold has; topics have both."""
    one, other = readings.pair_of(text)
    for a, b, gold in zip(one.tokens, other.tokens, text.gold.tokens, strict=True):
        if a.pos != b.pos:
            yield "pos", f"sentence {a.sentence}, {a.text}", a.pos, b.pos, gold.pos
    for a, b, gold in zip(one.sentences, other.sentences, text.gold.sentences, strict=True):
        place, sides = f"sentence {a.number}", (a, b, gold)
        if a.grade != b.grade:
            yield "grade", place, *(str(side.grade) for side in sides)
        elif has_evidence(a) != has_evidence(b):
            given = ("both halves" if has_evidence(side) else "none" for side in sides)
            yield "evidence", place, *given
    for level in ("coarse", "fine"):
        breaks = [
            " ".join(map(str, side.breaks(level, side.segmentations[0]))) for side in (one, other)
        ]
        if breaks[0] != breaks[1]:
            yield f"topics, {level}", "breaks", *breaks, "both"


def has_evidence(sentence: Sentence) -> bool:
    return sentence.evidence != "none"


@every_text
def test_every_difference_is_decided_with_a_reason_and_the_gold_follows_it(folder):
    decided = rows(folder / "adjudication.tsv")
    found = [tuple(row.values())[:-1] for row in decided]
    assert sorted(found) == sorted(differences(read_annotated(folder)))
    assert all(row["reason"].strip() for row in decided)


@every_text
def test_the_reason_of_a_decided_sentence_stands_in_the_gold_too(folder):
    gold = {sentence.number: sentence.reason for sentence in read_annotated(folder).gold.sentences}
    for row in rows(folder / "adjudication.tsv"):
        if row["layer"] in ("grade", "evidence"):
            assert gold[int(row["place"].removeprefix("sentence "))] == row["reason"]


@every_text
def test_where_the_readings_agree_the_gold_agrees_with_them(folder):
    text = read_annotated(folder)
    one, other = readings.pair_of(text)
    for a, b, gold in zip(one.tokens, other.tokens, text.gold.tokens, strict=True):
        assert replace(a, pos="") == replace(b, pos="") == replace(gold, pos="")
        assert gold.pos in (a.pos, b.pos)
    for a, b, gold in zip(one.sentences, other.sentences, text.gold.sentences, strict=True):
        assert gold.grade in (a.grade, b.grade)
        assert has_evidence(gold) in (has_evidence(a), has_evidence(b))


@every_text
def test_the_gold_keeps_both_segmentations(folder):
    text = read_annotated(folder)
    assert text.gold.segmentations == ["a", "b"]
    assert text.gold.segments == tuple(
        segment for side in readings.pair_of(text) for segment in side.segments
    )


def test_the_article_has_two_full_segmentations_that_differ():
    gold = read_annotated(FOLDERS["article"]).gold
    for level in ("coarse", "fine"):
        assert gold.breaks(level, "a") != gold.breaks(level, "b")
