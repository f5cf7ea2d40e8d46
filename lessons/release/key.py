"""The key: every task's answer as a person reads it, and which wrong answer shows which belief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lessons.checks.task import Task
from lessons.exercises.markdown import as_html
from lessons.grading.class_file import ClassFile
from lessons.grading.page import listing, page, prose
from lessons.grading.wording import claim, points
from lessons.reading.on_paper import form_on_paper
from lessons.release.teaching import Taught
from lessons.release.terms import worth

MINE = {
    "prediction": "One prediction; every other one that is kept earns the same.",
    "words": "One text that earns full marks; others do as well.",
    "code": "One way to write it; what counts is what comes out.",
}


def key_page(notebooks: Mapping[str, Sequence[Taught]], terms: ClassFile) -> str:
    """The page of these notebooks, by title."""
    body = ["<h1>Key</h1>", "<p>For those who teach, and not for learners.</p>"]
    for title, tasks in notebooks.items():
        body.append(f"<h2>{escape(title)}</h2>")
        for each in tasks:
            body += _task(each, terms)
    return page("Key", body)


def _task(taught: Taught, terms: ClassFile) -> Iterator[str]:
    task = taught.task
    most = worth(task.id, terms)
    yield f"<h3>Task {task.id}: {escape(task.title)} ({points(most, most).split(' of ')[1]})</h3>"
    for item in (task, *(each for each in taught.items if each is not task)):
        if item.id in taught.answers:
            yield _answer(item, taught.answers[item.id])
    if task.promised:
        looks = listing(escape(phrase) for phrase in task.promised)
        yield f"<h4>Grading also looks at</h4>{looks}"
    if taught.right:
        yield f"<h4>Right as well</h4>{listing(map(escape, taught.right))}"
    if taught.beliefs:
        yield "<h4>Common errors, by what is believed</h4>"
        yield listing(
            f"<strong>{prose(claim(each.id))}</strong> {prose(each.why)}"
            f"{_shown_by(taught.wrong.get(each.id, ()))}"
            for each in taught.beliefs
        )


def _shown_by(names: Sequence[str]) -> str:
    return f" <span class='quiet'>Shown by: {escape('; '.join(names))}.</span>" if names else ""


def _answer(item: Task, answer: object) -> str:
    practice = item.id.partition(" ")[2]
    head = f"<h4>Answer{f', {escape(practice)}: {escape(item.title)}' if practice else ''}</h4>"
    said = f"<p>{MINE[item.kind]}</p>" if item.kind in MINE else ""
    if item.form:
        return f"{head}{said}{form_on_paper(item.form, answer)}"
    if item.kind == "code":
        return f'{head}{said}<pre class="answer">{escape(str(answer).strip())}</pre>'
    return f"{head}{said}<blockquote>{as_html(str(answer))}</blockquote>"
