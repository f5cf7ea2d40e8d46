"""An update carries a learner's work into the newer notebook, and never costs any of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons import files
from lessons import update as module
from lessons.cells import MARK, say_handed_out
from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.grading.fill import fill
from lessons.handout import hand_out
from lessons.notebook import read_notebook
from lessons.update import Updated, as_bytes, carry, made_from, update

NAME = "01_tokens.ipynb"
BEFORE = "01_tokens (before update).ipynb"
OFFER = "01_tokens (new version).ipynb"
FIRST = json.loads((course_folder() / "notebooks" / NAME).read_bytes())
ANSWERS: dict[str, object] = {
    "1.a": {"nltk": 29},
    "1.b": ["Lee", "'s"],
    "1.e": "# task 1.e\nmine = 1",
    "1.f": "A token is *mine*.",
}


def version(number: int, without: str = "") -> dict[str, Any]:
    """The notebook as a later version: one more cell above, and no cell that mentions a task."""
    newer: dict[str, Any] = json.loads(json.dumps(FIRST))
    cells = [each for each in newer["cells"] if not without or without not in str(each["source"])]
    more = {"cell_type": "markdown", "id": "n01-98", "metadata": {}, "source": f"Version {number}"}
    newer["cells"] = [more, *cells]
    return newer


class Course:
    """A course with one notebook, and a learner's folder in which it was handed out."""

    def __init__(self, place: Path) -> None:
        self.notebooks, self.folder = place / "notebooks", place / "mine"
        self.notebooks.mkdir()
        self.mine = self.folder / NAME
        self.publish(FIRST)
        hand_out(self.notebooks, self.folder)

    def publish(self, notebook: dict[str, Any]) -> None:
        (self.notebooks / NAME).write_bytes(as_bytes(notebook))

    def work(self, answers: dict[str, object]) -> bytes:
        self.mine.write_bytes(as_bytes(fill(FIRST, answers)))
        return self.mine.read_bytes()

    def update(self, name: str = "") -> list[Updated]:
        return update(self.notebooks, self.folder, name)

    def there(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("*.ipynb"))


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


def kept(path: Path) -> dict[str, object]:
    handed = read_notebook(path)
    assert not handed.problem
    answers = {id: each.answer for id, each in handed.answers.items() if each.kept}
    return answers | {id: text for id, text in handed.texts.items() if text}


def test_answers_code_and_words_are_in_the_newer_notebook(course: Course) -> None:
    course.work(ANSWERS)
    course.publish(version(2))
    (done,) = course.update()
    assert done.carried
    assert done.carried.tasks == ("1.a", "1.b", "1.e", "1.f")
    assert done.carried.left == ()
    assert kept(course.mine) == {id: ANSWERS[id] for id in ("1.a", "1.b", "1.f")}
    assert read_notebook(course.mine).code["1.e"] == '# task 1.e\nmine = 1\n\ncheck("1.e")'
    assert "Version 2" in course.mine.read_text()


def test_work_stays_where_the_words_around_its_blank_are_others(course: Course) -> None:
    course.work(ANSWERS)
    newer = as_bytes(version(2)).decode()
    for now, then in (
        ("A friend says", "A colleague says"),
        ("# task 1.e\\n", "# task 1.e: Try!\\n"),
    ):
        assert newer.count(now) == 1
        newer = newer.replace(now, then)
    course.publish(json.loads(newer))
    (done,) = course.update()
    assert done.carried
    assert (done.carried.tasks, done.carried.left) == (("1.a", "1.b", "1.e", "1.f"), ())
    assert kept(course.mine) == {id: ANSWERS[id] for id in ("1.a", "1.b", "1.f")}
    assert "A colleague says" in course.mine.read_text()
    assert "mine = 1" in read_notebook(course.mine).code["1.e"]


def test_the_result_is_a_notebook_that_jupyter_takes(course: Course) -> None:
    course.work(ANSWERS)
    course.publish(version(2))
    course.update()
    nbformat.validate(nbformat.read(course.mine, as_version=4))


