"""What data/guide.md asks of an annotation, as far as a program can tell."""

import pytest

from lessons.annotations import held_out_folder, teaching_folder
from lessons.guide import problems


def test_a_sound_annotation_has_no_problem(annotated):
    assert problems(annotated("kenya")) == []


@pytest.mark.parametrize(
    ("table", "old", "new", "says"),
    [
        ("tokens", "1 6 11 votes", "1 6 10 votes", "token 2 'votes': the text has 'vote' there"),
        ("tokens", "2 19 20 , , O O\n", "", "',' before it is in no token"),
        ("tokens", "3 53 54 . . O O\n", "", "'.' at the end is in no token"),
        ("tokens", "2 22 25 Obi", '2 21 25 "Obi', "begins before the token before it ends"),
        ("tokens", "3 41 43 It", "2 41 43 It", "is not inside sentence 2"),
        ("tokens", "close JJ", "close ADJ", "'ADJ' is no part of speech"),
        ("tokens", "B-GPE", "I-GPE", "sentence 1, entity"),
        ("tokens", "B-GPE", "B-NATION", "'Kenya' has the entity label 'NATION'"),
        ("tokens", "B-DATE", "B-TIME", "'May' has the date label 'TIME'"),
        ("tokens", "2 13 15 In IN O", "2 13 15 In IN I-GPE", "sentence 2, entity"),
        ("sentences", "1|positive", "1|negative", "the grade 1 is not 'negative'"),
        ("sentences", "1|positive", "3|positive", "3 is no grade of the guide"),
        ("sentences", "1|positive|won", "1|positive|none", "a grade of 1 without evidence"),
        ("sentences", "|won|", "|win|", "the evidence 'win' is not in it"),
        ("sentences", "|she gains", "|", "no reason"),
        ("sentences", "2|13|40", "2|12|40", "has a blank at an end"),
        ("sentences", "2|13|40", "4|13|40", "sentence 4: comes as number 2"),
        ("sentences", "3|41|54|0|neutral|none|says how it was\n", "", "is in no sentence"),
        ("topics", "a 3 coarse", "a 2 coarse", "the last segment ends at 2, the text at 3"),
        ("topics", "a 3 coarse vote", "a 1 coarse x\na 3 coarse vote", "shorter than 2"),
        ("topics", "a 1 fine call", "a 1 fine vote", "'vote' twice in a row is one segment"),
        ("topics", "a 3 coarse vote\n", "", "topics a, coarse: the last segment ends at 0"),
        ("topics", "a 1 fine call", "a 1 deep call", "no other level"),
    ],
)
def test_a_broken_rule_is_named_with_its_place(annotated, table, old, new, says):
    found = problems(annotated("kenya", **{table: (old, new)}))
    assert any(says in problem for problem in found), found
    assert all(problem.startswith("gold: ") for problem in found)


def test_a_coarse_break_must_be_a_fine_one(annotated):
    text = "One. Two. Six. Ten."
    places = [(0, 4), (5, 9), (10, 14), (15, 19)]
    rows = [f"{n}|{a}|{b}|0|neutral|none|so\n" for n, (a, b) in enumerate(places, 1)]
    tokens = "".join(
        f"{n} {a} {b - 1} {text[a : b - 1]} CD O O\n{n} {b - 1} {b} . . O O\n"
        for n, (a, b) in enumerate(places, 1)
    )
    topics = "a 2 coarse x\na 4 coarse y\na 4 fine y\n"
    folder = annotated("numbers", text=text, tokens=tokens, sentences="".join(rows), topics=topics)
    assert problems(folder) == ["gold: topics a: coarse breaks after [2] are not fine ones"]


def test_readings_are_held_to_the_same_rules(annotated):
    folder = annotated("kenya")
    annotated("kenya/readings/a")
    assert problems(folder) == []
    annotated("kenya/readings/b", tokens=("B-GPE", "B-LAND"))
    assert [problem.split(":")[0] for problem in problems(folder)] == ["reading b", "reading b"]


def test_a_table_that_cannot_be_read_is_a_problem_not_an_end(annotated):
    folder = annotated("kenya")
    (annotated("kenya/readings/a") / "topics.tsv").unlink()
    (problem,) = problems(folder)
    assert problem.startswith("reading a: Expected a file")
    (folder / "text.txt").unlink()
    assert len(problems(folder)) == 1


def test_windows_line_ends_are_a_problem_of_the_text(annotated):
    text = 'Kenya votes\r\nIn May, "Obi" won the vote. It was close.\n'
    assert problems(annotated("kenya", text=text))[0].startswith("text.txt")


def test_every_text_of_the_course_is_well_formed():
    held_out = held_out_folder()
    folders = [teaching_folder(), *([held_out] if held_out else [])]
    texts = [file.parent for folder in folders for file in folder.glob("*/tokens.tsv")]
    assert len(texts) >= 13
    assert {folder.name: problems(folder) for folder in texts if problems(folder)} == {}
