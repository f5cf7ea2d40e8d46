"""A student's records as text between machines: JSON, and a reader that takes nothing else."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, fields
from typing import Any, get_args

from lessons.checks.feedback import Outcome, Status
from lessons.grading.records import Attempt, Graded, Record

NUMBERS, FLAGS = ("points", "max"), ("hidden", "proposal")
NAMES = {field.name for field in fields(Record)}
OF_ATTEMPTS = {field.name for field in fields(Attempt)}
WHOLE = {"student", "records", "notes", "attempts"}
AMONG: dict[str, Any] = {"status": Status, "outcome": Outcome}


def packed(graded: Graded) -> dict[str, object]:
    """Plain data that JSON can say; what a person decided stays where it is recorded."""
    records = [asdict(each) for each in graded.records]
    attempts = [asdict(each) for each in graded.attempts]
    notes = list(graded.notes)
    return {"student": graded.student, "records": records, "notes": notes, "attempts": attempts}


def unpacked(told: object, student: str) -> Graded:
    """The records of this student, as ``packed`` made them.

    Raises:
        ValueError: it is anything else. Says what.
    """
    if not (isinstance(told, dict) and told.keys() == WHOLE):
        raise ValueError("no records of a student")
    if told["student"] != student:
        raise ValueError(f"records of {told['student']!r} in place of {student!r}")
    notes, records = told["notes"], told["records"]
    if not (isinstance(notes, list) and all(isinstance(each, str) for each in notes)):
        raise ValueError("notes that are no text")
    if not isinstance(records, list):
        raise ValueError("no list of records")
    if not isinstance(told["attempts"], list):
        raise ValueError("no list of attempts")
    attempts = tuple(map(_attempt, told["attempts"]))
    return Graded(student, tuple(map(_record, records)), tuple(notes), attempts=attempts)


def _attempt(told: object) -> Attempt:
    if not (isinstance(told, dict) and told.keys() == OF_ATTEMPTS):
        raise ValueError("an attempt with other fields")
    for name, value in told.items():
        if type(value) is not (int if name == "attempts" else str):
            raise ValueError(f"an attempt whose {name} is {json.dumps(value)[:80]}")
    return Attempt(**told)


def _record(told: object) -> Record:
    if not (isinstance(told, dict) and told.keys() == NAMES):
        raise ValueError("a record with other fields")
    for name, value in told.items():
        if not _fits(name, value):
            raise ValueError(f"a record whose {name} is {json.dumps(value)[:80]}")
    return Record(**told)


def _fits(name: str, value: Any) -> bool:
    if name in NUMBERS:
        return type(value) in (int, float) and math.isfinite(value)
    if name in FLAGS:
        return type(value) is bool
    return isinstance(value, str) and (name not in AMONG or value in get_args(AMONG[name]))
