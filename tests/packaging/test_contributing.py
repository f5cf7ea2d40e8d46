"""What contributors are told: the derived files, the rooms, and the forms of an issue."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from lessons.course import course_folder

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
OUT = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)
TRACKED = OUT.stdout.splitlines()
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
each_form = pytest.mark.parametrize(
    "form", [path for path in FORMS if path.stem != "config"], ids=lambda path: path.stem
)


def table(heading: str) -> list[list[str]]:
    """The rows of the table under that head, cell by cell."""
    body = PAGE.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    rows = [line.split("|")[1:-1] for line in body.splitlines()[2:]]
    return [[cell.strip() for cell in row] for row in rows]


DERIVED = table("derived")
ROOMS = [name for row in table("folder") for name in re.findall(r"`([^`]+)`", row[0])]


def files(cell: str) -> list[str]:
    return [name for name in re.findall(r"`([^`]+)`", cell) if "/" in name or "." in name]


@pytest.mark.parametrize("row", DERIVED, ids=[row[0] for row in DERIVED])
def test_what_is_derived_has_its_source_its_command_and_its_test(row: list[str]) -> None:
    derived, source, command, test = row
    kept = [] if "never committed" in derived else files(derived)
    assert command
    for pattern in (*kept, *files(source), *files(test)):
        assert list(ROOT.glob(pattern)), pattern
    assert files(test)


def test_every_file_that_git_marks_as_generated_is_in_the_table() -> None:
    marked = re.findall(
        r"(?m)^(\S+) .*linguist-generated=true", (ROOT / ".gitattributes").read_text()
    )
    told = {path for row in DERIVED for name in files(row[0]) for path in ROOT.glob(name)}
    generated = {path for pattern in marked for path in ROOT.glob(pattern)}
    assert generated
    assert generated <= told


def test_every_list_of_checksums_is_in_the_table() -> None:
    told = {name for row in DERIVED for name in files(row[0])}
    assert {name for name in TRACKED if name.endswith("SHA256SUMS")} <= told


def test_every_room_has_its_purpose_and_no_room_is_gone() -> None:
    folders = {part.rsplit("/", 1)[0] for part in TRACKED if "/" in part}
    tops = {folder.split("/")[0] for folder in folders}
    inside = {
        "/".join(folder.split("/")[:2])
        for folder in folders
        if folder.startswith(("lessons/", "tests/"))
    }
    assert (tops | inside) - {"tests"} == set(ROOMS)


def fields(form: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load(form.read_text(encoding="utf-8"))["body"])


@each_form
def test_a_form_is_one_that_github_can_show(form: Path) -> None:
    """By its documented syntax: name, description, body; an id once, a label for each question."""
    whole = yaml.safe_load(form.read_text(encoding="utf-8"))
    assert set(whole) == {"name", "description", "labels", "body"}
    asked = [each for each in fields(form) if each["type"] != "markdown"]
    assert len({each["id"] for each in asked}) == len(asked) > 2
    for each in asked:
        assert each["type"] in {"input", "textarea", "dropdown", "checkboxes"}
        assert each["attributes"]["label"]
        if each["type"] in {"dropdown", "checkboxes"}:
            assert len(each["attributes"]["options"]) == len(
                {str(option) for option in each["attributes"]["options"]}
            )


def test_there_is_a_form_for_a_bug_for_a_wrong_verdict_and_for_a_new_task() -> None:
    assert [path.stem for path in FORMS] == ["bug", "config", "new-task", "wrong-verdict"]
    assert "My right answer was rejected" in FORMS[3].read_text(encoding="utf-8")


def test_the_form_for_a_task_names_the_notebooks_that_there_are() -> None:
    (asked,) = [each for each in fields(FORMS[2]) if each["id"] == "notebook"]
    named = [name.replace(" ", "_") for name in asked["attributes"]["options"][:-1]]
    there = [path.stem for path in (course_folder() / "notebooks").glob("*.ipynb")]
    assert named == sorted(there)


def test_the_workflow_runs_what_a_contributor_can_run() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    assert [step.get("run") for step in job["steps"]] == [None, "bash .ci/run"]
    assert "`bash .ci/run`" in PAGE
