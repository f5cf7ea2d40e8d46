"""When a student has to be graded again: hashes of what was handed in, and of how it is graded."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import lessons
from lessons.course import PACKAGE, course_folder, own_folder
from lessons.grading.contents import Content
from lessons.grading.isolation import Isolation, lacking
from lessons.grading.limits import Limits
from lessons.grading.submissions import Submitted

LIBRARIES = ("nltk", "numpy", "matplotlib", "ipython")  # that a mark may hang on
# What shows notebooks and marks, and gives none; the checks' answer bank is for our own tests.
ASIDE = {"__pycache__", "exercises", "commands", "lab", "scores", "bank", "reading", "release"}
REPORTS = {
    "changes", "class_file", "cluster", "cluster_worker", "exports", "feedback_page",
    "gradebook", "items", "likeness", "notes", "pace", "page", "plugin", "policy", "programs",
    "report", "report_class", "report_figures", "report_lists", "results", "roster", "store",
    "store_form", "store_rows", "tally", "transfer", "wording", "workers",
}  # fmt: skip


@dataclass(frozen=True)
class Key:
    """What a student's records came from: hashes of what was handed in, and of how it is graded."""

    handed_in: str
    terms: str


def handed_in(submitted: Submitted, files: Sequence[Content]) -> str:
    """A hash of what one student handed in: names, bytes, dates, and what could not be read.

    A file's own date is left out: a copy of a folder is no other work.
    """
    told = [
        (
            each.name,
            each.problem,
            hashlib.sha256(each.data).hexdigest(),
            [] if each.when.source == "file" else [each.when.at, each.when.source],
        )
        for each in files
    ]
    return _hash(told, submitted.notes)


def terms(
    checks: Path,
    numbers: Sequence[str],
    isolation: Isolation,
    seed: bytes,
    limits: Limits | None = None,
    attempt: str = "fullest",
) -> str:
    """A hash of all that a mark hangs on besides the submission.

    That is the checks and the texts beside them, the course's own code and data, the libraries'
    versions, the notebooks that were assigned, which of several attempts counts, isolation, limits,
    and the class's seed.
    """
    return _hash(
        lessons.__version__,
        platform.python_version(),
        [_version(name) for name in LIBRARIES],
        _sources(checks, PACKAGE, own_folder() / "data", course_folder() / "data"),
        list(numbers),
        attempt,
        [isolation, lacking(isolation)],
        asdict(limits or Limits()),
        hashlib.sha256(seed).hexdigest(),
    )


def code() -> str:
    """A hash of the files of the package that give marks, as they are now."""
    return _hash(_sources(PACKAGE))


def _sources(*tops: Path) -> list[tuple[str, str]]:
    return [
        (str(file.relative_to(top)), hashlib.sha256(file.read_bytes()).hexdigest())
        for top in dict.fromkeys(tops)
        for file in _files(top)
        if not (file.parent == PACKAGE / "grading" and file.stem in REPORTS)
    ]


def _files(top: Path) -> Iterator[Path]:
    for path in sorted(top.iterdir()):
        if path.name in ASIDE or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.suffix not in (".css", ".js", ".md", ".html"):
            yield path


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
