"""The fork server: everything a notebook imports, loaded once; then a child a submission.

It is started by exec with a clean environment and never sees a check, a key or a submission:
whatever it holds, a learner's code can find. It does one order after the other: fork a child,
wait for it to end, see that nothing of it stays behind, and say how it ended.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import select
import signal
import socket
import sys
import time
from typing import Any

from lessons.grading.child import Order, become_child
from lessons.grading.limits import Limits
from lessons.grading.nameless import held
from lessons.grading.shell import make_shell

TICK = 0.25  # seconds between two counts of a child's threads


def main(control: int, isolation: str, around: str = "") -> None:
    """Serve orders from the socket at descriptor ``control`` until it closes.

    ``around`` names what this process is within: see bubblewrap.py.
    """
    line = socket.socket(fileno=control)
    wake, woken = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(woken)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: orphans come back here
        libc.prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE: no one of our user may look inside
        if around:  # the parent is bubblewrap's process, and the controller can end that alone
            libc.prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
    ipython = make_shell()
    built = None
    if isolation == "confined":
        from lessons.grading.confine import walls

        built = walls(around)
    gc.collect()
    gc.freeze()
    try:
        line.send(json.dumps({"ready": [*map(str, built.places)] if built else []}).encode())
    except BrokenPipeError:  # there was nothing to run, and the controller has gone
        return
    while True:
        order, pipes = _order(line)
        if order is None:
            return
        order["limits"] = Limits(**order["limits"])
        _one(ipython, line, wake, Order(**order, walls=built), pipes)


def _order(line: socket.socket) -> tuple[dict[str, Any] | None, list[int]]:
    try:
        message, pipes, _, _ = socket.recv_fds(line, 4096, 3)
    except ConnectionResetError:  # the controller went, and never read that we are ready
        return None, []
    return (json.loads(message), pipes) if message else (None, [])


def _one(ipython: Any, line: socket.socket, wake: int, order: Order, pipes: list[int]) -> None:
    child = os.fork()
    if child == 0:
        line.close()
        requests, replies, output = pipes
        become_child(ipython, (requests, replies, output), order)
    for pipe in pipes:
        os.close(pipe)
    _until_over(child, line, wake, order)


def _until_over(child: int, line: socket.socket, wake: int, order: Order) -> None:
    """Wait for the child's end and for the controller's word, whichever comes first; report."""
    ended, told, over = None, False, ""
    while not (ended and told):
        sources: list[Any] = [wake] if told else [wake, line]
        ready, _, _ = select.select(sources, [], [], None if told else TICK)
        if not ready and ended is None and (over := _over(child, order)):
            _kill(child)
        if line in ready:  # any word means: end it; so does a controller that is gone
            told = True
            line.recv(64)
            if ended is None:
                _kill(child)
        if wake in ready:
            os.read(wake, 4096)
        if ended is None and (ended := _reap(child)):
            _sweep()
    status, used = ended
    cpu, peak = used.ru_utime + used.ru_stime, used.ru_maxrss
    report = {"status": status, "cpu": cpu, "peak": peak, "over": over}
    with contextlib.suppress(BrokenPipeError):  # the controller has gone: nobody is to be told
        line.send(json.dumps(report).encode())


def _over(child: int, order: Order) -> str:
    """Which limit it is over, of those that no kernel keeps and its folder does not show."""
    limits = order.limits
    if _threads(child) > limits.threads:
        return "it started more threads than it may"
    if order.isolation == "confined":
        work = os.path.realpath(order.work)
        if held(child, work, limits.file) > limits.folder:
            return "it holds on to more deleted files than it may"
    return ""


def _threads(child: int) -> int:
    """How many threads a process has: no limit of the kernel's binds root's."""
    with contextlib.suppress(OSError, ValueError, IndexError), open(f"/proc/{child}/stat") as stat:
        return int(stat.read().rpartition(")")[2].split()[17])
    return 0


def _reap(child: int) -> tuple[int, Any] | None:
    """The child's exit status and use of resources once it has ended; orphans are buried."""
    while True:
        try:
            pid, status, used = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return None
        if pid == 0:
            return None
        if pid == child:
            return status, used


def _kill(child: int) -> None:
    for end in (os.killpg, os.kill):
        try:
            end(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _sweep() -> None:
    """End whatever the child left behind: as a subreaper, we inherit it."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return
        for orphan in _children():
            _kill(orphan)
        time.sleep(0.005)


def _children() -> list[int]:
    us, found = os.getpid(), []
    for name in os.listdir("/proc") if sys.platform == "linux" else []:
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", "rb") as stat:
                    parent = int(stat.read().rpartition(b")")[2].split()[1])
            except (OSError, ValueError, IndexError):
                continue
            if parent == us:
                found.append(int(name))
    return found
