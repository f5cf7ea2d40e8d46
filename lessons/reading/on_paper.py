"""An exercise as words: its prompt, what is asked, and, where an answer is kept, what came of it.

A widget needs a kernel. On paper, on a phone and to a screen reader without Jupyter, this says the
same. All functions give HTML; a place for an answer is a line, as on a form.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from lessons.checks.forms import Breaks, Choice, Cuts, Fields, Form, Line, Number, Spans
from lessons.checks.prose import as_html as line_as_html
from lessons.checks.task import Task
from lessons.exercises.feedback import after_keeping
from lessons.exercises.markdown import as_html

Part = Choice | Number | Line
SHORT = 60  # characters of options that are said in one line
ROOM = '<span class="room" aria-hidden="true"></span>'


def exercise_on_paper(task: Task, answer: object = None, kept: bool = False) -> str:
    """The exercise of a task; with its answer and the feedback on it where one is ``kept``."""
    assert task.form
    called = f"Exercise {task.id}: {task.title}"
    parts = [as_html(task.prompt), form_on_paper(task.form, answer if kept else None)]
    parts += [
        f"<details><summary>Hint {n} of {len(task.hints)}</summary>{as_html(hint)}</details>"
        for n, hint in enumerate(task.hints, 1)
    ]
    if kept:
        parts.append(f'<div class="after">{after_keeping(task, answer)}</div>')
    return (
        f'<div class="exercise" role="group" aria-label="{escape(called)}">'
        f'<p class="name">{escape(called)}</p>{"".join(parts)}</div>'
    )


def form_on_paper(form: Form, answer: object) -> str:
    """What is asked, and where ``answer`` is not None, what was answered."""
    match form:
        case Fields():
            return _questions(form.parts, answer if isinstance(answer, dict) else {})
        case Choice() | Number() | Line():
            return _questions({"": form}, {} if answer is None else {"": answer})
        case Cuts():
            return _cuts(form, answer)
        case Spans():
            return _spans(form, answer)
        case Breaks():
            return _breaks(form, answer)
    raise TypeError(f"nothing says a {type(form).__name__} in words")


def _questions(parts: dict[str, Part], answers: dict[str, object]) -> str:
    """The questions, each with what it takes; what several take alike is said once, above them."""
    groups: dict[object, list[str]] = {}
    for name, part in parts.items():
        groups.setdefault(_takes(part), []).append(name)
    alone = [names[0] for names in groups.values() if len(names) == 1]
    shown = [_items(_asked(parts[name], answers.get(name), own=True) for name in alone)]
    for names in groups.values():
        if len(names) > 1:
            asked = (_asked(parts[name], answers.get(name)) for name in names)
            shown.append(
                f'<div class="takes">For each, {_takes(parts[names[0]])}</div>{_items(asked)}'
            )
    return "".join(shown)


def _items(asked: Iterable[str]) -> str:
    items = "".join(f"<li>{each}</li>" for each in asked)
    return f'<ul class="asked">{items}</ul>' if items else ""


def _takes(part: Part) -> str:
    """What may be answered to a question."""
    match part:
        case Choice() if sum(map(len, part.options)) > SHORT:
            options = "".join(f"<li>{escape(option)}</li>" for option in part.options)
            return f"one of these:<ul>{options}</ul>"
        case Choice():
            return " or ".join(f"<b>{escape(option)}</b>" for option in part.options)
        case Number():
            return f"a whole number from {part.least} to {part.most}"
    return "a line of your own"


def _asked(part: Part, answer: object, own: bool = False) -> str:
    """A question, its answer or the place for it, and what it takes where that is its ``own``."""
    colon = "" if part.label.endswith((".", "?", "!")) else ":"
    takes = f'<div class="takes">{_takes(part)}</div>' if own else ""
    return f"{line_as_html(part.label)}{colon} {ROOM if answer is None else _answer(answer)}{takes}"


def _answer(answer: object) -> str:
    return f'<strong class="answer">{escape(str(answer))}</strong>'


def _cuts(form: Cuts, answer: object) -> str:
    text = f"<p>The text to cut:</p><p class='given'>{escape(form.text)}</p>"
    if not isinstance(answer, (list, tuple)):
        return text
    tokens = " | ".join(map(str, answer))
    return f"{text}<p>Cut into {len(answer)} tokens: {_answer(tokens)}</p>"


def _spans(form: Spans, answer: object) -> str:
    tokens = " ".join(
        f'<span class="token">{escape(token)}<sub>{at}</sub></span>'
        for at, token in enumerate(form.tokens)
    )
    *first, last = map(escape, form.labels)
    labels = f"Each name is one of {', '.join(first)} or {last}."
    asked = f"<p>The tokens, with their numbers:</p><p class='given'>{tokens}</p>"
    if not isinstance(answer, (list, tuple)):
        rows = f"<p>Each name, its first and its last token: {ROOM}</p>"
        return f"{asked}<p>{labels}</p>{rows}"
    names = "".join(
        f"<li>{_answer(' '.join(form.tokens[start:end]))}, {label} "
        f"({'token ' if end - start == 1 else 'tokens '}"
        f"{start if end - start == 1 else f'{start} to {end - 1}'})</li>"
        for start, end, label in sorted(answer)
    )
    return f"{asked}<p>{labels} The names marked:</p><ul>{names}</ul>"


def _breaks(form: Breaks, answer: object) -> str:
    reasons: dict[int, str] = {}
    if isinstance(answer, dict):
        reasons = dict(answer)
    elif isinstance(answer, (list, tuple)):
        reasons = dict.fromkeys(answer, "")
    items = "".join(
        f"<li>{escape(sentence)}{_break(number, reasons)}</li>"
        for number, sentence in enumerate(form.sentences, 1)
    )
    return f"{_reasons(form.reasons)}<p>The sentences:</p><ol>{items}</ol>" + (
        f"<p>Breaks after these sentences: {ROOM}</p>" if answer is None else ""
    )


def _break(number: int, reasons: dict[int, str]) -> str:
    if number not in reasons:
        return ""
    why = f", because: {reasons[number]}" if reasons[number] else ""
    return f'<p class="break">{_answer(f"Break after sentence {number}{why}")}</p>'


def _reasons(reasons: Sequence[str]) -> str:
    if not reasons:
        return ""
    items = "".join(f"<li>{escape(reason)}</li>" for reason in reasons)
    return f"<p>Each break has one of these reasons:</p><ul>{items}</ul>"
