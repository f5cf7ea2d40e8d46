"""Hidden checks of notebook 03: what earns its points at grading."""

from __future__ import annotations

from typing import Any

from lessons.checks.calls import expect
from lessons.checks.feedback import Failure, Misconception
from lessons.checks.hidden import task
from lessons.checks.submission import Submission
from lessons.tasks import t3d_slips, t3d_texts, t3e_placeholders, t3e_slips
from lessons.tasks.t0c_ready import leaves_alone
from lessons.tasks.t3b_words import BAD_NEWS, NEGATION
from lessons.tasks.t3c_zeros import ZERO
from lessons.tasks.t3d_chart import judge_bars
from lessons.tasks.t3f_claims import BELIEFS, CLAIMS, REASONS, SUPPORTED

# 3.b  What each word did, as VADER counts it (tests/unit/test_tasks_sentiment.py holds it to that).
DID = {
    "ration": "had no say",
    "no": "lowered it",
    "harm": "lowered it",
    "apologise": "lowered it",
    "refused": "lowered it",
    "worth": "raised it",
    "rotted": "had no say",
}


def _words(
    submission: Submission,
    words: tuple[str, ...],
    help: str,
    beliefs: dict[tuple[str, str], Misconception],
) -> None:
    said = submission.answer("3.b")
    assert isinstance(said, dict)
    for word in words:
        if said[word] != DID[word]:
            raise Failure(
                f"“{word}”: you said that it {said[word]}.",
                "" if (word, said[word]) in beliefs else help,
                beliefs.get((word, said[word])),
            )


@task("3.b", points=1, looks_at="words behind a negation", after="each_word_is_judged")
def test_words_behind_a_negation(submission: Submission) -> None:
    help = "Score the words before it with it and without it: which of them are negations to VADER?"
    _words(submission, ("harm", "apologise"), help, {("harm", "raised it"): NEGATION})


@task("3.b", points=1, looks_at="other words of the list", after="each_word_is_judged")
def test_other_words_of_the_list(submission: Submission) -> None:
    help = "Ask the list itself, with `vader.lexicon.get`: does it hold the word, with what sign?"
    _words(submission, ("no", "refused", "worth"), help, {})


@task("3.b", points=1, looks_at="words that the list does not hold", after="each_word_is_judged")
def test_words_that_the_list_does_not_hold(submission: Submission) -> None:
    help = "Ask the list itself, with `vader.lexicon.get`: what does None say of a word?"
    beliefs = {(word, "lowered it"): BAD_NEWS for word in ("ration", "rotted")}
    _words(submission, ("ration", "rotted"), help, beliefs)


# 3.c  From number to label.
LABEL = {
    "A": "positive",
    "B": "negative",
    "C": "neutral",
    "D": "cancelled",
    "E": "no evidence",
    "F": "positive",
}
AT_HALF = {"A": "neutral", "B": "neutral", "C": "neutral", "F": "neutral"}
NOT_SO = {  # what was said of a score that is not zero, and what that shows
    ("B", "neutral"): ("B is called neutral, at the threshold itself.",
                       "“From -0.05 down”: is the number where it begins a part of it?"),
    ("C", "negative"): ("C is called by its sign alone.",
                        "Between 0 and a threshold lie small scores. Where does this one lie?"),
    ("C", "cancelled"): ("C is called cancelled, though something is left.",
                         "Cancelled is said where the compound is exactly 0."),
}  # fmt: skip
ON_A_LINE = "Put the three numbers on a line: its score, and the two thresholds."


def _labels(submission: Submission) -> dict[str, str]:
    said = submission.answer("3.c")
    assert isinstance(said, dict)
    return said


@task(
    "3.c",
    points=1,
    looks_at="scores at and near the thresholds",
    after="each_score_has_a_label",
)
def test_scores_near_the_thresholds(submission: Submission) -> None:
    said = _labels(submission)
    if AT_HALF.items() <= said.items():
        raise Failure(
            "These are the labels for a threshold of 0.5.",
            "That one is ten times what VADER's author gives. Read the task again.",
        )
    for name in AT_HALF:
        if said[name] in ("cancelled", "no evidence") and (name, said[name]) not in NOT_SO:
            raise Failure(
                f"{name} is called {said[name]}, and its compound is not 0.",
                "These two are names for zeros. What is said of other scores?",
            )
        if said[name] != LABEL[name]:
            raise Failure(
                *NOT_SO.get((name, said[name]), (f"{name} is not {said[name]}.", ON_A_LINE))
            )


