"""Key and teaching script: every task with its answer, its clock, its errors and its words."""

from __future__ import annotations

import json
import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from lessons.course import checkout
from lessons.errors import CourseError
from lessons.grading.class_file import ClassFile
from lessons.release.key import key_page
from lessons.release.script import Lesson, script_page, sections
from lessons.release.teaching import in_words, taught
from lessons.release.terms import points_of
from lessons.tasks import all_tasks

ROOT = checkout()
assert ROOT
GRADED = ROOT / "tests" / "graded"
NUMBERS = sorted({each.notebook for each in all_tasks()})
NOTE = "minutes: 12 / 20\n\n## Goes wrong\n\n{}\n\n## Ask\n\nWho?\n\n## Show next\n\nThat.\n"


def words(html: str) -> str:
    """What a reader reads."""
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html)).split())


def lesson(number: str, graded: Path = GRADED) -> Lesson:
    """A notebook to teach."""
    assert ROOT
    (file,) = (ROOT / "notebooks").glob(f"{number}_*.ipynb")
    return Lesson(number, json.loads(file.read_bytes()), taught(graded, number))


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """A graded folder with another note on task 1.e."""
    (tmp_path / "bank").symlink_to(GRADED / "bank")
    shutil.copytree(GRADED / "notes", tmp_path / "notes")
    text = NOTE.format("`end-is-the-last-character`: one too little. `find` is no belief.")
    (tmp_path / "notes" / "t1e.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("number", NUMBERS)
def test_the_key_answers_every_task(number: str) -> None:
    tasks = lesson(number).tasks
    html = key_page({"It": tasks}, ClassFile())
    assert [each.task.id for each in tasks] == list(points_of(number))
    for each in tasks:
        assert f"Task {each.task.id}: {each.task.title}" in words(html)
        assert each.task.id in each.answers
        for belief in each.beliefs:
            assert belief.claim.split("`")[0] in words(html)
    assert html.count("<h4>Answer") == sum(len(each.answers) for each in tasks)


def test_the_key_joins_a_belief_with_the_wrong_answers_that_show_it() -> None:
    html = key_page({"Tokens": lesson("01").tasks}, ClassFile(points={"1.e": 8}))
    assert "Task 1.e: Tokens with offsets (8 points)" in words(html)
    (belief,) = re.findall("<li><strong>“end is the place.*?</li>", html)
    assert "Shown by:" in words(belief)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_script_follows_the_notebook(number: str) -> None:
    its = lesson(number)
    ids = [id for _, _, found in sections(its.notebook) for id in found]
    assert ids == list(points_of(number))
    html = words(script_page([its], ClassFile()))
    places = [html.index(f" Task {id}: ") for id in ids]
    assert places == sorted(places)


def test_the_script_says_what_the_notebook_asks_the_class() -> None:
    html = words(script_page([lesson("01")], ClassFile()))
    assert "In pairs. One writes a string of at most six words" in html
    assert "Discuss. A newspaper names" in html


def test_a_note_is_told_with_its_minutes_and_beliefs_in_words(noted: Path) -> None:
    html = words(script_page([lesson("01", noted)], ClassFile()))
    told = html[html.rindex("Task 1.e: ") :]
    clock = re.match(r"Task 1.e: Tokens with offsets 12 \(20\) minutes, (\d+) to (\d+) on", told)
    assert clock
    assert int(clock[2]) == int(clock[1]) + 12
    assert "Say and ask. Who?" in told
    assert "“end is the place of the last character” : one too little. find is no belief." in told
    assert "Show next. That." in told


def test_a_task_without_a_note_is_named(noted: Path) -> None:
    (noted / "notes" / "t1e.md").unlink()
    with pytest.raises(CourseError, match=r"none on 1\.e"):
        lesson("01", noted)


def test_a_word_in_code_that_is_no_belief_stays_code() -> None:
    assert in_words("`half-open`, `x`") == "`half-open`, `x`"
