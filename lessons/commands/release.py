"""Write what a class gets: an archive for learners, and one for those who teach. For a clone only.

The learner's archive holds the course and the notebooks you name, blank, and nothing hidden. The
instructor's holds these notebooks solved, a key, a script to teach from, and each of them as a
page to read, blank and solved, for which they are run: all seven take a minute or two.
A class file (class.toml) sets dates and points; both archives then state them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import lessons
from lessons.course import checkout
from lessons.errors import CourseError
from lessons.grading.class_file import ClassFile, must_be_known, read_class_file
from lessons.release import instructor, learner
from lessons.release.archive import write_archive

EXAMPLES = (
    "lessons release --out week1 --notebooks 00,01",
    "lessons release --out week2 --notebooks 00,01,02 --class class.toml",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons release``."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument("--notebooks", default="", metavar="00,01", help="these (default: all)")
    parser.add_argument(
        "--class", dest="class_file", type=Path, metavar="FILE", help="the class's dates and points"
    )


def run(args: argparse.Namespace) -> int:
    """Write both archives, and say where they are."""
    root = checkout()
    assert root  # cli.py offers this verb in a clone only
    terms = read_class_file(args.class_file) if args.class_file else ClassFile()
    must_be_known(terms, [file.name[:2] for file in chosen_notebooks(root)])
    chosen = chosen_notebooks(root, args.notebooks)
    out = args.out.expanduser().resolve()
    out.mkdir(parents=True, exist_ok=True)
    name = f"reading-the-news-{lessons.__version__}"
    for kind, top, files, use in (
        ("learner", learner.TOP, learner.learner_files, "give it to your class"),
        ("instructor", instructor.TOP, instructor.instructor_files, "solutions: keep it to you"),
    ):
        path = out / f"{name}-{kind}.zip"
        write_archive(path, top, files(root, chosen, terms))
        print(f"{path} ({use})", flush=True)
    return 0


def chosen_notebooks(root: Path, asked: str = "") -> list[Path]:
    """The notebooks of a clone, or those whose numbers are in a list such as ``00,01``, in order.

    Raises:
        CourseError: there is none of that number.
    """
    files = {
        file.name[:2]: file for file in sorted((root / "notebooks").glob("[0-9][0-9]_*.ipynb"))
    }
    numbers = [number.strip() for number in asked.split(",") if number.strip()] or list(files)
    if unknown := [number for number in numbers if number not in files]:
        raise CourseError(
            f"numbers of notebooks, of {', '.join(files)}",
            ", ".join(map(repr, unknown)),
            "Write them with commas: --notebooks 00,01",
        )
    return [file for number, file in files.items() if number in numbers]
