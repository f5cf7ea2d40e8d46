"""The controller's side of grading's processes: it starts the fork server and orders children.

`Engine` holds one fork server; `Engine.start` forks a child and gives a `Run`.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

from lessons.course import PACKAGE, VARIABLE, adapted
from lessons.errors import CourseError
from lessons.grading.bubblewrap import NAME
from lessons.grading.folders import Folder
from lessons.grading.isolation import Isolation, lacking
from lessons.grading.limits import Limits
from lessons.grading.places import keep_apart
from lessons.grading.run import START, Ended, Run


class Engine:
    """One fork server, one child at a time. Use it with ``with``.

    ``secrets`` are files and folders that no child may be able to read; ``abi`` holds Landlock
    down to an older version, and ``wrapped`` keeps bubblewrap away, for tests.

    The server loads what notebooks import while the controller goes on; the first run waits.

    Raises:
        CourseError: this system cannot fork, or cannot confine where that is asked for.
    """

    def __init__(
        self,
        isolation: Isolation,
        limits: Limits | None = None,
        secrets: Sequence[Path] = (),
        abi: int | None = None,
        wrapped: bool = True,
    ) -> None:
        if lack := lacking(isolation):
            raise CourseError(
                f"a system that can run a notebook with isolation “{isolation}”",
                lack,
                "Grade where it can, or choose another --isolation.",
            )
        self.isolation: Isolation = isolation
        self.secrets, self.abi = secrets, abi
        self.wrapped = wrapped and isolation == "confined"
        self.limits = limits or Limits()
        self.scratch = Folder(Path(tempfile.mkdtemp(prefix="lessons-grading-")).resolve())
        self.busy = False
        self._start_server()

    def _start_server(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        ours.settimeout(START)
        self.line, self.loaded = ours, False
        with theirs:
            self.server = subprocess.Popen(
                [sys.executable, "-P", "-c", self._code(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                env=_surroundings(self.scratch.path),
                cwd=self.scratch.path,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )

    def _code(self, control: int) -> str:
        """What the server runs: itself, within bubblewrap if that works."""
        serve = "from lessons.grading.server import main; main({}, {!r}, {!r})"
        code = serve.format(control, self.isolation, "")
        if not self.wrapped:
            return code
        inside = serve.format(control, self.isolation, NAME)
        return f"from lessons.grading.bubblewrap import move_inside as m; m({inside!r}); {code}"

    def start(self) -> Run:
        """Fork a child and wait until it is ready.

        Raises:
            CourseError: the fork server did not start, or the child did not get ready.
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
        order = {"work": str(work), "isolation": self.isolation, "limits": limits, "abi": self.abi}
        if self.server.poll() is not None and self.loaded:
            self._restart()
        if not self.loaded:  # it has been loading while the controller did other things
            keep_apart(self.secrets, list(map(Path, self._word("start")["ready"])))
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
        cpu, peak = float(report["cpu"]), int(report["peak"])
        return Ended(int(report["status"]), cpu, peak, str(report["over"]))

    def _word(self, what: str) -> dict[str, Any]:
        try:
            word: dict[str, Any] = json.loads(self.line.recv(1 << 16))
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


def _surroundings(scratch: Path) -> dict[str, str]:
    """The fork server's environment: what libraries need to load, and nothing of ours."""
    path = os.pathsep.join(dict.fromkeys([str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")]))
    names = ("HOME", "NLTK_DATA", "LD_LIBRARY_PATH")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    if course := adapted():  # whole, for the server works elsewhere
        kept[VARIABLE] = str(course.resolve())
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
