"""``lessons describe``: what any text holds, for a person or as JSON."""

from __future__ import annotations

import doctest
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from lessons import cli
from lessons.commands import describe as command
from lessons.course import course_folder
from lessons.describe import describe

PAGE = course_folder() / "data" / "page.txt"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_nltk_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESSONS_DATA", str(tmp_path / "nltk"))


def test_the_example_is_true() -> None:
    ran = doctest.testmod(command)
    assert ran.attempted > 0
    assert ran.failed == 0


def test_json_is_what_describe_says(capsys: Captured) -> None:
    assert cli.main(["describe", str(PAGE), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == describe(PAGE)


def test_a_person_gets_counts_entities_and_what_was_left_out(capsys: Captured) -> None:
    assert cli.main(["describe", str(PAGE)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["paragraphs: 7", "sentences: 19", "tokens: 445"]
    assert "  PERSON        Lee Jae Myung" in lines
    assert "  line 17       Comments" in lines
    assert not any("Expected" in line for line in lines)


def test_standard_input_is_read_as_a_file_is(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = SimpleNamespace(buffer=io.BytesIO(PAGE.read_bytes()))
    monkeypatch.setattr("sys.stdin", page)
    assert cli.main(["describe", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == describe(PAGE)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"caf\xe9", "not UTF-8"), (b"\0\1", "bytes of zero")],
)
def test_what_is_no_text_is_one_line(
    content: bytes, said: str, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "file").write_bytes(content)
    assert cli.main(["describe", str(tmp_path / "file")]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path, capsys: Captured) -> None:
    assert cli.main(["describe", str(tmp_path / "none.txt")]) == 2
    assert capsys.readouterr().err.startswith("lessons: Expected a file")
