"""What is alike beyond chance, and what is not: honest classes must not be accused."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lessons.answers import LONGEST, Kept
from lessons.grading.likeness import Likeness, Notebooks, alike, answer_parts
from lessons.grading.programs import normal_code, own_tokens
from lessons.grading.records import Graded, Record
from lessons.grading.submissions import find_submissions
from lessons.notebook import Handed
from lessons.tasks import task

PROGRAM = """# task 1.e
def tokens_with_offsets(text):
    places, at = [], 0
    for token in word_tokenize(text):
        start = text.find(token, at)
        at = start + len(token)
        places.append((token, start, at))
    return places
"""
COPY = '''# task 1.e
def tokens_with_offsets(t):
    """My very own."""
    result = []
    pos = 0  # where we are
    result, pos = [], 0
    for w in word_tokenize( t ):
        begin = t.find(w, pos)
        pos = begin + len(w)
        result.append((w, begin, pos))
    return result
'''.replace("    result = []\n    pos = 0  # where we are\n", "    # where we are\n")


def student(name: str, id: str, lost: bool = True, belief: str = "") -> Graded:
    status = "failed" if lost else "passed"
    return Graded(name, (Record("01", id, "a", 0 if lost else 1, 1, status, misconception=belief),))


def found(works: dict[str, Handed], id: str, lost: bool = True, belief: str = "") -> list:
    graded = [student(name, id, lost, belief) for name in works]
    return alike(graded, {name: [handed] for name, handed in works.items()})


def code(**programs: str) -> dict[str, Handed]:
    return {name: Handed(code={"1.e": source}) for name, source in programs.items()}


def answers(*values: object, id: str = "2.a") -> dict[str, Handed]:
    return {f"s{n}": Handed(answers={id: Kept(id, True, value)}) for n, value in enumerate(values)}


def test_a_program_with_other_names_comments_and_layout_is_alike():
    (case,) = found(code(ana=PROGRAM, ben=COPY, cem=PROGRAM.replace("find", "index")), "1.e")
    assert case.students == ("ana", "ben")
    assert (case.kind, case.exact) == ("code", False)
    (case,) = found(code(ana=PROGRAM, ben=PROGRAM), "1.e")
    assert case.exact


def test_short_programs_and_the_starter_are_alike_by_nature():
    short = "# task 1.e\ndef tokens_with_offsets(text):\n    return [(t, 0, 1) for t in text]\n"
    assert found(code(ana=short, ben=short), "1.e") == []
    assert own_tokens("1.e", task("1.e").cell) == 0


def test_what_much_of_the_class_wrote_is_no_question():
    four = dict.fromkeys(("ana", "ben", "cem", "dina"), PROGRAM)
    assert found(code(**four), "1.e") == []


@pytest.mark.parametrize(
    "other",
    [PROGRAM.replace("len(token)", "max(token)"), PROGRAM.replace("0", "1"),
     PROGRAM.replace(".find(", ".index("), PROGRAM.replace("start + len(token)", "start + at")],
)  # fmt: skip
def test_another_program_is_not_the_same(other):
    assert normal_code(other) != normal_code(PROGRAM)


@pytest.mark.parametrize(
    "source",
    ["def f(:", "(" * 5_000, "x = " + "1 + " * 30_000 + "1", "a\x00b", "x" * (LONGEST + 1),
     "x = 0x" + "f" * 60_000],
)  # fmt: skip
def test_what_is_no_program_is_compared_with_nothing_and_stops_nothing(source):
    assert normal_code(source) == ""
    assert found(code(ana=source, ben=source), "1.e") == []


@given(st.text(max_size=200))
@example("\r\x80")  # Python 3.12 and newer cannot read this as tokens
def test_any_source_can_be_compared(source):
    assert normal_code(source) == normal_code(source)
    own_tokens("1.e", source)


RIGHT = [["Lee", "PERSON"], ["Japan", "GPE"], ["Seoul", "GPE"], ["May", "DATE"], ["Obi", "PERSON"]]
ODD = [*RIGHT[:2], ["in Seoul,", "ORG"], ["the May", "GPE"], ["Obi won", "DATE"]]


def test_the_same_rare_wrong_answer_is_a_question():
    (case,) = found(answers(*[RIGHT] * 10, ODD, ODD), "2.a")
    assert case.students == ("s10", "s11")
    assert case.kind == "answer"
    assert case.expected < 0.05
    assert "['Obi won', 'DATE']" in case.parts


def test_one_slip_that_two_share_is_what_chance_gives():
    slip = [*RIGHT[:4], ["Obi", "ORG"]]
    assert found(answers(*[RIGHT] * 10, slip, slip), "2.a") == []


def test_a_number_alone_proves_nothing():
    assert found(answers(*[29] * 20, 31, 31, id="1.a"), "1.a") == []


def test_a_right_answer_and_a_practice_item_are_never_compared():
    assert found(answers(*[RIGHT] * 10, ODD, ODD), "2.a", lost=False) == []
    assert found(answers(*[RIGHT] * 10, ODD, ODD, id="2.a practice"), "2.a practice") == []


def test_a_small_class_has_nothing_to_tell_what_is_rare():
    assert found(answers(RIGHT, ODD, ODD), "2.a") == []


def test_a_belief_that_all_of_them_show_is_said_for_it_may_be_the_reason():
    works = answers(*[RIGHT] * 10, ODD, ODD)
    (case,) = found(works, "2.a", belief="titles-are-names")
    assert case.beliefs == ("titles-are-names",)


def test_the_same_words_of_ones_own_are_a_question_whatever_their_case_and_marks():
    words = "A token is a piece of the text, and a type is what tokens share."
    mine = {"ana": Handed(texts={"1.f": words}), "ben": Handed(texts={"1.f": words.upper()}),
            "cem": Handed(texts={"1.f": "I do not know."}),
            "dina": Handed(texts={"1.f": "I do not know."})}  # fmt: skip
    (case,) = found(mine, "1.f")
    assert (case.kind, case.students) == ("words", ("ana", "ben"))


def test_what_was_not_attempted_is_not_compared():
    absent = [Graded(name, (Record("01", "1.e", "a", 0, 1, "not_attempted"),)) for name in "ab"]
    assert alike(absent, {name: [Handed(code={"1.e": PROGRAM})] for name in "ab"}) == []


def test_a_student_is_never_compared_with_an_own_second_notebook():
    twice = [Handed(code={"1.e": PROGRAM})] * 2
    assert alike([student("ana", "1.e")], {"ana": twice}) == []
    assert alike([student("ana", "1.e")], {}) == []


def test_an_answer_is_the_sum_of_its_parts_whatever_it_holds():
    assert answer_parts(("a", "a")) == {("'a'", 1), ("'a'", 2)}
    assert answer_parts({"A": "x"}) == {("'A'", "'x'")}
    assert answer_parts(int("f" * 60_000, 16)) == {("something that cannot be written out", 1)}


def test_nothing_of_a_thousand_students_is_kept_but_hashes():
    likeness = Likeness()
    for n in range(1_000):
        works = answers([f"a{n}" * 200])["s0"]
        likeness.add(student(f"s{n}", "2.a"), [works])
    assert likeness.found() == []
    assert likeness._twice == {}


def test_notebooks_of_a_class_are_read_when_they_are_asked_for(tmp_path):
    cell = {"cell_type": "code", "source": PROGRAM}
    for name in ("ana", "ben"):
        (tmp_path / f"{name}.ipynb").write_text(json.dumps({"cells": [cell]}))
    notebooks = Notebooks(find_submissions(tmp_path))
    (tmp_path / "ben.ipynb").unlink()
    assert list(notebooks) == ["ana", "ben"]
    assert len(notebooks) == 2
    assert notebooks["ana"][0].code["1.e"] == PROGRAM
    assert notebooks.get("ben") == []
    assert notebooks.get("cem", ()) == ()
