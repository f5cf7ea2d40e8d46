"""What a person may get wrong at the command line: each is told in one line, with status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons import cli

STORY = "One sentence.\n\nTwo.\n"
BAD = (
    "describe nothing.txt; a file to read",
    "describe folder; a file",
    "grade nothing --out new; a notebook, or a folder or zip of notebooks",
    "grade story.txt --out new; which is none",
    "grade folder --out new; one folder, or one file, for each student",
    "grade class --out story.txt; a folder",
    "grade class --out class; outside of what was handed in",
    "grade class --out new --notebooks 99; saw files for",
    "grade class --out new --notebooks all; such as 00,01",
    "grade class --out new --workers 0; 1 or more",
    "grade class --out new --checks nothing; saw files for no notebook",
    "grade class --out new --seed-file folder; saw a folder",
    "grade class --out new --seed-file story.txt; 64 hexadecimal digits",
    "grade class --out new --class story.txt; TOML",
    "grade class --out new --roster nothing.csv; such as roster.csv",
    "mark ana 1.e --points 2 --out nothing; gradebook.sqlite",
    "mark ana 1.e --points two --out folder; 'two'",
    "mark ana 01 --handed-in yesterday --out folder; such as 2026",
    "explain ana 1.e --out story.txt; the results of lessons grade",
    "forget ana --out folder; gradebook.sqlite",
    "export blackboard --out folder; 'canvas'",
    "export moodle --out folder; --from FILE",
    "handin --folder story.txt; the folder with your notebooks",
    "handin --check nothing.zip; saw nothing",
    "handin --check folder; saw a folder",
    "progress --folder nothing; lessons open",
    "update --folder nothing; lessons open",
    "update 99 --folder folder; such as 01",
    "open --folder story.txt --copy-only; a folder",
    "open 99 --folder new --copy-only; such as 01",
    "open --port first --copy-only; from 1 to 65535",
    "adapt nothing.txt --out new; a file to read",
    "adapt story.txt --out new --licence CC0 --source me; reasons against it",
    "adapt folder --decided-by me; a folder that lessons adapt wrote",
    "solve --out story.txt; saw a file",
    "read --out story.txt; saw a file",
    "release --out story.txt; saw a file",
    "release --out new --class nothing.toml; such as class.toml",
)


@pytest.mark.parametrize("line", BAD)
def test_bad_input_is_one_line_that_says_what_is_wanted_and_2(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given, _, said = line.partition("; ")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for folder in ("folder", "class"):
        (tmp_path / folder).mkdir()
    (tmp_path / "story.txt").write_text(STORY)
    (tmp_path / "class" / "ana.ipynb").write_text("{}")
    assert cli.main(given.split()) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("lessons")
    assert said in last
    assert "Errno" not in last
    assert (tmp_path / "story.txt").read_text() == STORY


def test_a_notebook_that_is_not_there_is_not_remembered_as_assigned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ana.ipynb").write_text("{}")
    given = ["grade", str(tmp_path / "ana.ipynb"), "--out", str(tmp_path / "results")]
    given += ["--seed-file", str(tmp_path / "seed"), "--no-compare", "--workers", "1"]
    assert cli.main([*given, "--notebooks", "99"]) == 2
    assert cli.main([*given, "--notebooks", "05"]) == 0
    assert "As given before" not in capsys.readouterr().err
    assert cli.main(given) == 0
    assert "As given before: --notebooks" in capsys.readouterr().err
