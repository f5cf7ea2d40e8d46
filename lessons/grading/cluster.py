"""A class graded by a Dask cluster: past one machine, by the same engine and with the same marks.

This side reads the submissions, hands out their bytes, and gets records back as JSON. It sends a
few students a thread ahead and no more, so that its memory does not grow with the class. Dask
gives the students of a worker that is lost to another one.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lessons.course import checkout
from lessons.errors import CourseError
from lessons.grading.checklist import checklists
from lessons.grading.cluster_client import AGAIN, ask_workers, connected
from lessons.grading.cluster_worker import MEND, Way, differs, grade
from lessons.grading.contents import contents
from lessons.grading.grade import Grader
from lessons.grading.keys import handed_in
from lessons.grading.records import Graded, printable
from lessons.grading.transfer import unpacked
from lessons.grading.workers import Done, Job, Orders

PATIENCE = 60.0  # seconds without a worker, or without the scheduler, until we give up
LOOK = 5.0  # seconds without a result until we ask for the workers
AHEAD = 2  # students handed out for each thread, so that none waits for us


@dataclass(frozen=True)
class _Given:
    """A student who was handed out, and the hash of what was handed in."""

    job: Job
    handed_in: str


def grade_on_cluster(
    jobs: Iterable[Job], orders: Orders, address: str, terms: str, patience: float = PATIENCE
) -> Generator[Done, None, None]:
    """Each student's records, in the order in which they get done, as ``workers.grade_class``.

    A student in whose hands workers were lost, time and again, is graded once more at the end with
    nothing else on the cluster; who ends a worker then too has a record that says so.

    Raises:
        CourseError: there is no cluster, it was lost, or a worker would grade otherwise than we.
    """
    way = _way(orders, terms)
    with connected(address, patience) as client:
        hand = _Hand(client, way, patience)
        suspects = list[Job]()
        for given, graded in hand.all(jobs, hand.ahead):
            if graded is None and given.handed_in != given.job.known:
                suspects.append(given.job)
            else:
                yield Done(given.job.submitted.student, given.handed_in, graded)
        for given, graded in hand.all(suspects, lambda: 1):
            graded = graded or _beyond(given.job, orders)
            yield Done(given.job.submitted.student, given.handed_in, graded)


def _beyond(job: Job, orders: Orders) -> Graded:
    return Grader(checklists(orders.checks, orders.numbers), orders.seed).beyond(job.submitted)


def _way(orders: Orders, terms: str) -> Way:
    root = checkout()
    own = root and orders.checks.resolve() == (root / "tests" / "graded").resolve()
    secrets = tuple(str(place.resolve()) for place in orders.secrets)
    checks = "" if own else str(orders.checks.resolve())
    return Way(
        checks, orders.numbers, orders.isolation, orders.seed, secrets, terms, orders.attempt
    )


class _Hand:
    """What is handed out: a bounded number of students, and the workers that have them."""

    def __init__(self, client: Any, way: Way, patience: float) -> None:
        self.client, self.way, self.patience = client, way, patience
        self.given = dict[Any, _Given]()
        self.seen = self.looked = time.monotonic()
        self.threads = 0
        self._wait_for_workers()
        self._compare()
        self.running = self._watch()

    def ahead(self) -> int:
        """How many students to have handed out: more, when workers have come since."""
        if time.monotonic() - self.looked > LOOK:
            self._look()
        return AHEAD * max(1, self.threads)

    def all(
        self, jobs: Iterable[Job], most: Callable[[], int]
    ) -> Iterator[tuple[_Given, Graded | None]]:
        """Each student with records; None for who is known, and for whose worker was lost."""
        waiting = iter(jobs)
        try:
            while True:
                while len(self.given) < most() and (job := next(waiting, None)):
                    files = list(contents(job.submitted.files))
                    given = _Given(job, handed_in(job.submitted, files))
                    if given.handed_in == job.known:
                        yield given, None
                        continue
                    told = [
                        (each.name, each.data, each.problem, (each.when.at, each.when.source))
                        for each in files
                    ]
                    student, notes = job.submitted.student, list(job.submitted.notes)
                    # A key of its own: of two who handed in the same, each is graded.
                    future = self.client.submit(grade, self.way, student, notes, told, pure=False)
                    self.given[future] = given
                    self.running.add(future)
                if not self.given:
                    return
                yield self._next()
        finally:
            self.client.cancel(list(self.given), force=True)

    def _next(self) -> tuple[_Given, Graded | None]:
        """The next who is done."""
        from distributed import KilledWorker

        while True:
            try:
                future, result = next(self.running)
                break
            except TimeoutError:
                self._look()
                self.running = self._watch()
        given, status = self.given.pop(future), future.status
        if status == "finished":
            return given, self._read(result, given.job.submitted.student)
        problem = result[1] if isinstance(result, tuple) else result
        if isinstance(problem, KilledWorker):
            return given, None
        raise CourseError("the cluster to stay", f"{type(problem).__name__} at a student", AGAIN)

    def _read(self, result: str, student: str) -> Graded | None:
        try:
            ((kind, its),) = json.loads(result).items()
            if kind == "graded":
                return unpacked(its, student)
            said = [printable(each) for each in its]
        except (ValueError, TypeError, AttributeError) as error:
            seen = printable(f"something else ({error})")[:200]
            raise CourseError("records from a worker", seen, "Is it one of yours?") from None
        if kind == "refused":
            raise CourseError(*said)
        print(*said, sep="\n", file=sys.stderr)  # a check broke in a way that no check may
        return None

    def _watch(self) -> Any:
        from distributed import as_completed

        return as_completed(
            list(self.given), loop=self.client.loop, with_results=True, raise_errors=False,
            timeout=LOOK,
        )  # fmt: skip

    def _look(self) -> None:
        """Count the workers.

        Raises:
            CourseError: there has been none for too long.
        """
        self.looked = time.monotonic()
        try:
            self.threads = sum(self.client.nthreads().values())
        except (OSError, RuntimeError, ValueError):  # the scheduler is gone, and may come back
            self.threads = 0
        if self.threads:
            self.seen = self.looked
        elif self.looked - self.seen > self.patience:
            raise CourseError(
                "a Dask worker that grades",
                f"none for {self.patience:.0f} seconds",
                f"Start one: dask worker ADDRESS --nthreads 1. {AGAIN}",
            )

    def _wait_for_workers(self) -> None:
        self._look()
        while not self.threads:
            time.sleep(0.2)
            self._look()

    def _compare(self) -> None:
        """Refuse workers that would give other marks.

        Raises:
            CourseError: there is one. Says which, and why.
        """
        found = ask_workers(self.client, differs, self.way)
        wrong = {worker: str(why) for worker, why in found.items() if why}
        if wrong:
            worker, why = next(iter(wrong.items()))
            others = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
            raise CourseError(
                "workers with the same clone as here, and the same versions",
                f"{worker}{others}: {printable(why)[:300]}",
                MEND,
            )
