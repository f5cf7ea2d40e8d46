"""What a learner sees of checks: each result in words; a colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from lessons.checks import prose
from lessons.checks.feedback import Result
from lessons.checks.live import LiveSubmission
from lessons.checks.marking import WAITING, mark
from lessons.checks.task import Task
from lessons.exercises.markdown import as_html

MARKS = {
    "passed": ("✓", "Passed"),
    "failed": ("✗", "Not yet"),
    "cannot_check": ("…", "Cannot check yet"),
    "not_attempted": ("○", "Not attempted"),
}


def results_as_html(results: Sequence[Result], promised: Sequence[str] = ()) -> str:
    """The results of visible checks as a list, then what grading will look at as well."""
    if _nothing_there(results):
        words = prose.as_html(f"{results[0].rationale} {results[0].help}")
        return (
            '<div class="lessons-checked" data-mood="warn"><p><strong>Not attempted.</strong> '
            f"{words}</p><p>{escape(_more(promised))}</p></div>"
        )
    waiting = sum(result.rationale == WAITING for result in results)
    lost = [each for each in results if each.status != "passed" and each.rationale != WAITING]
    shown = "".join(map(_result, lost)) + (f"<li>{_wait(waiting)}</li>" if waiting else "")
    passed = sum(result.status == "passed" for result in results)
    head = _headline(passed, len(results))
    mood = "good" if passed == len(results) else "warn"
    items = f'<ul class="lessons-results">{shown}</ul>' if shown else ""
    return (
        f'<div class="lessons-checked" data-mood="{mood}"><p><strong>{head}</strong>'
        f"{escape(_more(promised))}</p>{items}</div>"
    )


def hints_of(task: Task, number: int) -> list[str]:
    """The first hints of a task, so many or as many as there are, in Markdown."""
    said = [f"**Hint {n} of {len(task.hints)}.** {hint}" for n, hint in enumerate(task.hints, 1)]
    return said[: max(number, 0)]


def show_results(task: Task, results: Sequence[Result], hints: int = 0) -> None:
    """Show what the visible checks of a task said, and hints, below the cell that runs."""
    from IPython.display import display

    helps = hints_of(task, hints)
    if len(helps) < len(task.hints) and any(each.status != "passed" for each in results):
        line = f'check("{task.id}", hints={len(helps) + 1})'
        helps.append(f"Stuck? Make the last line `{line}`, and run: the next hint costs nothing.")
    sheet = (Path(__file__).parent / "feedback.css").read_text(encoding="utf-8")
    page = f"<style>{sheet}</style>{results_as_html(results, task.promised)}"
    page += "".join(map(as_html, helps))
    lines = (
        [f"Not attempted. {results[0].rationale} {results[0].help}"]
        if _nothing_there(results)
        else [f"{MARKS[each.status][1]}: {_name(each)}. {each.rationale}" for each in results]
    )
    display({"text/html": page, "text/plain": "\n".join(lines + helps)}, raw=True)  # type: ignore[no-untyped-call]


def after_keeping(task: Task, answer: object) -> str:
    """What a kept answer shows: the task's reveal, else what the checks of its form say."""
    if task.reveal is not None:
        return as_html(task.reveal(answer))
    results = mark(task.checks, LiveSubmission({}, [], {task.id: answer}))
    if task.kind == "skill" and all(each.status == "passed" for each in results):
        return complete_as_html(task.promised)
    return results_as_html(results, task.promised)


def complete_as_html(promised: Sequence[str]) -> str:
    """What a graded answer of the right form shows: nothing that could be read as "right"."""
    looks = f" It looks at: {'; '.join(promised)}." if promised else ""
    return (
        '<div class="lessons-checked" data-mood=""><p><strong>Kept, and complete.</strong> '
        f"Whether it is right is said at grading.{escape(looks)}</p></div>"
    )


def _nothing_there(results: Sequence[Result]) -> bool:
    return bool(results) and all(each.status == "not_attempted" for each in results)


def _headline(passed: int, total: int) -> str:
    if not total:
        return "The answer has the right form. "
    if passed == total:
        return "Visible checks pass. " if total > 1 else "The visible check passes. "
    return f"{passed} of {total} visible checks pass. "


def _more(promised: Sequence[str]) -> str:
    if not promised:
        return ""
    runs = (
        "One more runs at grading, of this kind: "
        if len(promised) == 1
        else (f"{len(promised)} more run at grading, of these kinds: ")
    )
    return runs + "; ".join(promised) + "."


def _result(result: Result) -> str:
    sign, word = MARKS[result.status]
    help = f"<p>{prose.as_html(result.help)}</p>" if result.help else ""
    return (
        f'<li data-status="{result.status}"><span class="lessons-sign" aria-hidden="true">{sign}'
        f"</span><strong>{word}</strong>: {escape(_name(result))}."
        f"<p>{prose.as_html(result.rationale)}</p>{help}</li>"
    )


def _name(result: Result) -> str:
    return result.check.removeprefix("test_").replace("_", " ")


def _wait(number: int) -> str:
    waits = "1 more check waits" if number == 1 else f"{number} more checks wait"
    return f"{waits} for that to be mended."
