"""What a learner hands in is read from their folder, and nothing there is changed."""

from __future__ import annotations

import doctest
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons import handin
from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.grading.fill import fill
from lessons.handin import gather, named, safe_name

BLANK = json.loads((course_folder() / "notebooks" / "01_tokens.ipynb").read_bytes())


def saved(folder: Path, name: str, **answers: object) -> Path:
    filled = fill(BLANK, {f"1.{letter}": answer for letter, answer in answers.items()})
    (folder / name).write_text(json.dumps(filled), encoding="utf-8")
    return folder / name


def test_the_examples_are_true() -> None:
    ran = doctest.testmod(handin)
    assert ran.attempted > 0
    assert ran.failed == 0


def test_notebooks_are_taken_as_they_were_saved(tmp_path: Path) -> None:
    path = saved(tmp_path, "01_tokens.ipynb", a=29)
    os.utime(path, (1_770_000_000, 1_770_000_000))
    (one,) = gather(tmp_path).notebooks
    assert (one.name, one.content) == ("01_tokens.ipynb", path.read_bytes())
    assert one.when == "2026-02-02 02:40:00 UTC"


def test_a_newer_version_beside_is_left_out_and_said_so(tmp_path: Path) -> None:
    saved(tmp_path, "01_tokens.ipynb")
    saved(tmp_path, "01_tokens (new version).ipynb")
    found = gather(tmp_path)
    assert [each.name for each in found.notebooks] == ["01_tokens.ipynb"]
    assert found.left_out == (
        "01_tokens (new version).ipynb: not your notebook, but what the course put beside it.",
    )


def test_work_in_a_newer_version_is_pointed_out_and_can_be_asked_for(tmp_path: Path) -> None:
    saved(tmp_path, "01_tokens.ipynb")
    saved(tmp_path, "01_tokens (new version).ipynb", e="# task 1.e\nmine = 1")
    assert "It keeps 1.e; to hand it in, give its name." in gather(tmp_path).left_out[0]
    (one,) = gather(tmp_path, ["01_tokens (new version)"]).notebooks
    assert one.name == "01_tokens_(new_version).ipynb"


def test_a_notebook_without_a_task_is_left_out(tmp_path: Path) -> None:
    saved(tmp_path, "01_tokens.ipynb")
    (tmp_path / "Untitled.ipynb").write_text('{"cells": []}')
    assert gather(tmp_path).left_out == ("Untitled.ipynb: no task of the course is in it.",)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"cells": 3}', b"[" * 100_000])
def test_an_unreadable_notebook_is_named_and_the_rest_is_taken(
    tmp_path: Path, content: bytes
) -> None:
    saved(tmp_path, "01_tokens.ipynb")
    (tmp_path / "02_entities.ipynb").write_bytes(content)
    found = gather(tmp_path)
    assert [each.name for each in found.notebooks] == ["01_tokens.ipynb"]
    assert [line.partition(":")[0] for line in found.unreadable] == ["02_entities.ipynb"]


def test_a_folder_or_a_pipe_in_the_place_of_a_notebook_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "01_tokens.ipynb").mkdir()
    os.mkfifo(tmp_path / "02_entities.ipynb")
    assert [line.partition(":")[2] for line in gather(tmp_path).unreadable] == [
        " This is not a regular file."
    ] * 2


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    saved(tmp_path, "01_tokens.ipynb")
    monkeypatch.setattr(Path, "read_bytes", refuse)  # root may read anything
    assert gather(tmp_path).unreadable == ("01_tokens.ipynb: Permission denied",)


def test_nothing_in_the_folder_is_changed(tmp_path: Path) -> None:
    saved(tmp_path, "01_tokens.ipynb")
    before = {path: path.stat() for path in (tmp_path, *tmp_path.iterdir())}
    gather(tmp_path)
    after = {path: path.stat() for path in (tmp_path, *tmp_path.iterdir())}
    assert {path: (at.st_mtime_ns, at.st_size) for path, at in after.items()} == {
        path: (at.st_mtime_ns, at.st_size) for path, at in before.items()
    }


def test_the_beginning_of_a_name_is_enough(tmp_path: Path) -> None:
    mine = saved(tmp_path, "01_tokens.ipynb")
    saved(tmp_path, "01_tokens (new version).ipynb")
    assert {named(tmp_path, asked) for asked in ("01", "01_tokens", "01_tokens.ipynb")} == {mine}
    assert gather(tmp_path, ["01", "01_tokens"]).notebooks == gather(tmp_path).notebooks


def test_a_notebook_elsewhere_can_be_named_by_its_path(tmp_path: Path) -> None:
    elsewhere = saved(tmp_path, "ana.ipynb")
    (tmp_path / "mine").mkdir()
    assert named(tmp_path / "mine", str(elsewhere)) == elsewhere


def test_a_name_that_is_not_there_lists_those_that_are(tmp_path: Path) -> None:
    saved(tmp_path, "01_tokens.ipynb")
    with pytest.raises(CourseError, match=r"01_tokens\.ipynb; saw '07'"):
        named(tmp_path, "07")


@given(names=st.lists(st.text(st.characters(), max_size=100).map(lambda s: f"{s}.ipynb")))
def test_whatever_files_are_called_the_names_are_flat_safe_and_distinct(names: list[str]) -> None:
    given: set[str] = set()
    for name in names:
        safe = safe_name(name, given)
        assert safe.endswith(".ipynb")
        assert not set(safe) & set('/\\:*?"<>|\0\n\r')
        assert safe[0] not in " .-"
        assert len(safe) < 100
        assert safe.encode()
        assert safe.casefold() not in given
        given.add(safe.casefold())


def test_the_courses_own_names_stay_as_they_are() -> None:
    names = [path.name for path in (course_folder() / "notebooks").glob("*.ipynb")]
    assert [safe_name(name) for name in names] == names
