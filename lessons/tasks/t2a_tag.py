"""2.a  Tag the names of a passage by the guide."""

from __future__ import annotations

from lessons.checks.feedback import Failure
from lessons.checks.forms import Spans
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.entities import LABELS
from lessons.spans import LabelledSpan
from lessons.tasks.t2a_beliefs import (
    CAPITAL,
    HALF,
    PART,
    POSSESSIVE,
    TITLE,
    belief_behind,
    mistakes,
)

RULES = (
    "**Click a name's first token, Shift+click its last (or drag), then choose a label.** "
    "(Keyboard: arrows move, Shift and an arrow choose more, a letter labels.) Mark every **name** "
    "of the five kinds: PERSON; ORGANIZATION (firms, ministries, schools, newspapers); GPE (places "
    "with a government, also when they act); LOCATION (other named places); NORP (peoples, "
    "nationalities). Titles, *the* and *'s* stay outside; the longest name wins; dates are left "
    "alone."
)
ARTICLE_SENTENCES = (1, 7, 19)  # as gold numbers them
ARTICLE_TOKENS = (
    "South Korean President Lee Jae Myung will travel to Japan from August 23 to 24 for a summit "
    "with Prime Minister Shigeru Ishiba , according to his office . "
    "Relations between the two U.S. allies have been historically tense due to Japan 's colonial "
    "rule over the Korean peninsula from 1910 to 1945 . "
    "Analysts see the back-to-back summits as a sign of renewed momentum in Northeast Asian "
    "diplomacy ."
)
TOKENS = (
    "She is the only pupil of Okuse Primary School , which closed nine years ago for want of "
    "children and has reopened for her on an island of 114 people in the Sea of Japan . "
    "Principal Kenta Moriwaki rang the bell at 8:15 a.m. "
    "About 450 Japanese schools shut every year , according to the Ministry of Education . "
    "Haru 's parents , who moved from Osaka in February , work for a small salt maker , "
    "Joy Sea Co. "
    "A mainland newspaper , the Niigata Courier , called it the dearest desk in Asia ."
)
WORST_FIRST = ("both", "boundary", "label", "invented", "missed")  # the first three cost twice
KINDS_SAID = {
    "both": "other borders, and another label",
    "boundary": "other borders",
    "label": "another label",
    "invented": "no name",
    "missed": "not found",
}


def article_gold() -> list[LabelledSpan]:
    """The names in the practice sentences, counted in its tokens."""
    from lessons.annotations import article_folder, read_annotation
    from lessons.spans import from_iob

    gold = read_annotation(article_folder()).tokens
    return from_iob([token.entity for token in gold if token.sentence in ARTICLE_SENTENCES])


def compared(answer: object, tokens: list[str], gold: list[LabelledSpan]) -> str:
    """A learner's marks beside the gold: the score, and the mistakes that cost most."""
    from lessons.spans import f1, partial_f1, precision, recall

    marks = answer if isinstance(answer, (list, tuple)) else []
    found = [(start, end, label) for start, end, label in marks]
    p, r, f = (_percent(share(gold, found)) for share in (precision, recall, f1))
    score = (
        f"You marked **{len(found)}**, the gold has **{len(gold)}**. Of your marks, {p} in a "
        f"hundred are right, span and label (*precision*); of the gold's names, you found {r} in a "
        f"hundred (*recall*). Both in one number: **F1 {f}**. With labels left aside, and half a "
        f"point for an overlap, it would be {_percent(partial_f1(gold, found))}. More on these "
        "scores below."
    )
    errors = mistakes(gold, found)
    worst = [(kind, pair) for kind in WORST_FIRST for pair in errors[kind]][:3]
    if not worst:
        return f"{score} Not one mistake. Now the passage that counts."
    rows = []
    for kind, (one, other) in worst:
        belief = belief_behind(tokens, (one, other))
        why = belief.claim if belief else "*read the rules again*"
        rows.append(
            f"| {KINDS_SAID[kind]} | {_said(tokens, one)} | {_said(tokens, other)} | {why} |"
        )
    return (
        f"{score}\n\nThe mistakes that cost most:\n\n"
        "| mistake | gold | you | perhaps you thought |\n|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n\nChange your marks, and keep them again."
    )


def _percent(share: float) -> int:
    return int(100 * share + 0.5)  # as on paper: 62.5 is 63


def _said(tokens: list[str], span: LabelledSpan | None) -> str:
    return f"`{' '.join(tokens[span[0] : span[1]])}` {span[2]}" if span else "nothing"


PRACTICE = Task(
    id="2.a practice",
    kind="practice",
    title="Tag three sentences of the article",
    prompt="**Practice.** " + RULES + " Keep your marks, and they are compared with the gold.",
    form=Spans(tuple(ARTICLE_TOKENS.split()), LABELS),
    misconceptions=(CAPITAL, HALF, TITLE, POSSESSIVE, PART),
    reveal=lambda answer: compared(answer, ARTICLE_TOKENS.split(), article_gold()),
)
TASK = Task(
    id="2.a",
    kind="skill",
    title="Tag a passage",
    points=5,
    prompt=RULES + " This one counts: its score comes when it is graded.",
    form=Spans(tuple(TOKENS.split()), LABELS),
    promised=(
        "names, and only names",
        "where each name begins and ends",
        "labels",
        "an exact F1 of at least 70",
        "an exact F1 of at least 90",
    ),
    misconceptions=(CAPITAL, HALF, TITLE, POSSESSIVE, PART),
    hints=(
        "First mark where each name begins and ends, and label it afterwards. Look twice at what "
        "stands at the start of a sentence, and at what follows *of*.",
        "**The longest name wins**: a name inside a name is no name of its own. A **title** says "
        "what somebody is, and not who.",
        "*Admiral Ada Birk of Borland's Ministry of Fish met two Danes by the Gulf of Riga* has "
        "`[Ada Birk]` PERSON, `[Borland]` GPE, `[Ministry of Fish]` ORGANIZATION, `[Danes]` NORP "
        "and `[Gulf of Riga]` LOCATION.",
    ),
)


@TASK.check()
def the_marks_are_spans(submission: Submission) -> None:
    """Each mark is a span of these tokens with one of the five labels; none overlap."""
    assert TASK.form
    if problem := TASK.form.problem(submission.answer("2.a")):
        raise Failure(problem, "Mark the names again, or type the spans as the task shows them.")
