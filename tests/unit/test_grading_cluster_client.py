"""A connection that breaks is no reason to give a class up; one that stays broken is told."""

from __future__ import annotations

import pytest

from lessons.errors import CourseError
from lessons.grading import cluster_client
from lessons.grading.cluster_client import TRIES, ask_workers


class Client:
    """Breaks a number of times before it asks the workers."""

    def __init__(self, breaks: int) -> None:
        self.breaks = breaks

    def run(self, function, *arguments, on_error):
        assert on_error == "return"
        if self.breaks:
            self.breaks -= 1
            raise BrokenPipeError("closed")
        return {"tcp://a": function(*arguments)}


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr(cluster_client.time, "sleep", lambda seconds: None)


def test_a_connection_that_breaks_is_made_anew():
    assert ask_workers(Client(TRIES - 1), str.upper, "a") == {"tcp://a": "A"}


def test_one_that_breaks_every_time_is_told_and_what_was_graded_stays():
    with pytest.raises(CourseError, match="closed") as told:
        ask_workers(Client(TRIES), str.upper, "a")
    assert "goes on where it stopped" in str(told.value)
