"""Hidden checks of notebook 04: what earns its points at grading."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path
from statistics import mean

from nltk.metrics.segmentation import windowdiff

from lessons.annotations import read_annotation
from lessons.annotations import read_text as text_of
from lessons.checks.calls import expect
from lessons.checks.feedback import Failure
from lessons.checks.hidden import misconception, task
from lessons.checks.submission import Submission
from lessons.tasks import t4c_slips, t4d_slips, t4e_digest, t4f_map
from lessons.tasks.t0c_ready import leaves_alone
from lessons.tasks.t4a_breaks import NEW, ONWARD, RETURNS, SIGNS
from lessons.tasks.t4b_alike import PRESENCE, UNDIVIDED
from lessons.tasks.t4c_cohesion import NEAR as TWO_PLACES
from lessons.tasks.t4c_cohesion import judge_chart
from lessons.tasks.t4e_digest import FIRST, SECOND, WINDOW, WORKED, digest, read_report, tiles
from lessons.tasks.t4f_map import DIAGONAL, NEXT_TO, VALLEY

TEXTS = Path(__file__).parent / "texts"

# 4.a  The gold: two readings of a held-out text, without its headline. They agree on the main
# turns, so a break within one sentence of a turn is found by either reading.
FOUND = "a main turn, found to within one sentence"
EVERY = "every main turn"
MORE_THAN_SIGNS = "reasons that are more than signs"
TRUE = "reasons that are true of their places"
FORM = "the_segments_are_two_to_four"


@cache
def _turns() -> dict[int, str]:
    """Each main turn of the graded passage, with the reason that is true of it."""
    rows = [
        each
        for each in read_annotation(TEXTS / "forgery").segments
        if (each.segmentation, each.level) == ("a", "coarse")
    ]
    labels = [each.label for each in rows]
    return {
        row.after_sentence - 1: RETURNS if labels[at + 1] in labels[:at] else NEW
        for at, row in enumerate(rows[:-1])
    }


def _matched(submission: Submission) -> dict[int, int]:
    """The learner's breaks that stand at a main turn, each with its turn; one break a turn."""
    left, found = sorted(submission.answer("4.a")), {}
    for turn in _turns():
        near = [place for place in left if abs(place - turn) <= 1]
        if near:
            place = min(near, key=lambda each: abs(each - turn))
            found[place] = turn
            left.remove(place)
    return found


@task("4.a", points=1, looks_at=FOUND, after=FORM)
def test_a_main_turn_is_found(submission: Submission) -> None:
    if not _matched(submission):
        raise Failure(
            "None of your breaks stands at a turn that a careful reader sees.",
            "Read the sentences on each side of a break aloud: do they answer one question?",
        )


@task("4.a", points=1, looks_at=EVERY, after=FORM)
def test_every_main_turn_is_found(submission: Submission) -> None:
    found = _matched(submission)
    if len(found) == 1 < len(_turns()):
        raise Failure(
            "A main turn is still inside one of your segments.",
            "Take your longest segment: does its last sentence answer the question of its first?",
        )
    if len(found) < len(_turns()):
        raise Failure("The main turns are inside your segments.", "Begin with the longest one.")


@task("4.a", points=1, looks_at=MORE_THAN_SIGNS, after=FORM)
@misconception("a-sign-is-a-reason")
def test_a_reason_is_more_than_a_sign(submission: Submission) -> None:
    answer = submission.answer("4.a")
    signs = sorted({answer[place] for place in answer if answer[place] in SIGNS})
    if signs:
        raise Failure(f"A sign is given as a reason: “{signs[0]}”.")
    if not _matched(submission):
        raise Failure("There is no break at a main turn, so there is no reason to judge.")


@task("4.a", points=1, looks_at=TRUE, after=FORM)
def test_reasons_are_true_of_their_places(submission: Submission) -> None:
    answer, found = submission.answer("4.a"), _matched(submission)
    if not found:
        raise Failure("No break stands at a main turn.", "First find the turns, then the reasons.")
    first = min(answer)
    if answer[first] == RETURNS and first not in found:
        raise Failure(
            "Before your first break there is one matter, so none can return behind it.",
            "Which sentence would the matter return from, and is another in between?",
        )
    for place, turn in found.items():
        if answer[place] == NEW and _turns()[turn] == RETURNS:
            raise Failure("What you call a new matter was there before.", misconception=ONWARD)
        if answer[place] == RETURNS and _turns()[turn] == NEW:
            raise Failure(
                "What you call an earlier matter was not there before.",
                "Name the sentence that it was in. Is there one before this break?",
            )
        if answer[place] != _turns()[turn]:
            raise Failure("A sign stands where a reason was asked for.", "What changes there?")


