"""What a student reads about their own work: feedback/<student>.html.

It says what was right, what was seen where something was not, which belief that shows, and what
to look at next. It never says what a hidden check put in, or wanted out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lessons.checks.marking import WAITING
from lessons.grading.page import listing, page, person, prose, text
from lessons.grading.records import Graded, Record, file_name, write_whole
from lessons.grading.tally import unjudged
from lessons.grading.wording import (
    SIGNS,
    Promises,
    belief,
    check_name,
    claim,
    notebook_title,
    points,
    task_title,
    timing,
    told,
)

WHOLE = ""  # the key of a comment on the whole work


def write_feedback(
    graded: Graded,
    folder: Path,
    comments: Mapping[str, str] | None = None,
    looks_at: Promises | None = None,
) -> Path:
    """Write ``feedback/<student>.html``; the path of the file. As ``feedback_page``."""
    file = folder / "feedback" / f"{file_name(graded.student)}.html"
    write_whole(file, feedback_page(graded, comments or {}, looks_at or {}))
    return file


def feedback_page(
    graded: Graded, comments: Mapping[str, str] | None = None, looks_at: Promises | None = None
) -> str:
    """One student's feedback as a page.

    ``comments`` are a person's words by task ("1.b"), those on the whole under ""; what the
    record's own decisions say is shown without being asked for.
    ``looks_at`` says what hidden checks look at (``wording.promises``); without it they are called
    checks at grading, for their own names may give an answer away.
    """
    said = {each.task: each.comment for each in graded.decisions} | dict(comments or {})
    names, by_task = looks_at or {}, _by_task(graded)
    body = [*_head(graded, by_task, said)]
    number, missing = "", _missing(graded)
    for task, records in by_task.items():
        if records[0].notebook != number:
            number = records[0].notebook
            body.append(f'<h2 id="n{text(number)}">{text(notebook_title(number))}</h2>')
            if number in missing:
                body.append(_card("not_attempted", _sign("not_attempted"), _because(records[0])))
        if number in missing:
            continue
        body.append(f'<h3 id="t{text(task)}">{_heading(task)}: {_points(graded, task)}</h3>')
        if said.get(task):
            body.append(_comment(said[task]))
        if right := [each for each in records if each.status == "passed"]:
            body.append(_card("passed", _sign("passed"), listing(_named(r, names) for r in right)))
        for group in _alike(each for each in records if each.status != "passed"):
            body.append(_shown(group, records, names))
    return page(f"Feedback for {graded.student}", body)


def _missing(graded: Graded) -> dict[str, float]:
    """Notebooks of which one reason says all, as when none was handed in, and their points."""
    by_notebook: dict[str, list[Record]] = {}
    for each in graded.records:
        by_notebook.setdefault(each.notebook, []).append(each)
    decided = {each.task for each in graded.decisions}
    return {
        number: sum(each.max for each in its)
        for number, its in by_notebook.items()
        if len({each.task for each in its}) > 1
        and {(each.status, each.rationale) for each in its} == {("not_attempted", its[0].rationale)}
        and not decided.intersection(each.task for each in its)
    }


def _because(record: Record) -> str:
    return f"<p>{prose(record.rationale)}</p>"


def _by_task(graded: Graded) -> dict[str, list[Record]]:
    """The records of each task; where a person decided, nothing is a proposal any more."""
    found: dict[str, list[Record]] = {}
    for each in graded.records:
        open = each.proposal and each.task not in graded.decided
        found.setdefault(each.task, []).append(replace(each, proposal=open))
    return found


def _head(
    graded: Graded, by_task: Mapping[str, Sequence[Record]], comments: Mapping[str, str]
) -> Iterable[str]:
    yield f"<h1>Feedback for {person(graded.student)}</h1>"
    yield f'<p class="total"><strong>{points(graded.total, graded.max)}</strong></p>'
    if graded.late:
        reached = points(graded.reached, graded.max)
        yield f"<p>{reached}, less {graded.late:.6g} for being late.</p>"
    waiting = [each for records in by_task.values() for each in records if _proposed(each)]
    if waiting:
        most = sum(record.max for record in waiting)
        yield (
            f"<p>Proposed in it: {points(sum(record.points for record in waiting), most)}. "
            "A person reads your words and decides.</p>"
        )
    if comments.get(WHOLE):
        yield _comment(comments[WHOLE])
    if graded.notes:
        yield f"<h2>About your files</h2>{listing(text(note) for note in graded.notes)}"
    if graded.timings:
        yield f"<h2>Dates</h2>{listing(text(timing(each)) for each in graded.timings)}"
    yield "<h2>Points by task</h2>"
    missing = _missing(graded)
    lines = {}  # a notebook that is missing has one, where the first of its tasks would have been
    for task, its in by_task.items():
        number = its[0].notebook
        if number in missing:
            lines[number] = (
                f'<a href="#n{text(number)}">{text(notebook_title(number))}</a>: '
                f"{points(0, missing[number])}, not attempted"
            )
        else:
            lines[task] = (
                f'<a href="#t{text(task)}">{_heading(task)}</a>: '
                f"{_points(graded, task)}{_gist(its)}"
            )
    yield f'<nav aria-label="Tasks">{listing(lines.values())}</nav>'


def _heading(task: str) -> str:
    return text(f"{task}  {task_title(task)}")


def _points(graded: Graded, task: str) -> str:
    most = sum(each.max for each in graded.records if each.task == task)
    decided = ", decided by a person" if task in graded.decided else ""
    return f"{points(graded.by_task()[task], most)}{decided}"


def _gist(records: Sequence[Record]) -> str:
    """What a list of tasks says besides the points."""
    states = {record.status for record in records}
    if states == {"not_attempted"}:
        return ", not attempted"
    if any(map(unjudged, records)):
        return ", not judged in full"
    return ", proposed" if any(map(_proposed, records)) else ""


def _alike(records: Iterable[Record]) -> Iterable[list[Record]]:
    """Checks that say the same are told once."""
    groups: dict[tuple[str, str, str, str], list[Record]] = {}
    for each in records:
        key = (each.status, told(each, each.rationale), told(each, each.help), each.misconception)
        groups.setdefault(key, []).append(each)
    return groups.values()


def _shown(group: Sequence[Record], whole: Sequence[Record], looks_at: Promises) -> str:
    first = group[0]
    names = listing(_named(each, looks_at) for each in group)
    reason, help = told(first, first.rationale), told(first, first.help)
    head = _sign(first.status)
    if first.status == "not_attempted":
        names = "" if len(group) == len(whole) else names
        worth = sum(each.max for each in group)
        head += f": {points(0, worth)}" if worth else ""
    elif first.status == "cannot_check" and reason == WAITING:
        reason, help = "", _mend_first(group[0], whole)
    elif first.status == "cannot_check":
        head = _sign("cannot_check", "No verdict, which is not a mark against you")
    parts = [names, f"<p>{prose(reason)}</p>" if reason else ""]
    if first.misconception:
        seen = belief(first.misconception)
        help = help.removeprefix(seen.why).strip()
        words = f"<strong>{prose(claim(first.misconception))}</strong>"
        parts.append(f"<p>This often comes from a belief: {words}. {prose(seen.why)}</p>")
    if help:
        lead = "" if first.status == "cannot_check" else "<strong>Look at next:</strong> "
        parts.append(f"<p>{lead}{prose(help)}</p>")
    return _card(first.status, head, "".join(parts))


def _mend_first(waits: Record, whole: Sequence[Record]) -> str:
    """What a check waits for: by the name of the other check, which says the rest itself."""
    for each in whole:
        if each.status == "failed" and each.rationale and each.rationale[:200] in waits.help:
            return f"First mend what “{check_name(each, {})}” says."
    return told(waits, waits.help)


def _named(record: Record, looks_at: Promises) -> str:
    """A check's name with its points, and whether a person still decides on them."""
    name = prose(check_name(record, looks_at))
    worth = f" ({points(record.points, record.max)})" if record.max else ""
    return f"{name}{worth}{', proposed: a person decides' if _proposed(record) else ''}"


def _proposed(record: Record) -> bool:
    return record.proposal and record.status in ("passed", "failed")


def _sign(status: str, words: str = "") -> str:
    sign, word = SIGNS[status]
    return f'<span class="sign" aria-hidden="true">{sign}</span>{words or word}'


def _card(status: str, head: str, inner: str) -> str:
    return f'<div class="card {status}"><h4>{head}</h4>{inner}</div>'


def _comment(words: str) -> str:
    head = "<p><strong>From your instructor</strong></p>"
    return f'<div class="card">{head}<p>{prose(words, 5_000)}</p></div>'
