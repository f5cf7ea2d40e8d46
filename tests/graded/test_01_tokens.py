"""Hidden checks of notebook 01: what earns its points at grading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from nltk.tokenize import NLTKWordTokenizer, sent_tokenize, word_tokenize

from lessons.checks.calls import expect
from lessons.checks.feedback import Failure
from lessons.checks.hidden import misconception, task
from lessons.checks.submission import Submission
from lessons.tasks import t1b_cut, t1d_types, t1e_slips
from lessons.tasks.t1b_cut import CLITIC, FULL_STOP, HYPHEN, SPLIT

# 1.b  The gold: Treebank tokens of the graded string, as data/guide.md has them.
GOLD = [
    *("Prices", "did", "n't", "rise", "2.5", "%", "in", "the", "U.S.", ","),
    *("Ms.", "Ito-Brandt", "said", ";", "they", "'d", "fallen", "."),
]
TEXT = t1b_cut.TASK.form.text
MARKS = ("%", ",", ";")
CLITICS = ("n't", "'d")
WHOLE = ("2.5", "U.S.", "Ms.", "Ito-Brandt")


def _spans(tokens: Iterable[str]) -> dict[tuple[int, int], str]:
    """Each token by its place among the letters, white space not counted."""
    tokens = list(tokens)
    ends = list(accumulate(map(len, tokens)))
    return dict(zip(zip([0, *ends], ends, strict=False), tokens, strict=True))


def _cut(submission: Submission) -> dict[tuple[int, int], str]:
    return _spans(submission.answer("1.b"))


def _missing(submission: Submission, wanted: tuple[str, ...]) -> list[str]:
    cut = _cut(submission)
    return [token for place, token in _spans(GOLD).items() if token in wanted and place not in cut]


@task(
    "1.b",
    points=1,
    looks_at="marks of punctuation and signs",
    after="the_tokens_are_the_text",
)
def test_marks_stand_alone(submission: Submission) -> None:
    cut = list(_cut(submission).values())
    if cut == TEXT.split():
        raise Failure("The string is cut at its spaces, and nowhere else.", misconception=SPLIT)
    missing = _missing(submission, (*MARKS, "."))
    if missing:
        marks = " and ".join(dict.fromkeys(missing))
        raise Failure(f"Not every mark stands alone: look for {marks}", misconception=SPLIT)


@task("1.b", points=1, looks_at="clitics", after="the_tokens_are_the_text")
@misconception("clitics-are-one-word")
def test_clitics_are_tokens(submission: Submission) -> None:
    missing = _missing(submission, CLITICS)
    cut = set(_cut(submission).values())
    if missing and cut & {"'t", "t", "'"}:
        raise Failure(
            "A clitic is cut at its apostrophe, or into pieces.",
            "For a shortened “not”, the n goes with the t; the apostrophe stays with its letters.",
            CLITIC,
        )
    if missing:
        raise Failure("A clitic still hangs on to its word.")


@task(
    "1.b",
    points=1,
    looks_at="abbreviations, numbers and hyphens",
    after="the_tokens_are_the_text",
)
def test_wholes_stay_whole(submission: Submission) -> None:
    cut = _cut(submission)
    inside = {
        token
        for (start, end), token in _spans(GOLD).items()
        if token not in CLITICS and any(start < at < end for place in cut for at in place)
    }
    if "Ito-Brandt" in inside:
        raise Failure("A hyphened name was cut at its hyphen.", misconception=HYPHEN)
    if inside & set(WHOLE):
        raise Failure("An abbreviation or a number lost its dot.", misconception=FULL_STOP)
    if inside:
        raise Failure(
            "A plain word is cut into pieces.",
            "No rule above cuts inside a word that has no mark and is no clitic. A cut is taken "
            "back where it was made.",
        )
    if _missing(submission, ("U.S.", "2.5")):
        raise Failure(
            "An abbreviation or a number has something else stuck to it.",
            "The dot belongs to it; the mark behind it does not.",
        )


# 1.c  Who made which.
def _made(submission: Submission, name: str, maker: str, sign: dict[str, str]) -> None:
    chosen = submission.answer("1.c")[name]
    if chosen != maker:
        raise Failure(f"{chosen} did not make {name}: {sign[chosen]}.")


@task("1.c", points=1, looks_at="who made A", after="each_has_a_maker")
@misconception("tokenizers-are-alike")
def test_who_made_a(submission: Submission) -> None:
    sign = {
        "str.split": "some of its tokens touch no space",
        "word_tokenize": "its clitics are uncut",
        "wordpunct_tokenize": "its apostrophes and its decimal point are left inside words",
    }
    _made(submission, "A", "TweetTokenizer", sign)


@task("1.c", points=1, looks_at="who made B", after="each_has_a_maker")
@misconception("tokenizers-are-alike")
def test_who_made_b(submission: Submission) -> None:
    sign = {
        "str.split": "its dollar sign stands alone, though no space follows it",
        "wordpunct_tokenize": "it kept the dot with the title",
        "TweetTokenizer": "it cut the clitics",
    }
    _made(submission, "B", "word_tokenize", sign)


@task("1.c", points=1, looks_at="who made C", after="each_has_a_maker")
@misconception("tokenizers-are-alike")
def test_who_made_c(submission: Submission) -> None:
    sign = {
        "str.split": "it cut inside numbers, where no space is",
        "word_tokenize": "it tore the decimal number",
        "TweetTokenizer": "its apostrophes stand alone",
    }
    _made(submission, "C", "wordpunct_tokenize", sign)


# 1.d  Counts on texts that the learner has not seen.
CLITICAL = "a text with clitics and abbreviations"
REPEATED = "a text that repeats itself"
CAPITALS = "a text where capitals tell words apart"


def _count(text: str) -> tuple[int, int, int]:
    tokens = word_tokenize(text)
    return len(tokens), len(set(tokens)), len({token.lower() for token in tokens})


def _count_all(submission: Submission, texts: list[str], unseen: str) -> None:
    cases = [((text,), _count(text)) for text in texts]
    expect(submission, "count_types", cases, t1d_types.SLIPS, unseen=unseen)


@task(
    "1.d",
    points=2,
    looks_at=CLITICAL,
    after="it_returns_three_numbers",
)
def test_clitics_and_abbreviations_are_counted(submission: Submission) -> None:
    name = submission.rng("1.d clitics").choice(["Okafor", "Lind", "Ray", "Ito"])
    texts = ["", f"Dr. {name}'s U.S. visit didn't end, {name}'s aide says."]
    _count_all(submission, texts, CLITICAL)


@task("1.d", points=1, looks_at=REPEATED, after="it_returns_three_numbers")
def test_repeated_words_are_one_type(submission: Submission) -> None:
    times = submission.rng("1.d repeats").randint(3, 7)
    text = (
        "The talks stalled; the talk fell, the markets rose. Talks fell: nobody knew, nobody Else."
    )
    _count_all(submission, ["\n".join([text] * times)], REPEATED)


@task(
    "1.d",
    points=1,
    looks_at=CAPITALS,
    after="it_returns_three_numbers",
)
def test_capitals_tell_words_apart(submission: Submission) -> None:
    polish = submission.rng("1.d capitals").randint(1, 3)
    _count_all(
        submission,
        ["Polish cooks polish the US flag for us in May, if we may. " * polish],
        CAPITALS,
    )


# 1.e  Places in texts that the learner has not seen.
TWICE = "a token that comes twice"
QUOTES = "quotation marks"
SPACES = "several sentences, with line breaks and double spaces"


def _places(text: str) -> list[tuple[str, int, int]]:
    """The reference: Treebank spans of each Punkt sentence, moved to their place in the text."""
    places, at = [], 0
    for sentence in sent_tokenize(text):
        at = text.index(sentence, at)
        spans = NLTKWordTokenizer().span_tokenize(sentence)
        places += [(sentence[a:b], at + a, at + b) for a, b in spans]
        at += len(sentence)
    return places


def _place_all(submission: Submission, texts: list[str], unseen: str) -> None:
    cases = [((text,), _places(text)) for text in texts]
    expect(submission, "tokens_with_offsets", cases, t1e_slips.SLIPS, unseen=unseen)


@task("1.e", points=1, looks_at=TWICE, after="it_returns_triples")
def test_a_token_that_comes_twice_has_two_places(submission: Submission) -> None:
    word = submission.rng("1.e twice").choice(["talks", "trade", "peace"])
    _place_all(
        submission,
        [
            f"{word}'s {word}",
            f"man a {word}",
            "",
            f"{word} on {word} need {word}",
            f"an {word} and a {word}",
        ],
        TWICE,
    )


@task("1.e", points=2, looks_at=QUOTES, after="it_returns_triples")
def test_quotation_marks_keep_their_place(submission: Submission) -> None:
    who = submission.rng("1.e quotes").choice(["Okafor", "Lind", "Ray", "Ito"])
    _place_all(
        submission,
        [
            f'"Never", said {who}, "is a long time".',
            f'{who} called it "a win".',
            f'{who} asked: "Why"',
        ],
        QUOTES,
    )


@task(
    "1.e",
    points=2,
    looks_at=SPACES,
    after="it_returns_triples",
)
def test_sentences_and_white_space(submission: Submission) -> None:
    who = submission.rng("1.e space").choice(["Okafor", "Lind", "Ray", "Ito"])
    texts = [
        f"Talks began.  Dr. {who} left  the U.S. team.\n\nNobody\tdidn't ask.",
        "  So it is. ",
        f"{who} left.\n{who} spoke. {who} left.",
    ]
    _place_all(submission, texts, SPACES)
