"""6.a  A data card for the learner's own text: what is known of it, and what is not."""

from __future__ import annotations

import re

from lessons.checks.feedback import Failure, Misconception
from lessons.checks.submission import Submission
from lessons.checks.task import Task

FREE = Misconception(
    "web-is-free",
    "Anything on the web is free to use",
    "Whoever wrote it holds its rights, unless they said otherwise; that anyone can read a page "
    "gives nobody a right to copy it. The course's own article names no licence, so its card says "
    "not known, and it may not leave the classroom.",
    "Look at the foot of the page, and for a link named terms, licence or rights. If there is "
    "none, that is what the card should say.",
)
# Each line of the card, with the other words that people begin it with.
KEYS = {
    "Title": "title|headline",
    "Author": "authors?|by|writers?|byline",
    "Date": "date|published|year|date of publication",
    "Address": "address|url|link|source|found at|web address",
    "Licence": "licen[cs]e|rights|copyright",
    "Cut": "cut|what was cut|cuts|removed|left out",
}
UNKNOWN = re.compile(
    r"\b(not|none|no licen[cs]e)( is| was)? "
    r"(known|named|stated|given|found|shown|mentioned|listed|specified)\b"
    r"|unknown|unspecified|\b(do|did|could|can)( not|n['’]t|not) (know|find|be found)\b"
    r"|\bnothing (is |was )?(said|stated|found|named)\b|\bno information\b",
    re.IGNORECASE,
)
GUESS = re.compile(
    r"\b(probably|maybe|perhaps|presumably|guess(ed)?|(i|we) (think|suppose|assume|believe))\b",
    re.IGNORECASE,
)
NOWHERE = re.compile(
    r"((found )?(on|in|from|by) )?(the |a |my )?(internet|web|world wide web|google|bing|online|"
    r"web ?site|web ?page|newspaper|book|app|phone|computer|laptop|pdf)\W*",
    re.IGNORECASE,
)
OPEN = re.compile(r"[\W_]*(n/?a|todo|tbd|xxx?|none|nil|yes|no|ok(ay)?|fine)?[\W_]*", re.IGNORECASE)
NAMED = re.compile(
    r"\bcc[ -]?(0|by|zero|sa|nc|nd)\b|creative commons.*(\b(by|sa|nc|nd|0|zero)\b|attribution)"
    r"|public domain|all rights reserved|copyright|©|\bopen government\b|\bOGL\b|\bGFDL\b|\bGPL\b"
    r"|\b(MIT|BSD|Apache|ODbL|ODC|PDDL|Etalab|GNU|LGPL|AGPL|EUPL|WTFPL|KOGL|NLOD|OPL)\b"
    r"|\bunlicen[cs]e|permission|consent|reprint|\brights\b|quotation"
    r"|copyrighted|gutenberg|terms (of|and)|guidelines|agreement|died \D{0,20}\d{4}|expired",
    re.IGNORECASE,
)
# Free Art License, Licence Ouverte; but not: a licence, Some licence
TITLED = re.compile(r"\b[A-Z][\w-]+ ([A-Z][\w-]+ )*Licen[cs]e\b|\bLicen[cs]e [A-Z]")
BARE = re.compile(r"\W*(in |it is |it's |the |a )*public domain( text| work)?\W*", re.IGNORECASE)
FAMILY = re.compile(r"\bcc\b|creative commons", re.IGNORECASE)
BOAST = re.compile(
    r"\b(copyright|royalty)[- ]free\b|\bfree of\b|\b(no|without) (copyright|rights|permission)\b"
    r"|not (copyrighted|protected)",
    re.IGNORECASE,
)
CLAIM = re.compile(
    r"\b(free|open|online|internet|web|www|anyone|anybody|everyone|everybody|nobody|no one|"
    r"available|public|allowed|shared?|no licen[cs]e|not needed|google)\b",
    re.IGNORECASE,
)

