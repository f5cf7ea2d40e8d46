"""Answers that are alike beyond what is to be expected: something to ask about, never a verdict.

Two programs are alike when they are the same but for comments, white space and the names that
their authors chose. Two kept answers are, when they are the same, short of full points, and would
hardly come twice by chance; two texts, when their words are. Of each only a hash is kept, so that
the work grows with the class and not with its pairs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lessons.answers import LONGEST
from lessons.grading.contents import contents
from lessons.grading.programs import normal_code, own_tokens
from lessons.grading.records import Graded
from lessons.grading.submissions import Submissions
from lessons.notebook import Handed, read_notebook

LEAST_CODE = 40  # tokens beyond the starter: shorter programs are alike by nature
LEAST_WORDS = 12  # words of a text of one's own
LEAST_OTHERS = 5  # other answers, or there is nothing to tell what is rare
BY_CHANCE = 0.05  # others who would be expected to give the same answer unasked
Part = tuple[str, str | int]  # key and value, or an item and how many of it came before
COMMON = 0.1  # the share of a class above which what is alike was probably taught, or is obvious


@dataclass(frozen=True)
class Alike:
    """Students whose work in one task is alike. ``kind`` is "code", "answer" or "words".

    ``exact``: a program, names and comments included. ``size``: its tokens beyond the starter, or
    the words of a text. ``expected``: how many others would give this answer by chance, were its
    parts chosen one by one as the class chose them. ``parts``: its rarest, as source. ``beliefs``:
    the misconceptions that all of them show in this task, which may be the whole reason.
    """

    task: str
    kind: str
    students: tuple[str, ...]
    exact: bool = False
    size: int = 0
    expected: float = 0.0
    parts: tuple[str, ...] = ()
    beliefs: tuple[str, ...] = ()


@dataclass
class Likeness:
    """Fingerprints of a class; add each student, then ask what is alike."""

    students: int = 0
    _code: dict[tuple[str, int], list[tuple[str, int, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _words: dict[tuple[str, int], list[tuple[str, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _answers: dict[tuple[str, int], list[tuple[str, frozenset[str]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _twice: dict[tuple[str, int], frozenset[Part]] = field(default_factory=dict)
    _parts: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    _given: Counter[str] = field(default_factory=Counter)

    def add(self, graded: Graded, handed: Iterable[Handed]) -> None:
        """One student's notebooks; nothing in them is run."""
        self.students += 1
        tried = {each.task for each in graded.records if each.status != "not_attempted"}
        lost: dict[str, set[str]] = {}
        for each in graded.records:
            if each.points < each.max:
                lost.setdefault(each.task, set()).update(filter(None, [each.misconception]))
        seen = {each.task for each in graded.records} - tried
        for notebook in handed:
            for task, source in notebook.code.items():
                size = own_tokens(task, source) if _new(task, seen) else 0
                if size >= LEAST_CODE and (form := normal_code(source)):
                    self._code[task, hash(form)].append((graded.student, hash(source), size))
            for task, text in notebook.texts.items():
                words = re.findall(r"\w+", text.casefold()[:LONGEST])
                if _new(task, seen) and len(words) >= LEAST_WORDS:
                    self._words[task, hash(" ".join(words))].append((graded.student, len(words)))
            for task, kept in notebook.answers.items():
                if kept.kept and not kept.problem and _new(task, seen):
                    parts = answer_parts(kept.answer)
                    self._given[task] += 1
                    self._parts[task].update(map(hash, parts))
                    if task in lost:
                        shown = frozenset(lost[task])
                        group = self._answers[task, hash(parts)]
                        group.append((graded.student, shown))
                        if len(group) == 2:
                            self._twice[task, hash(parts)] = parts

    def found(self) -> list[Alike]:
        """What is alike, by task, the least expected first."""
        alike = [*self._programs(), *self._texts(), *self._wrong_answers()]
        return sorted(alike, key=lambda each: (each.task, each.expected, each.students))

    def _programs(self) -> Iterable[Alike]:
        for (task, _), group in self._code.items():
            students = tuple(student for student, _, _ in group)
            if self._few(len(students)):
                exact = len({source for _, source, _ in group}) == 1
                yield Alike(task, "code", students, exact, min(size for *_, size in group))

    def _texts(self) -> Iterable[Alike]:
        for (task, _), group in self._words.items():
            if len(group) > 1:  # words of one's own are never common
                yield Alike(task, "words", tuple(name for name, _ in group), size=group[0][1])

    def _wrong_answers(self) -> Iterable[Alike]:
        for (task, key), parts in self._twice.items():
            group = self._answers[task, key]
            others = self._given[task] - len(group)
            if not self._few(len(group)) or others < LEAST_OTHERS:
                continue
            given = self._parts[task]
            shares = {part: (given[hash(part)] - len(group) + 1) / (others + 1) for part in parts}
            expected = float(others)
            for share in shares.values():
                expected *= share
            if expected < BY_CHANCE:
                rarest = sorted(shares, key=lambda part: (shares[part], str(part)))[:4]
                beliefs = sorted(frozenset.intersection(*(shown for _, shown in group)))
                students = tuple(student for student, _ in group)
                yield Alike(task, "answer", students, expected=expected, size=len(parts),
                            parts=tuple(map(_shown, rarest)), beliefs=tuple(beliefs))  # fmt: skip

    def _few(self, count: int) -> bool:
        return 1 < count <= max(3, COMMON * self.students)


def answer_parts(answer: object) -> frozenset[Part]:
    """What an answer consists of: the items of a list, each as often as it comes, or of a dict.

    >>> sorted(answer_parts(["a", "b", "a"]))
    [("'a'", 1), ("'a'", 2), ("'b'", 1)]
    """
    if isinstance(answer, dict):
        return frozenset((_source(key), _source(value)) for key, value in answer.items())
    if isinstance(answer, (list, tuple, set, frozenset)):
        seen: Counter[str] = Counter()
        parts = set()
        for item in map(_source, answer):
            seen[item] += 1
            parts.add((item, seen[item]))
        return frozenset(parts)
    return frozenset([(_source(answer), 1)])


def _source(value: object) -> str:
    try:
        return repr(value)
    except (ValueError, RecursionError):  # a number of thousands of digits, say
        return "something that cannot be written out"


def _new(task: str, seen: set[str]) -> bool:
    """Whether a task counts: practice earns nothing, and of two notebooks the first is enough."""
    if " " in task or task in seen:
        return False
    seen.add(task)
    return True


def _shown(part: Part) -> str:
    return f"{part[0]}: {part[1]}" if isinstance(part[1], str) else str(part[0])


def alike(graded: Iterable[Graded], handed: Mapping[str, Iterable[Handed]]) -> list[Alike]:
    """What is alike in a class, from its records and its notebooks by student."""
    likeness = Likeness()
    for student in graded:
        likeness.add(student, handed.get(student.student, ()))
    return likeness.found()


class Notebooks(Mapping[str, list[Handed]]):
    """The notebooks of each student, found and read when they are asked for, and then let go."""

    def __init__(self, submissions: Submissions) -> None:
        self._submissions = submissions

    def __getitem__(self, student: str) -> list[Handed]:
        if student not in self._submissions.entries:
            raise KeyError(student)
        files = contents(self._submissions.of(student).files)
        return [read_notebook(file.data) for file in files if not file.problem]

    def __iter__(self) -> Iterator[str]:
        return iter(self._submissions.entries)

    def __len__(self) -> int:
        return len(self._submissions)
