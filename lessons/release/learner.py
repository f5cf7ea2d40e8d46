"""The learner's archive: the course as a clone has it, without anything that only teachers see.

It is a source tree and not a wheel, so that the README's own command installs it, and a later
archive unpacked over it brings the next notebooks without another installation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Template
from typing import Any

from lessons.errors import CourseError
from lessons.exercises.record import kept_in
from lessons.grading.class_file import ClassFile
from lessons.notebook import content_of, read_notebook
from lessons.reading.page import title
from lessons.release.terms import on_terms, points_of, when, worth
from lessons.tasks import OWN_POINTS
from lessons.update import as_bytes

TOP = "reading-the-news-course"  # not the name of the learner's own folder (lessons.handout.NAME)
ALONE = ("pyproject.toml", "requirements.lock", "LICENSE", "LICENSE-TEXTS", "docs/learner.md")
START = Path(__file__).parent / "start.txt"  # Markdown, its links counted from the archive
COMMAND = re.compile(r"^python3 -m venv .*lessons open$", re.MULTILINE)


def learner_files(root: Path, chosen: Sequence[Path], terms: ClassFile) -> dict[str, bytes]:
    """The archive's files by path: package, data, licences, and the chosen notebooks.

    Raises:
        CourseError: a notebook is not blank.
    """
    files = {name: (root / name).read_bytes() for name in ALONE}
    files |= {f"lessons/{name}": content for name, content in _below(root / "lessons")}
    files |= {
        f"data/{name}": content
        for name, content in _below(root / "data")
        if not name.endswith(".py")  # it rebuilds data, in a clone
    }
    notebooks = {file.name: blank(file) for file in chosen}
    for name, notebook in notebooks.items():
        files[f"notebooks/{name}"] = as_bytes(on_terms(notebook, name[:2], terms))
    files[OWN_POINTS] = json.dumps(dict(terms.points), indent=1).encode()  # over an older one, too
    files["README.md"] = start(root, notebooks, terms).encode()
    return files


def blank(file: Path) -> dict[str, Any]:
    """A notebook as it is handed out.

    Raises:
        CourseError: something was answered or run in it.
    """
    handed = read_notebook(file)
    notebook: dict[str, Any] = json.loads(content_of(file))
    kept = [id for id, state in kept_in(handed).items() if state.word == "kept"]
    kept += [id for id, answer in handed.answers.items() if answer.kept and id not in kept]
    ran = any(cell.get("outputs") for cell in notebook["cells"])
    if kept or ran:
        raise CourseError(
            f"a blank notebook at {file}",
            f"answers to {', '.join(kept)}" if kept else "outputs of a run",
            "Build it again: lessons build. To try the course, use lessons open.",
        )
    return notebook


def start(root: Path, notebooks: dict[str, dict[str, Any]], terms: ClassFile) -> str:
    """The archive's README: the clone's own command, the notebooks in it, and when they are due."""
    rows = []
    for name, notebook in notebooks.items():
        number = name[:2]
        points = sum(worth(task, terms) for task in points_of(number))
        due = when(terms.due[number]) if number in terms.due else "not set"
        rows.append(f"| `{name}` | {title(notebook)} | {points:g} | {due} |")
    command = COMMAND.search((root / "README.md").read_text(encoding="utf-8"))
    assert command, "a test holds the README to its first command"
    windows = command[0].replace("python3 ", "py ").replace(".venv/bin/", ".venv\\Scripts\\")
    return Template(START.read_text(encoding="utf-8")).substitute(
        top=TOP, command=command[0], windows=windows.replace(" && ", "\n"), rows="\n".join(rows)
    )


def _below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a folder by their path in it, but for what Python, editors and systems leave."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        left = any(part.startswith(".") or part == "__pycache__" for part in parts)
        if path.is_file() and not path.is_symlink() and not left and path.suffix != ".pyc":
            yield "/".join(parts), path.read_bytes()
