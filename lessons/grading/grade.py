"""A class, graded: every check of every assigned notebook, for every student."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from lessons.adapted.guard import about_another
from lessons.checks.feedback import CannotCheck, Failure, NotAttempted, Result
from lessons.checks.marking import mark
from lessons.checks.submission import Submission
from lessons.grading.attempts import Handin, Rule, choose
from lessons.grading.checklist import Checklist, checklists
from lessons.grading.contents import Content, contents
from lessons.grading.engine import Engine
from lessons.grading.forms import spelled
from lessons.grading.isolation import Isolation, lacking
from lessons.grading.recorded import Recorded
from lessons.grading.records import Attempt, Graded, Record, record
from lessons.grading.session import NOTHING_RUN, Session
from lessons.grading.submissions import Submitted
from lessons.notebook import Handed, read_notebook

ELSEWHERE = "It is about another article, for which lessons grade needs --course DIR."
NOTE, NOTES = 300, 20  # characters of a note, and notes, that are kept: file names can be long


@contextmanager
def grader(
    folder: Path,
    numbers: tuple[str, ...],
    isolation: Isolation,
    seed: bytes,
    secrets: Sequence[Path] = (),
    attempt: Rule = "fullest",
) -> Iterator[Grader]:
    """A grader with the checks in ``folder``, and an engine where this system can have one.

    ``secrets`` are files and folders, besides the checks, that learners' code must never see.

    Raises:
        CourseError: a notebook has no checks.
    """
    if lack := lacking(isolation):
        why = f"This task runs code, and it was graded where that needs isolation: {lack}."
        yield Grader(checklists(folder, numbers), seed, None, why, attempt)
        return
    with Engine(isolation, secrets=[folder, *secrets]) as engine:  # loads while the checks load
        yield Grader(checklists(folder, numbers), seed, engine, attempt=attempt)


@dataclass(frozen=True)
class Grader:
    """What grading takes: checks by notebook, the class's seed, and an engine to run code with.

    Without an engine only kept answers and words are marked; ``no_engine`` says why.
    """

    checks: Mapping[str, Checklist]
    seed: bytes
    engine: Engine | None = None
    no_engine: str = ""
    attempt: Rule = "fullest"

    def grade(self, submissions: Iterable[Submitted]) -> Iterator[Graded]:
        """Each student in turn; nothing of one student is kept for the next."""
        return (self.student(submitted) for submitted in submissions)

    def student(self, submitted: Submitted) -> Graded:
        """One student: the records of every assigned notebook, handed in or not."""
        return self.contents(submitted, contents(submitted.files))

    def contents(self, submitted: Submitted, files: Iterable[Content]) -> Graded:
        """The same for files whose bytes are already here."""
        handins = [Handin(file.name, _handed(file), file.when) for file in files]
        return self.handins(submitted.student, handins, submitted.notes)

    def beyond(self, submitted: Submitted) -> Graded:
        """A student whose notebook ended the process that grades, and went on doing so."""
        why = "Grading this ended the process that grades. A person has to look at it."
        records = [
            each
            for number, checks in self.checks.items()
            for each in _unmarked(number, checks, CannotCheck(why, outcome="crashed"))
        ]
        return Graded(submitted.student, tuple(records), (why, *submitted.notes))

    def notebooks(self, student: str, files: Iterable[tuple[str, Handed]]) -> Graded:
        """The same for notebooks that are already read, each with the name of its file."""
        return self.handins(student, [Handin(*each) for each in files])

    def handins(self, student: str, files: Iterable[Handin], notes: Iterable[str] = ()) -> Graded:
        """The same for notebooks with their dates."""
        files, said, records = list(files), list(notes), list[Record]()
        counted = list[Attempt]()
        said += [f"{each.name}: {each.handed.problem}" for each in files if each.handed.problem]
        for number, checks in self.checks.items():
            several = [each for each in files if number in each.handed.numbers]
            if not several:
                why = " ".join([f"No notebook {number} was handed in.", *said])
                records += _unmarked(number, checks, NotAttempted(why))
                continue
            own, why = self._counted(number, checks, several)
            rule = self.attempt if len(several) > 1 else ""
            name = spelled(own.name)[:NOTE]
            when = own.when
            counted.append(Attempt(number, name, when.at, when.source, len(several), rule))
            if rule:
                said.append(f"Of {len(several)} notebooks {number}, {name} counts: {why}.")
            said += [f"{name}: {note}" for note in own.handed.notes]
            if about_another(own.handed.cells):
                said.append(f"{name}: {ELSEWHERE}")
            records += self._notebook(number, checks, own.handed)
        notes = [spelled(note)[:NOTE] for note in dict.fromkeys(said)]
        return Graded(student, tuple(records), tuple(notes[:NOTES]), attempts=tuple(counted))

    def _counted(
        self, number: str, checks: Checklist, several: Sequence[Handin]
    ) -> tuple[Handin, str]:
        """Which of several notebooks of one number counts, and why."""

        def points(each: Handin) -> float:
            return sum(record.points for record in self._notebook(number, checks, each.handed))

        if len(several) == 1:
            return several[0], ""
        return choose(several, number, self.attempt, points)

    def _notebook(self, number: str, checks: Checklist, handed: Handed) -> list[Record]:
        session = Session(self.engine, handed.cells) if self.engine else None
        with closing(session) if session else nullcontext():
            submission = Recorded(handed, session, self.seed, self.no_engine)
            results = _in_two_rounds(checks, submission)
        if session and session.broken:  # a check takes any error for its own
            raise session.broken
        level = session.level if session else NOTHING_RUN
        return [record(number, result, level) for result in results]


def _in_two_rounds(checks: Checklist, submission: Submission) -> list[Result]:
    """The results of a notebook, by task; no hidden input is sent before all visible checks ran.

    A learner's function could store the inputs of one task's hidden checks, and say them where
    another task's visible check quotes it.
    """
    shown = {
        task: mark([each for each in its if not each.hidden], submission)
        for task, its in checks.items()
    }
    whole = {
        task: mark([each for each in its if each.hidden], submission, shown[task])
        for task, its in checks.items()
    }
    return [each for results in whole.values() for each in results]


def _handed(file: Content) -> Handed:
    return Handed(problem=file.problem) if file.problem else read_notebook(file.data)


def _unmarked(number: str, checks: Checklist, why: Failure) -> list[Record]:
    def nothing(_: Submission) -> None:
        raise why

    nowhere = Recorded(Handed(), None, b"")
    blank = [replace(each, run=nothing, after="") for task in checks.values() for each in task]
    results = [result for each in blank for result in mark([each], nowhere)]
    return [record(number, result, NOTHING_RUN) for result in results]
