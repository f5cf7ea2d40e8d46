"""The controller's side of a run: it starts the fork server, asks, waits, and believes nothing.

`Engine` holds one fork server; `Engine.start` forks a child and gives a `Run`: one request at a
time, each with a deadline. What a run does wrong ends it, and is said by the exception.
"""

from __future__ import annotations

import json
import os
import secrets
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from lessons.course import PACKAGE
from lessons.errors import CourseError
from lessons.grading import frames
from lessons.grading.folders import Folder
from lessons.grading.limits import Limits
from lessons.grading.values import LONGEST, MalformedError, decode, encode

Isolation = Literal["process", "none"]
START = 60  # seconds that the fork server may take to load what notebooks import
TICK = 0.25  # seconds between two looks at the clock and the work folder


class Stopped(Exception):  # noqa: N818  (what became of a run, not a defect)
    """The child ended before it answered: over a limit, or by its own doing. Says which."""


class Withheld(Stopped):
    """The child said what no honest notebook says: nothing it says is to be believed."""


@dataclass(frozen=True)
class Ended:
    """How a child ended, as the fork server saw it: CPU seconds, peak memory in KiB."""

    status: int
    cpu: float
    peak: int


class Engine:
    """One fork server, one child at a time. Use it with ``with``.

    The server loads what notebooks import while the controller goes on; the first run waits.

    Raises:
        CourseError: this system cannot fork.
    """

    def __init__(self, isolation: Isolation, limits: Limits | None = None) -> None:
        if not hasattr(os, "fork"):
            raise CourseError(
                "a system that can run a notebook in a process of its own",
                sys.platform,
                "Grade code tasks on Linux, in WSL2 or in a container.",
            )
        self.isolation: Isolation = isolation
        self.limits = limits or Limits()
        self.scratch = Folder(Path(tempfile.mkdtemp(prefix="lessons-grading-")))
        self.busy = False
        self._start_server()

    def _start_server(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        ours.settimeout(START)
        self.line, self.loaded = ours, False
        code = f"from lessons.grading.server import main; main({theirs.fileno()})"
        with theirs:
            self.server = subprocess.Popen(
                [sys.executable, "-P", "-c", code],
                pass_fds=(theirs.fileno(),),
                env=_surroundings(self.scratch.path),
                cwd=self.scratch.path,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )

    def start(self) -> Run:
        """Fork a child and wait until it is ready.

        Raises:
            Stopped: it did not get ready.
            CourseError: the fork server did not start.
            RuntimeError: another child has not ended.
        """
        if self.busy:
            raise RuntimeError("end one run before you start the next")
        self.busy = True
        try:
            return Run(self)
        except BaseException:
            self.busy = False
            raise

    def order(self, work: Path, pipes: Sequence[int]) -> None:
        """Have the server fork a child that works in ``work`` and talks through ``pipes``."""
        limits = asdict(self.limits)
        order = {"work": str(work), "isolation": self.isolation, "limits": limits}
        if self.server.poll() is not None and self.loaded:
            self._restart()
        if not self.loaded:  # it has been loading while the controller did other things
            self._word("start")
            self.loaded = True
        socket.send_fds(self.line, [json.dumps(order).encode()], list(pipes))

    def end(self) -> Ended:
        """End the child, if it has not, and hear how it ended."""
        self.busy = False
        try:
            self.line.send(b"end")
            report = self._word("end of a child")
        except (OSError, CourseError):
            self._restart()
            return Ended(-1, 0, 0)
        return Ended(int(report["status"]), float(report["cpu"]), int(report["peak"]))

    def _word(self, what: str) -> dict[str, Any]:
        try:
            word: dict[str, Any] = json.loads(self.line.recv(4096))
        except (OSError, ValueError):
            raise CourseError(
                f"the {what} from the process that runs notebooks",
                f"none (its exit status: {self.server.poll()})",
                "Look at what it printed above; lessons doctor tells what is not installed.",
            ) from None
        return word

    def _restart(self) -> None:
        self._stop()
        self._start_server()

    def _stop(self) -> None:
        self.line.close()
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()

    def close(self) -> None:
        """End the server and delete every work folder."""
        self._stop()
        self.scratch.delete()

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()


class Run:
    """One child: ask it one thing at a time; ``end`` it when done."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.limits = engine, engine.limits
        self.output = bytearray()  # what it printed, cut
        self.ended: Ended | None = None
        self._printed = self._replied = 0
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
        ready = self._receive(bytes(frames.NONCE), START)
        if not (isinstance(ready, list) and len(ready) == 2 and ready[0] == "ready"):
            raise self._over(Stopped("the process that should run the notebook did not get ready"))
        self.level = str(ready[1])

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
            self._read_output()
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
                time.sleep(0.001)
            except BrokenPipeError:
                raise self._over(Stopped("the notebook ended its own process")) from None

    def _receive(self, nonce: bytes, seconds: float) -> Any:
        until = time.monotonic() + seconds
        got = bytearray()
        while True:
            got += self._read(until)
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
        if time.monotonic() > until:
            raise self._over(Stopped("it ran for too long"))
        if self.work.size_above(self.limits.folder, self.limits.files):
            raise self._over(Stopped("it filled its folder with more than it may"))

    def _read_output(self) -> None:
        while True:
            try:
                part = os.read(self._output, 1 << 16)
            except BlockingIOError:
                return
            if not part:
                if not self.ended and self._output in self._selector.get_map():
                    self._selector.unregister(self._output)
                return
            self.output += part[: max(0, self.limits.output_kept - len(self.output))]
            self._printed += len(part)
            if self._printed > self.limits.output and not self.ended:
                raise self._over(Stopped("it printed without end"))

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
        return reason or Stopped(_how(ended.status))


def _how(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGXCPU:
            return "it used all of its processor time"
        return f"its process was ended by signal {number}"
    return f"the notebook ended its own process (exit status {os.WEXITSTATUS(status)})"


def _surroundings(scratch: Path) -> dict[str, str]:
    """The fork server's environment: what libraries need to load, and nothing of ours."""
    path = os.pathsep.join(dict.fromkeys([str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]))
    kept = {name: os.environ[name] for name in ("HOME", "NLTK_DATA") if name in os.environ}
    return kept | {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "PYTHONPATH": path.strip(os.pathsep),
        "LANG": "C.UTF-8",
        "IPYTHONDIR": str(scratch / "ipython"),
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": str(scratch / "matplotlib"),
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
