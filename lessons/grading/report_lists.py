"""The parts of a class report that a person has to look at: who, where, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from lessons.grading.likeness import (
    BY_CHANCE,
    COMMON,
    LEAST_CODE,
    LEAST_OTHERS,
    LEAST_WORDS,
    Alike,
)
from lessons.grading.page import listing, person, prose, text
from lessons.grading.tally import Tally, Who
from lessons.grading.wording import Promises, claim, task_title

TOP = 20  # of what is listed; the rest are counted
FEW = 12  # names that stand in a row
Key = TypeVar("Key")


def to_look_at(tally: Tally, alike: list[Alike] | None) -> list[str]:
    """How many things of each kind a person has to look at; nothing of what there is none."""
    runs = sum(who.count for who in tally.mishaps.values())
    waiting = sum(who.count for who in tally.proposals.values())
    counts = (
        (len(tally.open), "kind of check without a verdict", "kinds of checks without a verdict"),
        (runs, "run that went wrong", "runs that went wrong"),
        (waiting, "proposal that waits for a person", "proposals that wait for a person"),
        (len(alike or ()), "case of work that is alike", "cases of work that is alike"),
    )
    return [f"{count} {one if count == 1 else more}" for count, one, more in counts if count]


def no_verdicts(tally: Tally, looks_at: Promises) -> Iterator[str]:
    """Checks without a verdict, runs that went wrong, and points that wait for a person."""
    yield '<h2 id="look">For you to look at</h2>'
    if not (tally.open or tally.mishaps or tally.proposals):
        yield "<p>Nothing: every check has a verdict, and every run came to its end.</p>"
    if tally.open:
        ranked = ranked_by_count(tally.open)
        yield "<h3>Checks without a verdict, and why</h3>"
        yield listing(
            f"{task_name(task)}, {_check(task, check, looks_at)}: "
            f"{prose(who.said, 300)} {names(who)}"
            for (task, check, _), who in ranked[:TOP]
        )
        yield rest(len(ranked) - TOP, "reason")
    if tally.mishaps:
        mishaps = ranked_by_count(tally.mishaps)
        yield "<h3>Time-outs, crashes and exceptions</h3>"
        yield listing(f"{task_name(task)}: {text(what)}. {names(who)}"
                      for (what, task), who in mishaps[:TOP])  # fmt: skip
        yield rest(len(mishaps) - TOP, "kind")
    if tally.proposals:
        yield "<h3>Proposed points: read the words, and decide</h3>"
        yield listing(f"{task_name(task)}: {names(who)}" for task, who in tally.proposals.items())


def not_attempted(tally: Tally) -> Iterator[str]:
    """Who left out what; tasks that the same students left out stand together."""
    groups: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for task, item in tally.items.items():
        who = item.not_attempted
        if who.count:
            groups.setdefault((who.count, tuple(who.names)), []).append(task)
    if not groups and not tally.nothing.count:
        return
    yield "<h3>Not attempted</h3>"
    lines = [f"{', '.join(map(task_name, tasks))}: {names(Who(count, list(own)))}"
             for (count, own), tasks in sorted(groups.items(), reverse=True)]  # fmt: skip
    if tally.nothing.count:
        lines.insert(0, f"Nothing at all: {names(tally.nothing)}")
    yield listing(lines)


def alike_work(alike: Sequence[Alike] | None) -> Iterator[str]:
    """Work that is alike, put as a question: cases with the same students stand together."""
    yield '<h2 id="alike">Work that is alike</h2>'
    if alike is None:
        yield "<p>Notebooks were not compared.</p>"
        return
    yield (
        "<p>This is a question to ask, and no verdict: people who learn together write alike, and "
        "so do those who read the same page. Compared are programs without comments, layout and "
        f"own names ({LEAST_CODE} tokens or more beyond the starter), own words ({LEAST_WORDS} or "
        "more), and kept answers that lost points and that chance alone would hardly give twice "
        f"(expected of fewer than {BY_CHANCE} others, were each part chosen as the class chose "
        f"it). Left out is what more than {COMMON:.0%} of the class and more than three share, "
        f"words apart, and answers beside which there are fewer than {LEAST_OTHERS} others.</p>"
    )
    if not alike:
        yield "<p>Nothing of the kind was found.</p>"
    groups: dict[tuple[str, ...], list[Alike]] = {}
    for each in alike:
        groups.setdefault(each.students, []).append(each)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    for students, cases in ordered[:TOP]:
        who = names(Who(len(students), list(students)))
        inner = listing(f"{task_name(each.task)}: {_alike(each)}" for each in cases)
        yield f'<div class="card"><h3>Did they work together? {who}</h3>{inner}</div>'
    yield rest(len(ordered) - TOP, "group")


def _alike(case: Alike) -> str:
    if case.kind == "code":
        but = "comments and names as well" if case.exact else "but for comments, layout and names"
        return f"the same program of {case.size} tokens, {but}."
    if case.kind == "words":
        return f"the same {case.size} words."
    odd = ", ".join(f"<code>{text(part, 60)}</code>" for part in case.parts)
    said = f"the same answer, short of full points; rarest in it: {odd}."
    if case.beliefs:
        claims = ", ".join(f"{prose(claim(id))}" for id in case.beliefs)
        said += f" One belief may be the whole reason: {claims}."
    return said


def _check(task: str, check: str, looks_at: Promises) -> str:
    """A check as instructors find it, with what it looks at."""
    looks = looks_at.get((task, check))
    return f"<code>{text(check)}</code>" + (f" ({text(looks)})" if looks else "")


def names(who: Who) -> str:
    """The first names, in a row; the rest counted."""
    shown = ", ".join(person(name, 60) for name in who.names[:FEW])
    left = who.count - min(FEW, len(who.names))
    return f"{shown} and {left} more" if left else shown


def rest(count: int, what: str) -> str:
    """How many there are besides those that are listed."""
    return f'<p class="quiet">And {count} {what}{"s" * (count > 1)} more.</p>' if count > 0 else ""


def people(count: int) -> str:
    """A number of students, in words."""
    return f"{count} student{'' if count == 1 else 's'}"


def task_name(task: str) -> str:
    """A task with its title, as HTML."""
    return text(f"{task}  {task_title(task)}")


def ranked_by_count(found: Mapping[Key, Who]) -> list[tuple[Key, Who]]:
    """What students share, the most frequent first."""
    return sorted(found.items(), key=lambda each: (-each[1].count, str(each[0])))