@task("3.c", points=1, looks_at="the two kinds of zero", after="each_score_has_a_label")
def test_two_kinds_of_zero(submission: Submission) -> None:
    said = _labels(submission)
    for name in ("D", "E"):
        if said[name] == "neutral":
            raise Failure(f"{name} is a zero with a name of its own.", misconception=ZERO)
        if said[name] in ("positive", "negative"):
            raise Failure(f"{name} is called {said[name]}, and its compound is 0.", ON_A_LINE)
        if said[name] != LABEL[name]:
            raise Failure(
                f"{name} is not called {said[name]}.", "How many words scored, and to what sum?"
            )


# 3.d  Scores and bars that the learner has not seen.
RULES = "sentences with negations, capitals and marks"
ZEROS = "sentences that score nothing, and sentences whose words cancel"
BARS = "the bars of a chart of other scores"


def _score_all(submission: Submission, lists: list[list[str]], unseen: str) -> None:
    cases = [((sentences,), t3d_texts.scored(sentences)) for sentences in lists]
    expect(submission, "score_sentences", cases, t3d_slips.SLIPS, unseen=unseen)


@task("3.d", points=1, looks_at=RULES, after="it_returns_pairs")
def test_sentences_are_scored_by_the_rules(submission: Submission) -> None:
    word = submission.rng("3.d rules").choice(["splendid", "excellent", "wonderful"])
    sentences = [
        f"The harbour is not {word}.",
        f"A {word.upper()} day for Ghent!",
        "Nobody lost, but the deal is weak.",
        "It was hardly a success",
        f'The harbour isn\'t "all that" {word}.',
        f"A {word.upper()} day for Ghent!",
    ]
    _score_all(submission, [sentences, sentences[:2]], RULES)
    leaves_alone(submission, "score_sentences", sentences)


@task("3.d", points=2, looks_at=ZEROS, after="it_returns_pairs")
def test_zeros_are_told_apart(submission: Submission) -> None:
    pair = submission.rng("3.d zeros").choice(["reached|pay", "criticised|improving"]).split("|")
    sentences = [
        f"They {pair[0]} the {pair[1]} clerks.",
        "The ferry sails at six.",
        "They share the risk.",
        "The ferry sailed.",
        "Improving, he criticised.",
        f"They never {pair[0]} the harbour, and the {pair[1]} was late.",
        "The clerks agreed to share, and failed.",
        "Behind the old harbour, where the ferry from the north had lain since Monday, a clerk who "
        "had reached it on foot told the others to wait for the "
        "tide until six in the evening.",
    ]
    _score_all(submission, [sentences, sentences[::-1], sentences[1:2]], ZEROS)


@task("3.d", points=2, looks_at=BARS, after="draw_gives_the_bars")
def test_the_bars_of_other_scores(submission: Submission) -> None:
    rng = submission.rng("3.d bars")
    scores = [round(rng.uniform(0.1, 0.9) * rng.choice([1, -1]), 4) for _ in range(9)]
    evidence = ["some"] * 9
    for place, kind in ((2, "none"), (6, "cancelled"), (8, "none")):
        scores[place], evidence[place] = 0.0, kind
    scores[0], scores[1] = -abs(scores[0]), abs(scores[1])
    chart: Any = submission.call("draw", list(zip(scores, evidence, strict=True)))
    judge_bars(chart, scores)


# 3.e  Names to hide in texts that the learner has not seen.
ORDER = "names in any order"
ELSEWHERE = "a name whose letters stand elsewhere, too"
BESIDE = "names that overlap, or stand side by side"
AGAIN = "a list that is needed again afterwards"


def _mask_all(submission: Submission, cases: list[tuple[str, list[str]]], unseen: str) -> None:
    """``cases``: a text, and its names as they stand there, the last one of equals."""
    given = []
    for text, names in cases:
        spans = [(text.rindex(name), text.rindex(name) + len(name)) for name in names]
        given.append(((text, spans), t3e_placeholders.right(text, spans)))
    expect(submission, "mask_entities", given, t3e_slips.SLIPS, unseen=unseen)


