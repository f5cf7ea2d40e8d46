"""The files in RESULTS, written from what is recorded, for whom something is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from lessons.grading.exports import FILES
from lessons.grading.feedback_page import write_feedback
from lessons.grading.gradebook import write_gradebook
from lessons.grading.keys import handed_in
from lessons.grading.records import Graded, file_name, write_results
from lessons.grading.report import write_report
from lessons.grading.store import Store
from lessons.grading.submissions import Submissions, Submitted
from lessons.notebook import Handed


def write_files(
    store: Store, folder: Path, handed: Mapping[str, Iterable[Handed]] | None = None
) -> None:
    """Write what is new of each student, then gradebook and report.

    ``handed`` gives a student's notebooks, to look for work that is alike; without it the report
    says that nothing was compared. A kill on the way loses nothing: only at the end is it recorded
    whose files are written.
    """
    done = [write_student(store, graded, folder) for graded in store.unwritten()]
    if done or not (folder / "gradebook.csv").exists() or not (folder / "report.html").exists():
        write_gradebook(store, folder)
        write_report(store, folder, handed, store.promises(), store.changes())
        store.written(done)


def expect(submissions: Submissions, store: Store) -> None:
    """Have everybody on the roster recorded, those of whom nothing came too.

    Who was recorded so and is there now, or on the roster no more, is let go.
    """
    there = {*submissions.entries, *(name for name in store.names() if not _nothing(store, name))}
    roster = store.policy.roster
    for student in (absent := roster.absent(there) if roster else []):
        submissions.expect(student)
    for name in store.names():
        if name not in submissions.entries and name not in absent and _nothing(store, name):
            store.forget(name)


def _nothing(store: Store, student: str) -> bool:
    key = store.key(student)
    return key is not None and key.handed_in == handed_in(Submitted(student, ()), ())


def write_student(store: Store, graded: Graded, folder: Path) -> str:
    """Write the files of one student; the student."""
    write_results(graded, folder)
    write_feedback(graded, folder, looks_at=store.promises())
    return graded.student


def erase(store: Store, student: str, folder: Path) -> None:
    """Erase a student from the record, the files, and what is said of the class.

    What was exported names them, too: it is erased whole, for it can be written again.
    """
    store.forget(student)
    store.unlist(student)
    for kind, ending in (("results", "json"), ("feedback", "html")):
        (folder / kind / f"{file_name(student)}.{ending}").unlink(missing_ok=True)
    for name in FILES.values():
        (folder / name).unlink(missing_ok=True)
    write_gradebook(store, folder)
    write_report(store, folder, None, store.promises(), store.changes())
