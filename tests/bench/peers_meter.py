"""What a process and all that it started have used: processor time, and memory at one moment."""

from __future__ import annotations

import threading
from types import TracebackType

import psutil

BETWEEN = 0.1  # seconds between two looks at the memory


def tree(root: psutil.Process) -> list[psutil.Process]:
    """A process and everything below it."""
    try:
        return [root, *root.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def cpu(root: psutil.Process) -> float:
    """Processor seconds of a tree so far, those of its dead counted with whoever buried them."""
    total = 0.0
    for process in tree(root):
        try:
            total += sum(process.cpu_times()[:4])  # user, system, children's user and system
        except psutil.Error:  # it ended since: whoever buries it counts it
            continue
    return total


def memory(root: psutil.Process) -> int:
    """Bytes of a tree now; what several processes share is shared out among them (PSS)."""
    total = 0
    for process in tree(root):
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total


class Peak:
    """The largest memory of a tree that was seen while this was open, in bytes."""

    def __init__(self, root: psutil.Process) -> None:
        self.root, self.bytes = root, 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self._over.wait(BETWEEN):
            self.bytes = max(self.bytes, memory(self.root))

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()
