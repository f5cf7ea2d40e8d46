"""Whose notebook is whose, by the forms in which classes hand in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lessons.errors import CourseError
from lessons.grading.submissions import find_submissions


def put(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}")
    return folder


def found(place: Path) -> dict[str, list[str]]:
    return {each.student: [file.name for file in each.files] for each in find_submissions(place)}


def test_a_folder_for_each_student(tmp_path):
    put(tmp_path, "ana/00_start_here.ipynb", "ana/01_tokens.ipynb", "bo/deeper/homework.ipynb")
    assert found(tmp_path) == {
        "ana": ["00_start_here.ipynb", "01_tokens.ipynb"],
        "bo": ["homework.ipynb"],
    }


def test_a_file_for_each_student(tmp_path):
    put(tmp_path, "ana.ipynb", "bo_01_tokens.ipynb", "bo_00_start_here.ipynb")
    put(tmp_path, "Lê Thị-01_tokens.ipynb")
    assert found(tmp_path) == {
        "Lê Thị": ["Lê Thị-01_tokens.ipynb"],
        "ana": ["ana.ipynb"],
        "bo": ["bo_00_start_here.ipynb", "bo_01_tokens.ipynb"],
    }


def test_one_learner_s_own_folder_is_one_student(tmp_path):
    put(tmp_path / "ana", "00_start_here.ipynb", "01_tokens.ipynb", "01_tokens-Copy1.ipynb")
    assert set(found(tmp_path / "ana")) == {"ana"}


def test_a_single_file(tmp_path):
    put(tmp_path, "ana_01_tokens.ipynb", "01_tokens.ipynb")
    assert set(found(tmp_path / "ana_01_tokens.ipynb")) == {"ana"}
    assert set(found(tmp_path / "01_tokens.ipynb")) == {"01_tokens"}


def test_links_are_named_and_not_followed(tmp_path):
    put(tmp_path / "outside", "secret.ipynb")
    put(tmp_path / "class", "ana/01_tokens.ipynb")
    os.symlink(tmp_path / "outside", tmp_path / "class" / "ana" / "more")
    os.symlink(tmp_path / "outside" / "secret.ipynb", tmp_path / "class" / "bo.ipynb")
    ana, bo = find_submissions(tmp_path / "class")
    assert [file.name for file in ana.files] == ["01_tokens.ipynb"]
    assert ana.notes == ("more is a link or no file, and was not read.",)
    assert bo.files == ()
    assert bo.notes == ("bo.ipynb is a link or no file, and was not read.",)


def test_checkpoints_are_not_submissions(tmp_path):
    put(tmp_path, "ana/01.ipynb", "ana/.ipynb_checkpoints/01-checkpoint.ipynb", ".git/x.ipynb")
    assert found(tmp_path) == {"ana": ["01.ipynb"]}


def test_a_student_without_a_notebook_is_listed_with_what_there_was(tmp_path):
    put(tmp_path, "ana/01.ipynb", "bo/01_tokens.pdf")
    assert find_submissions(tmp_path)[1].notes == ("No notebook, but: 01_tokens.pdf.",)


def test_the_same_name_spelled_in_two_normal_forms_is_one_student(tmp_path):
    put(tmp_path, "Zoe\u0308/00.ipynb", "Zoë_01_tokens.ipynb")
    assert list(found(tmp_path)) == ["Zoë"]


@pytest.mark.parametrize("place", ["", "nowhere"])
def test_a_place_without_notebooks_is_an_error(tmp_path, place):
    with pytest.raises(CourseError):
        find_submissions(tmp_path / place)
