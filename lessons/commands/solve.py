"""Write every notebook solved, as a learner with full marks would hand it in. For a clone only.

The answers are those of tests/graded/bank, the same that the tests of the checks use.
"""

from __future__ import annotations

import argparse
import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from lessons.course import checkout, course_folder
from lessons.errors import CourseError
from lessons.grading.fill import fill

EXAMPLES = ("lessons solve --out solved", "pytest tests/graded --submissions solved")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons solve``."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")


def run(args: argparse.Namespace) -> int:
    """Write the solved notebooks, and say where each is."""
    root = checkout()
    assert root  # cli.py offers this verb in a clone only
    originals = course_folder() / "notebooks"
    out = args.out.expanduser().resolve()
    if out == originals:
        raise CourseError(
            "a folder other than the notebooks' own", str(out), "Choose another: --out DIR"
        )
    answers = solutions(root / "tests" / "graded" / "bank")
    out.mkdir(parents=True, exist_ok=True)
    for original in sorted(originals.glob("*.ipynb")):
        notebook = json.loads(original.read_text(encoding="utf-8"))
        solved = fill(notebook, of_notebook(original.name, answers))
        text = json.dumps(solved, indent=1, ensure_ascii=False) + "\n"
        (out / original.name).write_text(text, encoding="utf-8")
        print(out / original.name)
    return 0


def of_notebook(name: str, answers: dict[str, object]) -> dict[str, object]:
    """The answers to the tasks of one notebook, which its number names.

    >>> of_notebook("01_tokens.ipynb", {"0.a": "good", "1.a": 29})
    {'1.a': 29}
    """
    return {task: answer for task, answer in answers.items() if name[1] == task[0]}


def solutions(bank: Path) -> dict[str, object]:
    """Task id to ``SOLUTION``, from the files of the answer bank: t1e.py is of task 1.e.

    Raises:
        CourseError: a file of the bank has no solution.
    """
    found = {}
    for file in sorted(bank.glob("t[0-9][a-z].py")):
        spec = spec_from_file_location(f"bank_{file.stem}", file)
        assert spec
        assert spec.loader
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        if not hasattr(module, "SOLUTION"):
            raise CourseError(f"SOLUTION in {file}", "none", "State the solution of this task.")
        found[f"{file.stem[1]}.{file.stem[2]}"] = module.SOLUTION
    return found
