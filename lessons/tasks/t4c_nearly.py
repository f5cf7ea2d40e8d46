"""4.c and 4.d  How closely numbers are compared: two places, however they were added up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from lessons.checks.submission import Submission


def rounded(value: object) -> Any:
    """The same with every number as a float of two places, and every tuple as a list.

    >>> rounded((1, [0.666, "a"]))
    [1.0, [0.67, 'a']]
    """
    if isinstance(value, (list, tuple)):
        return [rounded(each) for each in value]
    return round(float(value), 2) if type(value) in (int, float) else value  # type: ignore[arg-type]


class Nearly:
    """A submission whose functions' results are put into a form in which they can be compared."""

    def __init__(self, submission: Submission, form: Callable[[object], object]) -> None:
        self._submission = submission
        self._form = form

    def __getattr__(self, name: str) -> Any:
        return getattr(self._submission, name)

    def call(self, function: str, *args: object) -> object:
        """What the function returned, in that form."""
        return self._form(self._submission.call(function, *args))


def nearly(submission: Submission, form: Callable[[object], object] = rounded) -> Submission:
    """The submission, what its functions return brought into a form."""
    return cast(Submission, Nearly(submission, form))
