"""What went wrong, said so that a person can act on it."""

from __future__ import annotations


class CourseError(Exception):
    """Something a person can put right: what was expected, what was seen, what to do next.

    Jupyter shows the sentence alone, without a traceback; the command line prints it as one line.
    """

    def __init__(self, expected: str, seen: str, do: str) -> None:
        super().__init__(expected, seen, do)
        self.expected, self.seen, self.do = expected, seen, do

    def __str__(self) -> str:
        return f"Expected {self.expected}; saw {self.seen}. {self.do}"

    def _render_traceback_(self) -> list[str]:
        """IPython calls this in place of printing a traceback."""
        return [str(self)]
