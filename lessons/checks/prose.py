"""How a check's words look on a page: code and emphasis as they are marked, all else as it is."""

from __future__ import annotations

import re
from html import escape

CODE = re.compile(r"(`+)( ?)(.+?)\2(?<!`)\1(?!`)")  # fenced as lessons.checks.calls.code does
EMPHASIS = re.compile(r"(?<![\w*])\*(?![\s*])([^*]{1,80}?)(?<!\s)\*(?![\w*])")


def as_html(words: str) -> str:
    """One line of a check's words as HTML; tags in it are shown, never obeyed.

    >>> as_html("`*a*` < *hope*, 2 * 3 * 4")
    '<code>*a*</code> &lt; <em>hope</em>, 2 * 3 * 4'
    """
    html, at = "", 0
    for code in CODE.finditer(words):
        html += _emphasized(words[at : code.start()]) + f"<code>{escape(code[3])}</code>"
        at = code.end()
    return html + _emphasized(words[at:])


def _emphasized(words: str) -> str:
    return EMPHASIS.sub(r"<em>\1</em>", escape(words))
