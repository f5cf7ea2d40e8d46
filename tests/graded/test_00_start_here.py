"""Hidden checks of notebook 00: what earns its points at grading."""

from __future__ import annotations

from lessons.checks.calls import expect
from lessons.checks.feedback import Failure
from lessons.checks.hidden import misconception, task
from lessons.checks.submission import Submission
from lessons.tasks.t0c_ready import EATEN, SLIPS

WORDS = "words and limits you have not seen"
AGAIN = "a list that is needed again afterwards"


@task(
    "0.b",
    points=1,
    looks_at="what the page and the kernel each remember",
    after="it_is_what_a_restart_does",
)
@misconception("page-remembers-kernel-forgot")
def test_the_page_remembers_and_the_kernel_forgets(submission: Submission) -> None:
    if submission.answer("0.b") != {"page": "still there", "kernel": "a NameError"}:
        raise Failure("It is not what a restart does.")


@task(
    "0.c",
    points=1,
    looks_at=WORDS,
    after="it_returns_a_whole_number",
)
def test_other_words_are_counted(submission: Submission) -> None:
    rng = submission.rng("0.c words")
    cases: list[tuple[tuple[list[str], int], int]] = [(([], rng.randint(0, 9)), 0)]
    for limit in (rng.randint(1, 3), rng.randint(5, 8)):
        lengths = (
            [limit] * 2 + [limit - 1] * 3 + [limit + 1] * 2 + rng.choices(range(limit + 2, 12), k=4)
        )
        words = [letter * length for letter, length in zip("abcdefghijk", lengths, strict=True)]
        words += ["the same long one"] * 3
        rng.shuffle(words)
        cases.append(((words, limit), sum(len(word) > limit for word in words)))
    expect(submission, "count_long", cases, SLIPS, unseen=WORDS)


@task(
    "0.c",
    points=1,
    looks_at=AGAIN,
    after="it_returns_a_whole_number",
)
def test_the_list_is_needed_again(submission: Submission) -> None:
    rng = submission.rng("0.c list")
    words = ["reporter"[: rng.randint(1, 8)] for _ in range(6)]
    called = submission.called("count_long", words, 3)
    if called.arguments[0] != words:
        raise Failure(
            "Your function changed the list that it was lent, so whoever needs it next has "
            "other words.",
            misconception=EATEN,
        )
    lists = [words, words[::-1], ["a", *words[1:], "reporters"], ["reports", "no", *words]]
    cases = [
        ((each, limit), sum(len(word) > limit for word in each))
        for each, limit in zip(lists, (3, 5, 2, 4), strict=True)
    ]
    expect(submission, "count_long", cases, SLIPS, unseen=AGAIN)
