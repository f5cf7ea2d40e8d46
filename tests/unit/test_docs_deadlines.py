"""docs/deadlines.md: its files are read, and its commands run, as they stand there."""

from __future__ import annotations

import csv
import json
import re
import shlex

from lessons import cli
from lessons.course import checkout, course_folder
from lessons.grading.attempts import RULES
from lessons.grading.class_file import parse_class_file
from lessons.grading.roster import parse_roster
from lessons.grading.solved import solved_notebooks

ROOT = checkout()
assert ROOT
PAGE = (ROOT / "docs" / "deadlines.md").read_text(encoding="utf-8")
COMMANDS = [
    line for block in re.findall("(?s)```sh\n(.*?)```", PAGE) for line in block.splitlines()
]


def block(language: str) -> str:
    return re.findall(f"(?s)```{language}\n(.*?)```", PAGE)[0]


def test_the_files_are_such_as_the_course_reads():
    rules, roster = parse_class_file(block("toml")), parse_roster(block("csv"))
    assert (list(rules.due), rules.late.at_most, rules.points) == (["01"], 50, {"1.e": 8})
    jane = roster.find("doejane_4321")
    assert (jane.days("00"), jane.days("01")) == (2, 7)


def test_every_choice_among_attempts_is_told():
    assert tuple(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == RULES


def test_its_commands_do_what_it_says(tmp_path, monkeypatch, capsys):
    notebooks = course_folder() / "notebooks"
    solved = solved_notebooks(notebooks, ROOT / "tests" / "graded" / "bank", ("01",))
    (tmp_path / "handed-in" / "ana").mkdir(parents=True)
    (tmp_path / "handed-in" / "ana" / "01.ipynb").write_text(json.dumps(solved["01_tokens.ipynb"]))
    (tmp_path / "class.toml").write_text(block("toml").replace("2026-12-01", "2001-12-01"))
    (tmp_path / "roster.csv").write_text(block("csv"))
    monkeypatch.chdir(tmp_path)

    def run(command: str) -> dict[str, str]:
        program, *words = shlex.split(command)
        assert program == ".venv/bin/lessons"
        if words[0] == "grade":
            words += ["--isolation", "process", "--seed-file", "seed", "--notebooks", "01"]
        assert cli.main(words) == 0
        with open("results/gradebook.csv", newline="") as file:
            return next(row for row in csv.DictReader(file) if row["student"] == "ana")

    (without,) = [command for command in COMMANDS if "--no-class" in command]
    rows = [run(command) for command in COMMANDS if command != without]
    assert [row["late"] for row in rows] == ["10.5", "10.5", "0", "10.5", "10.5"]
    assert rows[0]["1.e"] == "8"
    assert run(without)["late"] == "0"
