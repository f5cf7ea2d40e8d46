"""Find dates by rule: a layer of its own beside the names, since a date is no name."""

from __future__ import annotations

import re

_FULL = "January|February|April|June|July|August|September|October|November|December"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?= \d)"
_ALSO_WORDS = "|".join(  # March and May are months after such a word, or before a number
    [r"(?:March|May)(?= \d)"]
    + [
        rf"(?<=\b{word} )(?:March|May)\b"
        for word in ("[Ii]n", "[Bb]y", "[Ss]ince", "early", "late", "last", "next", "[oO]f", r"\d")
    ]
)
_MONTH = rf"(?:(?:{_FULL})\b|{_SHORT}|{_ALSO_WORDS})"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)(?![\w,.]?\d)"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\w,.%]?\d|[%\w])"
_TO = r"(?: (?:to|until) | ?[-–] ?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_UNIT = r"(?:day|week|weekend|month|quarter|season|year|decade|century)"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_PART = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id) |(?:[Ee]nd|[Bb]eginning|[Mm]iddle) of )?"
_YEAR_FOLLOWS = "|".join(
    rf"(?<=\b{word} )" for word in ("[Ii]n", "[Ss]ince", "[Ff]rom", "by", "of", "the", "until")
)
_MONTH_DAY = rf"{_MONTH} {_DAY}(?:{_TO}(?:{_MONTH} )?{_DAY})?(?:, {_YEAR})?"

_DATE = re.compile(
    "|".join(
        (
            rf"\b{_WEEKDAY}, {_MONTH_DAY}",  # Monday, March 3
            rf"\b{_DAY}(?:{_TO}{_DAY})? {_MONTH}(?: {_YEAR})?",  # 23 to 24 August 2025
            rf"\b{_MONTH_DAY}",  # August 23 to 24
            rf"\b{_PART}(?:[Ll]ast |[Nn]ext |[Tt]his )?{_MONTH}(?: {_YEAR})?",  # early June 2025
            rf"\b(?:[Ll]ast |[Nn]ext |[Tt]his )?{_WEEKDAY}",
            rf"\b{_PART}(?:[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast) (?:{_COUNT} )?{_UNIT}s?\b",
            rf"\b[Rr]ecent {_UNIT}s\b",
            rf"\b{_COUNT} {_UNIT}s? (?:ago|later|earlier)\b",  # two years ago
            rf"\b(?:first|second|third|fourth) quarter(?: of {_YEAR})?\b",
            r"\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow)\b",
            rf"\b{_PART}(?:1[5-9]|20)\d0s\b",  # the 1990s
            rf"(?:end|beginning|middle) of {_YEAR}\b",
            rf"(?:{_YEAR_FOLLOWS}){_YEAR}(?:{_TO}{_YEAR})?",  # from 1910 to 1945
        )
    )
)


def find_dates(text: str) -> list[tuple[int, int]]:
    """Where dates stand: days, months, years, and times counted from now; a range is one date.

    >>> text = "from August 23 to 24 for a summit in 2025, not last week"
    >>> [text[start:end] for start, end in find_dates(text)]
    ['August 23 to 24', '2025', 'last week']
    """
    return [match.span() for match in _DATE.finditer(text)]
