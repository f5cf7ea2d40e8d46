"""A notebook that ran, as one HTML page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lessons import resources
from lessons.answers import MAGIC, kept_answers
from lessons.exercises.progress import table
from lessons.exercises.record import kept_in, tasks_of
from lessons.grading.page import POLICY
from lessons.notebook import read_notebook
from lessons.reading.on_paper import exercise_on_paper
from lessons.reading.run import Ran
from lessons.tasks import task
from lessons.update import as_bytes

NONE: Mapping[str, float] = MappingProxyType({})
HERE = Path(__file__).parent
VIEW = "application/vnd.jupyter.widget-view+json"
STYLES = re.compile(r"<style>.*?</style>", re.DOTALL)
TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
CAPTION = re.compile(r"<caption[^>]*>(.*?)</caption>", re.DOTALL)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def reading_page(
    ran: Ran,
    links: Sequence[tuple[str, str]] = (),
    here: str = "",
    solved: bool = False,
    points: Mapping[str, float] = NONE,
) -> str:
    """The page of a notebook with its outputs; exercises are set as words.

    ``links`` are (file name, title) of all pages that lie beside it, ``here`` its own file name;
    ``points`` are those of tasks that a class changed.
    """
    notebook = copy.deepcopy(ran.notebook)
    handed = read_notebook(as_bytes(notebook))
    tasks = [replace(each, points=points.get(each.id, each.points)) for each in tasks_of(handed)]
    progress = table(tasks, kept_in(handed))
    resources.install()  # what an answer reveals may ask NLTK
    for cell in notebook.cells:
        if cell.cell_type == "code":
            _set_as_words(cell, progress)
    ours = {
        "title": title(notebook) + (" (solved)" if solved else ""),
        "policy": POLICY,
        "style": _style(),
        "links": [
            f"<li>{escape(name)}</li>"
            if file == here
            else f'<li><a href="{escape(file)}">{escape(name)}</a></li>'
            for file, name in links
        ],
        "solved": solved,
        "day": ran.day,
        "versions": ", ".join(ran.versions),
    }
    body, _ = _exporter().from_notebook_node(notebook, resources={"ours": ours})
    return re.sub(r"\n{3,}", "\n\n", TABLE.sub(_scrolling, body))


def title(notebook: Any) -> str:
    """The first heading of a notebook."""
    prose = ("".join(cell["source"]) for cell in notebook["cells"])
    return next((found[1] for each in prose if (found := TITLE.search(each))), "Notebook")


def _set_as_words(cell: Any, progress: str) -> None:
    """Put words in the place of a cell's widgets, and take out styles that the page has once."""
    shown = iter(kept_answers(cell.source))
    for output in cell.outputs:
        data = output.get("data", {})
        if VIEW in data:
            each = next(shown, None)
            html = exercise_on_paper(task(each.task), each.answer, each.kept) if each else progress
            output["data"] = {"text/html": html}
        elif "text/html" in data:
            data["text/html"] = STYLES.sub("", data["text/html"])
    cell.metadata["bare"] = _only_shows(cell.source)


def _only_shows(source: str) -> bool:
    """Whether a cell is one call that shows a widget: its code tells a reader nothing."""
    try:
        body = ast.parse(MAGIC.sub(r"\1#", source)).body
    except SyntaxError:
        return False
    if len(body) != 1 or not isinstance(body[0], ast.Expr):
        return False
    call = body[0].value
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("exercise", "progress")
    )


def _scrolling(found: re.Match[str]) -> str:
    """A table in a box that scrolls by itself where the page is too narrow."""
    caption = CAPTION.search(found[0])
    label = re.sub(r"<[^>]+>", "", caption[1]) if caption else "Table"
    return f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">{found[0]}</div>'


@cache
def _style() -> str:
    own = (HERE / "page.css").read_text(encoding="utf-8")
    feedback = HERE.parent / "exercises" / "feedback.css"
    return own + feedback.read_text(encoding="utf-8")


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter

    return HTMLExporter(
        extra_template_basedirs=[str(HERE)],
        template_name="template",
        exclude_anchor_links=True,
        embed_images=False,
    )
