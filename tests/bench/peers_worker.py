"""One grader, warm, in a process of its own: ``peers_worker.py GRADER FOLDER``, for bench_peers.py.

It loads all it can load, then grades the class once for every line it reads, and answers each with
a line of JSON: the verdicts by student, a string of 16 bits; "" where a grader gives none.
Run by the Python that has the grader. ``cells`` and ``kernel`` grade nothing: they only run the
learners' cells, in a warm shell of ours and in a fresh kernel of nbclient's for each submission.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

from peers_forms import CHECKS, NAME

Verdicts = dict[str, str]


def bits(passed: set[str]) -> str:
    """A verdict, a bit a check."""
    return "".join(str(int(check in passed)) for check in CHECKS)


def _files(folder: Path) -> list[Path]:
    return sorted((folder / "handed-in").glob("*.ipynb"))


@contextmanager
def ours(folder: Path) -> Iterator[Callable[[], Verdicts]]:
    from lessons.grading.grade import grader
    from lessons.grading.submissions import Submitted

    checks, seed = folder / "ours" / "checks", bytes(16)
    with grader(checks, ("00",), "confined", seed, [folder]) as marker:

        def grade() -> Verdicts:
            found = {}
            for file in _files(folder / "ours"):
                graded = marker.student(Submitted(file.stem, (file,)))
                records = [each for each in graded.records if each.hidden]
                assert all(each.isolation.startswith("confined") for each in records)
                found[file.stem] = bits(
                    {
                        each.check.removeprefix("test_")
                        for each in records
                        if each.status == "passed"
                    }
                )
            return found

        yield grade


@contextmanager
def nbgrader(folder: Path) -> Iterator[Callable[[], Verdicts]]:
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGraderAPI
    from traitlets.config import Config

    course = folder / "nbgrader"
    config = Config()
    config.CourseDirectory.root = str(course)
    config.CourseDirectory.course_id = "bench"
    config.CourseDirectory.db_url = f"sqlite:///{course}/gradebook.db"
    os.chdir(course)
    api = NbGraderAPI(config=config)
    logging.disable(logging.CRITICAL)
    made = api.generate_assignment(NAME, force=True)
    assert made["success"], made

    def grade() -> Verdicts:
        found = {}
        for name in sorted(path.name for path in (course / "submitted").iterdir()):
            did = api.autograde(NAME, name, force=True, create=True)
            assert did["success"], did
            with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
                grades = book.find_submission_notebook(NAME, NAME, name).grades
                found[name] = bits({each.cell.name for each in grades if each.auto_score})
        return found

    yield grade


@contextmanager
def otter(folder: Path) -> Iterator[Callable[[], Verdicts]]:
    from otter.api import grade_submission

    logging.disable(logging.CRITICAL)

    def grade() -> Verdicts:
        found = {}
        for file in _files(folder / "otter"):
            results = grade_submission(
                str(file), str(folder / "otter" / "autograder.zip"), quiet=True
            )
            cases = [case for test in results.results.values() for case in test.test_case_results]
            found[file.stem] = bits({case.test_case.name for case in cases if case.passed})
        return found

    yield grade


@contextmanager
def cells(folder: Path) -> Iterator[Callable[[], Verdicts]]:
    from lessons.grading.shell import make_shell, run_cell
    from lessons.notebook import read_notebook

    os.environ["MPLBACKEND"] = "agg"
    shell = make_shell()
    own = dict(shell.user_ns)
    gc.collect()
    gc.freeze()  # as our server does

    def run() -> Verdicts:
        for file in _files(folder / "ours"):
            shell.user_ns.clear()
            shell.user_ns.update(own)
            for cell in read_notebook(file).cells:
                with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere):
                    run_cell(shell, cell)
        return {}

    yield run


@contextmanager
def kernel(folder: Path) -> Iterator[Callable[[], Verdicts]]:
    import nbformat
    from nbclient import NotebookClient

    logging.disable(logging.CRITICAL)

    def run() -> Verdicts:
        for file in _files(folder / "ours"):
            notebook: Any = nbformat.read(file, 4)
            NotebookClient(notebook, allow_errors=True, kernel_name="python3").execute()
        return {}

    yield run


GRADERS = {each.__name__: each for each in (ours, nbgrader, otter, cells, kernel)}

if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a grader prints is no answer
    with GRADERS[sys.argv[1]](Path(sys.argv[2])) as once:
        for _ in sys.stdin:
            print(json.dumps(once()), file=answers, flush=True)
