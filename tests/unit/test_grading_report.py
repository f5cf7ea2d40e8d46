"""What an instructor reads of a class, from one student to a thousand."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from lessons.answers import Kept
from lessons.course import checkout
from lessons.grading.records import Graded, Record
from lessons.grading.report import write_report
from lessons.notebook import Handed

ROOT = checkout()
assert ROOT
TASKS = ("1.b", "1.c", "1.e")
HIDDEN = "test_clitics_are_tokens"


def student(name: str, skill: float, chance: random.Random) -> Graded:
    records = []
    for id in TASKS:
        good = chance.random() < skill
        belief = "" if good else "split-is-tokenizing"
        status, why = ("passed", "") if good else ("failed", "It is cut at spaces.")
        records.append(Record("01", id, HIDDEN, 2 * good, 2, status, why, "", belief, True, False,
                              "confined, abi 6"))  # fmt: skip
    return Graded(name, tuple(records))


def report(graded, folder, **more) -> str:
    return write_report(graded, folder, **more).read_text(encoding="utf-8")


def words(page: str) -> str:
    """The words of a page, without its style, pictures and their tables."""
    page = re.sub("(?s)<style>.*?</style>|<figure.*?</figure>", "", page)
    spaced = " ".join(re.sub("<[^>]+>", " ", page).split())
    return re.sub(r" (?=[,.;:])", "", spaced)


@pytest.mark.parametrize("size", [0, 1, 2, 30])
def test_a_class_of_any_size_has_a_report(size, tmp_path):
    chance = random.Random(size)
    page = report((student(f"s{n}", 0.5, chance) for n in range(size)), tmp_path)
    assert ("Nobody handed anything in." in page) == (size == 0)
    if size:
        assert f"{size} student{'s' * (size > 1)}, 3 tasks, 6 points." in words(page)


def test_what_the_class_misunderstood_comes_first_with_those_who_show_it(tmp_path):
    never = random.Random(1)
    page = words(report([student("ana", 0, never), student("ben", 1, never)], tmp_path))
    short = "1 of 2 students seems to believe: “split() is tokenizing” (tasks 1.b, 1.c, 1.e)"
    assert short in page
    assert page.index(short) < page.index("What the class misunderstood") < page.rindex("Marks")
    assert "(tasks 1.b, 1.c, 1.e): ana" in page


def test_the_instructors_page_names_its_parts_in_their_order(tmp_path):
    chance = random.Random(3)
    page = report([student(name, 0.5, chance) for name in ("ana", "ben")], tmp_path, handed={})
    told = (ROOT / "docs" / "reading-the-report.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|", told.split("\n\n## ", 1)[0], re.MULTILINE)
    assert rows == ["part", "in short", *re.findall(r"<h2 [^>]*>(.+?)</h2>", page)]


def test_both_numbers_of_an_item_are_defined_and_a_tiny_class_is_told_so(tmp_path):
    chance = random.Random(3)
    few = words(report([student(f"s{n}", n % 2, chance) for n in range(4)], tmp_path))
    assert "Difficulty is the share of a task’s points that the class reached" in few
    assert "corrected item-total correlation" in few
    assert "This class is too small for it." in few
    many = words(report([student(f"s{n}", n % 2, chance) for n in range(40)], tmp_path))
    assert "In a class of 40, chance alone gives values between −0.31 and 0.31" in many
    assert "too few" not in many


def test_every_picture_says_what_it_shows_and_has_its_data_as_a_table(tmp_path):
    page = report([student(name, 0, random.Random(1)) for name in ("ana", "ben")], tmp_path)
    alternatives = re.findall(r'<img src="data:image/svg[^"]+" alt="([^"]*)"', page)
    assert len(alternatives) == 3
    assert "Of 2 students: “split() is tokenizing” 2." in alternatives[0]
    assert "1.b: 0 percent reached" in alternatives[2]
    assert page.count("The data as a table") == 3


def test_of_one_student_no_chart_is_drawn_and_the_library_for_it_is_not_even_loaded(tmp_path):
    code = (
        "import sys, pathlib; from lessons.grading.report import write_report as write;"
        "from lessons.grading.records import Graded, Record;"
        "ana = Graded('ana', (Record('01', '1.b', 'x', 0, 1, 'failed', 'seen'),));"
        f"print(write([ana], pathlib.Path({str(tmp_path)!r})).read_text());"
        "assert not {'matplotlib', 'numpy', 'nltk'} & set(sys.modules), sorted(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Charts are drawn of two students or more." in done.stdout
    assert "<img" not in done.stdout


def test_checks_without_a_verdict_proposals_and_crashes_are_there_to_be_looked_at(tmp_path):
    def one(task: str, status: str, why: str, **more: object) -> Record:
        return Record("01", task, "it_works", 0, 1, status, why, **more)  # type: ignore[arg-type]

    records = (one("1.b", "cannot_check", "This needs isolation."),
               one("1.d", "failed", "`count_types` did not finish.", outcome="timed_out"),
               one("1.f", "failed", "Too short.", proposal=True))  # fmt: skip
    page = words(report([Graded("ana", records)], tmp_path))
    assert "1.b Cut the string, it_works: This needs isolation. ana" in page
    assert "1.d Count tokens and types: ran out of time. ana" in page
    assert "Proposed points: read the words, and decide 1.f In your words: ana" in page
    assert "1 kind of check without a verdict, 1 run that went wrong, 1 proposal that waits" in page


def test_alike_work_is_a_question_and_without_notebooks_nothing_is_said_of_it(tmp_path):
    graded = [student(f"s{n:02}", 0, random.Random(n)) for n in range(12)]
    odd = {f"s{n:02}": [Handed(answers={"1.b": Kept("1.b", True, [f"a{n}", f"b{n}", f"c{n}"])})]
           for n in range(12)}  # fmt: skip
    odd["s11"] = odd["s10"]
    page = words(report(graded, tmp_path, handed=odd))
    assert "Did they work together? s10, s11" in page
    assert "This is a question to ask, and no verdict" in page
    assert "One belief may be the whole reason: “split() is tokenizing”." in page
    assert "Notebooks were not compared." in words(report(graded, tmp_path))


def test_of_many_the_first_are_named_and_the_rest_counted(tmp_path):
    never = random.Random(1)
    sizes = []
    for size in (100, 1_000):
        page = report((student(f"s{n:04}", 0, never) for n in range(size)), tmp_path)
        assert f"s0011 and {size - 12} more" in words(page)
        sizes.append(len(page))
    assert sizes[1] < 1.1 * sizes[0]


def test_a_hidden_check_is_named_by_what_was_promised_where_that_is_known(tmp_path):
    graded = [student("ana", 0, random.Random(1))]
    page = words(report(graded, tmp_path, looks_at={("1.b", HIDDEN): "clitics"}))
    assert "1.b clitics hidden" in page


EVIL = ("</main><script>alert(1)</script>", "\u202e\x1b[31m<b>", "x" * 50_000)


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_names_and_reasons_are_shown_and_not_obeyed(evil, tmp_path):
    records = [
        Record("01", evil, evil, 0, 1, status, evil, evil, belief, False, True, evil)  # type: ignore[arg-type]
        for status in ("failed", "cannot_check", "not_attempted")
        for belief in ("", evil)
    ]
    graded = [Graded(f"{evil}{n}", tuple(records)) for n in range(2)]
    handed = {each.student: [Handed(texts={evil: f"{evil} word" * 30})] for each in graded}
    page = report(graded, tmp_path, handed=handed)
    assert "<script" not in page.lower()
    assert not re.search("[\x1b\u202e]", page)
    assert len(page) < 1_000_000
    assert not re.search(r"(src|href)=\"(?!data:|#)|https?:(?!//www.w3.org)", page)


def test_the_page_is_well_formed(tmp_path):
    class Balanced(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list) -> None:
            if tag not in ("meta", "img"):
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    parser = Balanced()
    parser.feed(report([student("ana", 0, random.Random(1))], tmp_path))
    assert parser.open == []