def test_the_old_file_is_beside_it_byte_for_byte_and_saved_when_it_was(course: Course) -> None:
    old = course.work(ANSWERS)
    os.utime(course.mine, (1_770_000_000, 1_770_000_000))
    course.publish(version(2))
    (done,) = course.update()
    assert done.before == course.folder / BEFORE
    assert done.before.read_bytes() == old
    assert done.before.stat().st_mtime == 1_770_000_000


def test_the_copy_that_was_offered_beside_is_gone_when_nobody_wrote_in_it(course: Course) -> None:
    course.work(ANSWERS)
    course.publish(version(2))
    hand_out(course.notebooks, course.folder)
    assert OFFER in course.there()
    course.update()
    assert course.there() == [BEFORE, NAME]


def test_work_in_an_offered_copy_stays(course: Course) -> None:
    course.work(ANSWERS)
    course.publish(version(2))
    hand_out(course.notebooks, course.folder)
    more = as_bytes(fill(version(2), {"1.a": {"nltk": 30}}))
    (course.folder / OFFER).write_bytes(more)
    course.update(NAME)
    assert (course.folder / OFFER).read_bytes() == more


def test_opening_the_course_after_an_update_offers_nothing_anew(course: Course) -> None:
    course.work(ANSWERS)
    course.publish(version(2))
    course.update()
    (copy,) = hand_out(course.notebooks, course.folder)
    assert (copy.happened, course.there()) == ("kept", [BEFORE, NAME])


def test_a_second_update_does_nothing_and_a_later_version_is_taken_again(course: Course) -> None:
    course.work(ANSWERS)
    course.publish(version(2))
    course.update()
    once = course.mine.read_bytes()
    assert course.update() == course.update(NAME) == []
    assert course.mine.read_bytes() == once
    course.publish(version(3))
    (done,) = course.update()
    assert done.before == course.folder / "01_tokens (before update 2).ipynb"
    assert kept(course.mine) == {id: ANSWERS[id] for id in ("1.a", "1.b", "1.f")}


def test_work_on_the_newest_version_is_left_alone(course: Course) -> None:
    work = course.work(ANSWERS)
    assert course.update() == course.update(NAME) == []
    assert course.mine.read_bytes() == work
    assert course.there() == [NAME]


def test_an_untouched_copy_is_replaced(course: Course) -> None:
    course.publish(version(2))
    assert course.update() == [Updated(NAME)]
    assert course.there() == [NAME]


def test_an_untouched_starter_is_not_carried_as_if_it_were_work(course: Course) -> None:
    course.work({"1.a": 29})
    course.publish(version(2))
    (done,) = course.update()
    assert done.carried
    assert done.carried.tasks == ("1.a",)


def test_from_version_to_version_what_is_untouched_follows_the_course_and_work_stays(
    course: Course,
) -> None:
    """Two starters and a prompt read otherwise in B, one task is gone, and one is new."""
    changed = {
        "# task 1.d\n": "# task 1.d\n# B's starter\n",
        "# task 1.e\n": "# task 1.e\n# B's starter\n",
        "A friend says": "A colleague says",
    }
    newer = version(2, without='exercise("1.b")')
    for cell in newer["cells"]:
        for now, then in changed.items():
            cell["source"] = "".join(cell["source"]).replace(now, then)
    new_task = {"cell_type": "code", "id": "n01-99", "metadata": {}, "source": "# task 1.z\nstart"}
    newer["cells"].append(new_task | {"outputs": [], "execution_count": None})
    say_handed_out(newer)

    work = fill(FIRST, {id: ANSWERS[id] for id in ("1.b", "1.e", "1.f")})
    (look,) = (
        each for each in work["cells"] if "for line in article.cut" in "".join(each["source"])
    )
    look["source"] = "article.cut[:3]"
    course.mine.write_bytes(as_bytes(work))
    course.publish(newer)
    (done,) = course.update()

    assert done.carried
    assert done.carried.tasks == ("1.e", "1.f")
    assert done.carried.left == (("1.b", module.GONE),)
    after = read_notebook(course.mine)
    assert "# B's starter" in after.code["1.d"]
    assert "# B's starter" not in after.code["1.e"]
    assert "mine = 1" in after.code["1.e"]
    assert after.texts["1.f"] == ANSWERS["1.f"]
    assert after.code["1.z"] == "# task 1.z\nstart"
    assert "A colleague says" in course.mine.read_text()
    assert "article.cut[:3]" in after.cells
    assert "answer=['Lee'" in (course.folder / BEFORE).read_text()
    once = course.mine.read_bytes()
    assert course.update() == course.update(NAME) == []
    assert course.mine.read_bytes() == once


