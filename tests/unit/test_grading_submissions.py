"""Whose notebook is whose, by the forms in which classes hand in."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from lessons.errors import CourseError
from lessons.grading.contents import contents
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
    _, bo = find_submissions(tmp_path)
    assert bo.notes == ("No notebook, but: 01_tokens.pdf.",)


def test_a_folder_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    put(tmp_path, "ana/shut/01.ipynb")
    honest = os.scandir

    def shut(path):  # what an ordinary user meets in a folder of mode 000
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return honest(path)

    monkeypatch.setattr(os, "scandir", shut)
    (ana,) = find_submissions(tmp_path)
    assert ana.files == ()
    assert ana.notes == ("shut cannot be opened (Permission denied), and was not read.",)


def test_the_same_name_spelled_in_two_normal_forms_is_one_student(tmp_path):
    put(tmp_path, "Zoe\u0308/00.ipynb", "Zoë_01_tokens.ipynb")
    assert list(found(tmp_path)) == ["Zoë"]


@pytest.mark.parametrize("place", ["", "nowhere"])
def test_a_place_without_notebooks_is_an_error(tmp_path, place):
    with pytest.raises(CourseError):
        find_submissions(tmp_path / place)


def zipped(file: Path, *names: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return file


CANVAS = ("doejane_4321_98765_01_tokens.ipynb", "doejane_LATE_4321_98766_00_start_here-1.ipynb",
          "roejohn_LATE_77_98767_homework.zip", "anon_x7Yz_98768_01_tokens.ipynb")  # fmt: skip
FROM_CANVAS = {
    "anon_x7Yz": ["01_tokens.ipynb"],
    "doejane_4321": ["01_tokens.ipynb", "00_start_here-1.ipynb"],
    "roejohn_77": ["homework.zip"],
}


def test_a_zip_from_canvas_and_that_it_was_late(tmp_path):
    place = zipped(tmp_path / "submissions.zip", *CANVAS)
    assert found(place) == FROM_CANVAS
    notes = {each.student: each.notes for each in find_submissions(place)}
    assert notes["anon_x7Yz"] == ()
    assert "late" in notes["roejohn_77"][0]
    _, jane, _ = find_submissions(place)
    assert [each.data.decode() for each in contents(jane.files)] == list(CANVAS[:2])


def test_the_same_unpacked(tmp_path):
    assert set(found(put(tmp_path, *CANVAS))) == set(FROM_CANVAS)


MOODLE = ("Jane Doe_4321_assignsubmission_file/01_tokens.ipynb",
          "Jane Doe_4321_assignsubmission_file/00_start_here.ipynb",
          "Lê Thị_5_assignsubmission_file_/homework.zip",
          "Max_6_assignsubmission_onlinetext/onlinetext.html")  # fmt: skip
FROM_MOODLE = {
    "Jane Doe_4321": ["00_start_here.ipynb", "01_tokens.ipynb"],
    "Lê Thị_5": ["homework.zip"],
    "Max_6": [],
}


def test_a_zip_from_moodle_and_the_same_unpacked(tmp_path):
    assert found(zipped(tmp_path / "course-week 1-99.zip", *MOODLE)) == FROM_MOODLE
    assert found(put(tmp_path / "unpacked", *MOODLE)) == FROM_MOODLE


def test_a_zip_from_moodle_without_folders(tmp_path):
    flat = ("Jane Doe_4321_assignsubmission_file_01_tokens.ipynb",)
    assert found(zipped(tmp_path / "week.zip", *flat)) == {"Jane Doe_4321": ["01_tokens.ipynb"]}


METADATA = """---
submission_11:
  :submitters:
  - :name: Jane Doe
    :sid: '42'
    :email: jane@example.org
  :created_at: 2026-10-01 10:00:00 Z
submission_12:
  :submitters:
  - :name: "Max"
    :email: max@example.org
  - :name: Ngô
    :email: ngo@example.org
