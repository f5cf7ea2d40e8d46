"""The diagnosis: each thing that can be wrong is a finding with its cure."""

from __future__ import annotations

import doctest
import json
import shutil
from collections import namedtuple
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from lessons import diagnosis, resources
from lessons.diagnosis import Finding, examine
from lessons.errors import CourseError
from lessons.handout import hand_out

NAMES = [
    "Python",
    "Packages",
    "Kernel and server",
    "Widgets",
    "NLTK data",
    "Your folder",
    "Notebooks",
    "Disk",
]


def test_the_examples_are_true() -> None:
    ran = doctest.testmod(diagnosis)
    assert ran.attempted > 0
    assert ran.failed == 0


def test_here_all_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESSONS_DATA", str(tmp_path / "nltk"))
    monkeypatch.setattr(diagnosis, "_nltk_path", lambda: None)  # another test may have changed it
    findings = examine(tmp_path)
    assert [each.name for each in findings] == NAMES
    assert [each for each in findings if not each.ok] == []


def test_every_problem_comes_with_a_cure(tmp_path: Path) -> None:
    problems = [
        diagnosis.python_version((3, 10, 4)),
        diagnosis.packages(["nltk>=99"], lambda name: "3.10.4"),
        diagnosis.one_environment(Path("/one"), Path("/other")),
        diagnosis.front_end([tmp_path]),
    ]
    assert not any(each.ok for each in problems)
    assert all(each.cure for each in problems)


def test_an_old_python_is_named() -> None:
    finding = diagnosis.python_version((3, 10, 4))
    assert finding.seen.startswith("3.10.4 at ")
    assert finding.cure == "Install Python 3.11 or newer, and the course with it."
    assert diagnosis.python_version((3, 11, 0)).ok


@pytest.mark.parametrize(
    ("version", "ok"), [("3.10.4", True), ("3.11.0", False), ("3.9.1", False), ("3.10rc1", False)]
)
def test_a_package_out_of_range_is_named(version: str, ok: bool) -> None:
    finding = diagnosis.packages(["nltk>=3.10,<3.11"], lambda name: version)
    assert finding.ok is ok
    assert ok or finding.seen.startswith(f"nltk is {version}, not ")


def test_a_missing_package_is_named() -> None:
    def none(name: str) -> str:
        raise PackageNotFoundError(name)

    finding = diagnosis.packages(["nltk>=3.10", "pytest; extra == 'dev'"], none)
    assert finding.seen == "nltk is missing"
    assert "-m pip install" in finding.cure


def test_kernel_and_server_in_two_environments_are_named() -> None:
    finding = diagnosis.one_environment(Path("/one"), Path("/other"))
    assert finding.seen == f"kernel in {Path('/one')}, server in {Path('/other')}"
    assert finding.cure == "Stop Jupyter, and start the course with: lessons open"


def test_without_a_server_in_sight_nothing_is_claimed() -> None:
    finding = diagnosis.one_environment(Path("/one"), None)
    assert finding.ok
    assert "no Jupyter server in sight" in finding.seen


def put_front_end(folder: Path, extension: str) -> None:
    (folder / extension).mkdir(parents=True)
    (folder / extension / "package.json").write_text(json.dumps({"version": "1.2"}))


def test_a_missing_front_end_is_named(tmp_path: Path) -> None:
    put_front_end(tmp_path, "anywidget")
    finding = diagnosis.front_end([tmp_path / "nowhere", tmp_path])
    assert finding.seen == "missing: @jupyter-widgets/jupyterlab-manager (of ipywidgets)"
    put_front_end(tmp_path, "@jupyter-widgets/jupyterlab-manager")
    finding = diagnosis.front_end([tmp_path / "nowhere", tmp_path])
    assert finding.ok
    assert finding.seen == "@jupyter-widgets/jupyterlab-manager 1.2, anywidget 1.2"


def test_foreign_nltk_data_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "install", lambda: tmp_path / "ours")
    finding = diagnosis.nltk_data([str(tmp_path / "theirs"), str(tmp_path / "ours")])
    assert not finding.ok
    assert finding.seen == f"NLTK reads {tmp_path / 'theirs'} before {tmp_path / 'ours'}"


@pytest.mark.parametrize("path", [None, [], ["{ours}", "theirs"]])
def test_our_nltk_data_is_well(
    path: list[str] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "install", lambda: tmp_path)
    monkeypatch.setattr(resources, "damaged", list)
    found = diagnosis.nltk_data(path and [each.format(ours=tmp_path) for each in path])
    assert found == Finding("NLTK data", True, f"whole, in {tmp_path}", found.cure)


def test_damaged_nltk_data_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "install", lambda: tmp_path)
    monkeypatch.setattr(resources, "damaged", lambda: ["stopwords: missing"])
    finding = diagnosis.nltk_data(None)
    assert (finding.ok, finding.seen) == (False, "stopwords: missing")
    assert finding.cure.startswith(f"Delete {tmp_path}")


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(dir: Path) -> None:
        raise PermissionError(13, "Permission denied")

    assert diagnosis.may_write(tmp_path / "new").ok
    monkeypatch.setattr(diagnosis.tempfile, "TemporaryFile", refuse)  # root may write anywhere
    finding = diagnosis.may_write(tmp_path / "new")
    assert finding.seen == f"{tmp_path} cannot be written to (Permission denied)"


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    diagnosis.may_write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_old_copies_are_named(tmp_path: Path) -> None:
    notebooks, folder = tmp_path / "notebooks", tmp_path / "mine"
    notebooks.mkdir()
    (notebooks / "01_tokens.ipynb").write_text("version 1")
    hand_out(notebooks, folder)
    assert diagnosis.copies(notebooks, folder).ok
    (notebooks / "01_tokens.ipynb").write_text("version 2")
    finding = diagnosis.copies(notebooks, folder)
    assert finding.seen == "older than the course: 01_tokens.ipynb"
    assert "lessons open" in finding.cure


def test_a_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    assert diagnosis.disk(tmp_path / "new").ok
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(2**30, 2**30, 5 * 2**20))
    finding = diagnosis.disk(tmp_path / "new")
    assert (finding.ok, finding.seen) == (False, "5 MB free")


@pytest.mark.parametrize(
    ("error", "seen", "cure"),
    [
        (CourseError("data", "none", "Get it."), "none; expected data", "Get it."),
        (OSError("no"), "this check itself broke: OSError: no", "Show this line to your instr"),
    ],
)
def test_a_check_that_breaks_is_a_finding_and_stops_no_other(
    error: Exception, seen: str, cure: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks() -> Path:
        raise error

    monkeypatch.setattr(resources, "install", breaks)
    findings = {each.name: each for each in examine(tmp_path)}
    assert list(findings) == NAMES
    assert not findings["NLTK data"].ok
    assert findings["NLTK data"].seen == seen
    assert findings["NLTK data"].cure.startswith(cure)


def test_in_a_kernel_the_folder_is_where_the_notebook_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert diagnosis._folder() != tmp_path
    (tmp_path / ".lessons").mkdir()
    assert diagnosis._folder() == tmp_path
    (tmp_path / ".lessons").rmdir()
    monkeypatch.setattr(diagnosis, "in_kernel", lambda: True)
    assert diagnosis._folder() == tmp_path
