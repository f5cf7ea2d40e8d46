"""Marking: every check runs, one mistake is one red mark, and a broken check blames nobody."""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception, NotAttempted
from lessons.checks.live import LiveSubmission
from lessons.checks.marking import mark
from lessons.checks.task import Check

NOTHING = LiveSubmission({}, [], {})
BELIEF = Misconception("m", "A claim", "Why it matters.", "Where to look.")


def _check(
    name: str, error: Exception | None = None, *, points: float = 1, after: str = ""
) -> Check:
    def run(_: object) -> None:
        if error:
            raise error

    return Check(name, "1.z", run, points, True, after)


def test_a_check_that_returns_earns_its_points() -> None:
    (result,) = mark([_check("a", points=2)], NOTHING)
    assert (result.status, result.points, result.max) == ("passed", 2, 2)


def test_a_failure_brings_its_reason_and_its_misconception() -> None:
    (result,) = mark([_check("a", Failure("Seen.", misconception=BELIEF))], NOTHING)
    assert (result.status, result.points) == ("failed", 0)
    assert (result.rationale, result.misconception) == ("Seen.", "m")
    assert result.help == "Why it matters. Where to look."


def test_a_check_that_depends_on_a_failed_one_cannot_be_judged_yet() -> None:
    _, second = mark([_check("a", Failure("No.")), _check("b", after="a")], NOTHING)
    assert second.status == "cannot_check"
    assert "No." in second.help


def test_what_depends_on_nothing_attempted_is_not_attempted() -> None:
    results = mark([_check("a", NotAttempted("Nothing here.")), _check("b", after="a")], NOTHING)
    assert [result.status for result in results] == ["not_attempted", "not_attempted"]


def test_a_broken_check_says_that_it_is_ours_to_mend() -> None:
    broken, after = mark([_check("a", ZeroDivisionError()), _check("b")], NOTHING)
    assert broken.status == "cannot_check"
    assert "not your mistake" in broken.rationale
    assert after.status == "passed"
