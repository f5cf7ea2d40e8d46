"""Reading a text with its gold and its readings from their files."""

import pytest

from lessons.annotations import read_annotated, read_annotation, texts_in
from lessons.errors import CourseError

TEXT = 'Kenya votes\n\nIn May, "Obi" won the vote.\nIt was close.\n'
TOKENS = """\
1 0 5 Kenya NNP B-GPE O
1 6 11 votes VBZ O O
2 13 15 In IN O O
2 16 19 May NNP O B-DATE
2 19 20 , , O O
2 21 22 " `` O O
2 22 25 Obi NNP B-PERSON O
2 25 26 " '' O O
2 27 30 won VBD O O
2 31 34 the DT O O
2 35 39 vote NN O O
2 39 40 . . O O
3 41 43 It PRP O O
3 44 47 was VBD O O
3 48 53 close JJ O O
3 53 54 . . O O
"""
SENTENCES = """\
1|0|11|0|neutral|none|a headline, no more
2|13|40|1|positive|won|she gains
3|41|54|0|neutral|none|says how it was
"""
TOPICS = "a 3 coarse vote\na 1 fine call\na 3 fine vote\n"
HEADS = {
    "tokens.tsv": "sentence start end token pos entity date",
    "sentences.tsv": "sentence start end grade label evidence reason",
    "topics.tsv": "segmentation after_sentence level label",
}


def write(folder, **changed):
    """A small annotated text; a keyword replaces one of its tables."""
    folder.mkdir(parents=True, exist_ok=True)
    bodies = {
        "tokens.tsv": changed.get("tokens", TOKENS).replace(" ", "\t"),
        "sentences.tsv": changed.get("sentences", SENTENCES).replace("|", "\t"),
        "topics.tsv": changed.get("topics", TOPICS).replace(" ", "\t"),
    }
    for name, body in bodies.items():
        head = changed.get("head", HEADS)[name].replace(" ", "\t")
        (folder / name).write_text(f"{head}\n{body}", encoding="utf-8", newline="\n")
    (folder / "text.txt").write_text(changed.get("text", TEXT), encoding="utf-8", newline="\n")
    return folder


def test_a_text_comes_with_its_layers(tmp_path):
    text = read_annotated(write(tmp_path / "kenya"))
    assert (text.id, text.text) == ("kenya", TEXT)
    assert text.gold.entities == [(0, 5, "GPE"), (22, 25, "PERSON")]
    assert text.gold.dates == [(16, 19, "DATE")]
    assert [sentence.grade for sentence in text.gold.sentences] == [0, 1, 0]
    assert text.gold.segmentations == ["a"]
    assert text.gold.breaks("coarse", "a") == []
    assert text.gold.breaks("fine", "a") == [1]


def test_a_quotation_mark_is_a_character_like_any_other(tmp_path):
    assert read_annotation(write(tmp_path)).tokens[5].text == '"'


def test_readings_stand_beside_the_gold(tmp_path):
    folder = write(tmp_path / "kenya")
    write(folder / "readings" / "a")
    write(folder / "readings" / "b", topics="b 3 coarse vote\nb 3 fine vote\n")
    text = read_annotated(folder)
    assert sorted(text.readings) == ["a", "b"]
    assert text.readings["b"].segmentations == ["b"]


def test_only_folders_with_gold_are_texts(tmp_path):
    write(tmp_path / "kenya")
    (tmp_path / "draft").mkdir()
    assert [text.id for text in texts_in(tmp_path)] == ["kenya"]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"tokens": "1 0 five Kenya NNP O O\n"}, "whole numbers .* line 2"),
        ({"tokens": TOKENS + "3 54 55 !\n"}, "7 fields in .* line 18"),
        ({"head": HEADS | {"topics.tsv": "name end"}}, "the columns segmentation"),
    ],
)
def test_a_table_that_cannot_be_read_names_file_and_line(tmp_path, changed, says):
    with pytest.raises(CourseError, match=says):
        read_annotation(write(tmp_path, **changed))


def test_a_missing_table_and_bytes_that_are_no_text_are_named(tmp_path):
    folder = write(tmp_path)
    (folder / "text.txt").write_bytes(b"caf\xe9")
    with pytest.raises(CourseError, match=r"UTF-8 in .*text\.txt"):
        read_annotated(folder)
    (folder / "topics.tsv").unlink()
    with pytest.raises(CourseError, match=r"a file in .*topics\.tsv"):
        read_annotation(folder)