# 4.b  The gold: counts 2, 2, 1 and 1, 2, 2, so both lengths are 3.
SHARED, DOT, LENGTHS = 2, 6, 9
WITH_STOPS = (13 * 18) ** 0.5  # the product of the lengths where no stop word is left out
NUMBERS = "there_are_three_numbers"


@task("4.b", points=1, looks_at="the shared stems", after=NUMBERS)
def test_the_shared_stems(submission: Submission) -> None:
    said = submission.answer("4.b")["shared"]
    if said == 4:
        raise Failure("That is how many stems there are in all.", "How many stand in both?")
    if said != SHARED:
        raise Failure(
            f"{said} stems are not shared.", "Strike out the stop words first, then list each side."
        )


@task("4.b", points=1, looks_at="the dot product", after=NUMBERS)
def test_the_dot_product(submission: Submission) -> None:
    said = submission.answer("4.b")["dot"]
    if said == SHARED:
        raise Failure("Each shared stem was counted once.", misconception=PRESENCE)
    if said == 7:
        raise Failure("The counts were added, not multiplied.", "Two times one is two, not three.")
    if said != DOT:
        raise Failure(
            f"The dot product is not {said}.", "One product for each shared stem; then add them up."
        )


@task("4.b", points=1, looks_at="the cosine", after=NUMBERS)
def test_the_cosine(submission: Submission) -> None:
    answer = submission.answer("4.b")
    said, exact = answer["cosine"], 100 * answer["dot"] / LENGTHS  # a slip is not counted twice
    if said == answer["dot"]:
        raise Failure("The dot product stands where the cosine should.", misconception=UNDIVIDED)
    if said == round(answer["dot"] * 100 / LENGTHS**2):
        raise Failure("It was divided by squares.", "A length is the root of the sum of squares.")
    if said == round(answer["dot"] * 100 / 25):
        raise Failure("It was divided by how many words there are.", "A length is no word count.")
    if answer["dot"] == DOT and said == round(100 * DOT / WITH_STOPS):
        raise Failure("The stop words are in the lengths.", "Ask of each word: is it `in stop`?")
    if said == 50 and answer["dot"] == DOT:
        raise Failure("That is the share of stems in both.", "The cosine looks at counts, too.")
    if abs(said - exact) >= 1:
        raise Failure(
            f"The cosine is not {said} hundredths.", "The dot product, divided by both lengths."
        )


# 4.c  Sentences that the learner has not seen.
ENDS = "gaps near both ends, with a wide window"
REPEATS = "stems that come more than once"
CHART = "the chart, drawn for other sentences"
LIST = "it_returns_a_list_of_numbers"


def _line(submission: Submission, blocks: list[list[str]], window: int, unseen: str) -> None:
    cases = [((some, window), t4c_slips.line_of(some, window)) for some in (blocks, blocks[:1])]
    expect(submission, "cohesion", cases, t4c_slips.SLIPS, unseen=unseen, near=TWO_PLACES)
    leaves_alone(submission, "cohesion", blocks, window)


@task("4.c", points=1, looks_at=ENDS, after=LIST)
def test_the_ends_have_their_numbers(submission: Submission) -> None:
    window = submission.rng("4.c ends").choice([5, 6, 7])
    blocks = [["port"], ["port", "ship"], ["ship"], ["crew"], ["crew", "port"], ["pay"], []]
    _line(submission, blocks, window, ENDS)


@task("4.c", points=1, looks_at=REPEATS, after=LIST)
def test_repeated_stems_count_as_often_as_they_come(submission: Submission) -> None:
    times = submission.rng("4.c repeats").choice([3, 4])
    blocks = [["vote"] * times + ["law"], ["law", "vote", "vote"], ["law"] * times, ["judg", "law"]]
    _line(submission, blocks, 2, REPEATS)


