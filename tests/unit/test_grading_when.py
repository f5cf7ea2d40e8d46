"""When something was handed in: by each form in which a class hands in, and never by a guess."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.grading.contents import contents
from lessons.grading.keys import handed_in
from lessons.grading.submissions import find_submissions
from lessons.grading.when import When, moment, receipt_dates
from lessons.receipt import Saved, bundle, receipt

FILE = 1_796_000_000  # seconds: 2026-11-30
FILE_DATE = When("2026-11-30T00:53:20+00:00", "file")
STAMP = "2026-12-02 10:00:00.123456 Europe/Berlin\n"
STAMPED = When("2026-12-02T09:00:00+00:00", "nbgrader")
METADATA = """\
---
submission_7:
  :submitters:
  - :name: Jane Doe
    :sid: '42'
  :created_at: 2026-12-03 17:34:00.861687000 Z
  :history:
  - :id: 6
    :created_at: 2026-11-01 10:00:00.000000000 Z
"""


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (FILE, FILE))
    return folder


def zipped(file: Path, files: dict[str, bytes]) -> Path:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 5, 5, 5, 5, 4)), data)
    file.write_bytes(packed.getvalue())
    os.utime(file, (FILE, FILE))
    return file


def dates(place: Path) -> dict[str, When]:
    return {each.name: each.when for one in find_submissions(place) for each in contents(one.files)}


def handin() -> bytes:
    notebooks = [Saved("01_tokens.ipynb", b"{}", "2026-12-01 10:00:00 UTC")]
    return bundle(notebooks, receipt(notebooks))


def test_a_file_has_the_date_of_its_folder(tmp_path):
    put(tmp_path, **{"ana__01.ipynb": "{}", "bo.ipynb": "{}"})
    assert dates(tmp_path) == {"01.ipynb": FILE_DATE, "bo.ipynb": FILE_DATE}


def test_a_zip_of_a_student_has_its_receipt_s_date_else_that_of_the_zip(tmp_path):
    (tmp_path / "ana.zip").write_bytes(handin())
    zipped(tmp_path / "bo.zip", {"00.ipynb": b"{}"})
    assert dates(tmp_path) == {
        "01_tokens.ipynb": When("2026-12-01T10:00:00+00:00", "receipt"),
        "00.ipynb": FILE_DATE,
    }


def test_dates_in_zips_of_canvas_and_moodle_are_not_believed_but_a_receipt_in_them_is(tmp_path):
    place = zipped(
        tmp_path / "submissions.zip",
        {"doejane_LATE_4321_98_00.ipynb": b"{}", "roejohn_77_99_work.zip": handin()},
    )
    assert dates(place) == {
        "00.ipynb": When(),
        "01_tokens.ipynb": When("2026-12-01T10:00:00+00:00", "receipt"),
    }
    put(tmp_path / "canvas", **{"doejane_4321_98_00.ipynb": "{}"})
    put(tmp_path / "moodle", **{"Jane Doe_4321_assignsubmission_file__01.ipynb": "{}"})
    assert dates(tmp_path / "canvas") == {"doejane_4321_98_00.ipynb": When()}
    assert dates(tmp_path / "moodle") == {"01.ipynb": When()}


def test_nbgrader_wrote_when_beside_the_notebook(tmp_path):
    course = put(
        tmp_path / "course",
        **{"nbgrader_config.py": "", "submitted__ana__ps1__01.ipynb": "{}",
           "submitted__ana__ps1__timestamp.txt": STAMP, "submitted__bo__ps1__00.ipynb": "{}"},
    )  # fmt: skip
    assert dates(course) == {"01.ipynb": STAMPED, "00.ipynb": FILE_DATE}
    ana, _ = find_submissions(course)
    assert ana.notes == ()
    place = zipped(
        tmp_path / "submitted.zip",
        {"submitted/ana/ps1/01.ipynb": b"{}", "submitted/ana/ps1/timestamp.txt": STAMP.encode()},
    )
    assert dates(place) == {"01.ipynb": STAMPED}


def test_a_learner_s_own_timestamp_is_a_file_like_any_other(tmp_path):
    put(tmp_path, **{"ana__01.ipynb": "{}", "ana__timestamp.txt": STAMP})
    assert dates(tmp_path) == {"01.ipynb": FILE_DATE}


def test_a_timestamp_that_is_a_link_is_not_followed(tmp_path):
    course = put(tmp_path / "c", **{"gradebook.db": "", "submitted__ana__ps1__01.ipynb": "{}"})
    put(tmp_path, secret=STAMP)
    os.symlink(tmp_path / "secret", course / "submitted" / "ana" / "ps1" / "timestamp.txt")
    assert dates(course) == {"01.ipynb": FILE_DATE}


def test_gradescope_lists_when_and_not_what_was_before(tmp_path):
    at = When("2026-12-03T17:34:00+00:00", "Gradescope")
    put(tmp_path / "e", **{"submission_metadata.yml": METADATA, "submission_7__01.ipynb": "{}"})
    assert dates(tmp_path / "e") == {"01.ipynb": at}
    files = {"a/submission_metadata.yml": METADATA.encode(), "a/submission_7/w.zip": handin()}
    assert dates(zipped(tmp_path / "a.zip", files)) == {"01_tokens.ipynb": at}


def test_another_date_is_another_hand_in_unless_it_is_only_the_file_s(tmp_path):
    def hash(place: Path) -> str:
        (one,) = find_submissions(place)
        return handed_in(one, list(contents(one.files)))

    place = put(tmp_path / "x", **{"submission_7__01.ipynb": "{}"})
    first = hash(place)
    os.utime(place / "submission_7" / "01.ipynb", (FILE + 9, FILE + 9))
    assert hash(place) == first
    named = METADATA.replace("Jane Doe", "submission").replace("'42'", "'7'")
    (place / "submission_metadata.yml").write_text(named)
    second = hash(place)
    (place / "submission_metadata.yml").write_text(named.replace("12-03", "12-04"))
    assert len({first, second, hash(place)}) == 3


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13-01 10:00", "0001-01-01 00:00 +23:59", "2026-12-01 10:00 Mars/X",
             "2026-12-01 10:00 /etc/passwd", "2026-12-01 10:00 ../../x", "9999-12-31 23:59 -11:00"]
)  # fmt: skip
def test_what_is_no_date_is_not_known(text):
    assert moment(text, "nbgrader") == When()


@given(st.text() | st.text("0123456789-: TZ+Europe/"))
def test_whatever_stands_there_is_a_date_or_not_known(text):
    assert moment(text, "x").source in ("", "x")
    assert isinstance(receipt_dates(text), dict)
