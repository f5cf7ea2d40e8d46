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
