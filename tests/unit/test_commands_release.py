"""``lessons release``: two archives, one for learners and one for those who teach."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from lessons import cli
from lessons.notebook import read_notebook

CLASS = '[due]\n"00" = 2026-12-01T23:59:00+01:00\n[points]\n"0.c" = 5\n'


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The files of both archives of notebook 00 on a class's terms, by their path below the top."""
    folder = tmp_path_factory.mktemp("release")
    terms = folder / "class.toml"
    terms.write_text(CLASS, encoding="utf-8")
    asked = ["--out", str(folder / "out"), "--notebooks", "00", "--class", str(terms)]
    assert cli.main(["release", *asked]) == 0
    found = {}
    for path in (folder / "out").iterdir():
        with zipfile.ZipFile(path) as archive:
            files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
        found[path.stem.rpartition("-")[2]] = files
    return found


def test_there_are_two_and_each_holds_the_notebook_that_was_named(
    archives: dict[str, dict[str, bytes]],
) -> None:
    assert set(archives) == {"learner", "instructor"}
    name = "00_start_here"
    assert [each for each in archives["learner"] if each.startswith("notebooks/")] == [
        f"notebooks/{name}.ipynb"
    ]
    assert set(archives["instructor"]) == {
        "key.html", "script.html", f"solved/{name}.ipynb",
        f"reading/blank/{name}.html", f"reading/solved/{name}.html",
    }  # fmt: skip


def test_the_instructor_s_notebook_is_solved_and_the_learner_s_blank(
    archives: dict[str, dict[str, bytes]],
) -> None:
    solved = read_notebook(archives["instructor"]["solved/00_start_here.ipynb"])
    blank = read_notebook(archives["learner"]["notebooks/00_start_here.ipynb"])
    assert solved.answers["0.a"].answer == "some of both"
    assert not blank.answers["0.a"].kept


@pytest.mark.parametrize(
    "name", ["key.html", "reading/blank/00_start_here.html", "reading/solved/00_start_here.html"]
)
def test_every_page_states_the_points_of_the_class(
    name: str, archives: dict[str, dict[str, bytes]]
) -> None:
    assert "(5 points" in archives["instructor"][name].decode()


@pytest.mark.parametrize("name", ["script.html", "reading/blank/00_start_here.html"])
def test_pages_state_when_it_is_due(name: str, archives: dict[str, dict[str, bytes]]) -> None:
    assert "1 December 2026, 23:59 (UTC+01:00)" in archives["instructor"][name].decode()


def test_progress_on_the_page_counts_the_points_of_the_class(
    archives: dict[str, dict[str, bytes]],
) -> None:
    assert "0 of 7 points" in archives["instructor"]["reading/blank/00_start_here.html"].decode()
    assert json.loads(archives["learner"]["data/points.json"]) == {"0.c": 5}


def test_a_task_that_the_course_has_not_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = tmp_path / "class.toml"
    terms.write_text('[points]\n"9.z" = 1\n', encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["release", "--out", str(out), "--class", str(terms)]) == 2
    assert "'9.z'" in capsys.readouterr().err
    assert not out.exists()