def test_a_starter_of_a_task_that_is_gone_is_no_work(course: Course) -> None:
    course.work({"1.a": 29})
    course.publish(version(2, without="task 1.e"))
    (done,) = course.update()
    assert done.carried
    assert done.carried.left == ()


def test_a_notebook_that_does_not_say_how_it_was_handed_out_loses_no_work(course: Course) -> None:
    notebook = fill(FIRST, ANSWERS)
    del notebook["metadata"][MARK]
    course.mine.write_bytes(as_bytes(notebook))
    course.publish(version(2))
    (done,) = course.update()
    assert done.carried
    assert done.carried.tasks == ("1.a", "1.b", "1.e", "1.f")
    assert [why for _, why in done.carried.left] == [module.UNSAID]


@pytest.mark.parametrize("id", ["1.a", "1.e", "1.f"])
def test_an_answer_to_a_task_that_is_gone_is_said_and_stays_in_the_old_file(
    course: Course, id: str
) -> None:
    course.work(ANSWERS)
    course.publish(version(2, without={"1.a": '"1.a"', "1.e": "task 1.e", "1.f": "task 1.f"}[id]))
    (done,) = course.update()
    assert done.carried
    assert done.carried.left == ((id, module.GONE),)
    assert set(done.carried.tasks) == ANSWERS.keys() - {id}
    assert id in read_notebook(course.folder / BEFORE).tasks


def test_an_answer_that_is_no_literal_is_said(course: Course) -> None:
    work = as_bytes(fill(FIRST, ANSWERS)).decode()
    course.mine.write_text(work.replace("answer={'nltk': 29}", "answer=count()"))
    course.publish(version(2))
    (done,) = course.update()
    assert done.carried
    assert done.carried.left == (("1.a", module.NO_LITERAL),)


def test_an_answer_in_a_form_that_is_no_longer_asked_for_is_carried_and_said(
    course: Course,
) -> None:
    course.work({"1.b": 29})
    course.publish(version(2))
    (done,) = course.update()
    assert done.carried
    assert done.carried.tasks == ("1.b",)
    assert [id for id, why in done.carried.unfit if why] == ["1.b"]


def test_hints_that_were_asked_for_stay_known(course: Course) -> None:
    work = fill(FIRST, {"1.a": 29})
    for cell in work["cells"]:
        source = "".join(cell["source"]).replace("answer=29", "answer=29, hints=2")
        cell["source"] = source.replace('exercise("1.b")', 'exercise("1.b", hints=1)')
    course.mine.write_bytes(as_bytes(work))
    course.publish(version(2))
    (done,) = course.update()
    assert done.carried
    assert done.carried.tasks == ("1.a",)
    answers = read_notebook(course.mine).answers
    assert [(answers[id].hints, answers[id].kept) for id in ("1.a", "1.b", "1.c")] == [
        (2, True),
        (1, False),
        (0, False),
    ]


