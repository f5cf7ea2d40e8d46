"""Furniture: the lines of a page that are its website's, not the article's. Rules, not positions.

Each rule has a name, and looks at one line alone, so that a learner can read why a line was cut
and try the rule on another page. A rule that cuts too much is worse than one that cuts too little.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lessons.pages import Line

LABELS = frozenset(
    """
    accept accept all cookies | add a comment | advertisement | back to top | bookmark | close |
    comment | comments | copy link | cookie settings | download | email | facebook | follow |
    follow us | get link | home | instagram | leave a comment | leave a reply | linkedin | listen |
    load more | load more comments | log in | login | menu | more | navigation | newsletter | next |
    no comments | older posts | newer posts | other apps | pinterest | post a comment | previous |
    print | privacy policy | read more | reddit | register | related articles | related posts |
    reply | save | search | share | share this | share this article | sign in | sign up |
    skip to content | skip to main content | sponsored | subscribe | subscribe now | terms of use |
    tweet | twitter | view all | whatsapp | x | youtube
    """.replace("\n", " ").split("|")
)
BUTTONS = frozenset(" ".join(label.split()) for label in LABELS)

POINTERS = re.compile(
    r"(see also|also read|read also|read more|read next|related|more on this|more from|"
    r"recommended|you may also like|watch|in pictures|listen)\s*:",
    re.IGNORECASE,
)
NOTICES = re.compile(r"(©|\(c\)|copyright\b|all rights reserved\b)", re.IGNORECASE)
ADDRESS = re.compile(r"(https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)
BULLET = re.compile(r"[-*•·‣▪–]\s+(.*)")


def is_menu_item(text: str) -> bool:
    """A bullet before at most four words that end in no full stop: ``- Other Apps``."""
    item = BULLET.fullmatch(text)
    return item is not None and len(item[1].split()) <= 4 and not item[1].endswith((".", "!", "?"))


def is_button(text: str) -> bool:
    """Nothing but a website's own label, whatever its case: ``Post a Comment``.

    >>> is_button("Post a Comment"), is_button("Comments were few.")
    (True, False)
    """
    return " ".join(text.lower().split()).rstrip(" .:›»") in BUTTONS


def is_pointer(text: str) -> bool:
    """A headline of another page, after words and a colon that point to it: ``See also: ...``."""
    return POINTERS.match(text) is not None


def is_notice(text: str) -> bool:
    """A line of the law at the foot of a page: ``© 2025``."""
    return NOTICES.match(text) is not None and len(text.split()) <= 20


def is_address(text: str) -> bool:
    """A web or mail address alone on its line."""
    return ADDRESS.fullmatch(text) is not None


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("menu item", is_menu_item),
    ("button", is_button),
    ("pointer to another page", is_pointer),
    ("legal notice", is_notice),
    ("address", is_address),
)


def rule_for(line: Line) -> str:
    """The name of the first rule that cuts a line; empty when the line belongs to the article.

    >>> rule_for(Line("- Get link"))
    'menu item'
    >>> rule_for(Line("Lee will travel to Japan."))
    ''
    >>> rule_for(Line("Home News Sport", frame="<nav>"))
    '<nav>'
    """
    text = line.text.strip()
    if line.frame or not text:
        return line.frame
    return next((name for name, cuts in RULES if cuts(text)), "")
