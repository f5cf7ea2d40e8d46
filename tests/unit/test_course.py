"""The course finds its own files, in a clone and in an installed copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons import course
from lessons.errors import CourseError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder, with nothing around it yet."""
    package = tmp_path / "lessons"
    package.mkdir()
    monkeypatch.setattr(course, "PACKAGE", package)
    return package


def put_data(folder: Path) -> None:
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "page.txt").write_text("a page")


def test_in_a_clone_the_course_is_beside_the_package(package: Path) -> None:
    put_data(package.parent)
    assert course.course_folder() == package.parent


def test_in_a_wheel_the_course_is_inside_the_package(package: Path) -> None:
    put_data(package / "course")
    put_data(package.parent)
    assert course.course_folder() == package / "course"


def test_a_course_that_is_not_there_says_what_to_do(package: Path) -> None:
    with pytest.raises(CourseError, match="Install the course again"):
        course.course_folder()


def test_a_clone_is_known_by_its_hidden_checks(package: Path) -> None:
    assert course.checkout() is None
    (package.parent / "tests" / "graded").mkdir(parents=True)
    assert course.checkout() == package.parent


@pytest.fixture
def another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an adapted course; this process is in none."""
    monkeypatch.delenv(course.VARIABLE, raising=False)
    monkeypatch.setattr(course.os, "environ", dict(course.os.environ))
    folder = tmp_path / "bridge"
    (folder / "notebooks").mkdir(parents=True)
    (folder / course.CARD).write_text("{}")
    return folder


def test_a_process_is_in_the_course_as_it_comes_unless_another_is_named(another: Path) -> None:
    assert course.adapted() is None
    assert course.course_folder() == course.own_folder()
    course.enter(another)
    assert course.course_folder() == another
    assert course.own_folder() != another


@pytest.mark.parametrize("place", [".", "notebooks"])
def test_a_notebook_in_an_adapted_course_is_in_it(another: Path, place: str) -> None:
    course.follow(another / place)
    assert course.adapted() == another


def test_a_notebook_elsewhere_is_in_the_course_as_it_comes(another: Path) -> None:
    course.follow(another.parent)
    assert course.adapted() is None


def test_a_course_that_was_named_is_not_left_for_a_folder(another: Path, tmp_path: Path) -> None:
    named = tmp_path / "named"
    named.mkdir()
    (named / course.CARD).write_text("{}")
    course.enter(named)
    course.follow(another)
    assert course.adapted() == named


def test_a_folder_that_is_no_course_is_told(another: Path) -> None:
    with pytest.raises(CourseError, match="Name the folder that lessons adapt wrote"):
        course.enter(another / "notebooks")
