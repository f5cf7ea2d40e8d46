"""How far a run is: one line that is written over, on a terminal only."""

from __future__ import annotations

import sys
import time
from types import TracebackType

EVERY = 0.2  # seconds


class Pace:
    """Shows ``done of total``, the rate, and the time left. Use it with ``with``."""

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0
        self.began = self.shown = time.monotonic()
        self.seen = sys.stderr.isatty()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        now = time.monotonic()
        if self.seen and now - self.shown > EVERY:
            self.shown = now
            print(f"\r{line(self.done, self.total, now - self.began)}\x1b[K", end="",
                  file=sys.stderr, flush=True)  # fmt: skip

    def __enter__(self) -> Pace:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self.seen:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def line(done: int, total: int, seconds: float) -> str:
    """How far it is, for a person.

    >>> line(120, 1000, 4.0)
    '120 of 1,000 students, 30 a second, 29 s left'
    >>> line(1, 50_000, 1.0)
    '1 of 50,000 students, 1 a second, 13 h 53 min left'
    """
    rate = done / max(seconds, 0.001)
    left = (total - done) / max(rate, 0.001)
    return f"{done:,} of {total:,} students, {rate:.3g} a second, {_lasting(left)} left"


def _lasting(seconds: float) -> str:
    minutes, hours = int(seconds) // 60, int(seconds) // 3600
    if hours:
        return f"{hours} h {minutes % 60} min"
    return f"{minutes} min {int(seconds) % 60} s" if minutes else f"{int(seconds)} s"
