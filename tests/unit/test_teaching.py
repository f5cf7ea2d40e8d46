"""What learners get of a teaching text: plain data that fits together, and no held-out text."""

from __future__ import annotations

import pytest

from lessons.annotations import held_out_folder, teaching_folder
from lessons.errors import CourseError
from lessons.teaching import read_text

IDS = sorted(path.parent.name for path in teaching_folder().glob("*/tokens.tsv"))


@pytest.mark.parametrize("id", IDS)
def test_the_lists_of_a_text_fit_together(id: str) -> None:
    gold = read_text(id)
    assert len(gold.tags) == len(gold.tokens)
    assert len(gold.names) == len(gold.labels) == len(gold.grades) == len(gold.sentences)
    assert "".join(gold.tokens) == "".join(gold.text.split())
    assert set(gold.breaks) == {"a", "b"}
    assert all(0 < each < len(gold.sentences) for found in gold.breaks.values() for each in found)


@pytest.mark.parametrize("id", IDS)
def test_each_name_stands_in_its_sentence_and_is_the_tokens_of_its_span(id: str) -> None:
    gold = read_text(id)
    flat = [name for names in gold.names for name in names]
    assert ["".join(name.split()) for name in flat] == [
        "".join(gold.tokens[start:end]) for start, end, _ in gold.entities
    ]
    pairs = zip(gold.sentences, gold.names, strict=True)
    assert all(name in sentence for sentence, names in pairs for name in names)


def test_a_reading_is_that_readers_own() -> None:
    one, other = read_text("article", "a"), read_text("article", "b")
    assert set(one.breaks) == {"a"}
    assert one.breaks["a"] != other.breaks["b"]
    assert one.tokens == read_text("article").tokens


def test_a_text_tells_its_size_and_not_all_its_lists() -> None:
    gold = read_text("article")
    assert repr(gold) == f"<article: {len(gold.sentences)} sentences, {len(gold.tokens)} tokens>"


def test_no_held_out_text_is_given_however_it_is_asked_for() -> None:
    folder = held_out_folder()
    assert folder
    for held_out in folder.glob("*/tokens.tsv"):
        id = held_out.parent.name
        for asked in (id, f"../../tests/graded/texts/{id}", str(held_out.parent)):
            with pytest.raises(CourseError, match="one of the texts article, cholera"):
                read_text(asked)


def test_an_unknown_reading_is_answered_with_those_that_are() -> None:
    with pytest.raises(CourseError, match="gold, a, b; saw 'c'"):
        read_text("article", "c")
