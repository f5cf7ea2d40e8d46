"""Run checks over a submission: every check, none stopping another, each with its own result."""

from __future__ import annotations

from collections.abc import Iterable

from lessons.checks.feedback import CannotCheck, Failure, NotAttempted, Result, Status
from lessons.checks.submission import Submission
from lessons.checks.task import Check

WAITING = "Cannot check this yet."


def mark(
    checks: Iterable[Check], submission: Submission, earlier: Iterable[Result] = ()
) -> list[Result]:
    """One result a check, in order; ``earlier`` results of the same task come first.

    A check whose ``after`` did not pass says "cannot check yet", so that one mistake is one red
    mark. A check that breaks is ours to mend: it says so, and takes no point from the learner's
    neighbours.
    """
    results: dict[str, Result] = {result.check: result for result in earlier}
    for check in checks:
        results[check.name] = _judge(check, submission, results)
    return list(results.values())


def _judge(check: Check, submission: Submission, earlier: dict[str, Result]) -> Result:
    def result(status: Status, failure: Failure | None = None) -> Result:
        belief = failure.misconception if failure else None
        return Result(
            task=check.task,
            check=check.name,
            points=check.points if status == "passed" else 0,
            max=check.points,
            status=status,
            rationale=failure.rationale if failure else "",
            help=failure.help if failure else "",
            misconception=belief.id if belief else "",
            hidden=check.hidden,
            proposal=check.proposal,
            outcome=failure.outcome if failure else "",
        )

    if check.after and (before := earlier.get(check.after)) and before.status != "passed":
        if before.status == "not_attempted":
            return result("not_attempted", NotAttempted(before.rationale, before.help))
        return result(
            "cannot_check",
            Failure(WAITING, f"First mend what came before: {before.rationale}"),
        )
    try:
        check.run(submission)
    except NotAttempted as failure:
        return result("not_attempted", failure)
    except CannotCheck as failure:
        return result("cannot_check", failure)
    except Failure as failure:
        return result("failed", failure)
    except Exception as error:
        return result(
            "cannot_check",
            Failure(
                f"The check itself broke ({type(error).__name__}): this is not your mistake.",
                "Tell your instructor the name of the check.",
                outcome="check_broke",
            ),
        )
    return result("passed")
