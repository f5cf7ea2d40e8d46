"""Describe says what a text holds, in data that can be written as JSON."""

from __future__ import annotations

import doctest
import json
from pathlib import Path

import pytest

import lessons.describe
from lessons.course import course_folder
from lessons.describe import describe
from lessons.entities import LABELS
from lessons.errors import CourseError

PAGE = course_folder() / "data" / "page.txt"


def test_the_example_is_true() -> None:
    ran = doctest.testmod(lessons.describe)
    assert ran.attempted > 0
    assert ran.failed == 0


def test_the_article_is_counted_and_its_furniture_listed() -> None:
    found = describe(PAGE)
    counts = ("paragraphs", "sentences", "tokens", "words")
    assert [found[name] for name in counts] == [7, 19, 445, 394]
    assert [each["line"] for each in found["cut"]] == [1, 2, 3, 7, 12, 13, 14, 17, 18]
    assert found["notes"] == []


def test_entities_stand_where_they_say_in_the_clean_text() -> None:
    found = describe(PAGE)
    assert any(each["text"] == "Lee Jae Myung" for each in found["entities"])
    for each in found["entities"]:
        assert list(each) == ["start", "end", "text", "label"]
        assert found["text"][each["start"] : each["end"]] == each["text"]
        assert each["label"] in (*LABELS, "DATE")


def test_types_are_words_that_differ_in_more_than_capitals() -> None:
    found = describe("The cat saw the other cat.")
    assert (found["tokens"], found["words"], found["types"]) == (7, 6, 4)


@pytest.mark.parametrize("said", ["", "Yes", "你好。", "مرحبا", "a\ud800b", "<p>One.<p>Two.", "…"])
def test_any_text_is_described_in_json(said: str) -> None:
    assert json.loads(json.dumps(describe(said))) == describe(said)


def test_an_empty_text_holds_nothing() -> None:
    found = describe("")
    assert found.pop("text") == ""
    assert "no text here" in found.pop("notes")[0]
    assert not any(found.values())


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    with pytest.raises(CourseError, match="plain text or HTML"):
        describe(tmp_path / "photo")
