"""Reading a text with its gold and its readings from their files."""

import pytest

from lessons.annotations import read_annotated, read_annotation, texts_in
from lessons.errors import CourseError


def test_a_text_comes_with_its_layers(annotated):
    text = read_annotated(annotated("kenya"))
    assert text.id == "kenya"
    assert text.text.startswith("Kenya votes\n\nIn May")
    assert text.gold.entities == [(0, 5, "GPE"), (22, 25, "PERSON")]
    assert text.gold.dates == [(16, 19, "DATE")]
    assert [sentence.grade for sentence in text.gold.sentences] == [0, 1, 0]
    assert text.gold.segmentations == ["a"]
    assert text.gold.breaks("coarse", "a") == []
    assert text.gold.breaks("fine", "a") == [1]


def test_a_quotation_mark_is_a_character_like_any_other(annotated):
    assert read_annotation(annotated("kenya")).tokens[5].text == '"'


def test_readings_stand_beside_the_gold(annotated):
    folder = annotated("kenya")
    annotated("kenya/readings/a")
    annotated("kenya/readings/b", topics="b 3 coarse vote\nb 3 fine vote\n")
    text = read_annotated(folder)
    assert sorted(text.readings) == ["a", "b"]
    assert text.readings["b"].segmentations == ["b"]


def test_only_folders_with_gold_are_texts(annotated):
    folder = annotated("kenya").parent
    (folder / "draft").mkdir()
    assert [text.id for text in texts_in(folder)] == ["kenya"]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"tokens": "1 0 five Kenya NNP O O\n"}, "whole numbers .* line 2"),
        ({"tokens": ("3 53 54 . . O O\n", "3 53 54 .\n")}, "7 fields in .* line 17"),
        (
            {"heads": dict.fromkeys(["tokens", "sentences", "topics"], "a b")},
            "the columns sentence",
        ),
    ],
)
def test_a_table_that_cannot_be_read_names_file_and_line(annotated, changed, says):
    with pytest.raises(CourseError, match=says):
        read_annotation(annotated("kenya", **changed))


def test_a_missing_table_and_bytes_that_are_no_text_are_named(annotated):
    folder = annotated("kenya")
    (folder / "text.txt").write_bytes(b"caf\xe9")
    with pytest.raises(CourseError, match=r"UTF-8 in .*text\.txt"):
        read_annotated(folder)
    (folder / "topics.tsv").unlink()
    with pytest.raises(CourseError, match=r"a file in .*topics\.tsv"):
        read_annotation(folder)
