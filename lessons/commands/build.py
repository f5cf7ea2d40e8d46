"""Derive the notebooks from notebooks/source and the tasks. For a clone only.

A source is Markdown with Jinja: a fenced python block is a code cell, the text between is
Markdown cells (two blank lines part them), {{ task("1.b") }} becomes the cells of a task,
{{ task("1.b", practice=true) }} its heading, its practice item, and then itself, and
{{ n.tokens }} a number from lessons/facts. The minutes, {{ n.core }} and {{ n.full }}, are
those of the instructor's notes in tests/graded/notes, added up. What is true of the sample
article alone stands between {% if not card %} and {% endif %}: see docs/another-article.md.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from lessons.cells import say_handed_out
from lessons.course import adapted, checkout
from lessons.errors import CourseError

EXAMPLES = ("lessons build", "lessons build --check")
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail if one is stale")


def run(args: argparse.Namespace) -> int:
    """Build every notebook, or say which are stale; 1 when one is."""
    root = checkout()
    if root is None:
        raise CourseError(
            "a clone of the course's repository",
            "an installed package",
            "Clone the repository, pip install -e '.[dev]' in it, and run this again.",
        )
    stale = []
    folder = (adapted() or root) / "notebooks"
    for source in sources(root):
        target = folder / f"{source.stem}.ipynb"
        built = notebook_text(source)
        if target.is_file() and target.read_text(encoding="utf-8") == built:
            continue
        stale.append(target.name)
        if not args.check:
            target.write_text(built, encoding="utf-8")
    print(("stale: " if args.check else "built: ") + (", ".join(stale) or "none"))
    return int(bool(stale and args.check))


def sources(root: Path) -> list[Path]:
    """The notebook sources of a clone, in order."""
    return sorted((root / "notebooks" / "source").glob("[0-9]*.md"))


def notebook_text(source: Path) -> str:
    """One source as the text of its notebook: no outputs, no metadata in its cells.

    The notebook's own metadata are the kernel's name, and how each cell is handed out.
    """
    import jupytext
    import nbformat

    notebook = jupytext.reads(_rendered(source), fmt="md")
    notebook.metadata = nbformat.from_dict(KERNEL)
    notebook.cells = [cell for cell in notebook.cells if cell["source"].strip()]
    for place, cell in enumerate(notebook.cells):
        cell["id"] = f"n{source.stem[:2]}-{place:02d}"
        cell["metadata"] = {}
    say_handed_out(notebook)
    nbformat.validate(notebook)
    return f"{nbformat.writes(notebook)}\n"


def _rendered(source: Path) -> str:
    import jinja2

    from lessons.adapted.card import read_card
    from lessons.facts import of_notebook
    from lessons.grading.notes import minutes, read_notes

    number = source.stem[:2]
    notes = read_notes(source.parents[2] / "tests" / "graded" / "notes")
    numbers = of_notebook(number)
    numbers.core, numbers.full = minutes(notes, number)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(source.parent),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        autoescape=False,  # Markdown, not HTML
    )
    folder = adapted()
    names: dict[str, Any] = {
        "n": numbers,
        "task": _task_cells,
        "card": read_card(folder) if folder else None,  # None: this is the sample article
    }
    names["gold"] = names["card"].gold if folder else True
    return environment.get_template(source.name).render(names)


def _task_cells(id: str, practice: bool = False) -> str:
    """A task as Markdown and fenced code, as a notebook holds it; after its practice item."""
    from lessons.tasks import in_this_course, task

    if not in_this_course(id):
        return ""
    found = task(id)
    worth = f"{found.points:g} point{'s' * (found.points != 1)}, {found.level}"
    title = f"### Task {id}: {found.title} ({worth})\n\n" if found.points else ""
    if found.kind == "words":
        return (
            f"\n\n<!-- task {id} -->\n{title}{found.prompt} (At least {found.words} words "
            "of your own. Double-click this cell to write.)\n\n**My answer:**\n\n\n"
        )
    if found.kind == "code":
        return f"{title}{found.prompt}\n\n```python\n{found.cell}\n```\n"
    before = _task_cells(f"{id} practice") + "\n" if practice else ""
    return f'{title}{before}```python\nexercise("{id}")\n```\n'
