"""The files in RESULTS, written from what is recorded, for whom something is new."""

from __future__ import annotations

from pathlib import Path

from lessons.grading.gradebook import write_gradebook
from lessons.grading.records import file_name, write_results
from lessons.grading.store import Store

TOGETHER = 100  # students whose files are written before that is recorded


def write_files(store: Store, folder: Path) -> Path:
    """Write what is new of each student, then the gradebook; the path of the gradebook.

    A kill on the way loses nothing: whose files are not recorded as written are written next time.
    """
    done: list[str] = []
    for graded in store.unwritten():
        write_results(graded, folder)
        done.append(graded.student)
        if len(done) == TOGETHER:
            store.written(done)
            done = []
    store.written(done)
    return write_gradebook(store, folder)


def erase_files(student: str, folder: Path) -> None:
    """Delete the files of one student."""
    name = file_name(student)
    (folder / "results" / f"{name}.json").unlink(missing_ok=True)
    (folder / "feedback" / f"{name}.html").unlink(missing_ok=True)
