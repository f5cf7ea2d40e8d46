"""Answers to 2.a: spans of the passage's tokens."""

SOLUTION = [
    (6, 9, "ORGANIZATION"),
    (32, 35, "LOCATION"),
    (37, 39, "PERSON"),
    (47, 48, "NORP"),
    (56, 59, "ORGANIZATION"),
    (60, 61, "PERSON"),
    (67, 68, "GPE"),
    (78, 81, "ORGANIZATION"),
    (86, 88, "ORGANIZATION"),
    (95, 96, "LOCATION"),
]

PRACTICE = [
    *((0, 2, "NORP"), (3, 6, "PERSON"), (9, 10, "GPE"), (21, 23, "PERSON"), (33, 34, "GPE")),
    *((41, 42, "GPE"), (47, 49, "LOCATION"), (66, 68, "NORP")),
]


def _with(*changed: tuple[int, int, str]) -> list[tuple[int, int, str]]:
    """The solution, with what these spans overlap taken out and these put in."""
    left = [
        span
        for span in SOLUTION
        if not any(new[0] < span[1] and span[0] < new[1] for new in changed)
    ]
    return sorted([*left, *changed])


RIGHT = {"lists, in another order": [list(span) for span in reversed(SOLUTION)]}
WRONG = {
    "a month": (_with((69, 70, "LOCATION")), "a-capital-is-an-entity"),
    "every capital": (
        _with((0, 1, "PERSON"), (36, 39, "PERSON"), (45, 46, "NORP"), (69, 70, "LOCATION")),
        "“She” is marked",
    ),
    "a small word": (_with((27, 28, "LOCATION")), "nothing there"),
    "a title": (_with((36, 39, "PERSON")), "titles-are-names"),
    "the clitic": (_with((60, 62, "PERSON")), "the-clitic-belongs"),
    "part of a name": (_with((32, 33, "LOCATION"), (56, 57, "ORGANIZATION")), "half-a-span-counts"),
    "two pieces of one name": (
        _with((56, 57, "ORGANIZATION"), (58, 59, "LOCATION")),
        "“Ministry” is only part of a name",
    ),
    "a country inside": (_with((34, 35, "GPE")), "“Japan” is only part of a name"),
    "the article too": (_with((85, 88, "ORGANIZATION")), "is more than the name"),
    "labels by the country": (
        _with((32, 35, "GPE"), (47, 48, "GPE")),
        "a-part-gives-the-label",
    ),
    "a school is a place": (
        _with((6, 9, "LOCATION"), (86, 88, "PERSON")),
        "is a name, and no LOCATION",
    ),
    "half are missed": (SOLUTION[:5], "Exact F1 is 67, and 70"),
    "two are missed": (SOLUTION[:8], "Exact F1 is 89, and 90"),
    "none": ([], "Your 0 marks"),
    "ends on the last token": (
        [(start, end - 1, label) for start, end, label in SOLUTION if end - start > 1],
        "stop one token early",
    ),
    "counts from one": (
        [(start + 1, end + 1, label) for start, end, label in SOLUTION],
        "one token to the right",
    ),
    "a continent governs": (_with((95, 96, "GPE")), "“Asia” is a name, and no GPE"),
    "pairs": ([(6, 9), (32, 35)], "Each span is"),
}
