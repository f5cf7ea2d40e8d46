"""What cannot be trusted in a text that a learner brings: a sentence for each doubt.

The tokenizers, taggers and scores of this course are made for English news in whole sentences.
Nothing is refused: a text in another language is read as far as it goes, and told so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from lessons.pages import COPY, other_format

UNSPACED = {"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"}
LONGEST = 60_000  # characters: beyond it, a chart with a bar for each sentence cannot be read
LOOK = 20_000  # characters; a doubt about a novel shows in its first pages
_COMMONEST = (
    "the of and to that it for on with he at by his not but from they which this are were have has "
    "had would could their what who when been its will my she her you your our"
)
ENGLISH = frozenset(_COMMONEST.split())
LEAST = 0.12  # share of these words; English prose has 0.2 and more, other languages below 0.05
ENOUGH = 30  # words; below it, the share says nothing
ADDRESS = re.compile(r"(https?://|www\.)\S+")
FILE = re.compile(
    r"(\S+|([a-z]:|~|\.{0,2}[\\/])[^\n]*)\.(txt|html?|md|pdf|docx?|rtf)",  # a path may hold spaces
    re.IGNORECASE,
)


def doubts(text: str) -> Iterator[str]:
    """What the course's tools cannot do with this text.

    >>> list(doubts("Talks open at noon."))
    []
    >>> [doubt[:31] for doubt in doubts("story.txt")]
    ['This is the name of a file, not']
    """
    shown = text.strip()
    if not shown:
        yield "There is no text here: paste one between the quotes, or name a file that holds one."
    elif ADDRESS.fullmatch(shown):
        yield (
            "This is an address, not a text, and nothing is fetched from the web. Open it in a "
            "browser, and paste the text, or save the page and read that file."
        )
    elif other := other_format(shown):
        yield f"This is what {other} is made of, and not its text. {COPY}"
    elif FILE.fullmatch(shown):
        yield (
            "This is the name of a file, not a text: import Path from pathlib, and write "
            f"read_article(Path({shown!r}))."
        )
    else:
        if "\ufffd" in shown:
            yield (
                "Letters that could not be read stand as \ufffd: the file is in another encoding "
                'than it was opened with. An older one from Windows is "cp1252".'
            )
        if len(shown) > LONGEST:
            yield (
                f"This has {len(shown):,} characters: tagging it takes long, and a chart with a "
                "bar for each of its sentences is a black wall. Choose a chapter or a few pages, "
                f"{LONGEST:,} characters at most."
            )
        yield from _of_language(shown[:LOOK])


def _of_language(text: str) -> Iterator[str]:
    letters = [character for character in text if character.isalpha()]
    scripts = Counter(unicodedata.name(letter, "?").split()[0].split("-")[0] for letter in letters)
    words = re.findall(r"[^\W\d_]+", text.lower())
    if sum(scripts[script] for script in UNSPACED) > len(letters) / 4:
        yield (
            "This writing puts no spaces between words: NLTK cuts it at Latin punctuation only, so "
            "its tokens are no words and its sentences no sentences."
        )
    elif letters and scripts["LATIN"] < len(letters) / 2:
        yield (
            "Most letters here are not Latin: words are cut at spaces, but sentences, tags and "
            "scores are made for English."
        )
    elif len(words) >= ENOUGH and sum(word in ENGLISH for word in words) < LEAST * len(words):
        yield (
            "Hardly any of the commonest English words are here. If this is another language, "
            "words are cut at spaces, but sentences, tags and scores are made for English: most "
            "scores will be 0. Bring an English text, or say so under the limits."
        )