"""


def test_an_export_from_gradescope_names_its_students_and_groups(tmp_path):
    top = put(
        tmp_path / "assignment_9_export", "submission_11/01.ipynb", "submission_12/x/01.ipynb"
    )
    expected = {"Jane Doe_42": ["01.ipynb"], "Max_max@example.org": ["01.ipynb"],
                "Ngô_ngo@example.org": ["01.ipynb"]}  # fmt: skip
    (top / "submission_metadata.yml").write_text(METADATA)
    assert found(top) == expected
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for file in sorted(top.rglob("*.*")):
            archive.write(file, file.relative_to(tmp_path))
    assert found(tmp_path / "export.zip") == expected


def test_without_its_metadata_the_folders_stand_for_the_students(tmp_path):
    assert set(found(put(tmp_path, "submission_11/01.ipynb"))) == {"submission_11"}


def test_an_nbgrader_course_is_its_submitted_folder(tmp_path):
    put(
        tmp_path,
        "source/hw/01.ipynb",
        "submitted/ana/hw/01.ipynb",
        "submitted/ana/hw/timestamp.txt",
    )
    assert found(tmp_path) == {"ana": ["01.ipynb"]}
    assert found(tmp_path / "submitted") == {"ana": ["01.ipynb"]}


def test_a_student_s_zip_is_that_student_s_whatever_it_holds(tmp_path):
    zipped(tmp_path / "class" / "mallory.zip", CANVAS[0], MOODLE[0], "bo/01_tokens.ipynb")
    put(tmp_path / "class", "bo.ipynb", "cy/01_tokens.zip")
    (tmp_path / "class" / "cy_00_start_here.ipynb").write_text("{}")
    assert found(tmp_path / "class") == {
        "bo": ["bo.ipynb"],
        "cy": ["01_tokens.zip", "cy_00_start_here.ipynb"],
        "mallory": ["mallory.zip"],
    }


def test_a_zip_of_one_learner_s_own_notebooks(tmp_path):
    place = zipped(tmp_path / "ana.zip", "00_start_here.ipynb", "01_tokens.ipynb", "receipt.txt")
    assert found(place) == {"ana": ["00_start_here.ipynb", "01_tokens.ipynb"]}
    assert find_submissions(place).others == ["receipt.txt"]


def test_a_folder_zipped_whole_is_what_is_in_it(tmp_path):
    place = zipped(tmp_path / "week1.zip", "week1/ana/01.ipynb", "week1/bo.ipynb")
    assert found(place) == {"ana": ["01.ipynb"], "bo": ["bo.ipynb"]}


def test_several_places_are_one_class(tmp_path):
    one = zipped(tmp_path / "one.zip", "doejane_4321_5_00_start_here.ipynb")
    two = zipped(tmp_path / "two.zip", "doejane_4321_6_01_tokens.ipynb")
    (jane,) = find_submissions(one, two)
    assert [file.name for file in jane.files] == ["00_start_here.ipynb", "01_tokens.ipynb"]


def test_a_moodle_name_that_could_be_two_students_is_neither(tmp_path):
    name = "x_1_assignsubmission_file_y_2_assignsubmission_file_01.ipynb"
    assert list(found(put(tmp_path, name))) == [name.removesuffix(".ipynb")]


def test_a_notebook_as_a_browser_saves_it_is_one(tmp_path):
    put(tmp_path, "ana/01_tokens.ipynb.txt", "bo_01_tokens.ipynb.json", "cy.IPYNB", "roster.csv")
    assert list(found(tmp_path)) == ["ana", "bo", "cy"]
    assert find_submissions(tmp_path).others == ["roster.csv"]


def test_a_name_that_no_file_could_be_written_with_is_spelled_out(tmp_path):
    os.makedirs(os.fsencode(tmp_path) + b"/\xff")
    (tmp_path / "\udcff" / "01.ipynb").write_text("{}")
    (submitted,) = find_submissions(tmp_path)
    assert submitted.student == "\\udcff"
    assert [each.data for each in contents(submitted.files)] == [b"{}"]


def test_a_class_s_zip_that_is_none_is_an_error(tmp_path):
    (tmp_path / "class.zip").write_bytes(b"no zip")
    with pytest.raises(CourseError, match="Download it again"):
        find_submissions(tmp_path / "class.zip")
