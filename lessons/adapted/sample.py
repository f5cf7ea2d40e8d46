"""How to tell words that are true of the sample article from words about language."""

from __future__ import annotations

import re

# What the sample article is about, and whoever says "the article" and means that one.
SPEAKS = re.compile(
    r"\b(article('s)?|nineteen|Lee('s)?|Ishiba|Kang|Trump|Koreans?|Korea|Seoul|Japan('s|ese)?|Tokyo|"
    r"summit|tariffs|missile)\b",
    re.IGNORECASE,
)


def speaks_of_sample(words: str) -> bool:
    """Whether these words may be wrong about another article.

    >>> speaks_of_sample("Of the article's six zeros, two hold words."), speaks_of_sample("A zero.")
    (True, False)
    """
    return SPEAKS.search(words) is not None
