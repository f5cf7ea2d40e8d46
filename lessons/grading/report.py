"""What an instructor reads about a class: report.html.

First who handed in and what changed, then what the class misunderstood, marks and tasks, then what
a person has to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from lessons.figures.chart import Chart
from lessons.grading import report_figures as figures
from lessons.grading.changes import Change
from lessons.grading.likeness import Alike, Likeness
from lessons.grading.page import listing, page, prose, scrolling, table, text, visible
from lessons.grading.records import Graded, write_whole
from lessons.grading.report_class import handed_in, how_run, marks_that_changed
from lessons.grading.report_lists import (
    alike_work,
    names,
    no_verdicts,
    not_attempted,
    people,
    ranked_by_count,
    rest,
    task_name,
    to_look_at,
)
from lessons.grading.tally import FEWEST, Item, Tally, by_chance, quartiles
from lessons.grading.wording import Promises, belief, claim, task_title
from lessons.notebook import Handed

TOP = 10  # of what is listed by frequency; the rest are counted
LOW = 0.2  # a discrimination below which an item tells little of a student
HARD = 0.5


def write_report(
    graded: Iterable[Graded],
    folder: Path,
    handed: Mapping[str, Iterable[Handed]] | None = None,
    looks_at: Promises | None = None,
    changes: Sequence[Change] = (),
) -> Path:
    """Write ``report.html`` for a class; the path of the file.

    ``graded`` is read once. ``handed`` gives the notebooks of a student, as
    read, and may read them when asked; without it nothing is said of work that is alike.
    ``looks_at`` names hidden checks as promised (``wording.promises``), ``changes`` are of marks.
    """
    tally, likeness = Tally(), Likeness()
    for student in graded:
        tally.add(student)
        if handed is not None:
            likeness.add(student, handed.get(student.student, ()))
    found = None if handed is None else likeness.found()
    file = folder / "report.html"
    write_whole(file, report_page(tally, found, looks_at, changes))
    return file


def report_page(
    tally: Tally,
    alike: list[Alike] | None = None,
    looks_at: Promises | None = None,
    changes: Sequence[Change] = (),
) -> str:
    """The report on a class as a page. ``alike`` is None where notebooks were not compared."""
    body = ["<h1>Class report</h1>"]
    if not tally.students:
        return page("Class report", [*body, "<p>Nobody handed anything in.</p>", *handed_in(tally)])
    parts = (
        _in_short(tally, alike),
        handed_in(tally),
        marks_that_changed(changes),
        _misunderstood(tally),
        _marks(tally),
        _tasks(tally),
        _checks(tally, looks_at or {}),
        no_verdicts(tally, looks_at or {}),
        alike_work(alike),
        how_run(tally),
    )
    return page("Class report", [*body, *(line for part in parts for line in part)])


def _in_short(tally: Tally, alike: list[Alike] | None) -> Iterator[str]:
    lower, middle, upper = quartiles(tally.totals)
    most = tally.max or 1
    yield (
        f'<p class="total"><strong>{people(tally.students)}</strong>, {len(tally.items)} tasks, '
        f"{tally.max:.6g} points. Median {middle:.4g} ({middle / most:.0%}); the middle half of "
        f"the class has {lower:.4g} to {upper:.4g}.</p>"
    )
    lines = [
        f"{_of(who.count, tally)} seem{'s' * (who.count == 1)} to believe: "
        f"<strong>{_claim(id)}</strong> {_tasks_of(tally, id)}"
        for id, who in ranked_by_count(tally.beliefs)[:3]
    ]
    hard = [(item.difficulty, task) for task, item in tally.items.items()
            if item.difficulty is not None and item.difficulty < HARD]  # fmt: skip
    if hard:
        told = ", ".join(f"{task_name(task)} ({share:.0%})" for share, task in sorted(hard)[:3])
        lines.append(f"Hardest, by the share of points that was reached: {told}.")
    if look := to_look_at(tally, alike):
        lines.append(f'For you to look at: <a href="#look">{", ".join(look)}</a>.')
    yield listing(lines)
    yield (
        '<nav class="top" aria-label="Sections"><a href="#class">Who handed in</a> · '
        '<a href="#changed">Changes</a> · <a href="#misconceptions">Misconceptions</a> · '
        '<a href="#marks">Marks</a> · <a href="#tasks">Tasks</a> · <a href="#checks">Checks</a> · '
        '<a href="#look">To look at</a> · <a href="#alike">Work that is alike</a> · '
        '<a href="#runs">How it was run</a></nav>'
    )


def _misunderstood(tally: Tally) -> Iterator[str]:
    yield '<h2 id="misconceptions">What the class misunderstood</h2>'
    ranked = ranked_by_count(tally.beliefs)
    if not ranked:
        yield "<p>No wrong answer showed a misconception that the course has a name for.</p>"
    else:
        bars = [(visible(claim(id), 120), who.count) for id, who in ranked[:TOP]]
        yield _drawn(tally, lambda: figures.beliefs(bars, tally.students))
    shared = [(id, who) for id, who in ranked[:TOP] if who.count > 1]
    for id, who in shared:
        yield (
            f'<div class="card"><h3>{_claim(id)}: {_of(who.count, tally)} '
            f"{_tasks_of(tally, id)}</h3><p>{prose(belief(id).why)}</p><p>{names(who)}</p></div>"
        )
    if alone := ranked[len(shared) : TOP]:
        yield "<h3>Shown by one student each</h3>"
        yield listing(f"{_claim(id)} {_tasks_of(tally, id)}: {names(who)}" for id, who in alone)
    yield rest(len(ranked) - TOP, "rarer misconception")
    others = [(key, who) for key, who in ranked_by_count(tally.failures) if who.count > 1]
    if others:
        yield "<h3>Also seen more than once, without a name for the belief</h3>"
        yield "<p>Quoted is what the first of them was told.</p>"
        yield listing(f"{task_name(task)}, {_of(who.count, tally)}: {prose(who.said, 200)}"
                      for (task, _), who in others[:TOP])  # fmt: skip
        yield rest(len(others) - TOP, "rarer failure")


def _marks(tally: Tally) -> Iterator[str]:
    yield '<h2 id="marks">Marks</h2>'
    shares = [total / tally.max if tally.max else 0.0 for total in tally.totals]
    yield _drawn(tally, lambda: figures.marks(shares))
    if tally.students == 1:
        yield "<p>Charts are drawn of two students or more.</p>"
    if tally.proposals:
        yield "<p>Proposed points are counted in.</p>"


def _tasks(tally: Tally) -> Iterator[str]:
    yield '<h2 id="tasks">Tasks, by difficulty and discrimination</h2>'
    worth = {task: item for task, item in tally.items.items() if item.max}
    if worth:
        named = {
            visible(task, 60): (visible(f"{task}  {task_title(task)}", 120), item)
            for task, item in worth.items()
        }
        yield _drawn(tally, lambda: figures.points_of_tasks(named))
    yield (
        "<p><strong>Difficulty</strong> is the share of a task’s points that the class reached: "
        "low is hard. What was not attempted counts as 0; students without a verdict are left "
        "out. <strong>Discrimination</strong> is the corrected item-total correlation: Pearson’s r "
        "between the points in a task and the points in all other tasks. Near 0, the task says "
        "nothing of what else a student can do; below 0, look at the task before you look at the "
        f"class. It is not given where fewer than {FEWEST} students have a verdict, or where all "
        f"have the same points. {_certainty(tally.students)}</p>"
    )
    order = sorted(worth.items(), key=lambda each: (each[1].difficulty is None,
                                                    each[1].difficulty or 0, each[0]))  # fmt: skip
    rows = [
        [
            task_name(task),
            f"{item.max:.6g}",
            "no verdict" if item.difficulty is None else f"{item.difficulty:.0%}",
            _discrimination(item),
            str(item.not_attempted.count + tally.nothing.count),
            str(item.unjudged.count),
        ]
        for task, item in order
    ]
    columns = ("task", "points#", "difficulty#", "discrimination", "not attempted#", "no verdict#")
    yield table("Tasks, the hardest first", columns, rows)
    yield from not_attempted(tally)


def _certainty(students: int) -> str:
    if students < FEWEST:
        return "This class is too small for it."
    far = f"{by_chance(students):.2f}"
    return (
        f"In a class of {students}, chance alone gives values between −{far} and {far}, nineteen "
        "times in twenty."
    )


def _discrimination(item: Item) -> str:
    r = item.discrimination
    if r is None:
        return "too few" if item.n < FEWEST else "all alike"
    flag = ", negative: look at it" if r < 0 else ", low" if r < LOW else ""
    return f"{r:.2f}{flag}".replace("-", "−")


def _checks(tally: Tally, looks_at: Promises) -> Iterator[str]:
    yield '<h2 id="checks">Checks</h2>'
    rows = []
    for (task, check, hidden), states in tally.checks.items():
        judged = states["passed"] + states["failed"]
        said = looks_at.get((task, check)) or check.removeprefix("test_").replace("_", " ")
        counts = [states[name] for name in ("passed", "failed", "cannot_check", "not_attempted")]
        share = f"{states['failed'] / judged:.0%}" if judged else "no verdict"
        kind = "hidden" if hidden else "visible"
        rows.append([text(f"{task}  {said}"), kind, share, *map(str, counts)])
    columns = ("check", "kind", "failed, of those judged#", "passed#", "failed#", "cannot check#",
               "not attempted#")  # fmt: skip
    yield (
        f"<p>{tally.waiting} times a check could not be made because one before it had failed: "
        "that is one mistake, counted once.</p>"
    )
    inner = table("Every check, and what came of it", columns, rows)
    yield f"<details><summary>All {len(rows)} checks</summary>{inner}</details>"


def _drawn(tally: Tally, draw: Callable[[], Chart]) -> str:
    """A chart, which for one student would show nothing, and take as long as the grading."""
    if tally.students == 1:
        return ""
    chart = draw()
    return scrolling(chart["alt"].partition(". ")[0], chart._repr_html_())


def _of(count: int, tally: Tally) -> str:
    return f"{count} of {people(tally.students)}"


def _claim(id: str) -> str:
    return prose(claim(id))


def _tasks_of(tally: Tally, id: str) -> str:
    tasks = sorted(tally.believed_in[id])
    return f"(task{'s' * (len(tasks) > 1)} {text(', '.join(tasks))})"
