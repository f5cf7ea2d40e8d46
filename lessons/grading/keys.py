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
from lessons.course import PACKAGE, course_folder
from lessons.grading.contents import Content
from lessons.grading.isolation import Isolation, lacking
from lessons.grading.limits import Limits
from lessons.grading.submissions import Submitted

LIBRARIES = ("nltk", "numpy", "matplotlib", "ipython")  # that a mark may hang on
# What shows notebooks and marks, and gives none; the checks' answer bank is for our own tests.
ASIDE = {"__pycache__", "exercises", "commands", "lab", "scores", "bank", "reading", "release"}
REPORTS = {
    "decisions", "exports", "feedback_page", "gradebook", "items", "likeness", "pace", "page",
    "plugin", "programs", "report", "report_figures", "report_lists", "results", "store", "tally",
    "wording", "workers",
}  # fmt: skip


@dataclass(frozen=True)
class Key:
    """What a student's records came from: hashes of what was handed in, and of how it is graded."""

    handed_in: str
    terms: str


def handed_in(submitted: Submitted, files: Sequence[Content]) -> str:
    """A hash of what one student handed in: names, bytes, and what could not be read."""
    told = [(each.name, each.problem, hashlib.sha256(each.data).hexdigest()) for each in files]
    return _hash(told, submitted.notes)


def terms(
    checks: Path,
    numbers: Sequence[str],
    isolation: Isolation,
    seed: bytes,
    limits: Limits | None = None,
) -> str:
    """A hash of all that a mark hangs on besides the submission.

    That is the checks and the texts beside them, the course's own code and data, the libraries'
    versions, the notebooks that were assigned, isolation, limits, and the class's seed.
    """
    sources = [
        (str(file.relative_to(top)), hashlib.sha256(file.read_bytes()).hexdigest())
        for top in (checks, PACKAGE, course_folder() / "data")
        for file in _files(top)
        if not (file.parent == PACKAGE / "grading" and file.stem in REPORTS)
    ]
    return _hash(
        lessons.__version__,
        platform.python_version(),
        [_version(name) for name in LIBRARIES],
        sources,
        list(numbers),
        [isolation, lacking(isolation)],
        asdict(limits or Limits()),
        hashlib.sha256(seed).hexdigest(),
    )


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
