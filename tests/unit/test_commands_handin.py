"""``lessons handin``, ``progress`` and ``update``: what a learner sees at the command line."""

from __future__ import annotations

import doctest
import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from lessons import cli
from lessons.commands import progress
from lessons.course import course_folder
from lessons.grading.fill import fill
from lessons.standing import course_so_far
from lessons.tasks import all_tasks

BLANK = json.loads((course_folder() / "notebooks" / "01_tokens.ipynb").read_bytes())
CODE = "# task 1.e\nmine = 1"


def save(folder: Path, **answers: object) -> bytes:
    folder.mkdir(exist_ok=True)
    filled = fill(BLANK, {f"1.{letter}": answer for letter, answer in answers.items()})
    (folder / "01_tokens.ipynb").write_text(json.dumps(filled), encoding="utf-8")
    return (folder / "01_tokens.ipynb").read_bytes()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A learner's usual folder, with one task answered."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    save(tmp_path / "reading-the-news", e=CODE)
    return tmp_path / "reading-the-news"


def test_the_bundle_is_put_beside_the_folder_with_its_receipt_inside_and_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["handin"]) == 0
    out = capsys.readouterr().out
    file = folder.with_name("reading-the-news.zip")
    with zipfile.ZipFile(file) as archive:
        text = archive.read("receipt.txt").decode()
        assert archive.namelist() == ["receipt.txt", "01_tokens.ipynb"]
    assert out.startswith(text)
    assert f"Hand in this file: {file}" in out
    assert hashlib.sha256(file.read_bytes()).hexdigest() in out
    assert [path.name for path in folder.iterdir()] == ["01_tokens.ipynb"]


def test_an_earlier_bundle_is_never_written_over(folder: Path) -> None:
    cli.main(["handin"])
    first = folder.with_name("reading-the-news.zip").read_bytes()
    save(folder, e=f"{CODE}\nmore = 2")
    assert cli.main(["handin"]) == 0
    assert folder.with_name("reading-the-news.zip").read_bytes() == first
    assert folder.with_name("reading-the-news 2.zip").read_bytes() != first


@pytest.mark.parametrize(("out", "name"), [("ana.zip", "ana.zip"), ("ana", "ana.zip"), (".", "")])
def test_the_bundle_can_be_put_elsewhere(
    folder: Path, tmp_path: Path, out: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert cli.main(["handin", "01", "--out", out]) == 0
    assert (tmp_path / "elsewhere" / (name or "reading-the-news.zip")).is_file()


def test_a_place_that_cannot_be_written_to_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["handin", "--out", str(folder / "no" / "such.zip")]) == 2
    assert "--out FILE" in capsys.readouterr().err


def test_an_unreadable_notebook_is_named_and_the_rest_is_bundled(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "02_entities.ipynb").write_text("damaged")
    assert cli.main(["handin"]) == 1
    said = capsys.readouterr()
    assert "02_entities.ipynb" in said.err
    assert "Not in this bundle\n  02_entities.ipynb" in said.out
    assert cli.main(["handin", "--check", f"{folder}.zip"]) == 0


@pytest.mark.parametrize("files", [{}, {"Untitled.ipynb": '{"cells": []}'}, {"01.ipynb": "{"}])
def test_nothing_to_hand_in_is_one_line_and_no_bundle(
    tmp_path: Path, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").mkdir()
    for name, content in files.items():
        (tmp_path / "mine" / name).write_text(content)
    assert cli.main(["handin", "--folder", str(tmp_path / "mine")]) == 2
    assert "lessons open" in capsys.readouterr().err.splitlines()[-1]
    assert list(tmp_path.iterdir()) == [tmp_path / "mine"]


def test_a_bundle_is_checked_against_its_receipt(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["handin"])
    capsys.readouterr()
    assert cli.main(["handin", "--check", f"{folder}.zip"]) == 0
    assert "As the receipt says: 01_tokens.ipynb." in capsys.readouterr().out
    with zipfile.ZipFile(f"{folder}.zip", "a") as archive:
        archive.writestr("more.ipynb", "{}")
    assert cli.main(["handin", "--check", f"{folder}.zip"]) == 1
    assert capsys.readouterr().out == "more.ipynb is not on the receipt.\n"


@pytest.mark.parametrize("content", [None, b"no zip"])
def test_what_is_no_bundle_is_one_line(
    tmp_path: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if content:
        (tmp_path / "a.zip").write_bytes(content)
    assert cli.main(["handin", "--check", str(tmp_path / "a.zip")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_example_of_the_progress_table_is_true() -> None:
    assert doctest.testmod(progress) == doctest.TestResults(failed=0, attempted=3)


def test_progress_lists_every_notebook_and_ends_with_the_course(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["progress"]) == 0
    head, *rows, blank, last = capsys.readouterr().out.splitlines()
    assert head.split() == ["notebook", "points", "kept", "missing"]
    assert [row.split()[0] for row in rows] == "00 01_tokens.ipynb 02 03 04 05 06".split()
    worth = sum(task.points for task in all_tasks("01"))
    assert rows[1].split()[1:5] == ["5", "of", f"{worth:g}", "1.e"]
    assert (blank, last) == ("", f"{course_so_far(folder)} Marks come with grading.")


def test_progress_names_what_it_cannot_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "02_entities.ipynb").write_text("damaged")
    assert cli.main(["progress"]) == 1
    assert "02_entities.ipynb: The file is not a notebook" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["handin", "progress", "update"])
def test_without_a_folder_it_says_what_to_do(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([verb, "--folder", str(tmp_path / "none")]) == 2
    said = capsys.readouterr().err
    assert "lessons open" in said
    assert "--folder DIR" in said


def test_update_says_what_came_along_and_where_the_old_file_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = fill(BLANK, {"1.e": CODE})
    older["cells"][0]["source"] = "# An older version"
    older["cells"].append({"cell_type": "code", "id": "n01-97", "source": 'exercise("1.z", 3)'})
    (folder / "01_tokens.ipynb").write_text(json.dumps(older))
    assert cli.main(["update"]) == 0
    out = capsys.readouterr().out
    assert "01_tokens.ipynb: updated. Carried over: 1.e." in out
    assert "as it was: 01_tokens (before update).ipynb" in out
    assert "Only in the old file: 1.z (the newer version has no such task)" in out
    assert cli.main(["update", "01"]) == 0
    assert capsys.readouterr().out == "All is of the newest version: 01_tokens.ipynb\n"


def test_update_says_which_notebook_it_could_not_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "01_tokens.ipynb").write_text("damaged")
    assert cli.main(["update"]) == 1
    said = capsys.readouterr()
    assert "01_tokens.ipynb: not updated." in said.err
    assert (folder / "01_tokens.ipynb").read_text() == "damaged"