def test_cells_of_ones_own_come_along(course: Course) -> None:
    notebook = fill(FIRST, ANSWERS)
    mine = {"cell_type": "code", "id": "abc", "metadata": {}, "source": "helper = 1"}
    notebook["cells"].append(mine | {"outputs": [], "execution_count": 3})
    course.mine.write_bytes(as_bytes(notebook))
    course.publish(version(2))
    (done,) = course.update()
    assert done.carried
    assert done.carried.own == 1
    assert read_notebook(course.mine).cells[-1] == "helper = 1"


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\0", b'{"cells": 3}', b"[" * 100_000])
def test_a_damaged_file_is_said_and_left_as_it_is(course: Course, content: bytes) -> None:
    course.mine.write_bytes(content)
    course.publish(version(2))
    (done,) = course.update()
    assert "Your file is as it was" in done.problem
    assert course.mine.read_bytes() == content


def test_a_name_that_is_no_notebook_of_the_course_is_said(course: Course) -> None:
    with pytest.raises(CourseError, match=r"01_tokens\.ipynb"):
        course.update("07_more.ipynb")


def test_a_notebook_that_is_saved_meanwhile_is_not_written_over(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.work(ANSWERS)
    course.publish(version(2))
    later = as_bytes(fill(FIRST, {"1.a": 30}))

    def saves(named: Callable[[str], Path], content: bytes) -> Path:
        path = files.write_new(named, content)
        course.mine.write_bytes(later)
        return path

    monkeypatch.setattr(module, "write_new", saves)
    (done,) = course.update()
    assert "was saved just now" in done.problem
    assert course.mine.read_bytes() == later


class Killed(BaseException):
    """As when the process ends: nothing in the course catches it."""


@pytest.mark.parametrize("error", [Killed, partial(PermissionError, 13, "Permission denied")])
@pytest.mark.parametrize("step", ["os.fsync", "os.replace", "shutil.copystat", "pathlib.Path.open"])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_wherever_an_update_breaks_off_no_work_is_lost_and_it_can_be_run_again(
    course: Course,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    at: int,
    error: Callable[[], BaseException],
) -> None:
    old = course.work(ANSWERS)
    course.publish(version(2))
    hand_out(course.notebooks, course.folder)
    calls = 0
    with monkeypatch.context() as patched:
        owner, _, name = step.rpartition(".")
        whole = {"os": os, "shutil": module.shutil, "pathlib.Path": Path}[owner]
        real = getattr(whole, name)

        def breaks(*args: Any, **more: Any) -> Any:
            nonlocal calls
            if any(".ipynb" in str(arg) for arg in args) or name == "fsync":
                calls += 1
                if calls == at:
                    raise error()
            return real(*args, **more)

        patched.setattr(whole, name, breaks)
        with suppress(Killed, CourseError):
            course.update()
    texts = [path.read_bytes() for path in course.folder.glob("01_tokens*.ipynb")]
    assert old in texts
    course.update()
    assert kept(course.mine) == {id: ANSWERS[id] for id in ("1.a", "1.b", "1.f")}
    assert "Version 2" in course.mine.read_text()
    assert old in [path.read_bytes() for path in course.folder.glob("*before update*")]


def test_a_folder_that_cannot_be_written_costs_nothing_and_says_so(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = course.work(ANSWERS)
    course.publish(version(2))
    hand_out(course.notebooks, course.folder)

    write = files._write

    def refuse(path: Path, content: bytes) -> None:
        if path.parent.name == ".lessons":  # the course's own record of what it handed out
            return write(path, content)
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(files, "_write", refuse)  # root may write anywhere
    (done,) = course.update()
    assert done.problem.startswith("Nothing was changed: ")
    assert "Permission denied" in done.problem
    assert course.mine.read_bytes() == old


LITERALS = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=8,
)


@settings(max_examples=60)
@given(answer=LITERALS, words=st.text(), code=st.text())
def test_whatever_was_answered_is_carried_as_it_reads_or_said_to_be_left(
    answer: object, words: str, code: str
) -> None:
    old = as_bytes(fill(FIRST, {"1.a": answer, "1.f": words, "1.e": f"# task 1.e\n{code}"}))
    carried = carry(old, as_bytes(version(2)))
    before, after = read_notebook(old), read_notebook(as_bytes(carried.notebook))
    left = {id for id, _ in carried.left}
    assert left.isdisjoint(carried.tasks)
    for id in carried.tasks:
        assert before.answers.get(id) == after.answers.get(id)
        assert before.texts.get(id) == after.texts.get(id)
        assert after.code.get(id, "").strip().startswith(before.code.get(id, "").strip())
    if before.answers["1.a"].kept:
        assert "1.a" in {*carried.tasks, *left}
    if before.texts["1.f"]:
        assert "1.f" in {*carried.tasks, *left}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"metadata": {"reading_the_news": 3}}'])
def test_a_notebook_that_no_update_made_says_so(content: bytes) -> None:
    assert made_from(content) == ""
