"""The plans of docs/teaching-plans.md add up, from the minutes in the notes of their tasks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lessons.grading.notes import minutes, read_notes

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "teaching-plans.md").read_text(encoding="utf-8")
NOTES = read_notes(ROOT / "tests" / "graded" / "notes")
PLANS = {
    title: (int(total), [[cell.strip() for cell in line.split("|")[1:-1]]
                         for line in body.splitlines() if re.match(r"\| \d", line)])
    for title, total, body in re.findall(
        r"^## ([^\n]+): (\d+) minutes\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE
    )
}  # fmt: skip
ROWS = [(title, row) for title, (_, rows) in PLANS.items() for row in rows]


def test_there_is_a_class_a_workshop_and_a_course() -> None:
    assert [len([title for title in PLANS if kind in title]) for kind in
            ("class", "workshop", "course", "Homework")] == [1, 2, 4, 1]  # fmt: skip
    assert len(ROWS) > 30


@pytest.mark.parametrize("title", PLANS)
def test_a_plan_takes_the_minutes_that_it_states(title: str) -> None:
    total, rows = PLANS[title]
    assert sum(int(row[0]) for row in rows) == total


@pytest.mark.parametrize(("title", "row"), [each for each in ROWS if each[1][1]])
def test_a_row_takes_the_minutes_of_its_tasks(title: str, row: list[str]) -> None:
    took, notebook, tasks, path, _ = row
    its = [note for note in NOTES.values() if f"0{note.task[0]}" == notebook]
    if tasks != "all":
        its = [NOTES[id] for id in tasks.split()]
        assert {f"0{note.task[0]}" for note in its} == {notebook}
    assert int(took) == sum({"core": n.core, "everything": n.full}[path] for n in its)


@pytest.mark.parametrize("kind", ["workshop", "course"])
def test_a_workshop_and_a_course_leave_no_task_of_the_class_out(kind: str) -> None:
    rows = [row for title, row in ROWS if kind in title and row[1]]
    met = {
        id
        for _, notebook, tasks, *_ in rows
        for id in (
            tasks.split() if tasks != "all" else [n for n in NOTES if f"0{n[0]}" == notebook]
        )
    }
    assert met == {id for id in NOTES if id[0] != "6"}


def test_the_meetings_of_90_minutes_hold_what_they_say() -> None:
    told = " ".join(PAGE.split()).rsplit("take the core path: ", 1)[1]
    meetings = re.findall(r"([\d and]+) \((\d+)\)", told)
    for notebooks, took in meetings:
        core = [minutes(NOTES, number)[0] for number in notebooks.strip().split(" and ")]
        assert sum(core) == int(took) <= 90
    assert len(meetings) == 4
