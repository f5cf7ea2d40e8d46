"""Whatever a learner's code leaves in its folder, the folder is measured, and goes."""

from __future__ import annotations

import os

from lessons.grading.folders import Folder


def test_a_folder_nested_deeper_than_any_path_is_deleted(tmp_path):
    top = tmp_path / "work"
    top.mkdir()
    here = os.open(top, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("nested" * 10, dir_fd=here)
        inner = os.open("nested" * 10, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    assert Folder(top).size_above(10**9, 10**6)
    Folder(top).delete()
    assert not top.exists()


def test_what_is_linked_stays(tmp_path):
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").write_text("x")
    work = tmp_path / "work"
    work.mkdir()
    (work / "link").symlink_to(tmp_path / "kept")
    (work / "shut").mkdir()
    (work / "shut" / "inner").mkdir(mode=0o000)
    (work / "shut").chmod(0o000)
    Folder(work).delete()
    assert not work.exists()
    assert (tmp_path / "kept" / "file").read_text() == "x"


def test_bytes_and_files_are_counted_without_following_links(tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "big").write_bytes(b"x" * 5000)
    (tmp_path / "work" / "link").symlink_to(tmp_path / "big")
    (tmp_path / "work" / "small").write_bytes(b"x" * 100)
    folder = Folder(tmp_path / "work")
    assert not folder.size_above(4000, 10)
    assert folder.size_above(50, 10)
    assert folder.size_above(4000, 1)


def test_a_folder_that_cannot_be_listed_may_hold_anything(tmp_path, monkeypatch):
    (tmp_path / "dark").mkdir()
    assert not Folder(tmp_path).size_above(10**6, 10)
    honest = os.open

    def shut(name, *rest, **words):  # what an ordinary user sees of a folder of mode 300
        if name == "dark":
            raise PermissionError
        return honest(name, *rest, **words)

    monkeypatch.setattr(os, "open", shut)
    assert Folder(tmp_path).size_above(10**6, 10)


def test_a_link_that_takes_a_folder_s_place_while_it_is_measured_is_not_followed(
    tmp_path, monkeypatch
):
    (tmp_path / "big").mkdir()
    (tmp_path / "big" / "file").write_bytes(bytes(5000))
    (tmp_path / "work" / "inner").mkdir(parents=True)
    honest = os.open

    def swap(name, *rest, **words):
        if name == "inner":
            (tmp_path / "work" / "inner").rmdir()
            (tmp_path / "work" / "inner").symlink_to(tmp_path / "big")
        return honest(name, *rest, **words)

    monkeypatch.setattr(os, "open", swap)
    assert not Folder(tmp_path / "work").size_above(4900, 10)


def test_deleting_what_is_gone_is_no_error(tmp_path):
    Folder(tmp_path / "never").delete()
    assert list(tmp_path.iterdir()) == []
