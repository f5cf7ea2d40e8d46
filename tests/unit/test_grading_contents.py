"""What comes out of files and zips, however they were made."""

from __future__ import annotations

import io
import os
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.grading import contents as module
from lessons.grading.contents import Content, Dated, Member, contents, unzipped


def zipped(*members: tuple[str, bytes], **words: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **words) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def problem(data: bytes) -> str:
    (content,) = unzipped("ana.zip", data)
    return content.problem


def test_a_file_is_its_bytes_and_a_zip_its_notebooks(tmp_path):
    (tmp_path / "01.ipynb").write_bytes(b"{}")
    (tmp_path / "all.zip").write_bytes(
        zipped(("a/02.ipynb", b"2"), ("receipt.txt", b"x"), ("__MACOSX/._02.ipynb", b"x"))
    )
    found = contents([Dated(tmp_path / "01.ipynb"), Dated(tmp_path / "all.zip")])
    assert list(found) == [Content("01.ipynb", b"{}"), Content("02.ipynb", b"2")]


def test_a_file_in_a_class_s_zip_and_a_zip_in_it(tmp_path):
    inner = zipped(("00.ipynb", b"0"))
    (tmp_path / "class.zip").write_bytes(zipped(("x_1_2_01.ipynb", b"1"), ("x_1_3_a.zip", inner)))
    place = tmp_path / "class.zip"
    files = [Member(place, "x_1_2_01.ipynb", "01.ipynb"), Member(place, "x_1_3_a.zip", "a.zip")]
    assert list(contents(files)) == [Content("01.ipynb", b"1"), Content("00.ipynb", b"0")]
    assert next(iter(contents([Member(place, "gone", "01.ipynb")]))).problem


@pytest.mark.parametrize(
    "name", ["../../escape.ipynb", "/etc/escape.ipynb", "..\\..\\escape.ipynb", "a/../escape.ipynb"]
)
def test_a_path_in_a_zip_goes_nowhere(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (content,) = unzipped("ana.zip", zipped((name, b"x")))
    assert content.data == b"x"
    assert "/" not in content.name
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_a_zip_is_not_followed():
    link = zipfile.ZipInfo("01.ipynb")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "link" in problem(file.getvalue())


def test_a_locked_file_is_said_to_be_locked():
    data = bytearray(zipped(("01.ipynb", b"x")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in problem(bytes(data))


def test_a_bomb_is_read_no_further_than_it_may(monkeypatch):
    monkeypatch.setattr(module, "BIGGEST", 1 << 20)
    monkeypatch.setattr(module, "ALL", 2 << 20)
    began = time.process_time()
    found = list(unzipped("ana.zip", zipped(("a.ipynb", bytes(1 << 28)), ("b.ipynb", b"b"))))
    assert [each.problem for each in found] == ["It is larger than 1 MiB.", ""]
    found = list(unzipped("ana.zip", zipped(*((f"{n}.ipynb", bytes(1 << 20)) for n in range(9)))))
    assert sum(len(each.data) for each in found) == 2 << 20
    assert len(found) == 9
    assert time.process_time() - began < 3


def test_a_size_that_a_zip_lies_about_is_not_believed(monkeypatch):
    monkeypatch.setattr(module, "BIGGEST", 1 << 20)
    data = bytearray(zipped(("a.ipynb", bytes(3 << 20))))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<L", 5)
    (content,) = unzipped("ana.zip", bytes(data))
    assert content.problem or len(content.data) <= 5


def test_a_list_of_a_million_files_is_not_even_read():
    assert "too long" in problem(zipped(*((f"{n}.txt", b"") for n in range(30_000))))


def test_more_files_than_anyone_hands_in_are_cut_off(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST", 3)
    for n in range(5):
        (tmp_path / f"{n}.ipynb").write_bytes(b"{}")
    found = list(contents(sorted(tmp_path.iterdir())))
    assert len(found) == 4
    assert "3 files" in found[-1].problem


def test_more_bytes_than_anyone_hands_in_are_left_and_the_rest_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "ALL", 10)
    for name, size in (("a", 9), ("b", 9), ("c", 1)):
        (tmp_path / name).write_bytes(b"x" * size)
    sizes = [len(each.data) for each in contents(sorted(tmp_path.iterdir()))]
    assert sizes == [9, 0, 1]


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"no zip", zipped()[:-4]])
def test_what_is_no_zip_is_said(data):
    assert problem(data)


def test_a_zip_without_a_notebook_says_what_was_in_it():
    assert problem(zipped(("01.pdf", b"x"), ("inner.zip", b"x"))) == (
        "There is no notebook in the zip, but: 01.pdf, inner.zip."
    )


WHOLE = zipped(("00.ipynb", b"zero" * 50), ("01.ipynb", b"one"))


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8))
def test_a_damaged_zip_gives_something_to_say_and_never_an_error(changes):
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    for content in unzipped("ana.zip", bytes(data)):
        assert bool(content.problem) or isinstance(content.data, bytes)


def test_links_pipes_and_what_is_missing_are_told(tmp_path):
    (tmp_path / "real").write_bytes(b"x")
    os.symlink(tmp_path / "real", tmp_path / "link.ipynb")
    os.mkfifo(tmp_path / "pipe.ipynb")
    names = ("link.ipynb", "pipe.ipynb", "none.ipynb")
    found = list(contents([Path(tmp_path / name) for name in names]))
    assert all(each.problem and not each.data for each in found)