@task("3.e", points=1, looks_at=ORDER, after="it_returns_three")
def test_names_in_any_order(submission: Submission) -> None:
    who = submission.rng("3.e order").choice(["Okafor", "Lindqvist", "Ray", "Ito"])
    text = f"Grace {who} sailed from Port Mercy to Oslo on the Triumph, said Al."
    names = [who, "Al", "Port Mercy", "Triumph", "Oslo"]
    _mask_all(submission, [(text, names), (text, names[::-1]), (text, [])], ORDER)


@task("3.e", points=1, looks_at=ELSEWHERE, after="it_returns_three")
def test_letters_that_stand_elsewhere(submission: Submission) -> None:
    what = submission.rng("3.e letters").choice(["Hope", "Joy", "Grace", "Faith"])
    text = f"{what} is what they need, they told Mayor {what}."
    _mask_all(submission, [(text, [what]), (f"{what}ful: {text}", [what])], ELSEWHERE)


@task("3.e", points=1, looks_at=BESIDE, after="it_returns_three")
def test_names_that_overlap_or_touch(submission: Submission) -> None:
    what = submission.rng("3.e beside").choice(["Hope", "Joy", "Grace", "Faith"])
    text = f"The Bank of {what} Harbour sued {what} Foods Fair Port again."
    over = [f"Bank of {what}", f"{what} Harbour", f"{what} Foods", "Fair Port"]
    spans = [(text.index(name), text.index(name) + len(name)) for name in over]
    inside = f"They trust the Union of {what} Workers."
    start = inside.index("Union")
    whole = (start, len(inside) - 1)
    word = (inside.index(what), inside.index(what) + len(what))
    given = [
        ((each, list(its)), t3e_placeholders.right(each, its))
        for each, its in (
            (text, spans),
            (inside, [whole, word]),
            (inside, [word, whole]),
            (f"{what}Fair won.", [(0, len(what)), (len(what), len(what) + 4)]),
        )
    ]
    expect(submission, "mask_entities", given, t3e_slips.SLIPS, unseen=BESIDE)


@task("3.e", points=1, looks_at=AGAIN, after="it_returns_three")
def test_the_list_is_lent(submission: Submission) -> None:
    text = "Al met Bo in Oslo."
    for spans in ([(13, 17), (0, 2), (7, 9)], [(0, 2), (0, 2)]):
        left = submission.called("mask_entities", text, spans).arguments[1]
        if not isinstance(left, list) or list(map(tuple, left)) != spans:
            raise Failure(
                "The list of places was another one after the call.",
                "Whoever lent it still needs it: sort and join in a list of your own.",
            )


# 3.f  Each claim, and the reason against it; None where the chart supports it.
AGAINST = {
    "A": "feeling",
    "B": None,
    "C": "percent",
    "D": "zero",
    "E": "smooth",
    "F": "one",
    "G": None,
    "H": "news",
}


LOOK = {  # where, at each claim
    "A": "Whose opinions are the entries of the list?",
    "B": "Count the bars on either side of the line, and see whether it says more than that.",
    "C": "Look at the unit in which the claim speaks.",
    "D": "Compare what stands beside the bar of sentence 4 with what stands beside that of 5.",
    "E": "What was done to the bars before the claim was made?",
    "F": "How many sentences does its number stand for, and how many of them can it show?",
    "G": "Look at the words beside the bar of sentence 5, and see whether it says more than they.",
    "H": "What happened, and how it was put: which of the two does the list know?",
}


def _verdicts(submission: Submission) -> dict[str, str]:
    said = submission.answer("3.f")
    assert isinstance(said, dict)
    return said


@task("3.f", points=1, looks_at="which claims the chart supports", after="each_claim_has_a_verdict")
def test_which_claims_are_supported(submission: Submission) -> None:
    said = _verdicts(submission)
    for name, reason in AGAINST.items():
        if reason and said[name] == SUPPORTED:
            raise Failure(f"You let this claim pass: {CLAIMS[name]}", misconception=BELIEFS[reason])
        if not reason and said[name] != SUPPORTED:
            raise Failure(
                f"You turned this claim down: {CLAIMS[name]}",
                LOOK[name],
            )


@task("3.f", points=1, looks_at="the reasons against the others", after="each_claim_has_a_verdict")
def test_reasons_against_the_others(submission: Submission) -> None:
    said = _verdicts(submission)
    for name, reason in AGAINST.items():
        if reason and said[name] != REASONS[reason]:
            raise Failure(
                f"Another reason hits this claim better: {CLAIMS[name]}",
                LOOK[name],
            )
