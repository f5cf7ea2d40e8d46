"""What instructors are told about each task: read as it is written, and refused where it is not."""

from pathlib import Path

import pytest

from lessons.errors import CourseError
from lessons.grading.notes import Note, parse, read_notes

TEXT = """\
minutes: 12 / 15

## Goes wrong

`a-belief`: once.

Twice.

## Ask

Why?

## Show next

The end.
"""


def test_a_note_says_its_task_its_minutes_and_its_three_parts() -> None:
    expected = Note("1.e", 12, 15, "`a-belief`: once.\n\nTwice.", "Why?", "The end.")
    assert parse(Path("t1e.md"), TEXT) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT.replace("minutes: 12 / 15", "minutes: twelve"),
        TEXT.replace("minutes: 12 / 15", "minutes: 12"),
        TEXT.replace("## Ask", "## Say"),
        TEXT.replace("## Ask\n\nWhy?\n", ""),
        TEXT.replace("Why?", ""),
        TEXT.replace("## Goes wrong", "Stray.\n\n## Goes wrong"),
        TEXT + "\n## Ask\n\nAgain?\n",
    ],
)
def test_another_form_is_refused_with_the_form_that_is_wanted(text: str) -> None:
    with pytest.raises(CourseError, match=r"minutes: CORE / FULL, then ## Goes wrong.*t1e\.md"):
        parse(Path("t1e.md"), text)


def test_notes_are_read_by_task_and_nothing_else_is(tmp_path: Path) -> None:
    for name in ("t1e.md", "t0a.md", "README.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert list(read_notes(tmp_path)) == ["0.a", "1.e"]


def test_an_installed_copy_has_no_notes(tmp_path: Path) -> None:
    assert read_notes(tmp_path / "nowhere") == {}
