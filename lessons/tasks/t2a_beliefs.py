"""What a wrong span or label shows: the beliefs that the tasks of notebook 02 name."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.checks.feedback import Misconception
from lessons.spans import LabelledSpan, Pair, errors_by_kind

CAPITAL = Misconception(
    "a-capital-is-an-entity",
    "A capital letter is an entity",
    "“Relations”, “Historical” and “Analysts” begin sentences of the article, and name nobody.",
    "Would this word have a capital in the middle of a sentence, and is it one of the five kinds? "
    "Days and months are dates, a layer of their own.",
)
HALF = Misconception(
    "half-a-span-counts",
    "Half a span counts half",
    "It counts twice, against you: the piece is wrong, and the name is missed.",
    "Read on to the left and to the right: is there more of this name, of its “of”, of its “Co.”?",
)
TITLE = Misconception(
    "titles-are-names",
    "A title is part of the name",
    "“President” is an office: Lee holds it today, and was Lee before.",
    "Which word says what the person does, and which says who it is?",
)
POSSESSIVE = Misconception(
    "the-clitic-belongs",
    "'s belongs to the name",
    "“Lee” and “Lee's” would be two people, and counts of both would be wrong.",
    "The rules above the passage say what stays outside a span, however close it stands.",
)
PART = Misconception(
    "a-part-gives-the-label",
    "The country inside a name gives its label",
    "“South Korean” is a people, “Korean peninsula” land and sea; only “South Korea” governs.",
    "Ask what the whole span names: a government, a people, water, or a house with a staff?",
)
PLACES = ("GPE", "LOCATION", "NORP")  # what a country inside a name could suggest
TITLES = ("President", "Prime", "Minister", "Principal", "Dr.", "Gov.")


def mistakes(gold: Sequence[LabelledSpan], found: Sequence[LabelledSpan]) -> dict[str, list[Pair]]:
    """The mistakes by kind; a second piece of a name has other borders, and is not invented."""
    errors = errors_by_kind(gold, found)
    pieces = {
        other: one
        for _, other in errors["invented"]
        for one in gold
        if other and one[0] < other[1] and other[0] < one[1]
    }
    errors["boundary"] += [(one, other) for other, one in pieces.items()]
    errors["invented"] = [pair for pair in errors["invented"] if pair[1] not in pieces]
    return errors


def belief_behind(tokens: Sequence[str], pair: Pair) -> Misconception | None:
    """The belief that one wrong pair of gold and found shows, as far as it can be told."""
    one, other = pair
    if other is None:
        return None
    if one is None:
        return (
            CAPITAL if any(token[:1].isupper() for token in tokens[other[0] : other[1]]) else None
        )
    if one[:2] == other[:2]:
        return PART if other[2] in PLACES else None
    if other[0] < one[0] and tokens[one[0] - 1] in TITLES:
        return TITLE
    if other[1] > one[1] and tokens[one[1]] == "'s":
        return POSSESSIVE
    if one[0] <= other[0] and other[1] <= one[1]:
        return HALF
    return None
