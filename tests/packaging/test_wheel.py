"""What a learner installs: the package, the notebooks, their data, and nothing hidden."""

from __future__ import annotations

import json
import subprocess
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import lessons
from lessons.course import course_folder
from lessons.describe import describe

if TYPE_CHECKING:
    from tests.packaging.conftest import Installed

ROOT = Path(__file__).parents[2]
NOTES = {path.name for path in (ROOT / "tests" / "graded" / "notes").iterdir()}
SETTINGS = "share/jupyter/lab/settings/overrides.d/reading-the-news.json"


def tracked(folder: str) -> set[str]:
    """The files of a folder that git knows, or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", folder]
    out = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {name for name in out.splitlines() if (ROOT / name).is_file()}


@pytest.fixture(scope="module")
def contents(wheel: Path) -> dict[str, bytes]:
    """The files of the wheel, by name."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_whole_package_is_in_it(contents: dict[str, bytes]) -> None:
    assert tracked("lessons") <= set(contents)


@pytest.mark.parametrize("folder", ["notebooks", "data"])
def test_notebooks_and_data_are_in_it_byte_for_byte(
    folder: str, contents: dict[str, bytes]
) -> None:
    ours = {
        name: (ROOT / name).read_bytes()
        for name in tracked(folder)
        if not name.startswith("notebooks/source") and not name.endswith(".py")
    }
    inside = f"lessons/course/{folder}/"
    there = {
        name.removeprefix("lessons/course/"): content
        for name, content in contents.items()
        if name.startswith(inside)
    }
    assert there == ours
    assert there


def test_nothing_hidden_is_in_it(contents: dict[str, bytes]) -> None:
    assert not [name for name in contents if "tests" in name.split("/") or "bank" in name]
    assert not [name for name in contents if name.startswith("lessons/course/notebooks/source")]
    assert not [name for name in contents if Path(name).name in NOTES]
    allowed = {"lessons/grading/solved.py", "lessons/commands/solve.py"}  # they name it, no more
    python = {name: text for name, text in contents.items() if name.endswith(".py")}
    assert {name for name, text in python.items() if b"SOLUTION" in text} <= allowed


def test_notebooks_are_handed_out_blank(contents: dict[str, bytes]) -> None:
    for name, content in contents.items():
        if name.endswith(".ipynb"):
            cells = json.loads(content)["cells"]
            code = [cell for cell in cells if cell["cell_type"] == "code"]
            assert code
            assert all(not cell["outputs"] and not cell["execution_count"] for cell in code)


def test_only_a_clone_has_scripts_that_rebuild_data(contents: dict[str, bytes]) -> None:
    assert not [name for name in contents if name.startswith("lessons/course/") and ".py" in name]


def test_jupyterlab_s_settings_are_where_it_looks(contents: dict[str, bytes]) -> None:
    (place,) = [name for name in contents if name.endswith(SETTINGS)]
    assert f".data/data/{SETTINGS}" in place
    assert json.loads(contents[place])


def test_both_licences_are_in_it(contents: dict[str, bytes]) -> None:
    names = {name.rsplit("/", 1)[1] for name in contents if ".dist-info/licenses/" in name}
    assert {"LICENSE", "LICENSE-TEXTS"} <= names


def test_an_sdist_holds_no_hidden_check_either(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "lessons/cli.py", "data/page.txt"} <= names
    assert not [name for name in names if name.startswith(("tests", ".ci", "dist"))]
    assert not [name for name in names if Path(name).name in NOTES]


def test_it_says_its_version(installed: Installed) -> None:
    shown = installed.run("lessons", "--version")
    assert (shown.returncode, shown.stdout) == (0, f"lessons {lessons.__version__}\n")


def test_it_finds_the_course_inside_itself(installed: Installed) -> None:
    code = "from lessons.course import *; print(course_folder()); print(checkout())"
    folder, clone = installed.run("python", "-c", code).stdout.splitlines()
    assert Path(folder).is_relative_to(installed.folder)
    assert clone == "None"


def test_it_describes_a_text(installed: Installed) -> None:
    page = course_folder() / "data" / "page.txt"
    shown = installed.run("lessons", "describe", page, "--json")
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout) == describe(page)


def test_it_hands_out_the_notebooks(installed: Installed) -> None:
    shown = installed.run("lessons", "open", "--copy-only")
    folder = installed.outside / "reading-the-news"
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout == f"Your notebooks are in {folder}\n"
    originals = {path.name: path.read_bytes() for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert {path.name: path.read_bytes() for path in folder.glob("*.ipynb")} == originals


def test_its_settings_are_in_its_environment(installed: Installed) -> None:
    assert (installed.folder / SETTINGS).is_file()


@pytest.mark.parametrize("verb", ["solve", "build"])
def test_what_needs_a_clone_says_so(verb: str, installed: Installed) -> None:
    shown = installed.run("lessons", verb)
    assert shown.returncode == 2
    assert "needs a clone" in shown.stderr
    assert shown.stderr.count("\n") == 1


def test_grading_without_the_checks_says_so(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "ana.ipynb").write_text("{}")
    shown = installed.run("lessons", "grade", tmp_path / "ana.ipynb", "--out", "results")
    assert shown.returncode == 2
    assert "the hidden checks; saw an installed copy without them" in shown.stderr
