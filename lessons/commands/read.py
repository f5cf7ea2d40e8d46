"""Write the notebooks as pages to read: on a phone, on paper, to a screen reader. For a clone only.

Each page is one file that needs nothing else. The notebooks are run for it, and the page says when
and with what. Exercises are set as words; with --solved, with their answers and the feedback.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from lessons.commands.release import chosen_notebooks
from lessons.course import checkout
from lessons.files import write_whole
from lessons.grading.solved import solved_notebooks
from lessons.reading.copies import reading_copies
from lessons.release.learner import blank

EXAMPLES = ("lessons read --out pages", "lessons read --out pages --solved --notebooks 00,01")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons read``."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument("--notebooks", default="", metavar="00,01", help="these (default: all)")
    parser.add_argument("--solved", action="store_true", help="with answers, for those who teach")


def run(args: argparse.Namespace) -> int:
    """Write the pages, and say where each is."""
    root = checkout()
    assert root  # cli.py offers this verb in a clone only
    chosen = chosen_notebooks(root, args.notebooks)
    if args.solved:
        numbers = [file.name[:2] for file in chosen]
        bank = root / "tests" / "graded" / "bank"
        notebooks = solved_notebooks(root / "notebooks", bank, numbers)
    else:
        notebooks = {file.name: blank(file) for file in chosen}
    out = args.out.expanduser().resolve()
    out.mkdir(parents=True, exist_ok=True)
    for name, text in reading_copies(notebooks, args.solved).items():
        write_whole(out / name, text.encode())
        print(out / name)
    return 0
