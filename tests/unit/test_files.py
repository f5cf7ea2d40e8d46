"""Files are written whole or not at all, and never over another one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lessons.files import write_new, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def numbered(folder: Path, content: bytes) -> Path:
    return write_new(lambda again: folder / f"work{again}.zip", content)


def test_a_file_is_replaced_by_the_whole_of_the_new_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and long")
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


def test_what_was_there_stays_when_writing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_each_new_file_gets_a_name_of_its_own(tmp_path: Path) -> None:
    assert [numbered(tmp_path, content).name for content in (b"1", b"2", b"3")] == [
        "work.zip",
        "work 2.zip",
        "work 3.zip",
    ]
    assert (tmp_path / "work.zip").read_bytes() == b"1"


def test_a_file_that_holds_just_this_is_not_written_twice(tmp_path: Path) -> None:
    assert numbered(tmp_path, b"1") == numbered(tmp_path, b"1")
    assert names(tmp_path) == ["work.zip"]


def test_a_folder_of_that_name_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "work.zip").mkdir()
    assert numbered(tmp_path, b"1").name == "work 2.zip"
