"""Write every notebook solved, as a learner with full marks would hand it in. For a clone only.

The answers are those of tests/graded/bank, the same that the tests of the checks use.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from lessons.course import checkout, course_folder
from lessons.errors import CourseError
from lessons.grading.solved import solved_notebooks

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
    solved = solved_notebooks(originals, root / "tests" / "graded" / "bank")
    out.mkdir(parents=True, exist_ok=True)
    for name, notebook in solved.items():
        text = json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
        (out / name).write_text(text, encoding="utf-8")
        print(out / name)
    return 0
