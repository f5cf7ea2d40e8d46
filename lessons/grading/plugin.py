"""Pytest's door to grading: ``pytest tests/graded --submissions FILE_OR_DIR``.

This plugin is loaded in every pytest run of the environment, so it imports nothing it does not
need: the work is in ``lessons.grading.items``, loaded when a file of graded checks is collected.

Nothing below the submissions is ever imported. Pytest would import a ``conftest.py`` from any
folder it takes for one of tests, so no conftest is loaded at all while submissions are graded.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lessons.grading.isolation import DEFAULT, HELP, LEVELS

CHECKS = re.compile(r"test_[0-9]{2}_\w+\.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of the instructor's."""
    group = parser.getgroup("lessons", "grading a course of lessons")
    group.addoption(
        "--submissions", type=Path, metavar="PATH", help="a notebook, or a folder of a class's"
    )
    group.addoption(
        "--isolation",
        choices=LEVELS,
        default=DEFAULT,
        help=HELP,
    )
    group.addoption("--seed-file", type=Path, metavar="FILE", help="where the class's seed is kept")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Load no conftest, and take no settings from a learner: either could run a learner's code."""
    options = early_config.known_args_namespace
    if options.submissions is None:
        return
    if not options.submissions.exists():
        raise pytest.UsageError(f"--submissions: there is nothing at {options.submissions}")
    options.noconftest = True
    settings = early_config.inipath
    if settings and settings.resolve().is_relative_to(options.submissions.resolve()):
        raise pytest.UsageError(
            f"these settings lie among the submissions, and were not meant: {settings}\n"
            "Name the checks first: pytest tests/graded --submissions PATH"
        )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With submissions, collect the files of checks alone, and nothing below the submissions."""
    handed_in = config.getoption("submissions")
    if handed_in is None:
        return None
    if collection_path.resolve().is_relative_to(handed_in.resolve()):
        return True
    return None if collection_path.is_dir() or _holds_checks(collection_path) else True


def pytest_pycollect_makemodule(
    module_path: Path, parent: pytest.Collector
) -> pytest.Collector | None:
    """Collect a file of hidden checks as items of our own, a check and a student each."""
    if not _holds_checks(module_path):
        return None
    from lessons.grading.items import CheckFile

    return CheckFile.from_parent(parent, path=module_path)


def _holds_checks(path: Path) -> bool:
    if not CHECKS.fullmatch(path.name) or path.parent.name != "graded":
        return False
    return "lessons.checks.hidden" in path.read_text(encoding="utf-8", errors="replace")


def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Say so when no check was found: a class without marks must not look graded."""
    handed_in = config.getoption("submissions")
    if handed_in is not None and not items and not session.testsfailed:
        raise pytest.UsageError(
            f"no checks were found outside {handed_in}\n"
            "Name them first: pytest tests/graded --submissions PATH"
        )
