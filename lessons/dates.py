"""Find dates by rule: a layer of its own beside the names, since a date is no name."""

from __future__ import annotations

import re

_FULL = "January|February|April|June|July|August|September|October|November|December"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?= \d)"
_ALSO_WORDS = r"(?:March|May)(?= \d)|(?<=[iI]n )(?:March|May)|(?<=\d )(?:March|May)"
_MONTH = rf"(?:(?:{_FULL})\b|{_SHORT}|{_ALSO_WORDS})"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)(?![\w,.]?\d)"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\w,.%]?\d)"
_TO = r"(?: (?:to|and|until) | ?[-–] ?)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SAYS_YEAR = "|".join(rf"(?<=\b{word} )" for word in ("[Ii]n", "[Ss]ince", "[Ff]rom", "by", "of"))

_DATE = re.compile(
    "|".join(
        (
            rf"\b{_DAY}(?:{_TO}{_DAY})? {_MONTH}(?: {_YEAR})?",  # 23 to 24 August 2025
            rf"\b{_MONTH} {_DAY}(?:{_TO}(?:{_MONTH} )?{_DAY})?(?:, {_YEAR})?",  # August 23, 2025
            rf"\b{_MONTH}(?: {_YEAR})?",  # August 2025
            rf"\b{_WEEKDAY}\b",
            r"\b(?:1[5-9]|20)\d0s\b",  # the 1990s
            rf"(?:{_SAYS_YEAR}){_YEAR}(?:{_TO}{_YEAR})?\b",  # from 1910 to 1945
        )
    )
)


def find_dates(text: str) -> list[tuple[int, int]]:
    """Where dates stand: days, months, years, weekdays and decades; a range is one date.

    >>> text = "from August 23 to 24 for a summit in 2025"
    >>> [text[start:end] for start, end in find_dates(text)]
    ['August 23 to 24', '2025']
    """
    return [match.span() for match in _DATE.finditer(text)]
