"""Say how a student's mark in a task came about, check by check.

It reads the record that lessons grade wrote, DIR/results/<student>.json, and grades nothing. It is
for instructors: hidden checks stand under their own names.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from lessons.errors import CourseError

EXAMPLES = ("lessons explain ana 1.b --out results",)
SHOWN = 5  # names or tasks that an error lists


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons explain``."""
    parser.add_argument("student", metavar="STUDENT", help="as in the gradebook")
    parser.add_argument("task", metavar="TASK", help="the id of a task, such as 1.b")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the results")


def run(args: argparse.Namespace) -> int:
    """Print each check with its status, points and reasons."""
    print("\n".join(explained(results_of(args.student, args.out), args.task)))
    return 0


def results_of(student: str, folder: Path) -> dict[str, Any]:
    """What ``lessons grade`` recorded of a student.

    Raises:
        CourseError: there are no results, none of this student, or the file is damaged.
    """
    from lessons.grading.records import file_name, printable

    place = folder.expanduser() / "results"
    file = place / f"{file_name(student)}.json"
    if not place.is_dir():
        raise CourseError(
            "the results of lessons grade", f"no {place}", "Name their folder with --out DIR."
        )
    if not file.is_file():
        known = sorted(path.stem for path in place.glob("*.json"))
        near = get_close_matches(student, known, SHOWN, 0.5) or known[:SHOWN]
        raise CourseError(
            f"a student in {place}",
            printable(repr(student)),
            f"Perhaps: {printable(', '.join(near))}." if near else "Nobody was graded into it.",
        )
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        if all(isinstance(each, dict) for each in found["checks"]):
            return dict(found)
    except (ValueError, LookupError, TypeError, RecursionError):
        pass
    raise CourseError("a record of checks", f"none in {file}", "Grade this student again.")


def explained(results: dict[str, Any], task: str) -> list[str]:
    """Lines that say how the points of a task came about.

    Raises:
        CourseError: the task is not among the records.
    """
    from lessons.grading.records import Record, printable
    from lessons.grading.wording import claim, notebook_title, points, task_title

    known = {each.name for each in fields(Record)}
    try:
        checks = [
            Record(**{name: value for name, value in each.items() if name in known})
            for each in results["checks"]
            if each.get("task") == task
        ]
    except TypeError as problem:
        raise CourseError(
            "whole records of this student",
            f"one that lacks something ({problem})",
            "Grade once more; the submissions are all that it needs.",
        ) from None
    if not checks:
        tasks = dict.fromkeys(str(each.get("task")) for each in results["checks"])
        raise CourseError(
            f"a task that was graded: {', '.join(tasks) or 'none was'}",
            repr(task),
            "Was its notebook assigned? See lessons grade --notebooks.",
        )
    reached = points(sum(each.points for each in checks), sum(each.max for each in checks))
    decided = [each for each in results.get("decisions", ()) if each.get("task") == task]
    title = f" “{task_title(task)}”" if task_title(task) else ""
    lines = [
        f"{results.get('student')}, task {task}{title}: {reached} by its checks",
        f"{notebook_title(checks[0].notebook)}. Code: {_run(checks)}.",
        *_about_notebook(results, checks[0].notebook),
        *_measure(results, task),
        "",
    ]
    for each in checks:
        kind = "hidden" if each.hidden else "visible"
        lines.append(f"{each.status.replace('_', ' '):13}  {points(each.points, each.max):15}  "
                     f"{each.check} ({kind})")  # fmt: skip
        if each.rationale:
            lines.append(f"    seen: {each.rationale}")
        if each.help:
            lines.append(f"    help: {each.help}")
        if each.misconception:
            lines.append(f"    belief: {claim(each.misconception)} ({each.misconception})")
        if each.proposal and each.status in ("passed", "failed"):
            lines.append("    proposed: a person decides on these points")
    lines += ["", *map(_decision, decided)]
    lines += [*(f"note: {note}" for note in results.get("notes", ()))]
    return [printable(line) for line in lines[: -1 if lines[-1] == "" else None]]


def _about_notebook(results: dict[str, Any], notebook: str) -> list[str]:
    """Which file counts, and what its date does to the notebook's points."""
    from lessons.grading.records import Attempt, Timing
    from lessons.grading.wording import timing

    lines = []
    for each in _as(Attempt, results.get("attempts", ()), notebook):
        rule = f", the {each.chosen} of {each.attempts}" if each.chosen else ""
        lines.append(f"What counts: {each.file}{rule}.")
    return lines + [timing(each) for each in _as(Timing, results.get("timings", ()), notebook)]


def _as(kind: type[Any], rows: Sequence[dict[str, Any]], notebook: str) -> list[Any]:
    known = {each.name for each in fields(kind)}
    return [kind(**{key: row[key] for key in known & row.keys()})
            for row in rows if row.get("notebook") == notebook]  # fmt: skip


def _measure(results: dict[str, Any], task: str) -> list[str]:
    own = results.get("scaled", {}).get(task)
    return [] if own is None else [f"Points are the class's own; the checks have {own:.6g} in all."]


def _decision(made: dict[str, Any]) -> str:
    given = "" if made.get("points") is None else f" gave {made['points']:.6g} in their place"
    words = f": {made['comment']}" if made.get("comment") else ""
    return f"a person{given or ' commented'}{words} ({made.get('at') or 'no date'})"


def _run(checks: Sequence[Any]) -> str:
    return ", ".join(dict.fromkeys(each.isolation or "not said" for each in checks))
