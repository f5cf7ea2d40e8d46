"""A script to teach from: each notebook in order, with a clock, what to say, what goes wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from lessons.exercises.markdown import as_html
from lessons.grading.class_file import ClassFile
from lessons.grading.notes import minutes
from lessons.grading.page import page, table
from lessons.reading.page import title
from lessons.release.teaching import Taught, in_words
from lessons.release.terms import when, worth

SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
TASK = re.compile(r"^### Task (\d\.[a-z]):", re.MULTILINE)
ALOUD = re.compile(r"^\*\*(In pairs|Discuss|For the fast|Where it breaks|Predict)\b", re.MULTILINE)


@dataclass(frozen=True)
class Lesson:
    """One notebook to teach: as it is handed out, and its graded tasks."""

    number: str
    notebook: Mapping[str, Any]
    tasks: Sequence[Taught]


def script_page(lessons: Sequence[Lesson], terms: ClassFile) -> str:
    """The page of these notebooks. Minutes are of the core path, and in brackets of everything."""
    body = [
        "<h1>Teaching script</h1>",
        "<p>For those who teach, and not for learners. Minutes are those to plan for a task and "
        "for what leads to it: on the core path, and in brackets with pair work, discussion and "
        "what is there for the fast. A score is no verdict on the people named; say so where "
        "scores first appear.</p>",
    ]
    for each in lessons:
        body += _lesson(each, terms)
    return page("Teaching script", body)


def _lesson(lesson: Lesson, terms: ClassFile) -> Iterator[str]:
    yield f"<h2>{lesson.number} {escape(title(lesson.notebook))}</h2>"
    notes = {each.task.id: each.note for each in lesson.tasks}
    core, full = minutes(notes, lesson.number)
    due = f" Due {when(terms.due[lesson.number])}." if lesson.number in terms.due else ""
    yield f"<p>About {core} minutes ({full} with everything).{due}</p>"
    clock = _clock(lesson.tasks)
    yield table(
        f"Notebook {lesson.number}: tasks and minutes",
        ("task", "points#", "path", "minutes", "on the clock"),
        (
            (
                f"{each.task.id} {escape(each.task.title)}",
                f"{worth(each.task.id, terms):g}",
                each.task.level,
                _minutes(each),
                clock[each.task.id],
            )
            for each in lesson.tasks
        ),
    )
    by_id = {each.task.id: each for each in lesson.tasks}
    for heading, prompts, ids in sections(lesson.notebook):
        if not prompts and not ids:
            continue
        yield f"<h3>{as_html(heading)[3:-5]}</h3>"
        yield from (f"<blockquote>{as_html(prompt)}</blockquote>" for prompt in prompts)
        for id in ids:
            yield from _task(by_id[id], clock[id])


def sections(notebook: Mapping[str, Any]) -> list[tuple[str, list[str], list[str]]]:
    """For each section its heading, its prompts to the class, and the ids of its tasks."""
    found: list[tuple[str, list[str], list[str]]] = []
    for cell in notebook["cells"]:
        if cell["cell_type"] != "markdown":
            continue
        for part in "".join(cell["source"]).split("\n\n"):
            if heading := SECTION.match(part):
                found.append((heading[1], [], []))
            elif found and ALOUD.match(part):
                found[-1][1].append(part)
            if found and (task := TASK.search(part)):
                found[-1][2].append(task[1])
    return found


def _task(taught: Taught, clock: str) -> Iterator[str]:
    task, note = taught.task, taught.note
    yield f"<h4>Task {task.id}: {escape(task.title)}</h4>"
    yield f"<p><strong>{_minutes(taught)}</strong> minutes, {clock} on the clock.</p>"
    for head, words in (
        ("Say and ask", note.ask),
        ("Goes wrong", note.goes_wrong),
        ("Show next", note.show_next),
    ):
        yield f"<p><strong>{head}.</strong></p>{as_html(in_words(words))}"


def _minutes(taught: Taught) -> str:
    note = taught.note
    return f"{note.core}" + (f" ({note.full})" if note.full != note.core else "")


def _clock(tasks: Sequence[Taught]) -> dict[str, str]:
    """When each task begins and ends on the core path, in minutes from the beginning."""
    clock, now = {}, 0
    for each in tasks:
        then = now + each.note.core
        clock[each.task.id] = f"{now} to {then}"
        now = then
    return clock
