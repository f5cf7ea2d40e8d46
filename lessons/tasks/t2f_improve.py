"""2.f  Improve a rule, and report what it is worth on other texts: a failure too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from lessons.checks.calls import PRINTS, code, returns, short
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task

ON_MINE = Misconception(
    "a-hundred-on-my-text",
    "100 on my text is 100",
    "A rule made of the article's own words finds the article's names, and no others.",
    "Which of your cues would another newsroom's text hold, in another year?",
)
Tagged = list[tuple[str, str]]
Span = tuple[int, int]
ARTICLE = ("article",)
OTHERS = (
    *("cholera", "election", "final", "flood", "nighttrain"),
    *("satellite", "summit", "tariffs", "verdict"),
)
GAIN = 0.02  # what F1 must rise by elsewhere, to be called better
NEAR = 0.006  # a report rounded to two digits is welcome
KEYS = ("article", "elsewhere", "better")


def baseline(tagged: Iterable[tuple[str, str]]) -> list[Span]:
    """The runs of proper nouns, as the starter finds them."""
    spans: list[Span] = []
    for at, (_, tag) in enumerate(tagged):
        if tag.startswith("NNP"):
            start = spans.pop()[0] if spans and spans[-1][1] == at else at
            spans.append((start, at + 1))
    return spans


@cache
def teaching(id: str) -> tuple[tuple[tuple[str, str], ...], frozenset[Span]]:
    """A teaching text's tagged tokens, and its gold spans without labels."""
    from nltk import pos_tag

    from lessons.teaching import read_text

    text = read_text(id)
    return tuple(pos_tag(text.tokens)), frozenset((start, end) for start, end, _ in text.entities)


def f1_on(
    texts: Iterable[tuple[Sequence[tuple[str, str]], Iterable[Span]]],
    rule: Callable[[Tagged], Iterable[Span]],
) -> float:
    """F1 of spans, the texts pooled: twice the right ones over all gold and all found."""
    right = both = 0
    for tagged, gold in texts:
        found = {(start, end) for start, end in rule(list(tagged))}
        right += len(found & set(gold))
        both += len(found) + len(set(gold))
    return 2 * right / both


def rule_of(submission: Submission) -> Callable[[Tagged], list[Span]]:
    """The learner's function, its result held to be spans inside the text."""

    def run(tagged: Tagged) -> list[Span]:
        got = submission.call("improved", tagged)
        for item in got if isinstance(got, (list, tuple, set)) else [got]:
            if (
                not isinstance(item, (list, tuple))
                or [type(part) for part in item] != [int, int]
                or not 0 <= item[0] < item[1] <= len(tagged)
            ):
                raise Failure(
                    "One item of the result is no span of the text, "
                    f"which has {len(tagged)} tokens: {code(short(item))}",
                    "Each item is (start, end), half-open: tagged[start:end] is the name.",
                )
        return [(start, end) for start, end in got]  # type: ignore[attr-defined]

    return run


def measured(submission: Submission) -> dict[str, float]:
    """F1 of the learner's rule on the article, and on the other teaching texts."""
    rule = rule_of(submission)
    return {
        "article": f1_on(map(teaching, ARTICLE), rule),
        "elsewhere": f1_on(map(teaching, OTHERS), rule),
    }


def reported(submission: Submission) -> dict[str, object]:
    """The learner's report; raises Failure unless it has the three keys."""
    got = submission["report"]
    if not isinstance(got, dict) or set(got) != set(KEYS):
        raise Failure(
            f"`report` is {short(got)}.", f"It is a dict with the keys {', '.join(KEYS)}."
        )
    for key in ("article", "elsewhere"):
        if type(got[key]) not in (int, float) or not 0 <= got[key] <= 1:
            raise Failure(
                f"Under {key!r} your report has {got[key]!r}."[:200],
                "Write the F1 that you measured: a number between 0 and 1, and no percentage.",
            )
    if type(got["better"]) is not bool:
        raise Failure(f"Under 'better' your report has {got['better']!r}."[:200],
                      "Write True or False, without quotes.")  # fmt: skip
    return got


TASK = Task(
    id="2.f",
    kind="code",
    title="Improve a rule, and report it",
    points=2,
    level="stretch",
    prompt="`improved(tagged)` gets a text as a list of `(token, tag)` and returns the names as "
    "`(start, end)`; as handed out, it finds runs of proper nouns. Make it better by **one** idea: "
    "titles, months, cue words, *of*. The cell below measures it. Fill in the `report`: what it "
    "gives on the `article`, what `elsewhere` (on the texts in `others`), and whether it is "
    "`better`: `True` if it rose elsewhere by `0.02` or more, else `False`. **A failure, "
    "measured and reported, earns the same.** At grading, your rule also meets texts that you have "
    "not seen: what you call better must be better there.",
    starter="# task 2.f\ndef improved(tagged):\n    spans = []\n"
    "    for at, (token, tag) in enumerate(tagged):\n"
    '        if tag.startswith("NNP"):\n'
    "            start = spans.pop()[0] if spans and spans[-1][1] == at else at\n"
    "            spans.append((start, at + 1))\n    return spans\n\n"
    'report = {"article": None, "elsewhere": None, "better": None}\n',
    promised=(
        "whether your report is what your rule gives",
        "whether “better” follows from it, and holds on texts that you have not seen",
    ),
    misconceptions=(ON_MINE, PRINTS),
)


@TASK.check()
def it_is_a_try(submission: Submission) -> None:
    """Spans come back, others than before, and not next to nothing."""
    submission.attempted("2.f")
    tagged, gold = teaching("article")
    returns(submission, "improved", (list(tagged),), (list, tuple, set), "a list of (start, end)")
    found = rule_of(submission)(list(tagged))
    rule = rule_of(submission)
    texts = [teaching(id)[0] for id in (*ARTICLE, *OTHERS)]
    if all(set(rule(list(text))) == set(baseline(text)) for text in texts):
        raise Failure(
            "On the article and on the other texts, it finds what it found as it was handed out.",
            "Print the runs of one text: which one is no name, or holds more than one?",
        )
    if 2 * len(set(found) & gold) < len(set(baseline(tagged)) & gold):
        raise Failure(
            f"It finds {len(set(found) & gold)} of the article's {len(gold)} names: fewer than "
            "half of what it found as it was handed out.",
            "Change one thing at a time, and look at what it finds after each change.",
        )


@TASK.check(after="it_is_a_try")
def the_report_is_filled_in(submission: Submission) -> None:
    """Two measured numbers, and True or False; the article's is what the rule gives there."""
    report = reported(submission)
    said = report["article"]
    gives = f1_on(map(teaching, ARTICLE), rule_of(submission))
    if abs(said - gives) >= NEAR > abs(report["elsewhere"] - gives):  # type: ignore[operator]
        raise Failure(
            f"Your report gives for 'elsewhere' what your rule gives on the article: {gives:.2f}.",
            "Have the two numbers changed places?",
        )
    if abs(said - gives) >= NEAR:  # type: ignore[operator]
        raise Failure(
            f"Your report says {said:.2f} for 'article'; your rule, as it is now, gives "
            f"{gives:.2f}.",
            "Run the cell below after every change, and copy both numbers last.",
        )
