"""A page of our own: one HTML file that needs nothing else, safe whatever the words in it hold.

It has no script, and a policy that lets none run; it follows light and dark, and it prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

from lessons.checks.prose import as_html
from lessons.grading.records import printable

LONG = 700  # characters of a rationale on a page; the record keeps more
UNSEEN = re.compile(r"[\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff\ufff9-\ufffb\ud800-\udfff]")

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(title: str, body: Iterable[str]) -> str:
    """A whole page; ``title`` is text, ``body`` is HTML."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title, 120)}</title>\n<style>{_style()}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def text(words: str, most: int = LONG) -> str:
    """Words as HTML: tags are shown and not obeyed, so are signs that turn or hide letters.

    >>> text("<b>\\u202egood"), text("long words", 5)
    ('&lt;b&gt;\\\\u202egood', 'long …')
    """
    return escape(visible(words, most))


def visible(words: str, most: int = LONG) -> str:
    """Words in one line, each sign of them to be seen; not yet HTML."""
    if len(words) > most:
        words = f"{words[:most]}…"
    words = printable(" ".join(words.split()))
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


def prose(words: str, most: int = LONG) -> str:
    """The same, with `` `code` `` set as code and ``*words*`` with emphasis.

    >>> prose("`a < b`?")
    '<code>a &lt; b</code>?'
    """
    return as_html(visible(words, most))


def person(name: str, most: int = 120) -> str:
    """A name, which may be written from right to left, and turns nothing around it."""
    return f"<bdi>{text(name, most) or 'no name'}</bdi>"


def listing(items: Iterable[str]) -> str:
    """A list of HTML items; nothing where there are none."""
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{inner}</ul>" if inner else ""


def table(caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of HTML cells that scrolls when it is too wide; the first cell names its row.

    A column whose name ends in ``#`` holds numbers.
    """
    names = list(columns)
    kinds = [' class="n"' if name.endswith("#") else "" for name in names]
    head = "".join(
        f'<th scope="col"{kind}>{name.rstrip("#")}</th>'
        for name, kind in zip(names, kinds, strict=True)
    )
    body = "".join(f"<tr>{_row(cells, kinds)}</tr>" for cells in rows)
    inner = f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
    return scrolling(caption, f"{inner}<tbody>{body}</tbody></table>")


def scrolling(name: str, inner: str) -> str:
    """HTML that scrolls by itself, by keys too, where it is wider than the page."""
    named = f'tabindex="0" role="region" aria-label="{escape(name)}"'
    return f'<div class="scroll" {named}>{inner}</div>'


def _row(cells: Iterable[str], kinds: Iterable[str]) -> str:
    return "".join(
        f"<td{kind}>{cell}</td>" if at else f'<th scope="row">{cell}</th>'
        for at, (cell, kind) in enumerate(zip(cells, kinds, strict=True))
    )
