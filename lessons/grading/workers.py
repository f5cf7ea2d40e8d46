"""A class graded on all cores: several processes, each with checks and a fork server of its own.

The controller hands out one student at a time and gives back what comes, so that nothing but the
students in hand is in memory. A worker ends with the controller, however that ends.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Generator, Iterable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.errors import CourseError
from lessons.grading.attempts import Rule
from lessons.grading.contents import contents
from lessons.grading.isolation import Isolation
from lessons.grading.keys import handed_in
from lessons.grading.records import Graded
from lessons.grading.submissions import Submitted

if TYPE_CHECKING:
    from lessons.grading.grade import Grader

FEW = 20  # students for whom no further process is worth its start
GIVEN_UP = 2  # workers that a student may end before a person has to look
END = 20  # seconds that a worker may take to end


@dataclass(frozen=True)
class Orders:
    """What every worker needs to grade alike: the arguments of ``grade.grader``."""

    checks: Path
    numbers: tuple[str, ...]
    isolation: Isolation
    seed: bytes
    secrets: tuple[Path, ...] = ()
    attempt: Rule = "fullest"


@dataclass(frozen=True)
class Job:
    """A student to grade, unless what was handed in has the hash that is ``known``."""

    submitted: Submitted
    known: str = ""
    killed: int = 0  # workers that ended while they had this student in hand


@dataclass(frozen=True)
class Done:
    """What became of a student: the hash of what was handed in; None where nothing was new."""

    student: str
    handed_in: str
    graded: Graded | None


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def grade_class(jobs: Iterable[Job], orders: Orders, workers: int) -> Generator[Done, None, None]:
    """Each student's records, in the order in which they get done.

    Close the iterator if you do not go through all of it.

    Raises:
        CourseError: this system cannot grade, or a check cannot be read.
    """
    return _here(jobs, orders) if workers < 2 else _apart(jobs, orders, workers)


def _here(jobs: Iterable[Job], orders: Orders) -> Generator[Done, None, None]:
    with closing(_Marker(orders)) as marker:
        for job in jobs:
            yield marker.do(job)


class _Marker:
    """Grades one job after the other; loads checks and a fork server when the first is due."""

    def __init__(self, orders: Orders) -> None:
        self.orders = orders
        self.open = ExitStack()
        self.grader: Grader | None = None

    def do(self, job: Job) -> Done:
        submitted = job.submitted
        files = list(contents(submitted.files)) if job.killed < GIVEN_UP else []
        hash = handed_in(submitted, files)
        if hash == job.known:
            return Done(submitted.student, hash, None)
        if self.grader is None:
            from lessons.grading.grade import grader

            order = self.orders
            self.grader = self.open.enter_context(
                grader(
                    order.checks,
                    order.numbers,
                    order.isolation,
                    order.seed,
                    order.secrets,
                    order.attempt,
                )
            )
        if job.killed >= GIVEN_UP:
            return Done(submitted.student, hash, self.grader.beyond(submitted))
        return Done(submitted.student, hash, self.grader.contents(submitted, files))

    def close(self) -> None:
        self.open.close()


def _apart(jobs: Iterable[Job], orders: Orders, workers: int) -> Generator[Done, None, None]:
    waiting, busy = iter(jobs), dict[Connection, _Worker]()
    again: list[Job] = []

    def give(worker: _Worker) -> None:
        """The next job, or the end."""
        job = again.pop() if again else next(waiting, None)
        if job is None:
            worker.end()
        else:
            worker.give(job)
            busy[worker.pipe] = worker

    try:
        for _ in range(workers):
            give(_Worker(orders))
        while busy:
            for pipe in wait(list(busy)):
                assert isinstance(pipe, Connection)
                worker = busy.pop(pipe)
                try:
                    answer = pipe.recv()
                except (EOFError, OSError):  # the worker is gone, and its student is not
                    worker.end()
                    again.append(replace(worker.job, killed=worker.job.killed + 1))
                    if again[-1].killed > GIVEN_UP:
                        raise CourseError(
                            "processes that grade",
                            f"{again[-1].killed} that ended one after the other",
                            "Look at what they printed above, and whether memory ran out.",
                        ) from None
                    give(_Worker(orders))
                    continue
                if isinstance(answer, CourseError):
                    worker.end()
                    raise answer
                give(worker)  # before the answer is looked at: nobody waits
                yield answer
    finally:
        for worker in busy.values():
            worker.end()


class _Worker:
    """The controller's side of one worker."""

    def __init__(self, orders: Orders) -> None:
        os.environ["PYTHONSAFEPATH"] = "1"  # or it imports what lies where we were started
        spawn = multiprocessing.get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self.job = Job(Submitted("", ()))
        self.process: BaseProcess = spawn.Process(target=_work, args=(theirs, orders), daemon=False)
        self.process.start()
        theirs.close()

    def give(self, job: Job) -> None:
        self.job = job
        with suppress(OSError):  # when it is gone, reading from its pipe will say so
            self.pipe.send(job)

    def end(self) -> None:
        self.pipe.close()
        self.process.join(END)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _work(pipe: Connection, orders: Orders) -> None:
    """What a worker does: one job after the other until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the controller ends us
    with closing(_Marker(orders)) as marker:
        while True:
            try:
                job = pipe.recv()
            except (EOFError, OSError):
                return
            try:
                answer: Done | CourseError = marker.do(job)
            except CourseError as error:
                answer = error
            try:
                pipe.send(answer)
            except OSError:
                return
