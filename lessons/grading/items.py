"""Graded checks as pytest items: one for each check and student, reading the student's records.

With ``--submissions`` a lost mark is an expected failure with its rationale: a class that was
graded is a run that succeeded. Without it the solved set is graded, and a lost mark is a failure
of ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

import pytest

from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.grading.checklist import checklist, notebooks
from lessons.grading.grade import Grader, grader
from lessons.grading.gradebook import number, proposals, table, unsettled
from lessons.grading.isolation import Isolation, lacking, warning
from lessons.grading.records import Graded, Record, printable
from lessons.grading.seed import FIXED, class_seed, seed_file
from lessons.grading.solved import solved_notebooks
from lessons.grading.submissions import Submitted, find_submissions
from lessons.notebook import read_notebook

SOLVED = "solved"


class Class:
    """Who is graded in this run, and, once an item asks, with what result.

    ``numbers`` are the notebooks whose files of checks were collected: those that are assigned.
    """

    def __init__(self, config: pytest.Config, folder: Path) -> None:
        self.folder = folder
        self.place: Path | None = config.getoption("submissions")
        self.isolation: Isolation = config.getoption("isolation")
        if self.place is None and lacking(self.isolation):
            self.isolation = "process"  # the solved set is our own
        self.seed_file: Path | None = config.getoption("seed_file")
        self.numbers: list[str] = []
        self.graded: dict[str, Graded] = {}
        self.open = ExitStack()

    @cached_property
    def submissions(self) -> dict[str, Submitted]:
        """What each student handed in; without submissions, the solved set stands for a student."""
        if self.place is None:
            return {SOLVED: Submitted(SOLVED, ())}
        return {each.student: each for each in find_submissions(self.place)}

    @cached_property
    def grader(self) -> Grader:
        """Loads the checks, and starts what runs notebooks."""
        numbers, seed, secrets = tuple(self.numbers), FIXED, list[Path]()
        if self.place is not None:
            seed = class_seed(self.seed_file)
            secrets = [self.place, self.seed_file or seed_file()]
        opened = grader(self.folder, numbers, self.isolation, seed, secrets)
        return self.open.enter_context(opened)

    def of(self, student: str) -> Graded:
        """A student's records; all of a student's notebooks are graded when the first is due."""
        if student not in self.graded:
            if self.place is None:
                originals, bank = course_folder() / "notebooks", self.folder / "bank"
                solved = solved_notebooks(originals, bank, self.numbers)
                files = [(name, read_notebook(json.dumps(each).encode()))
                         for name, each in solved.items()]  # fmt: skip
                self.graded[student] = self.grader.notebooks(student, files)
            else:
                self.graded[student] = self.grader.student(self.submissions[student])
        return self.graded[student]


CLASS = pytest.StashKey[Class]()


class CheckFile(pytest.File):
    """A file of hidden checks, with the visible ones of the same notebook."""

    def collect(self) -> Iterator[pytest.Item]:
        """An item for each check and student, a student's together."""
        if CLASS not in self.config.stash:
            self.config.stash[CLASS] = Class(self.config, self.path.parent)
            self.config.pluginmanager.register(_Summary(self.config), "lessons-summary")
        marked = self.config.stash[CLASS]
        number = self.path.name[5:7]
        if number not in notebooks():  # its checks are ready before it is
            return
        try:
            checks = checklist(number, self.path)
            students = list(marked.submissions)
        except CourseError as error:
            raise self.CollectError(str(error)) from None
        marked.numbers.append(number)
        for student in students:
            for task, its in checks.items():
                for check in its:
                    name = f"{task} {check.name}[{printable(student)}]"
                    item: CheckItem = CheckItem.from_parent(self, name=name)
                    item.student, item.key = student, (number, task, check.name)
                    yield item


class CheckItem(pytest.Item):
    """One check of one student."""

    student: str
    key: tuple[str, str, str]

    def runtest(self) -> None:
        """Pass, or say what was lost and why."""
        marked = self.config.stash[CLASS]
        record = next(
            each
            for each in marked.of(self.student).records
            if (each.notebook, each.task, each.check) == self.key
        )
        if record.status != "passed":
            if marked.place is None:
                pytest.fail(_reason(record), pytrace=False)
            raise pytest.xfail.Exception(_reason(record), pytrace=False)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """The reason alone where a check lost marks; all of it where grading broke."""
        if isinstance(excinfo.value, (pytest.fail.Exception, pytest.xfail.Exception, CourseError)):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where it stands, for reports."""
        return self.path, None, self.name


def _reason(record: Record) -> str:
    words = {
        "failed": f"{number(record.points)} of {number(record.max)}",
        "not_attempted": "not attempted",
        "cannot_check": "cannot check",
    }
    return printable(f"{words[record.status]}: {record.rationale}")


class _Summary:
    """What is said around the run: the risk before it, the totals after it."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The table of totals, and every note on a submission."""
        marked = self.config.stash[CLASS]
        if marked.place is None or not marked.graded:
            return
        terminalreporter.section("graded")
        graded = list(marked.graded.values())
        for line in table(graded) + unsettled(graded) + proposals(graded):
            terminalreporter.line(line)
        for student in marked.graded.values():
            for note in student.notes:
                terminalreporter.line(printable(f"note on {student.student}: {note}"))
        if said := warning(marked.isolation):
            terminalreporter.line(said, yellow=True)

    def pytest_sessionfinish(self) -> None:
        """End what runs notebooks, and delete its folders."""
        self.config.stash[CLASS].open.close()
