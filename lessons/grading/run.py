"""One child, asked one thing at a time. What it does wrong ends it; the exception says what."""

from __future__ import annotations

import os
import secrets
import select
import selectors
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lessons.checks.feedback import Outcome
from lessons.errors import CourseError
from lessons.grading import frames
from lessons.grading.folders import Folder
from lessons.grading.values import LONGEST, MalformedError, decode, encode

if TYPE_CHECKING:
    from lessons.grading.engine import Engine

START = 60  # seconds that the fork server may take to load what notebooks import
TICK = 0.25  # seconds between two looks at the clock and the work folder
LATE = "it ran for too long"


class Stopped(Exception):  # noqa: N818  (what became of a run, not a defect)
    """The child ended before it answered: over a limit, or by its own doing. Says which."""

    outcome: Outcome = "crashed"


class TimedOut(Stopped):
    """It was over its limit on time, or on processor time."""

    outcome = "timed_out"


class Withheld(Stopped):
    """The child said what no honest notebook says: nothing it says is to be believed."""

    outcome = "withheld"


@dataclass(frozen=True)
class Ended:
    """How a child ended, as the fork server saw it: CPU seconds, peak memory in KiB.

    ``over`` says for which limit the server ended it.
    """

    status: int
    cpu: float
    peak: int
    over: str = ""


class Run:
    """One child: ask it one thing at a time; ``end`` it when done."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.limits = engine, engine.limits
        self.output = bytearray()  # what it printed, cut
        self.ended: Ended | None = None
        self._printed = self._replied = 0
        self._next_look = 0.0
        self.work = Folder(Path(tempfile.mkdtemp(prefix="work-", dir=engine.scratch.path)))
        requests, self._requests = os.pipe()
        self._replies, replies = os.pipe()
        self._output, output = os.pipe()
        theirs = (requests, replies, output)
        self._selector = selectors.DefaultSelector()
        for pipe in (self._replies, self._output):
            os.set_blocking(pipe, False)
            self._selector.register(pipe, selectors.EVENT_READ)
        os.set_blocking(self._requests, False)
        try:
            engine.order(self.work.path, theirs)
        finally:
            for pipe in theirs:
                os.close(pipe)
        try:
            _, self.level = self._receive(bytes(frames.NONCE), START)
        except Stopped as reason:  # nothing of the learner's has run yet: this is not their doing
            raise CourseError(
                f"a child process with isolation “{engine.isolation}”",
                f"{reason} {self.output.decode('utf-8', 'replace').strip()}",
                "Look at lessons grade --help for --isolation; no mark was given.",
            ) from None

    def ask(self, what: str, *rest: object, seconds: float) -> list[Any]:
        """Send one request, and wait for its reply, a list that begins with a word.

        Raises:
            Stopped: the child ended, or was ended at a limit.
            Withheld: the child broke the protocol.
        """
        if self.ended:
            raise Stopped("the notebook's process has ended")
        if self._waiting():
            raise self._over(Withheld("it wrote an answer before there was a question"))
        nonce = secrets.token_bytes(frames.NONCE)
        until = time.monotonic() + seconds
        self._send(frames.pack(nonce, encode([what, *rest])), until)
        reply = self._receive(nonce, until - time.monotonic())
        if not (isinstance(reply, list) and reply and isinstance(reply[0], str)):
            raise self._over(Withheld("its answer has no known form"))
        return reply

    def end(self) -> Ended:
        """End the child, read the rest of its output, delete its work folder."""
        if self.ended is None:
            self.ended = self.engine.end()
            while self._read_output():
                pass
            self._selector.close()
            for pipe in (self._requests, self._replies, self._output):
                os.close(pipe)
            self.work.delete()
        return self.ended

    def _send(self, message: bytes, until: float) -> None:
        rest = memoryview(message)
        while rest:
            try:
                rest = rest[os.write(self._requests, rest) :]
            except BlockingIOError:
                self._look(until)
                self._read_output()
                select.select([], [self._requests], [], TICK)
            except BrokenPipeError:
                raise self._over(Stopped("the notebook ended its own process")) from None

    def _receive(self, nonce: bytes, seconds: float) -> Any:
        until = time.monotonic() + seconds
        got = bytearray()
        while True:
            got += self._read(until)
            if time.monotonic() > until:  # a byte now and then is no answer
                raise self._over(TimedOut(LATE))
            if len(got) < frames.HEAD:
                continue
            size, name = frames.unpack(bytes(got[: frames.HEAD]))
            if size > LONGEST or name != nonce or len(got) > frames.HEAD + size:
                raise self._over(Withheld("it wrote an answer of its own making"))
            if len(got) == frames.HEAD + size:
                try:
                    return decode(bytes(got[frames.HEAD :]))
                except MalformedError as problem:
                    raise self._over(Withheld(f"its answer is malformed: {problem}")) from None

    def _read(self, until: float) -> bytes:
        """More bytes of the reply, once there are some."""
        while True:
            ready = {key.fd for key, _ in self._selector.select(TICK)}
            if self._output in ready:
                self._read_output()
            if self._replies in ready:
                part = os.read(self._replies, 1 << 16)
                if not part:
                    raise self._over(None)
                self._replied += len(part)
                if self._replied > self.limits.replies:
                    raise self._over(Withheld("its answers are too long in all"))
                return part
            self._look(until)

    def _look(self, until: float) -> None:
        now = time.monotonic()
        if now > until:
            raise self._over(TimedOut(LATE))
        if now < self._next_look:  # a byte now and then is no reason to walk through a folder
            return
        self._next_look = now + TICK
        if self.work.size_above(self.limits.folder, self.limits.files):
            raise self._over(Stopped("it filled its folder with more than it may"))

    def _read_output(self) -> bool:
        """Take one piece of what it printed, so that a flood keeps nothing else waiting; if any."""
        try:
            part = os.read(self._output, 1 << 16)
        except BlockingIOError:
            return False
        if not part:
            if not self.ended and self._output in self._selector.get_map():
                self._selector.unregister(self._output)
            return False
        self.output += part[: max(0, self.limits.output_kept - len(self.output))]
        self._printed += len(part)
        if self._printed > self.limits.output and not self.ended:
            raise self._over(Stopped("it printed without end"))
        return True

    def _waiting(self) -> bool:
        try:
            return bool(os.read(self._replies, 1))
        except BlockingIOError:
            return False

    def _over(self, reason: Stopped | None) -> Stopped:
        """End the run; the reason, or the one that the exit status gives."""
        ended = self.end()
        if ended.status < 0:
            return Withheld("it ended the process that runs notebooks")
        return reason or (Stopped(ended.over) if ended.over else _how(ended.status))


def _how(status: int) -> Stopped:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGXCPU:
            return TimedOut("it used all of its processor time")
        return Stopped(f"its process was ended by signal {number}")
    return Stopped(f"the notebook ended its own process (exit status {os.WEXITSTATUS(status)})")