@task("4.c", points=2, looks_at=CHART, after="the_chart_shows_the_line")
def test_other_sentences_are_drawn(submission: Submission) -> None:
    stem = submission.rng("4.c chart").choice(["port", "court", "bank"])
    blocks = [[stem, "law"], [stem], ["law"], ["law", stem, stem], ["tax"], ["tax", stem]]
    for window in (2, 3):
        judge_chart(submission, blocks, window)


# 4.d  Segmentations that the learner has not seen.
MISSES = "breaks that just miss each other"
SEVERAL = "several breaks within one window"
WIDTHS = "windows of other widths"


def _diff(submission: Submission, cases: list[tuple[str, str, int]], unseen: str) -> None:
    expected = [(args, t4d_slips.diff(*args)) for args in cases]
    expect(submission, "window_diff", expected, t4d_slips.SLIPS, unseen=unseen, near=TWO_PLACES)


@task("4.d", points=1, looks_at=MISSES, after="it_returns_a_share_and_places")
def test_near_misses_count_for_little(submission: Submission) -> None:
    at = submission.rng("4.d misses").randint(3, 9)
    one, other = "0" * at + "1" + "0" * (14 - at), "0" * (at + 1) + "1" + "0" * (13 - at)
    pairs = [(3 * one, 3 * other), (one, one), (one[at:], "0" * len(one[at:]))]
    _diff(submission, [(*pair, 3) for pair in pairs], MISSES)


@task("4.d", points=1, looks_at=SEVERAL, after="it_returns_a_share_and_places")
def test_two_breaks_are_not_one(submission: Submission) -> None:
    before = "0" * submission.rng("4.d several").randint(2, 5)
    cases = [(f"{before}11100", f"{before}11000", 3), (f"{before}01100", f"{before}00000", 4)]
    _diff(submission, cases, SEVERAL)


@task("4.d", points=1, looks_at=WIDTHS, after="it_returns_a_share_and_places")
def test_the_window_is_as_wide_as_asked(submission: Submission) -> None:
    width = submission.rng("4.d widths").choice([6, 7])
    _diff(submission, [("010000100000010", "000100100000000", width)], WIDTHS)


# 4.e  The learner's tile elsewhere; the report against our own figures.
ELSEWHERE = "your tile, on other paragraphs with other settings"
BASELINES = "the three baselines of your report"
HONEST = "whether your report is true, and its settings beat none on first"
NEAR, LUCK = 0.006, 0.015  # two places; what 5,000 throws may differ by


def _unread(seams: str) -> dict[str, float]:
    """WindowDiff of none and of all."""
    gaps = len(seams)
    return {"none": windowdiff(seams, "0" * gaps, WINDOW),
            "all": windowdiff(seams, "1" * gaps, WINDOW)}  # fmt: skip


@cache
def _thrown(seams: str, breaks: int) -> float:
    """The mean WindowDiff over every way to place so many breaks."""
    gaps = range(len(seams))
    return mean(
        windowdiff(seams, "".join("01"[gap in at] for gap in gaps), WINDOW)
        for at in combinations(gaps, breaks)
    )


def _tiling(ids: tuple[str, ...], w: int, k: int) -> float:
    paragraphs, seams = digest(ids)
    return float(windowdiff(seams, tiles(paragraphs, w, k), WINDOW))


@task("4.e", points=1, looks_at=ELSEWHERE, after="tile_returns_a_string_of_signs")
def test_other_paragraphs_are_tiled(submission: Submission) -> None:
    rng = submission.rng("4.e tile")
    ids = rng.sample(["cod", "grid", "school", "strike"], 3)
    paragraphs = [each for id in ids for each in text_of(TEXTS / id).strip().split("\n\n")]
    settings = [(8, rng.choice([3, 4, 5])), (14, 5)]  # whichever texts: no slip scores as these do
    leaves_alone(submission, "tile", paragraphs, *settings[0])
    cases = [((paragraphs, w, k), tiles(paragraphs, w, k)) for w, k in settings]
    expect(submission, "tile", cases, t4e_digest.SLIPS, unseen=ELSEWHERE)


