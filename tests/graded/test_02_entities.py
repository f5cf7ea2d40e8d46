"""Hidden checks of notebook 02: what earns its points at grading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from nltk import pos_tag

from lessons.annotations import read_annotation
from lessons.checks.calls import expect
from lessons.checks.feedback import Failure
from lessons.checks.hidden import task
from lessons.checks.submission import Submission
from lessons.spans import LabelledSpan, Pair, f1, from_iob, pair_up
from lessons.tasks import t2a_tag, t2c_by_hand, t2d_slips, t2e_score, t2f_improve
from lessons.tasks.t2a_beliefs import HALF, PART, POSSESSIVE, TITLE, belief_behind, mistakes
from lessons.tasks.t2b_decide import GOLD as REASONS
from lessons.tasks.t2b_decide import RULES
from lessons.tasks.t2c_by_hand import ACCURACY, MEAN, OVER
from lessons.tasks.t2f_improve import GAIN, NEAR, ON_MINE

TEXTS = Path(__file__).parent / "texts"

# 2.a  Five sentences of a held-out text; their gold is read from its file.
PASSAGE = (3, 4, 7, 9, 11)
TOKENS = t2a_tag.TOKENS.split()
SHAPED = "the_marks_are_spans"

SHIFTED = (  # how far start and end are off, in answers that were typed
    (0, -1, "Your spans stop one token early, nearly all of them.",
     "The end of a span is the place behind its last token."),
    (1, 1, "Your spans lie one token to the right, nearly all of them.",
     "Tokens are counted from 0, as in every list."),
    (1, 0, "Your spans begin one token late, nearly all of them.",
     "Tokens are counted from 0; the end of a span is the place behind its last token."),
)  # fmt: skip


@cache
def passage_gold() -> list[LabelledSpan]:
    """The names of the passage, counted in its tokens."""
    tokens = read_annotation(TEXTS / "school").tokens
    return from_iob([token.entity for token in tokens if token.sentence in PASSAGE])


def _marked(submission: Submission) -> list[LabelledSpan]:
    """The spans; raises Failure when they touch fewer than half of the names."""
    answer = submission.answer("2.a")
    marked = [(item[0], item[1], item[2]) for item in answer]  # type: ignore[attr-defined]
    for start, end, seen, look in SHIFTED:
        moved = {(a - start, b - end, label) for a, b, label in marked}
        if 2 * len(moved & set(passage_gold())) > len(passage_gold()):
            raise Failure(seen, look)
    touched = sum(bool(one and other) for one, other in pair_up(passage_gold(), marked))
    if 2 * touched < len(passage_gold()):
        raise Failure(
            f"Your {len(marked)} marks touch {touched} of the names in the passage.",
            "Go through the passage token by token: people, bodies, places, nationalities.",
        )
    return marked


def _mistakes(submission: Submission, *kinds: str) -> list[Pair]:
    errors = mistakes(passage_gold(), _marked(submission))
    return [pair for kind in kinds for pair in errors[kind]]


def _words(span: LabelledSpan | None) -> str:
    return " ".join(TOKENS[slice(*span[:2])]) if span else ""


@task("2.a", points=1, looks_at="names, and only names", after=SHAPED)
def test_what_is_marked_is_a_name(submission: Submission) -> None:
    for pair in _mistakes(submission, "invented"):
        raise Failure(
            f"“{_words(pair[1])}” is marked, and the guide marks nothing there.",
            "Which of the five kinds did you take it for?",
            belief_behind(TOKENS, pair),
        )


@task("2.a", points=1, looks_at="where each name begins and ends", after=SHAPED)
def test_each_span_is_the_whole_name_and_no_more(submission: Submission) -> None:
    said = {
        TITLE: "“{}” begins with a title.",
        POSSESSIVE: "“{}” holds a possessive that stays outside.",
        HALF: "“{}” is only part of a name.",
    }
    for pair in _mistakes(submission, "boundary", "both"):
        belief = belief_behind(TOKENS, pair)
        sentence = said.get(belief, "“{}” is more than the name.")
        raise Failure(
            sentence.format(_words(pair[1])),
            "" if belief else "Which words of it would you leave out of an index of names?",
            belief,
        )


@task("2.a", points=1, looks_at="labels", after=SHAPED)
def test_each_span_has_its_label(submission: Submission) -> None:
    for one, other in _mistakes(submission, "label"):
        assert one
        assert other
        a_country_inside = other[2] == "GPE" and (one[2] == "NORP" or "Japan" in _words(other))
        raise Failure(
            f"“{_words(other)}” is a name, and no {other[2]}.",
            "" if a_country_inside else "Read what the rules say of each label, and try all five.",
            PART if a_country_inside else None,
        )


def _reach(submission: Submission, least: int) -> None:
    marked = _marked(submission)
    score = round(100 * f1(passage_gold(), marked))
    if score >= least:
        return
    errors = mistakes(passage_gold(), marked)
    told = ", ".join(f"{len(pairs)} {kind}" for kind, pairs in errors.items() if pairs)
    raise Failure(
        f"Exact F1 is {score}, and {least} is asked for: {told}.",
        "Read the passage once for each label, and ask who or what is named.",
    )


@task("2.a", points=1, looks_at="an exact F1 of at least 70", after=SHAPED)
def test_f1_is_at_least_70(submission: Submission) -> None:
    _reach(submission, 70)


@task("2.a", points=1, looks_at="an exact F1 of at least 90", after=SHAPED)
def test_f1_is_at_least_90(submission: Submission) -> None:
    _reach(submission, 90)


# 2.b  What the guide decides, and by which rule.
DECIDED = {
    "governor": ("[Ana Lindqvist]", RULES[0]),
    "court": ("[High Court of Norrland]", RULES[1]),
    "ministry": ("[Norrland] and [Ministry of Fisheries]", RULES[2]),
    "navy": ("[Danish] NORP", RULES[3]),
    "Lisbon": ("[Lisbon] GPE", RULES[4]),
    "treaty": ("nothing is marked", RULES[5]),
}
ASK = {
    "governor": "Would it still be the same person the day after the resignation?",
    "court": "If a newspaper printed an index of courts, what would the entry be?",
    "ministry": "How many bodies and places can act here, each without the other?",
    "navy": "One of the two words is written small. What does the guide do with such a noun?",
    "Lisbon": "Does a name get another label when its government speaks?",
    "treaty": "Is what was signed one of the five kinds, or any part of it?",
}


def _decided(submission: Submission, *names: str) -> None:
    answer = submission.answer("2.b")
    assert isinstance(answer, dict)
    for name in names:
        choice, reason = DECIDED[name]
        if answer[name] != choice:
            raise Failure(f"The guide reads the {name} otherwise.".replace("the L", "L"), ASK[name])
        if answer[f"{name} because"] != reason:
            given = answer[f"{name} because"]
            raise Failure(
                f"The reading of {name} is the guide's, but “{given}” is not what decides it.",
                misconception=REASONS,
            )


@task(
    "2.b",
    points=1,
    looks_at="choice and reason: the governor and the court",
    after="each_is_decided",
)
def test_titles_and_long_names(submission: Submission) -> None:
    _decided(submission, "governor", "court")


@task(
    "2.b",
    points=1,
    looks_at="choice and reason: the ministry and the navy",
    after="each_is_decided",
)
def test_possessives_and_nationalities(submission: Submission) -> None:
    _decided(submission, "ministry", "navy")


@task(
    "2.b",
    points=1,
    looks_at="choice and reason: Lisbon and the treaty",
    after="each_is_decided",
)
def test_places_that_act_and_treaties(submission: Submission) -> None:
    _decided(submission, "Lisbon", "treaty")


# 2.c  Numbers that follow from a learner's own count are right, even where the count is not.
FILLED = "all_boxes_are_filled"


def _numbers(submission: Submission) -> tuple[dict[str, int], dict[str, int]]:
    answer = submission.answer("2.c")
    assert isinstance(answer, dict)
    return answer, t2c_by_hand.by_hand(t2c_by_hand.ROWS)


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else 0.0


def _near(number: float, *wanted: float) -> bool:
    """Rounded or cut to whole percent: less than one away."""
    return any(abs(number - each) < 1 for each in wanted)


@task("2.c", points=1, looks_at="the three counts", after=FILLED)
def test_the_counts(submission: Submission) -> None:
    answer, true = _numbers(submission)
    wrong = [name for name in ("right", "predicted", "gold") if answer[name] != true[name]]
    if "right" in wrong and true["right"] < answer["right"] <= true["predicted"]:
        raise Failure(
            f"You count {answer['right']} as right: not all have the gold's span and label.",
            "Go row by row: are both borders the gold's, and the label too?",
            HALF,
        )
    if wrong:
        raise Failure(
            f"{answer[wrong[0]]} is not the number under “{wrong[0]}”.",
            "Count the filled rows of one column, then of the other; then the equal pairs.",
        )


@task("2.c", points=1, looks_at="precision and recall", after=FILLED)
def test_precision_and_recall(submission: Submission) -> None:
    answer, true = _numbers(submission)
    p = (true["precision"], _percent(answer["right"], answer["predicted"]))
    r = (true["recall"], _percent(answer["right"], answer["gold"]))
    if _near(answer["precision"], *p) and _near(answer["recall"], *r):
        return
    if _near(answer["precision"], *r) and _near(answer["recall"], *p):
        raise Failure("Precision and recall have changed places.", misconception=OVER)
    if _near(answer["precision"], *r) and _near(answer["recall"], *r):
        raise Failure("Your precision is a share of the gold, as recall is.", misconception=OVER)
    name = "recall" if _near(answer["precision"], *p) else "precision"
    raise Failure(
        f"{answer[name]} percent is not the {name} of your own counts.",
        "Both divide the right ones: by what was marked, or by what was there to find.",
    )


@task("2.c", points=0.5, looks_at="F1", after=FILLED)
def test_f1_by_hand(submission: Submission) -> None:
    answer, true = _numbers(submission)
    p, r = answer["precision"], answer["recall"]
    if _near(answer["f1"], true["f1"], _percent(2 * p * r / 100, p + r)):
        return
    if _near(answer["f1"], (p + r) / 2):
        raise Failure("Your F1 lies halfway between precision and recall.", misconception=MEAN)
    raise Failure(
        f"{answer['f1']} is not the F1 of your precision and recall.",
        "Twice the product of the two shares, over their sum; then in percent.",
    )


@task("2.c", points=0.5, looks_at="the score that flatters", after=FILLED)
def test_what_flatters_a_machine_that_marks_nothing(submission: Submission) -> None:
    chosen = submission.answer("2.c")["nothing"]  # type: ignore[index]
    if chosen != "accuracy of tokens":
        raise Failure(
            f"A machine that marks nothing gets no credit from {chosen}.", misconception=ACCURACY
        )


# 2.d  Names in sentences that the learner has not seen.
SEVERAL = "names of several words, in the plural, with a dot or a hyphen"
CAPITALS = "capitals that the tagger does not take for names"
CLITICS = "clitics, and a name that comes twice"
PEOPLE = ["Okafor", "Lind", "Ray", "Ito"]


def _find_all(submission: Submission, sentences: list[str], unseen: str) -> None:
    cases = [((each,), t2d_slips.names_of(each)) for each in sentences]
    expect(submission, "find_names", cases, t2d_slips.SLIPS, unseen=unseen)


@task("2.d", points=2, looks_at=SEVERAL, after="it_returns_strings")
def test_names_of_several_words(submission: Submission) -> None:
    who = submission.rng("2.d several").choice(PEOPLE)
    _find_all(
        submission,
        [
            f"{who} flew from the Philippines to Lake Chad and New York.",
            f"Mary {who} met envoys of the United States.",
            f"Ana Wu-Li of {who} flew to the U.S. with Sue Kim.",
            f"President {who} of Ohio saw the United States Navy in Cape Town",
        ],
        SEVERAL,
    )


@task("2.d", points=1, looks_at=CAPITALS, after="it_returns_strings")
def test_capitals_that_are_no_names(submission: Submission) -> None:
    where = submission.rng("2.d capitals").choice(["Kenya", "Ohio"])
    _find_all(
        submission,
        [
            f"Officials in eastern {where} met the Polish envoys of Lind.",
            "Historical grievances divide them.",
        ],
        CAPITALS,
    )


@task("2.d", points=1, looks_at=CLITICS, after="it_returns_strings")
def test_clitics_and_names_that_come_twice(submission: Submission) -> None:
    who = submission.rng("2.d clitics").choice(PEOPLE)
    _find_all(submission, [f"{who}'s aide met Tokyo's {who}; {who} didn't see Ann."], CLITICS)


# 2.e  Scores and kinds on spans that the learner has not seen.
UNSEEN = "scores on spans you have not seen"
KINDS = "the four kinds of mistake"
NOTHING = "nothing predicted, or nothing to find"
NUMBERS = "it_returns_the_seven_numbers"
Case = tuple[list[LabelledSpan], list[LabelledSpan]]


def _cases(submission: Submission, check: str) -> list[Case]:
    """Spans with every kind of mistake, moved by a number that nobody knows."""
    by = submission.rng(check).randint(1, 40)

    def moved(*spans: LabelledSpan) -> list[LabelledSpan]:
        return [(start + by, end + by, label) for start, end, label in spans]

    return [
        (
            moved((0, 2, "GPE"), (3, 6, "PERSON"), (8, 9, "NORP"), (11, 12, "GPE"), (30, 31, "GPE"),
                  (40, 41, "GPE"), (50, 51, "GPE"), (60, 63, "NORP"),
                  (70, 71, "GPE"), (73, 74, "GPE"), (80, 85, "GPE"), (91, 92, "NORP")),
            moved((0, 2, "GPE"), (2, 3, "GPE"), (5, 7, "PERSON"), (8, 9, "GPE"), (50, 51, "GPE"),
                  (60, 62, "PERSON"), (82, 84, "GPE"), (90, 93, "NORP")),
        ),
        (
            moved((0, 2, "NORP"), (4, 6, "PERSON"), (9, 10, "GPE")),
            moved((1, 5, "PERSON"), (9, 10, "GPE"), (10, 12, "GPE"), (14, 15, "PERSON")),
        ),
    ]  # fmt: skip


@task("2.e", points=2, looks_at=UNSEEN, after=NUMBERS)
def test_scores_on_other_spans(submission: Submission) -> None:
    t2e_score.compare(submission, _cases(submission, "2.e scores"), t2e_score.SCORES, UNSEEN)


@task("2.e", points=1, looks_at=KINDS, after=NUMBERS)
def test_the_four_kinds_of_mistake(submission: Submission) -> None:
    t2e_score.compare(submission, _cases(submission, "2.e kinds"), t2e_score.KINDS, KINDS)


@task("2.e", points=1, looks_at=NOTHING, after=NUMBERS)
def test_nothing_predicted_or_nothing_to_find(submission: Submission) -> None:
    spans: list[LabelledSpan] = [(3, 5, "GPE"), (7, 8, "NORP")]
    cases: Sequence[Case] = [(spans, []), ([], spans)]
    t2e_score.compare(submission, cases, (*t2e_score.SCORES, *t2e_score.KINDS), NOTHING)


# 2.f  A report that its rule bears out; and what is called better is better elsewhere, too.
REPORT = "whether your report is what your rule gives"
HOLDS = "whether “better” follows from it, and holds on texts that you have not seen"
FILED = "the_report_is_filled_in"
UNREAD = ("cod", "forgery", "grid", "strike")  # "school" is shown to learners in 2.a


@cache
def _unread(id: str) -> tuple[tuple[tuple[str, str], ...], frozenset[tuple[int, int]]]:
    tokens = read_annotation(TEXTS / id).tokens
    spans = from_iob([token.entity for token in tokens])
    tagged = pos_tag([token.text for token in tokens])
    return tuple(tagged), frozenset((start, end) for start, end, _ in spans)


@task("2.f", points=1, looks_at=REPORT, after=FILED)
def test_the_report_is_what_the_rule_gives(submission: Submission) -> None:
    report, true = t2f_improve.reported(submission), t2f_improve.measured(submission)
    for key, score in true.items():
        if abs(report[key] - score) >= NEAR:  # type: ignore[operator]
            raise Failure(
                f"Your report says {report[key]:.2f} for {key!r}; "
                f"your rule, as handed in, gives {score:.2f}.",
                "Change the rule, measure again, and copy the numbers last.",
            )


@task("2.f", points=1, looks_at=HOLDS, after=FILED)
def test_better_follows_and_holds(submission: Submission) -> None:
    report = t2f_improve.reported(submission)
    before = t2f_improve.f1_on(map(t2f_improve.teaching, t2f_improve.OTHERS), t2f_improve.baseline)
    rise = t2f_improve.measured(submission)["elsewhere"] - before
    if report["better"] != (rise >= GAIN) and abs(rise - GAIN) >= NEAR:
        raise Failure(
            f"You report {'' if report['better'] else 'not '}better; elsewhere, F1 moved by "
            f"{rise:+.2f}.",
            "Compare with what the rule gave elsewhere as it was handed out. Either is a result.",
            ON_MINE if report["better"] else None,
        )
    texts = [_unread(id) for id in UNREAD]
    rule: Callable[..., list[tuple[int, int]]] = t2f_improve.rule_of(submission)
    new, old = t2f_improve.f1_on(texts, rule), t2f_improve.f1_on(texts, t2f_improve.baseline)
    if report["better"] and new <= old:
        raise Failure(
            f"On texts that you have not seen, F1 went from {old:.2f} to {new:.2f}: no better.",
            misconception=ON_MINE,
        )
