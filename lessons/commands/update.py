"""Bring your notebooks to the course's newest version, with your work carried over.

Kept answers, code, words and cells of your own go into the newer notebook; the old file stays
beside it as “... (before update)”, untouched. Close the notebook in JupyterLab first.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from lessons.commands.open import chosen, own_folder
from lessons.course import course_folder
from lessons.handout import NAME, worked_in
from lessons.update import Updated, update

EXAMPLES = ("lessons update", "lessons update 01")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons update``."""
    parser.add_argument(
        "notebook", nargs="?", metavar="NOTEBOOK", help="only this (default: all that are older)"
    )
    parser.add_argument("--folder", type=Path, metavar="DIR", help=f"yours (default: ~/{NAME})")


def run(args: argparse.Namespace) -> int:
    """Update, and say what was carried over and what was not; 1 when one could not be updated."""
    folder = own_folder(worked_in(args.folder))
    originals = course_folder() / "notebooks"
    name = chosen(args.notebook, originals) if args.notebook else ""
    done = update(originals, folder, name)
    for each in done:
        print(told(each), file=sys.stderr if each.problem else sys.stdout)
    if not done:
        print(f"All is of the newest version: {name or folder}")
    return int(any(each.problem for each in done))


def told(updated: Updated) -> str:
    """What was done with one notebook, for its learner."""
    if updated.problem:
        return f"{updated.name}: not updated. {updated.problem}"
    if updated.carried is None or updated.before is None:
        return f"{updated.name}: replaced by the newer version; you had not changed it."
    its = updated.carried
    own = f", and {its.own} cell{'s' * (its.own != 1)} of your own" if its.own else ""
    lines = [
        f"{updated.name}: updated. Carried over: {', '.join(its.tasks) or 'no answer'}{own}.",
        f"  Your old file is beside it, as it was: {updated.before.name}",
    ]
    lines += [f"  Only in the old file: {what} ({why})" for what, why in its.left]
    lines += [
        f"  Look at {what} again: {why or 'the newer version asks for something else'}"
        for what, why in its.unfit
    ]
    lines.append("  In JupyterLab, open it anew (File, Reload from Disk), then run all cells.")
    return "\n".join(lines)
