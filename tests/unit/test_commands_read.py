"""``lessons read``: notebooks as pages to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons import cli


@pytest.mark.parametrize("solved", [False, True])
def test_a_page_is_written_for_each_notebook_that_was_named(
    solved: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "pages"
    options = ["--solved"] if solved else []
    assert cli.main(["read", "--out", str(out), "--notebooks", "00", *options]) == 0
    (page,) = out.iterdir()
    assert capsys.readouterr().out.split() == [str(page)]
    html = page.read_text(encoding="utf-8")
    assert page.name == "00_start_here.html"
    assert ('<strong class="answer">some of both</strong>' in html) == solved
    assert "Everything that this course needs is here." in html  # an output: it ran


def test_a_number_that_no_notebook_has_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["read", "--out", str(tmp_path), "--notebooks", "00,9"]) == 2
    assert "numbers of notebooks, of 00, 01" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_where_to_write_must_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read"]) == 2
    assert "--out" in capsys.readouterr().err
