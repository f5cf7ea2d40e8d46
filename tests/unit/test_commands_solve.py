"""``lessons solve``: every notebook as a learner with full marks would hand it in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lessons import cli
from lessons.answers import kept_answers
from lessons.course import course_folder

NOTEBOOKS = course_folder() / "notebooks"


def test_each_notebook_is_written_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["solve", "--out", str(tmp_path / "new" / "solved")]) == 0
    written = [
        tmp_path / "new" / "solved" / path.name for path in sorted(NOTEBOOKS.glob("*.ipynb"))
    ]
    assert capsys.readouterr().out.split() == list(map(str, written))
    cells = [cell for solved in written for cell in json.loads(solved.read_bytes())["cells"]]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    answers = [kept for source in sources for kept in kept_answers(source)]
    graded = [kept for kept in answers if " " not in kept.task]  # not "1.b practice"
    assert graded
    assert [kept.task for kept in graded if not kept.kept] == []


def test_the_blank_notebooks_are_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in NOTEBOOKS.glob("*.ipynb")}
    assert cli.main(["solve", "--out", str(NOTEBOOKS)]) == 2
    assert "other than the notebooks' own" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in NOTEBOOKS.glob("*.ipynb")} == before


def test_where_to_write_must_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["solve"]) == 2
    assert "--out" in capsys.readouterr().err
