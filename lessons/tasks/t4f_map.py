"""4.f  Read a heat map of paragraphs: what returns, and what a pale cell does not say."""

from __future__ import annotations

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.forms import Choice, Fields
from lessons.checks.submission import Submission
from lessons.checks.task import Task

VALLEY = Misconception(
    "a-valley-is-a-topic",
    "A valley is a topic break",
    "Most neighbouring sentences of the article share no stem at all; few of them part topics.",
    "What was counted to get this number? Say that, and no more.",
)
DIAGONAL = Misconception(
    "the-diagonal-says-something",
    "A dark diagonal shows that a text holds together",
    "Any text has it: a shuffled article just as much.",
    "What is compared with what in the cell of row 2, column 2?",
)
NEXT_TO = Misconception(
    "only-neighbours-belong-together",
    "What belongs together stands together",
    "The article's first and fourth paragraph are its most alike, with two others between.",
    "Look away from the diagonal: which cell there is the darkest?",
)
PAIRS = ("1 and 2", "1 and 4", "2 and 6", "3 and 4", "5 and 6")


def mapped(answer: object, words: str) -> str:
    """The article's heat map, below what was predicted and above what it means."""
    from lessons.articles import sample_article
    from lessons.figures.similarity import similarity_map
    from lessons.topics import similarities, stems_by_paragraph

    chart = similarity_map(similarities(stems_by_paragraph(sample_article())))
    return f"You said {answer}.\n\n{chart.markdown()}\n\n{words}"


def _looked_up(answer: object) -> str:
    return mapped(
        answer,
        "The most alike of all are **1 and 4**: both are about Lee's journey, and two other "
        "paragraphs stand between them. A line that only compares neighbours never sees it.",
    )


PRACTICE = Task(
    id="4.f practice",
    kind="practice",
    title="Which paragraphs are alike?",
    prompt="**Practice: predict.** Each cell of a heat map compares two paragraphs of the "
    "article. Which of these pairs will be the darkest?",
    form=Choice("The most alike", PAIRS),
    reveal=_looked_up,
)
WHAT = ("few words are shared", "a new topic begins", "one of the two is off the point")
SELF = ("each paragraph is like itself", "the text holds together", "its topics are strong")
TASK = Task(
    id="4.f",
    kind="skill",
    title="Read the heat map",
    points=2,
    prompt="Another text of five paragraphs, its likenesses in hundredths:\n\n"
    "| | `1` | `2` | `3` | `4` | `5` |\n|---|---|---|---|---|---|\n"
    "| `1` | `100` | `12` | `9` | `41` | `8` |\n"
    "| `2` | `12` | `100` | `38` | `10` | `11` |\n"
    "| `3` | `9` | `38` | `100` | `13` | `7` |\n"
    "| `4` | `41` | `10` | `13` | `100` | `4` |\n"
    "| `5` | `8` | `11` | `7` | `4` | `100` |\n",
    form=Fields(
        {
            "returns": Choice("Which pair shows a matter that returns?",
                              ("1 and 4", "2 and 3", "3 and 4", "4 and 5")),
            "least": Choice("Which neighbours share least?",
                            ("1 and 2", "2 and 3", "3 and 4", "4 and 5")),
            "low": Choice("The low number of 4 and 5 says that", WHAT),
            "diagonal": Choice("The 100s on the diagonal say that", SELF),
        }
    ),
    promised=("what the cells show", "what they do not show"),
    misconceptions=(VALLEY, DIAGONAL, NEXT_TO),
)  # fmt: skip


@TASK.check()
def each_question_is_answered(submission: Submission) -> None:
    """Four pickers, each with one of its options."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("4.f")):
        raise Failure(problem, "Answer all four, then keep your answer.")
