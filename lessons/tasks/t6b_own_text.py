"""The learner's own text, as the checks of notebook 06 see it: a string called ``my_text``."""

from __future__ import annotations

from functools import cache

from lessons.checks.feedback import Failure
from lessons.checks.submission import Submission
from lessons.doubts import LONGEST

SUPPLIED = "nighttrain"  # the teaching text with which the notebook begins
FEWEST = 5  # sentences


def own_text(submission: Submission) -> str:
    """The learner's text; where no cell makes one, the text that the notebook begins with.

    Raises:
        Failure: ``my_text`` is no text, too long for these charts, or too short.
    """
    text = _value(submission)
    if not isinstance(text, str):
        raise Failure(
            f"`my_text` is not a text; its type is {type(text).__name__}.",
            "Run the cell that says `my_text = mine.text`, as it was.",
        )
    if len(text) > LONGEST:
        raise Failure(
            f"Your text has {len(text):,} characters; a chart with a bar for each of its sentences "
            "is a black wall.",
            f"Choose a chapter or a few pages: at most {LONGEST:,} characters. Say so under Cut.",
        )
    if (count := len(sentences_of(text))) < FEWEST:
        raise Failure(
            f"Your text has {count} sentence{'s' * (count != 1)}, too few for a claim.",
            f"{FEWEST} is the least, ten are better. If yours has more, look at `mine.notes`, and "
            "at what was cut.",
        )
    return text


def must_be_own(text: str) -> None:
    """Raise Failure where the text came with the course, and so is nobody's own."""
    if _bare(text) in _of_the_course():
        raise Failure(
            "`my_text` is a text that came with the course.",
            "It is for trying out, and earns no points. Put your own between the two lines in the "
            "cell that begins `source =`, restart, and run all.",
        )


@cache
def _of_the_course() -> frozenset[str]:
    from lessons.annotations import teaching_folder
    from lessons.articles import sample_article

    texts = [each.read_text(encoding="utf-8") for each in teaching_folder().glob("*/text.txt")]
    return frozenset(map(_bare, [sample_article().text, *texts]))


def _bare(text: str) -> str:
    return " ".join(text.split())


def _value(submission: Submission) -> object:
    try:
        return submission["my_text"]
    except Failure as failure:
        if "plain data" in failure.rationale:
            raise Failure(
                "`my_text` is not a text: it is a thing that holds one.",
                "Take the text out of it: `my_text = mine.text`.",
            ) from None
        if "no variable" not in failure.rationale:
            raise
        from lessons.teaching import read_text

        return read_text(SUPPLIED).text


@cache
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences as the course reads them, paragraph by paragraph.

    Raises:
        Failure: NLTK cannot split the text.
    """
    from lessons.articles import read_article
    from lessons.errors import CourseError

    try:
        return tuple(sentence.text for sentence in read_article(text).sentences)
    except CourseError as error:
        raise Failure(f"Your text cannot be split: {error}", error.do) from None


@cache
def sentences_at_once(text: str) -> tuple[str, ...]:
    """The sentences as ``nltk.sent_tokenize`` finds them in the text as a whole."""
    from nltk.tokenize import sent_tokenize

    return tuple(sent_tokenize(text))


@cache
def tokens_of(text: str) -> tuple[str, ...]:
    """The tokens of the text, as ``nltk.word_tokenize`` gives them."""
    from nltk.tokenize import word_tokenize

    return tuple(word_tokenize(text))
