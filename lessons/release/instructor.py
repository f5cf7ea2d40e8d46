"""The instructor's archive: solved notebooks, key, teaching script, and reading copies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lessons.grading.class_file import ClassFile
from lessons.grading.solved import solved_notebooks
from lessons.reading.copies import reading_copies
from lessons.reading.page import title
from lessons.release.key import key_page
from lessons.release.learner import blank
from lessons.release.script import Lesson, script_page
from lessons.release.teaching import taught
from lessons.release.terms import on_terms
from lessons.update import as_bytes

TOP = "reading-the-news-instructor"


def instructor_files(root: Path, chosen: Sequence[Path], terms: ClassFile) -> dict[str, bytes]:
    """The archive's files by path. Every notebook is run, blank and solved.

    Raises:
        CourseError: a notebook is not blank, does not run, or has no answer in the bank.
    """
    graded = root / "tests" / "graded"
    numbers = [file.name[:2] for file in chosen]
    handed_out = {file.name: on_terms(blank(file), file.name[:2], terms) for file in chosen}
    solved: dict[str, dict[str, Any]] = {
        name: on_terms(notebook, name[:2], terms)
        for name, notebook in solved_notebooks(root / "notebooks", graded / "bank", numbers).items()
    }
    lessons = [
        Lesson(name[:2], notebook, taught(graded, name[:2]))
        for name, notebook in handed_out.items()
    ]
    pages = {
        "key.html": key_page(
            {f"{each.number} {title(each.notebook)}": each.tasks for each in lessons}, terms
        ),
        "script.html": script_page(lessons, terms),
    }
    for kind, set_of in (("blank", handed_out), ("solved", solved)):
        copies = reading_copies(set_of, kind == "solved", terms.points)
        pages |= {f"reading/{kind}/{name}": text for name, text in copies.items()}
    files = {name: text.encode() for name, text in pages.items()}
    return files | {f"solved/{name}": as_bytes(notebook) for name, notebook in solved.items()}
