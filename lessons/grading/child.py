"""The child, one a submission: it limits itself, says it is ready, then does what it is asked."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from lessons.grading import frames, shell
from lessons.grading.limits import Limits
from lessons.grading.values import decode, encode

if TYPE_CHECKING:
    from lessons.grading.confine import Walls

REQUESTS, REPLIES = 3, 4  # the child's descriptors; 0 is empty, 1 and 2 are the output
READY = b"\0" * frames.NONCE


def become_child(ipython: Any, pipes: tuple[int, int, int], order: Order) -> NoReturn:
    """Turn the process just forked into a child, and serve until the requests end.

    ``pipes`` are the read end of requests, the write ends of replies and of output.
    """
    try:
        _own_descriptors(pipes)
        os.setsid()
        _die_with_parent()
        _own_surroundings(order.work)
        level = _limit(order)
        frames.send(REPLIES, READY, encode(["ready", level]))
        _serve(ipython)
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode("utf-8", "replace")[:2000])
        os._exit(70)
    os._exit(0)


def _serve(ipython: Any) -> None:
    while (request := frames.receive(REQUESTS)) is not None:
        nonce, payload = request
        what, *rest = decode(payload)
        reply = _DO[what](ipython, *rest)
        sys.stdout.flush()
        frames.send(REPLIES, nonce, encode(reply))


_DO: dict[str, Callable[..., shell.Reply]] = {
    "cell": shell.run_cell,
    "value": shell.value,
    "call": shell.call,
}


@dataclass(frozen=True)
class Order:
    """What the server was told about this child, and what it has ready to confine it with."""

    work: str
    isolation: str
    limits: Limits
    abi: int | None = None
    walls: Walls | None = None


def _own_descriptors(pipes: tuple[int, int, int]) -> None:
    empty = os.open(os.devnull, os.O_RDONLY)
    requests, replies, output = (_above(pipe) for pipe in pipes)
    for old, new in (
        (empty, 0),
        (output, 1),
        (output, 2),
        (requests, REQUESTS),
        (replies, REPLIES),
    ):
        os.dup2(old, new)
    os.closerange(5, 65_536)
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)  # noqa: SIM115


def _above(pipe: int) -> int:
    """The same pipe under a number that no dup2 here will overwrite."""
    import fcntl

    return fcntl.fcntl(pipe, fcntl.F_DUPFD, 16)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        import ctypes

        libc = ctypes.CDLL(None)
        libc.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        libc.prctl(4, 1, 0, 0, 0)  # PR_SET_DUMPABLE: the server looks at what files it holds


def _own_surroundings(work: str) -> None:
    signal.set_wakeup_fd(-1)
    for each in (signal.SIGCHLD, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(work)
    tempfile.tempdir = work  # the server may have asked for one, and has been told another
    os.environ.update(HOME=work, TMPDIR=work, PWD=work, USER="learner")
    sys.path.insert(0, "")  # as in a notebook: a module beside it can be imported
    sys.argv = [""]


def _limit(order: Order) -> str:
    """Take on the limits; the level of isolation that was reached."""
    if order.isolation == "none":
        return "none"
    import resource

    limits = order.limits
    cpu = max(1, round(limits.cpu))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))  # a signal first, then the end
    for kind, most in (
        (resource.RLIMIT_FSIZE, limits.file),
        (resource.RLIMIT_NOFILE, limits.descriptors),
        (resource.RLIMIT_CORE, 1),  # with 0, a program that collects dumps would still get one
    ):
        resource.setrlimit(kind, (most, most))
    if sys.platform == "linux":  # elsewhere this limit is not kept
        most = _mapped() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    if order.isolation == "process":
        return "process"
    from lessons.grading.confine import confine

    assert order.walls
    return confine(order.work, order.walls, order.abi)


def _mapped() -> int:
    """Bytes of address space this process has, before a learner's code asks for more."""
    with open("/proc/self/statm") as counts:
        return int(counts.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
