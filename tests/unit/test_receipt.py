"""A bundle can be held against its receipt, and a person can read what the receipt says."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lessons
from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.grading.fill import fill
from lessons.receipt import RECEIPT, Saved, bundle, check, one_line, receipt
from lessons.tasks import all_tasks, task

BLANK = json.loads((course_folder() / "notebooks" / "01_tokens.ipynb").read_bytes())
TASKS = all_tasks("01")
WORTH = f"{sum(each.points for each in TASKS):g}"
OPEN = [each.id for each in TASKS if each.points and each.id not in ("1.e", "1.f")]
PRACTICE = sum(not each.points for each in TASKS)
WHEN = "2026-02-02 02:40:00 UTC"


def tokens(name: str = "01_tokens.ipynb", **answers: object) -> Saved:
    filled = fill(BLANK, {f"1.{letter}": answer for letter, answer in answers.items()})
    return Saved(name, json.dumps(filled).encode(), WHEN)


MINE = tokens(e="# task 1.e\nmine = 1", f="three words only")


def packed(*notebooks: Saved) -> bytes:
    return bundle(notebooks, receipt(notebooks))


def rewritten(archive: bytes, **changed: bytes | None) -> bytes:
    """A bundle with files changed or taken out, by the beginning of their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = changed.get(name.partition(".")[0].strip("0123456789_"), old.read(name))
            if content is not None:
                new.writestr(name, content)
    return made.getvalue()


def test_the_receipt_says_what_is_kept_missing_and_worth() -> None:
    assert receipt([MINE]).splitlines()[1:] == [
        f"Course version {lessons.__version__}. Notebooks: 1. "
        f"Kept: work worth 5 of {WORTH} points. Marks come with grading.",
        "",
        "01_tokens.ipynb",
        f"  saved    {WHEN}",
        f"  sha256   {hashlib.sha256(MINE.content).hexdigest()}",
        "  kept     1.e",
        f"  missing  {', '.join(OPEN)}",
        f"  missing  1.f: 3 of {task('1.f').words} words",
        f"  practice 0 of {PRACTICE} kept (earns no points)",
        f"  points   5 of {WORTH} can be earned by what is kept",
    ]


def test_a_notebook_twice_is_worth_its_points_once() -> None:
    assert f"5 of {WORTH} points" in receipt([MINE, tokens("01_tokens-Copy1.ipynb")])


def test_what_is_not_in_the_bundle_is_said() -> None:
    text = receipt([MINE], ["02.ipynb: it is damaged"])
    assert text.endswith("\nNot in this bundle\n  02.ipynb: it is damaged\n")
    assert check(bundle([MINE], text)).problems == ()


def test_the_same_content_gives_the_same_bytes() -> None:
    assert packed(MINE) == packed(MINE)
    assert packed(MINE) != packed(tokens())


def test_a_bundle_holds_the_receipt_first_and_flat_files() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(MINE))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [RECEIPT, "01_tokens.ipynb"]
        assert archive.read("01_tokens.ipynb") == MINE.content


def test_a_bundle_as_it_was_made_is_as_its_receipt_says() -> None:
    assert check(packed(MINE)).names == ("01_tokens.ipynb",)
    assert check(packed(MINE)).problems == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"tokens": b"{}"}, "01_tokens.ipynb is not as it was when the receipt was written."),
        ({"tokens": None}, "01_tokens.ipynb is on the receipt and not in the bundle."),
    ],
)
def test_a_changed_notebook_is_found(changed: dict[str, bytes | None], said: str) -> None:
    assert check(rewritten(packed(MINE), **changed)).problems == (said,)


def test_an_added_notebook_is_found() -> None:
    added = bundle([MINE, tokens("02.ipynb")], receipt([MINE]))
    assert check(added).problems == ("02.ipynb is not on the receipt.",)


@pytest.mark.parametrize(
    ("old", "new"),
    [("kept     1.e", "kept     1.a, 1.e"), (f"5 of {WORTH}", f"{WORTH} of {WORTH}")],
)
def test_a_receipt_that_claims_more_than_is_kept_is_found(old: str, new: str) -> None:
    text = receipt([MINE])
    assert old in text
    forged = rewritten(packed(MINE), receipt=text.replace(old, new).encode())
    assert check(forged).problems == ("The receipt does not say what the notebooks hold.",)


def test_a_bundle_of_another_version_is_compared_by_its_files_alone() -> None:
    text = receipt([MINE]).replace(f"version {lessons.__version__}.", "version 0.0.9.")
    found = check(bundle([MINE], text))
    assert found.problems == ()
    assert "version 0.0.9 of the course" in found.note
    assert check(rewritten(bundle([MINE], text), tokens=b"{}")).problems


def test_two_files_of_one_name_are_found() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = bundle([MINE, MINE], receipt([MINE]))
    assert check(twice).problems == ("01_tokens.ipynb is in the bundle more than once.",)


@pytest.mark.parametrize(
    "content",
    [b"", b"no zip", packed(MINE)[:-40], packed(MINE)[:90], rewritten(packed(MINE), receipt=None)],
)
def test_what_is_no_bundle_says_what_to_do(content: bytes) -> None:
    with pytest.raises(CourseError, match="lessons handin"):
        check(content)


def test_a_zip_that_unpacks_to_far_more_than_notebooks_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lessons.receipt.MOST_BYTES", 10_000)
    with pytest.raises(CourseError, match="more than 0 MiB"):
        check(packed(MINE))


@given(at=st.integers(min_value=0), flip=st.integers(1, 255))
def test_whatever_byte_is_damaged_no_other_content_passes_for_what_was_handed_in(
    at: int, flip: int
) -> None:
    damaged = bytearray(packed(MINE))
    damaged[at % len(damaged)] ^= flip
    try:
        found = check(bytes(damaged))
    except CourseError:
        return
    if not found.problems:  # a time stamp, say: what counts is untouched
        with zipfile.ZipFile(io.BytesIO(bytes(damaged))) as archive:
            assert archive.read("01_tokens.ipynb") == MINE.content


@given(text=st.text())
def test_nothing_that_a_learner_wrote_adds_a_line_to_a_receipt(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert len(one_line(text)) <= 200


def test_a_notebook_without_a_task_says_so() -> None:
    assert "no task of the course is in it" in receipt([Saved("a.ipynb", b'{"cells": []}', WHEN)])
