"""Handing out notebooks: a learner's work is never touched, whatever happens around it."""

from __future__ import annotations

import doctest
import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons import files, handout
from lessons.errors import CourseError
from lessons.handout import HIDDEN, default_folder, fingerprint, hand_out, outdated

NAME = "01_tokens.ipynb"


class Course:
    """A course with one notebook, and a learner's folder."""

    def __init__(self, place: Path) -> None:
        self.notebooks, self.folder = place / "notebooks", place / "mine"
        self.notebooks.mkdir()
        self.copy = self.folder / NAME
        self.publish("version 1")

    def publish(self, content: str) -> None:
        (self.notebooks / NAME).write_text(content)

    def hand_out(self) -> tuple[str, str]:
        """What happened to the notebook, and the name of the file it happened to."""
        (copy,) = hand_out(self.notebooks, self.folder)
        return copy.happened, copy.path.name

    def there(self) -> dict[str, str]:
        return {path.name: path.read_text() for path in sorted(self.folder.glob("*.ipynb"))}


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


def test_the_examples_are_true() -> None:
    ran = doctest.testmod(handout)
    assert ran.attempted > 0
    assert ran.failed == 0


def test_a_first_time_gives_a_copy(course: Course) -> None:
    assert course.hand_out() == ("new", NAME)
    assert course.there() == {NAME: "version 1"}


def test_a_second_time_changes_nothing(course: Course) -> None:
    course.hand_out()
    before = course.copy.stat()
    assert course.hand_out() == ("same", NAME)
    assert course.copy.stat() == before


def test_work_is_kept(course: Course) -> None:
    course.hand_out()
    course.copy.write_text("my work")
    assert course.hand_out() == ("kept", NAME)
    assert course.there() == {NAME: "my work"}


def test_an_untouched_copy_gives_way_to_a_newer_version(course: Course) -> None:
    course.hand_out()
    course.publish("version 2")
    assert course.hand_out() == ("updated", NAME)
    assert course.there() == {NAME: "version 2"}


def test_a_newer_version_is_put_beside_work(course: Course) -> None:
    course.hand_out()
    course.copy.write_text("my work")
    course.publish("version 2")
    assert course.hand_out() == ("beside", "01_tokens (new version).ipynb")
    assert course.there() == {NAME: "my work", "01_tokens (new version).ipynb": "version 2"}


def test_a_newer_version_is_offered_once(course: Course) -> None:
    course.hand_out()
    course.copy.write_text("my work")
    course.publish("version 2")
    course.hand_out()
    (course.folder / "01_tokens (new version).ipynb").unlink()
    assert course.hand_out() == ("kept", NAME)
    assert course.there() == {NAME: "my work"}


def test_an_untouched_offer_gives_way_to_the_next(course: Course) -> None:
    course.hand_out()
    course.copy.write_text("my work")
    for version in ("version 2", "version 3"):
        course.publish(version)
        course.hand_out()
    assert course.there() == {NAME: "my work", "01_tokens (new version).ipynb": "version 3"}


def test_work_in_an_offer_is_kept_too(course: Course) -> None:
    course.hand_out()
    course.copy.write_text("my work")
    course.publish("version 2")
    course.hand_out()
    (course.folder / "01_tokens (new version).ipynb").write_text("more work")
    course.publish("version 3")
    assert course.hand_out() == ("beside", "01_tokens (new version 2).ipynb")
    assert course.there() == {
        NAME: "my work",
        "01_tokens (new version).ipynb": "more work",
        "01_tokens (new version 2).ipynb": "version 3",
    }


def test_a_deleted_copy_comes_back(course: Course) -> None:
    course.hand_out()
    course.copy.unlink()
    assert course.hand_out() == ("new", NAME)


def test_files_of_the_learner_that_we_never_gave_are_kept(course: Course) -> None:
    course.folder.mkdir()
    course.copy.write_text("mine, from another machine")
    assert course.hand_out() == ("beside", "01_tokens (new version).ipynb")
    assert course.there()[NAME] == "mine, from another machine"


@pytest.mark.parametrize("record", ["", "{", "[]", '{"01_tokens.ipynb": 3}', '{"a": [1]}', "\0"])
def test_a_damaged_record_costs_no_work(course: Course, record: str) -> None:
    course.hand_out()
    course.copy.write_text("my work")
    (course.folder / HIDDEN / "handed-out.json").write_text(record)
    course.hand_out()
    assert course.there()[NAME] == "my work"


def test_only_notebooks_are_handed_out_and_not_their_sources(course: Course) -> None:
    (course.notebooks / "source").mkdir()
    (course.notebooks / "source" / "01_tokens.md").write_text("a source")
    (course.notebooks / "notes.txt").write_text("notes")
    course.hand_out()
    assert list(course.there()) == [NAME]