@task("4.e", points=1, looks_at=BASELINES, after="the_report_is_whole")
def test_the_baselines_are_those_of_the_second_digest(submission: Submission) -> None:
    report = read_report(submission)
    here, there = (_unread(digest(ids)[1]) for ids in (SECOND, FIRST))
    if all(abs(report[name] - there[name]) <= NEAR for name in ("none", "all")):
        raise Failure(
            "The baselines are those of `first`.", "Score them where TextTiling is scored."
        )
    if all(abs(report[a] - here[b]) <= NEAR for a, b in (("none", "all"), ("all", "none"))):
        raise Failure("`none` and `all` have changed places.", "All breaks at every gap: only 1s.")
    if all(abs(report[name] - 1 + here[name]) <= NEAR for name in ("none", "all")):
        raise Failure("The baselines are 1 less their WindowDiff.", "0 is best: leave it as it is.")
    for name in ("none", "all"):
        if abs(report[name] - here[name]) > NEAR:
            raise Failure(
                f"`{name}` is not the WindowDiff that {name} has on `second`.",
                "One sign for each gap, all alike, against `second_seams`, with windows of 2.",
            )
    _is_the_mean_of_throws(report["random"])


def _is_the_mean_of_throws(said: float) -> None:
    _, seams = digest(SECOND)
    breaks = seams.count("1")
    if abs(said - _thrown(seams, breaks)) <= LUCK:
        return
    for more, many in ((1, "one break more"), (-1, "one break fewer")):
        if abs(said - _thrown(seams, breaks + more)) <= LUCK:
            raise Failure(
                f"`random` is what throws give that have {many} than there are seams.",
                "Print one throw, and count its breaks. Or were there fewer than 5000 throws?",
            )
    raise Failure(
        "`random` is far from the mean of many throws on `second`.",
        "One throw is luck. As many breaks as there are seams, 5000 times; then the mean.",
    )


@task("4.e", points=1, looks_at=HONEST, after="the_report_is_whole")
def test_the_report_is_true(submission: Submission) -> None:
    report = read_report(submission)
    w, k = report["w"], report["k"]
    seams = digest(FIRST)[1]
    if _tiling(FIRST, w, k) >= _unread(seams)["none"]:
        raise Failure(
            "With these settings, TextTiling does not beat *none* on `first`.",
            "Choose them there, and there alone: `second` is for the verdict, so it has no say in "
            "what is tried.",
        )
    there = _tiling(SECOND, w, k)
    if abs(report["tiling"] - there) > NEAR:
        if abs(report["tiling"] - _tiling(FIRST, w, k)) <= NEAR:
            raise Failure("`tiling` is the score on `first`, where w and k were chosen.",
                          misconception=WORKED)  # fmt: skip
        raise Failure(
            "With these settings, TextTiling does not score what `tiling` says.",
            "Tile `second` once more with the w and k of your report, and score it.",
        )
    if report["beaten"] and there >= _unread(digest(SECOND)[1])["none"]:
        raise Failure("`beaten` is True, and a baseline scores as well or better on `second`.",
                      misconception=WORKED)  # fmt: skip


# 4.f  What the cells show, and what they do not.
PICKED = "each_question_is_answered"


@task("4.f", points=1, looks_at="what the cells show", after=PICKED)
def test_what_the_cells_show(submission: Submission) -> None:
    answer = submission.answer("4.f")
    if answer["returns"] == "2 and 3":
        raise Failure("2 and 3 are alike, but nothing stands between them.", misconception=NEXT_TO)
    if answer["returns"] != "1 and 4":
        raise Failure(
            f"The cell of {answer['returns']} is among the palest.",
            "A matter returns where two paragraphs apart are much alike.",
        )
    if answer["least"] != "4 and 5":
        raise Failure(
            f"Other neighbours share less than {answer['least']}.",
            "Neighbours stand beside the diagonal: compare those four cells.",
        )


@task("4.f", points=1, looks_at="what they do not show", after=PICKED)
def test_what_the_cells_do_not_show(submission: Submission) -> None:
    answer = submission.answer("4.f")
    if answer["low"] == t4f_map.WHAT[1]:
        raise Failure("A low number is read as a new topic.", misconception=VALLEY)
    if answer["low"] != t4f_map.WHAT[0]:
        raise Failure(
            "A low number is read as a judgement.", "It counts words. What words do the two share?"
        )
    if answer["diagonal"] != t4f_map.SELF[0]:
        raise Failure(f"The diagonal does not say that {answer['diagonal']}.",
                      misconception=DIAGONAL)  # fmt: skip
