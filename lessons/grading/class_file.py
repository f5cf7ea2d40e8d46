"""class.toml: what an instructor decides for a class, in one small file: dates and points.

::

    [due]
    "01" = 2026-12-01T23:59:00+01:00

    [late]
    per_day = 10          # percent of the points reached, for each day begun
    grace_minutes = 15    # so much later is not late
    at_most = 50          # percent

    [points]
    "1.e" = 8

Each table may be left out. It says nothing of a learner's work and runs nothing; who uses it is
said where it is used.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from lessons.errors import CourseError

NAME = "class.toml"
TABLES = ("due", "late", "points")
NOTEBOOK, TASK = re.compile("[0-9]{2}"), re.compile(r"[0-9]\.[a-z]")
WHEN = "a date with time and offset, such as 2026-12-01T23:59:00+01:00"


@dataclass(frozen=True)
class LateRule:
    """What being late costs: percent of the points reached, for each day begun."""

    per_day: float = 0
    grace_minutes: float = 0
    at_most: float = 100


@dataclass(frozen=True)
class ClassFile:
    """Dates by notebook ("01"), points by task ("1.e"), and what being late costs."""

    due: Mapping[str, datetime] = field(default_factory=dict)
    late: LateRule = LateRule()
    points: Mapping[str, float] = field(default_factory=dict)


def read_class_file(file: Path) -> ClassFile:
    """What the file at a path says.

    Raises:
        CourseError: it cannot be read, or holds something else than what is expected; with the
            line and the key.
    """
    try:
        return parse_class_file(file.read_text(encoding="utf-8-sig"), file.name)
    except OSError as error:
        seen = f"{file}: {error.strerror or error}"
    except UnicodeDecodeError:
        seen = f"{file}, which is not in UTF-8"
    raise CourseError(f"a file such as {NAME}", seen, "Check the path, and save it as text.")


def parse_class_file(text: str, name: str = NAME) -> ClassFile:
    """The same for a text that was read; errors call it ``name``.

    Raises:
        CourseError: as ``read_class_file``.

    >>> parse_class_file('[points]\\n"1.e" = 8').points
    {'1.e': 8.0}
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CourseError(
            f"TOML in {name}", str(error), 'A line reads: "01" = 2026-12-01T23:59:00+01:00'
        ) from None
    reader = _Reader(text, name)
    reader.known(found, "", TABLES)
    due, late, points = (reader.table(found, table) for table in TABLES)
    rule = LateRule()
    reader.known(late, "late", tuple(vars(rule)))
    return ClassFile(
        due={key: reader.date(key, due[key]) for key in due},
        late=LateRule(
            per_day=reader.number("late", "per_day", late, rule.per_day, 100),
            grace_minutes=reader.number("late", "grace_minutes", late, rule.grace_minutes),
            at_most=reader.number("late", "at_most", late, rule.at_most, 100),
        ),
        points={key: reader.points(key, points) for key in points},
    )


def must_be_known(rules: ClassFile, numbers: Collection[str], name: str = NAME) -> None:
    """Pass when the course has every notebook and task that the file names.

    ``numbers`` are those of the notebooks.

    Raises:
        CourseError: it has not; a date or points that count for nothing would be a slip.
    """
    from lessons.tasks import all_tasks

    tasks = [each.id for each in all_tasks() if each.points and each.notebook in numbers]
    known = {"due": sorted(numbers), "points": tasks}
    for table, named in (("due", rules.due), ("points", rules.points)):
        if unknown := [key for key in named if key not in known[table]]:
            raise CourseError(
                f"in [{table}] of {name} one of {', '.join(known[table])}",
                ", ".join(map(repr, unknown)),
                "Mend or take out that line.",
            )


class _Reader:
    """Takes values out, and says of a wrong one where it stands."""

    def __init__(self, text: str, name: str) -> None:
        self.lines, self.name = text.splitlines(), name

    def known(self, found: Mapping[str, Any], table: str, names: tuple[str, ...]) -> None:
        for key in found:
            if key not in names:
                near = get_close_matches(key, names, 1)
                does = f"Perhaps {near[0]} is meant." if near else "Take it out, or mend its name."
                raise self._error(f"one of {', '.join(names)}", table, key, "that name", does)

    def table(self, found: Mapping[str, Any], name: str) -> dict[str, Any]:
        value = found.get(name, {})
        if not isinstance(value, dict):
            raise self._error("a table", "", name, value, f"Write [{name}] in a line of its own.")
        return value

    def date(self, notebook: str, value: object) -> datetime:
        does = "Write the date and time when it is due, and your offset from UTC."
        if not NOTEBOOK.fullmatch(notebook):
            key = 'a notebook\'s number in quotation marks, such as "01"'
            raise self._error(key, "due", notebook, "that key", "Mend the key.")
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise self._error(WHEN, "due", notebook, value, does)
        return value

    def points(self, task: str, table: Mapping[str, Any]) -> float:
        if not TASK.fullmatch(task):
            key = 'a task\'s id in quotation marks, such as "1.e"'
            raise self._error(key, "points", task, "that key", "Mend the key.")
        return self.number("points", task, table, 0)

    def number(
        self, table: str, key: str, found: Mapping[str, Any], default: float, most: float = math.inf
    ) -> float:
        value = found.get(key, default)
        fits = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not fits or not 0 <= value <= most or math.isinf(value):
            range = "0 or more" if math.isinf(most) else f"from 0 to {most:g}"
            raise self._error(f"a number, {range}", table, key, value, "Mend the value.")
        return float(value)

    def _error(self, expected: str, table: str, key: str, seen: object, does: str) -> CourseError:
        at = self._line(table, key)
        where = f"{self.name}{f', line {at}' if at else ''}"
        path = f"{table}.{key}" if table else key
        saw = seen.isoformat() if hasattr(seen, "isoformat") else seen
        return CourseError(f"{expected}, in {where}", f"{saw} for {path}", does)

    def _line(self, table: str, key: str) -> int:
        """The line, from 1, in which a key of a table stands; 0 where it is written otherwise."""
        inside = not table
        for at, line in enumerate(self.lines, 1):
            head = re.match(r"\s*\[\s*(.*?)\s*\]", line)
            if head:
                if not table and head[1].strip("\"'") == key:
                    return at
                inside = head[1].strip("\"'") == table
            elif inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return at
        return 0