def test_no_half_file_stays_behind(course: Course) -> None:
    course.hand_out()
    everything = {path.name for path in course.folder.rglob("*")}
    assert everything == {NAME, HIDDEN, "handed-out.json"}


def test_a_copy_may_be_written_by_its_owner_when_the_original_may_not(course: Course) -> None:
    (course.notebooks / NAME).chmod(0o444)
    course.hand_out()
    assert course.copy.stat().st_mode & stat.S_IWUSR


def test_an_empty_course_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="lessons build"):
        hand_out(tmp_path, tmp_path / "mine")


def test_a_folder_that_cannot_be_made_says_what_to_do(course: Course) -> None:
    course.folder.write_text("a file")
    with pytest.raises(CourseError, match=r"a folder that you can write to.*--folder DIR"):
        course.hand_out()


def test_a_folder_that_cannot_be_written_says_what_to_do(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(files, "_write", refuse)  # root may write anywhere
    with pytest.raises(CourseError, match="Permission denied"):
        course.hand_out()


def test_a_folder_in_the_place_of_a_notebook_is_an_error_and_no_loss(course: Course) -> None:
    course.copy.mkdir(parents=True)
    with pytest.raises(CourseError, match=NAME.replace(".", r"\.")):
        course.hand_out()


STEPS = st.lists(
    st.one_of(
        st.just("hand out"),
        st.tuples(st.just("publish"), st.sampled_from(["v2", "v3"])),
        st.tuples(st.just("write"), st.sampled_from(["work", "more work"])),
    ),
    max_size=12,
)


@settings(max_examples=30)
@given(steps=STEPS)
def test_whatever_the_order_what_was_written_last_is_there(
    steps: list[str | tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    course = Course(tmp_path_factory.mktemp("course"))
    course.hand_out()
    written = ""
    for step in steps:
        if step == "hand out":
            course.hand_out()
        elif step[0] == "publish":
            course.publish(step[1])
        else:
            written = step[1]
            course.copy.write_text(written)
    course.hand_out()
    assert not written or course.there()[NAME] == written


def test_outdated_names_the_copies_of_an_older_version(course: Course) -> None:
    assert outdated(course.notebooks, course.folder) == []
    course.hand_out()
    assert outdated(course.notebooks, course.folder) == []
    course.publish("version 2")
    assert outdated(course.notebooks, course.folder) == [NAME]
    course.hand_out()
    assert outdated(course.notebooks, course.folder) == []


def test_the_record_holds_the_fingerprint_every_version_handed_out(course: Course) -> None:
    course.hand_out()
    course.publish("version 2")
    course.hand_out()
    record = json.loads((course.folder / HIDDEN / "handed-out.json").read_text())
    assert record == {NAME: [fingerprint(b"version 1"), fingerprint(b"version 2")]}


def notebook(source: object, **more: object) -> bytes:
    """A notebook of one code cell."""
    cell = {"cell_type": "code", "source": source, "outputs": [], "metadata": {}} | more
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4}).encode()


def test_a_notebook_that_jupyterlab_only_opened_is_no_work() -> None:
    opened = json.loads(notebook(["a\n", "b"], execution_count=None))
    opened["metadata"] = {"language_info": {"name": "python", "version": "3.11.7"}}
    assert fingerprint(json.dumps(opened, indent=1).encode()) == fingerprint(notebook("a\nb"))


@pytest.mark.parametrize(
    "work",
    [
        notebook("a\nb "),
        notebook("a\nb", cell_type="markdown"),
        notebook("a\nb", outputs=[{"output_type": "stream", "name": "stdout", "text": "hello"}]),
        notebook("a\nb")[:-1],
        b"",
        b'{"cells": 3}',
        b'{"cells": [3]}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_any_change_that_a_person_can_see_is_work(work: bytes) -> None:
    assert fingerprint(work) != fingerprint(notebook("a\nb"))


def test_the_usual_folder_is_in_the_home(tmp_path: Path) -> None:
    assert default_folder(tmp_path, None) == tmp_path / "reading-the-news"
    assert default_folder(tmp_path, Path(os.sep)) == tmp_path / "reading-the-news"


def test_a_clone_of_that_name_is_not_taken_for_the_folder(tmp_path: Path) -> None:
    clone = tmp_path / "reading-the-news"
    assert default_folder(tmp_path, clone) == tmp_path / "reading-the-news-work"
    assert default_folder(tmp_path, clone / "deeper") == tmp_path / "reading-the-news-work"
