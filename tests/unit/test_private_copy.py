"""A private copy is whole and nobody else's, or is mended, or says what is wrong."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from lessons import private_copy
from lessons.private_copy import faults, may_use, mend

FILES = {"LIST": b"a b c", "tables/english/abbreviations": b"mr mrs"}
SUMS = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}
TABLE = "tables/english/abbreviations"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert mend(tmp_path / "deep/copy", SUMS, FILES.__getitem__) == ""
    return tmp_path / "deep/copy"


@pytest.mark.parametrize("umask", [0o000, 0o002, 0o077])
def test_a_copy_is_for_its_owner_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        mend(tmp_path / "copy", SUMS, FILES.__getitem__)
    finally:
        os.umask(before)
    for path in (tmp_path / "copy", *(tmp_path / "copy").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
        assert path.is_dir() or path.stat().st_nlink == 1


def test_a_sound_copy_is_left_as_it_is(folder: Path) -> None:
    before = (folder / TABLE).stat().st_mtime_ns
    assert faults(folder, SUMS) == {}
    assert mend(folder, SUMS, dict[str, bytes]().__getitem__) == ""
    assert (folder / TABLE).stat().st_mtime_ns == before


def truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:2])


def alter_at_the_same_size(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"!")


def link(file: Path) -> None:
    os.link(file, file.with_name("second-name"))


def point_elsewhere(file: Path) -> None:
    elsewhere = file.parents[3] / "elsewhere"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)


def point_folder_elsewhere(file: Path) -> None:
    elsewhere = file.parents[3] / "elsewhere"
    file.parent.rename(elsewhere)
    file.parent.symlink_to(elsewhere)


def share_file(file: Path) -> None:
    file.chmod(0o664)


def share_folder(file: Path) -> None:
    file.parent.chmod(0o777)


def put_file_for_folder(file: Path) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_text("a file")


HARMS = [
    (Path.unlink, TABLE, "missing"),
    (truncate, TABLE, "damaged"),
    (alter_at_the_same_size, TABLE, "damaged"),
    (link, TABLE, "has a second name (a hard link)"),
    (point_elsewhere, TABLE, "a link, or not of the kind it should be"),
    (share_file, TABLE, "can be written by others"),
    (share_folder, "tables/english", "can be written by others"),
    (point_folder_elsewhere, "tables/english", "a link, or not of the kind it should be"),
    (put_file_for_folder, "tables/english", "a link, or not of the kind it should be"),
]


@pytest.mark.parametrize(("harm", "name", "fault"), HARMS)
def test_harm_is_named_then_mended(
    folder: Path, harm: Callable[[Path], None], name: str, fault: str
) -> None:
    harm(folder / TABLE)
    assert faults(folder, SUMS)[name] == fault
    assert mend(folder, SUMS, FILES.__getitem__) == ""
    assert faults(folder, SUMS) == {}
    assert (folder / TABLE).read_bytes() == FILES[TABLE]


def test_a_folder_in_the_place_of_a_file_is_said_and_not_deleted(folder: Path) -> None:
    (folder / "LIST").unlink()
    (folder / "LIST").mkdir()
    assert "is a folder where a file should be" in mend(folder, SUMS, FILES.__getitem__)


def test_a_write_that_breaks_off_leaves_the_old_file_and_no_remains(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    truncate(folder / TABLE)

    def break_off(_: int) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(private_copy.os, "fsync", break_off)
    assert mend(folder, SUMS, FILES.__getitem__) == "No space left on device"
    assert (folder / TABLE).read_bytes() == FILES[TABLE][:2]
    assert len(list((folder / TABLE).parent.iterdir())) == 1


def test_another_process_that_was_quicker_is_no_fault(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that another process holds open cannot be replaced."""
    (folder / TABLE).unlink()

    def refuse(_: Path, there: Path) -> None:
        there.write_bytes(FILES[TABLE])
        raise PermissionError("held open")

    monkeypatch.setattr(private_copy.os, "replace", refuse)
    assert mend(folder, SUMS, FILES.__getitem__) == ""


def test_a_place_is_usable_when_it_is_ours_or_everybodys(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert may_use(tmp_path)
    assert may_use(tmp_path / "a/b/c")
    assert not may_use(tmp_path / "file")
    assert not may_use(tmp_path / "file/below")
