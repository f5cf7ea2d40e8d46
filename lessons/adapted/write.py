"""The folder of an adapted course: its text, its card, what waits for a person, its notebooks."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from lessons.adapted.card import Card
from lessons.adapted.needs import DERIVED, GOLD, SAMPLE
from lessons.adapted.suggest import as_tsv, suggestions
from lessons.articles import Article, read_article
from lessons.course import VARIABLE
from lessons.errors import CourseError
from lessons.files import write_whole

ANNOTATION = "annotation"  # the tables that wait for a person


def text_folder(course: Path) -> Path:
    """Where an adapted course keeps its article's text, and its gold once there is one."""
    return course / "data" / "texts" / "article"


def write_text(course: Path, article: Article, page: bytes, card: Card) -> None:
    """Write page, text, card, and the tables of suggestions; notebooks come later.

    The page is kept as it came, where the course reads the same text from it; else the text stands
    for it. A table that is there already is left: a person may have worked in it.
    """
    text_folder(course).mkdir(parents=True, exist_ok=True)
    (course / ANNOTATION).mkdir(exist_ok=True)
    kept = course / "data" / "page.txt"
    write_whole(kept, page)
    if read_article(kept).text != article.text:
        write_whole(kept, article.text.encode())
    write_whole(text_folder(course) / "text.txt", article.text.encode())
    for name, rows in suggestions(article).items():
        file = course / ANNOTATION / f"{name}.tsv"
        if not file.exists():
            write_whole(file, as_tsv(name, rows).encode())
    card.write(course)


def must_build() -> None:
    """See, before anything is written, that notebooks can be derived here.

    Raises:
        CourseError: the tools for it are not installed.
    """
    if find_spec("jupytext") is None:
        raise CourseError(
            "the tools that notebooks are derived with",
            "an environment without them",
            "In the clone: .venv/bin/pip install -r requirements-dev.lock",
        )


def write_notebooks(course: Path) -> None:
    """Derive the notebooks, in a process that is in that course and in no other.

    Raises:
        CourseError: a notebook could not be derived.
    """
    (course / "notebooks").mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "lessons.cli", "build"],
        env={**os.environ, VARIABLE: str(course)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CourseError(
            "the notebooks of the new course",
            (done.stderr.strip() or "nothing").splitlines()[-1],
            "Please report it, with the text.",
        )


def write_readme(course: Path, card: Card, name: str) -> None:
    """What is in the folder, which tasks it has, and what waits for a person."""
    write_whole(course / "README.md", readme(card, name).encode())


def readme(card: Card, name: str) -> str:
    """The same as text, in Markdown."""
    state = (
        f"{card.decided_by} decided on every row; {card.changed} differ from what tools suggested."
        if card.gold
        else "Nobody has decided on it yet: every row in `annotation/` is a tool's suggestion."
    )
    lines = [
        "# Reading the News, with another article",
        f"- Title: {card.title}\n- Author: {card.author}\n- Date: {card.date}\n"
        f"- Address: {card.source}\n- Licence: {card.licence}",
        f"Learners start with `lessons open --course {name}`; `lessons grade handed-in --out "
        f"results --course {name}` marks what they hand in.",
        f"**Annotation.** {state}",
        "## Derived from the text",
        _listed(DERIVED),
        "## From a person's gold" + ("" if card.gold else ", and left out until there is one"),
        _listed(GOLD),
        "## Left out, for they are about the sample article",
        _listed(SAMPLE),
        "Every other task has texts of its own, and is here as in the sample course.",
    ]
    return "\n\n".join(lines) + "\n"


def _listed(tasks: dict[str, str]) -> str:
    return "\n".join(f"- **{id}** {why}" for id, why in tasks.items())