TASK = Task(
    id="6.a",
    kind="words",
    title="A data card",
    points=2,
    words=12,
    prompt="Fill a data card for your text: a list with one line for each of `- Title:`, "
    "`- Author:`, `- Date:`, `- Address:`, `- Licence:`, `- Cut:`. What you cannot find out "
    "is `not known`; a guess is worse. A licence is *named* (`CC BY-SA 4.0`; public domain, and "
    "why; all rights reserved), never just “free”. Under `Cut:` say what is missing from the page "
    "or the book, and whether a rule or you took it out.",
    misconceptions=(FREE,),
)


def card_in(words: str) -> dict[str, str]:
    """The card's lines by key, in whatever Markdown they stand: a list, bold, a table.

    >>> card_in("- **Title**: A Train\\n* licence: CC0")
    {'Title': 'A Train', 'Licence': 'CC0'}
    """
    found: dict[str, str] = {}
    last = ""
    for line in words.splitlines():
        bare = re.sub(r"[*`]|^\s*([-+>•]|\d+[.)])\s+|(^|(?<=\s))_+|_+(?=\s|:|$)", "", line)
        bare = re.sub(r"^\s*\|\s*([^|]+?)\s*\|\s*(.*?)\s*\|?\s*$", r"\1: \2", bare)
        before, colon, value = bare.partition(":")
        key = next(
            (key for key, names in KEYS.items()
             if colon and re.fullmatch(names, before.strip(), re.IGNORECASE)), "",
        )  # fmt: skip
        if key:
            found.setdefault(key, value.strip())
        elif last and bare.strip():  # a line goes on below
            found[last] = f"{found[last]} {bare.strip()}".strip()
        last = key or (bare.strip() and last)
    return found


@TASK.check(points=1)
def every_line_of_the_card_is_filled(submission: Submission) -> None:
    """Six lines, each with something after its colon."""
    card = card_in(submission.text("6.a"))
    if missing := [key for key in KEYS if key not in card]:
        raise Failure(
            f"The card has no line for {', '.join(missing)}.",
            "Begin a line of its own with each of the six words, and a colon after it.",
        )
    if left := [key for key, value in card.items() if key != "Licence" and OPEN.fullmatch(value)]:
        raise Failure(
            f"Nothing is said under {', '.join(left)}.",
            "If you looked and did not find it, write not known. If nothing was cut, say: nothing "
            "was cut.",
        )
    for key in ("Author", "Date", "Address"):
        if GUESS.search(card[key]) and not UNKNOWN.search(card[key]):
            raise Failure(
                f"Under {key} stands a guess: “{card[key][:60]}”.",
                "Nobody who reads the card can tell it from what you found. Look once more, or "
                "write not known.",
            )
    if NOWHERE.fullmatch(card["Address"]):
        raise Failure(
            f"“{card['Address'][:60]}” leads nobody to the text.",
            "Others have to find the very page: copy its address, or say which book, and which "
            "pages.",
        )


@TASK.check(points=1)
def the_licence_is_named_or_not_known(submission: Submission) -> None:
    """A name that can be looked up, or the plain word that there is none to be found."""
    card = card_in(submission.text("6.a"))
    if "Licence" not in card:
        raise Failure(
            "There is no line that begins with Licence.", "What may others do with this text?"
        )
    said = card["Licence"]
    if BARE.fullmatch(said):
        raise Failure(
            "Public domain is said, and not why.",
            "Who gave up the rights, or when did the author die? Others can check that.",
        )
    named = NAMED.search(said) or TITLED.search(said) or UNKNOWN.search(said)
    if named and not BOAST.search(said):
        return
    if OPEN.fullmatch(said):
        raise Failure(
            "The line Licence is there, and says nothing.",
            "No licence named on the page is not the same as no rights: write not known.",
        )
    if FAMILY.search(said):
        raise Failure(
            f"“{said[:60]}” is a family of licences, not one.",
            "Some of its licences forbid changes, some forbid business. Which letters follow CC?",
        )
    if BOAST.search(said) or CLAIM.search(said):
        raise Failure(f"“{said[:60]}” names no licence.", misconception=FREE)
    raise Failure(
        f"“{said[:60]}” is no licence that one could look up.",
        "Write its name as the page has it, or all rights reserved where a page says so. If it "
        "says nothing, what is there to write but not known?",
    )
