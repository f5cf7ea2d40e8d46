"""Bundle your saved notebooks into one zip to hand in, with a receipt that says what is in it.

What was saved counts, so save first (Ctrl+S). Nothing in your folder is changed, and an earlier
bundle is never written over. A receipt can be held against its bundle with --check.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from lessons.errors import CourseError
from lessons.files import write_new
from lessons.handin import gather
from lessons.handout import NAME, worked_in
from lessons.receipt import bundle, check, receipt

EXAMPLES = (
    "lessons handin",
    "lessons handin 01 02 --out ana.zip",
    "lessons handin --check ana.zip",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons handin``."""
    parser.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help="only these (01 will do)")
    parser.add_argument("--folder", type=Path, metavar="DIR", help=f"yours (default: ~/{NAME})")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="the zip, or its folder (default: beside yours)"
    )
    parser.add_argument("--check", type=Path, metavar="FILE", help="a bundle to check, no more")


def run(args: argparse.Namespace) -> int:
    """Write the bundle and print its receipt; 1 when a notebook could not be read."""
    if args.check:
        return _check(args.check.expanduser())
    folder = worked_in(args.folder)
    found = gather(folder, args.notebooks)
    for line in found.unreadable:
        print(f"lessons: cannot be read, and is not handed in: {line}", file=sys.stderr)
    if not found.notebooks:
        raise CourseError(
            "saved notebooks of the course to hand in",
            f"none that can be read in {folder}",
            "Start with lessons open, or name your folder: --folder DIR",
        )
    text = receipt(found.notebooks, [*found.unreadable, *found.left_out])
    packed = bundle(found.notebooks, text)
    file = _written(packed, (args.out or folder.with_name(f"{folder.name}.zip")).expanduser())
    print(text)
    print(f"Hand in this file: {file}")
    print(f"Its SHA-256, to keep: {hashlib.sha256(packed).hexdigest()}")
    return int(bool(found.unreadable))


def _written(packed: bytes, out: Path) -> Path:
    """The file with the bundle: ``out``, or one beside it with a number."""
    out = out.resolve()
    if out.is_dir():
        out = out / f"{NAME}.zip"
    suffix = out.suffix or ".zip"
    try:
        return write_new(lambda again: out.with_name(f"{out.stem}{again}{suffix}"), packed)
    except OSError as error:
        raise CourseError(
            "a place that can be written to",
            f"{out}: {error.strerror or error}",
            "Choose another: lessons handin --out FILE",
        ) from error


def _check(file: Path) -> int:
    packed = file.read_bytes()
    found = check(packed)
    for line in (*found.problems, found.note):
        if line:
            print(line)
    if found.problems:
        return 1
    print(f"As the receipt says: {', '.join(found.names)}.")
    print(f"SHA-256 of the bundle: {hashlib.sha256(packed).hexdigest()}")
    return 0
