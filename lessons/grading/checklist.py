"""Which checks a notebook is marked by: the visible ones of its tasks, then the hidden ones."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from lessons.checks.task import Check
from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.resources import install
from lessons.tasks import all_tasks, in_this_course

FILE = re.compile(r"test_(?P<number>[0-9]{2})_\w+\.py")
Checklist = dict[str, tuple[Check, ...]]  # by task, in the order in which they run


def checklists(folder: Path, numbers: tuple[str, ...] = ()) -> dict[str, Checklist]:
    """For each notebook ("01") its checks, by task.

    ``folder`` holds ``test_<number>_<name>.py``, one a notebook. By default, every notebook of the
    course that has such a file.

    Raises:
        CourseError: there is no such file for a notebook, or two checks of a task share a name.
    """
    files = check_files(folder, numbers)
    install()  # checks call NLTK, as learners do
    chosen = numbers or sorted(set(files) & notebooks())
    return {number: checklist(number, files[number]) for number in chosen}


def check_files(folder: Path, numbers: tuple[str, ...] = ()) -> dict[str, Path]:
    """The files of checks in a folder, by the number of their notebook.

    Raises:
        CourseError: there is no folder, or no such file for a notebook.
    """
    files = {match["number"]: path for path in sorted(folder.glob("*.py"))
             if (match := FILE.fullmatch(path.name))}  # fmt: skip
    for number in numbers or ("",) * (not files):
        if number not in files:
            raise CourseError(
                f"a file of checks, test_{number or '00'}_….py, in {folder}",
                f"files for {', '.join(files) or 'no notebook'}",
                "Name the folder with --checks DIR, the notebooks with --notebooks 00,01.",
            )
    return files


def notebooks() -> set[str]:
    """The numbers of the notebooks that the course has."""
    return {file.name[:2] for file in (course_folder() / "notebooks").glob("[0-9][0-9]_*.ipynb")}


def checklist(number: str, file: Path) -> Checklist:
    """The checks of one notebook, from its tasks and from its file of hidden checks.

    Raises:
        CourseError: two checks of one task share a name.
    """
    tasks = [each for each in all_tasks(number) if " " not in each.id]  # "1.b practice" has none
    hidden = [check for check in hidden_checks(file) if in_this_course(check.task)]
    found = {}
    for id in dict.fromkeys([each.id for each in tasks] + [check.task for check in hidden]):
        visible = [check for each in tasks if each.id == id for check in each.checks]
        checks = (*visible, *(check for check in hidden if check.task == id))
        names = [check.name for check in checks]
        if len(set(names)) != len(names):
            raise CourseError(
                f"a name of its own for each check of task {id}",
                ", ".join(sorted(names)),
                f"Rename one of them in {file.name}.",
            )
        if checks:
            found[id] = checks
    return found


def hidden_checks(file: Path) -> list[Check]:
    """The functions of a file that ``lessons.checks.hidden.task`` marked, in their order."""
    name = f"lessons_hidden_checks_{file.stem}"
    spec = spec_from_file_location(name, file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[name] = module  # dataclasses and typing look a module up by its name
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules[name]
    return [
        replace(value.check, run=value)
        for value in vars(module).values()
        if callable(value) and isinstance(getattr(value, "check", None), Check)
    ]
