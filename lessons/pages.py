"""A page becomes lines: files are decoded, HTML is laid out as a browser would show it.

Nothing is cut here. A line from a part of an HTML page that is not the text, such as its menu,
comes marked with that part's name; lessons.articles decides what to leave out.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from pathlib import Path

from lessons.errors import CourseError

LARGEST = 50_000_000  # bytes or characters; beyond it a notebook would only seem to hang

# Each typographic quote is one character and stands for one: lengths do not change.
QUOTES = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")
BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f\u3000", " "))
UNSEEN = str.maketrans(  # soft hyphens, zero widths, marks of writing direction
    dict.fromkeys("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
)
SURROGATES = re.compile("[\ud800-\udfff]")

MARKS = (  # the longer first: UTF-32's mark begins with UTF-16's
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
OTHERS = {  # how files begin that hold a text, and are none
    "%PDF-": "a PDF",
    "{\\rtf": "a file in rich text (RTF)",
    "PK\x03\x04": "a packed file, as word processors make",
}
COPY = "Open it in the program that shows it, copy its text, and paste that."
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)


def _names(line: str) -> frozenset[str]:
    return frozenset(line.split())


# What a browser sets on lines of its own; what it does not show; what frames the text.
BLOCKS = _names(
    "address article aside blockquote body br button dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section "
    "select summary table tbody td tfoot th thead title tr ul"
)
HIDDEN = _names("head script style noscript template svg iframe object textarea")
FRAME = _names("nav aside footer form button select menu dialog figcaption")
FIRST = "|".join(sorted({*BLOCKS, *HIDDEN, "a", "b", "em", "i", "img", "link", "meta", "span"}))
MARKUP = re.compile(
    rf"<!doctype html|<html[\s>]|<body[\s>]|\A\s*<(!--|\?xml\s|({FIRST})[\s/>])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. ``frame`` says which part of an HTML page it is from, if not the text."""

    text: str
    frame: str = ""


def read_lines(source: str | Path) -> list[Line]:
    """The lines of a file (a Path) or of a text or HTML page itself (a str).

    A surrogate, half a character, becomes U+FFFD, so that every line can be printed and saved.

    Raises:
        CourseError: the file cannot be read, is no text, is in an encoding it does not declare, or
            is larger than 50 MB.
    """
    if isinstance(source, Path):
        page, named = _decode(source), source.suffix.lower() in (".html", ".htm", ".xhtml")
    elif isinstance(source, str):
        page, named = source.removeprefix("\ufeff"), False
    else:
        parts = isinstance(source, list | tuple) and all(isinstance(each, str) for each in source)
        raise CourseError(
            "a Path to a file, or the text itself as a string",
            f"something else, of type {type(source).__name__}",
            'Join its parts to one text: read_article("\\n".join(source)).'
            if parts
            else 'Write read_article(Path("story.txt")) or read_article("The text ...").',
        )
    if len(page) > LARGEST:
        raise _too_large(len(page))
    if "\0" in page:
        raise _no_text("a NUL character, which no text holds")
    page = SURROGATES.sub("\ufffd", page)
    if named or MARKUP.search(page[:2000]):
        return _lay_out(page)
    return [Line(line) for line in page.splitlines()]


def straighten(line: str) -> str:
    """A line as the tokenizers expect it: straight quotes, plain spaces, nothing invisible.

    NLTK's tokenizers and taggers learned from text typed with straight quotes.

    >>> print(straighten("Lee’s “summit”"))
    Lee's "summit"
    """
    return line.translate(QUOTES).translate(BLANKS).translate(UNSEEN)


def other_format(content: str) -> str:
    """What a file is that holds a text, and is none, by how it begins; else ""."""
    begins = content.lstrip("\ufeff \r\n")
    return next((name for mark, name in OTHERS.items() if begins.startswith(mark)), "")


def _decode(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise CourseError("a file", f"{path}, which is none", "Name one file of text or HTML.")
        if path.stat().st_size > LARGEST:
            raise _too_large(path.stat().st_size)
        content = path.read_bytes()
    except (OSError, ValueError) as problem:
        seen = getattr(problem, "strerror", None) or str(problem)
        raise CourseError(
            f"a file to read at {path}", seen, "Look at the name, and at the folder it is in."
        ) from problem
    return _text(content)


def _text(content: bytes) -> str:
    """Bytes as text by their mark, else their HTML declaration, else UTF-8. Nothing is guessed."""
    marked = next((name for mark, name in MARKS if content.startswith(mark)), "")
    if other := other_format(content[:100].decode("latin-1")):
        raise CourseError("plain text or HTML", other, COPY)
    declared = DECLARED.search(content[:4096])
    encoding = marked or (declared[1].decode() if declared else "utf-8")
    if not marked and b"\0" in content:
        raise _no_text("bytes of zero, as in a picture or a sound")
    for attempt in dict.fromkeys((encoding, "utf-8")):
        try:
            return content.decode(attempt)
        except (UnicodeDecodeError, LookupError):
            continue
    raise CourseError(
        "plain text or HTML in UTF-8",
        f"bytes that are not {encoding.upper()}",
        "Save it as plain text in UTF-8, and read that file. An older one from Windows is "
        'read by read_article(Path("story.txt").read_text("cp1252")).',
    )


def _no_text(seen: str) -> CourseError:
    return CourseError(
        "plain text or HTML in UTF-8", seen, "Save it as plain text in UTF-8, and read that file."
    )


def _too_large(size: int) -> CourseError:
    return CourseError(
        f"at most {LARGEST // 1_000_000} MB of text",
        f"{size / 1_000_000:.0f} MB",
        "Cut the file into parts, and read one at a time.",
    )


def _lay_out(page: str) -> list[Line]:
    """The lines of an HTML page as a browser would show them, those outside its text marked.

    The text is the longest ``<article>``, or else ``<main>``, or else the page but its frame. The
    walk keeps a stack of its own: saved pages nest deeper than Python's calls may.
    """
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString, PreformattedString, Tag

    end = page.rfind(">") + 1  # behind it no tag ends; the parser would look for that end each time
    page = page[:end] + page[end:].replace("<", "&lt;")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that this looks like XML, or like the name of a file
        soup = BeautifulSoup(page, "html.parser")
    articles = soup.find_all("article") or soup.find_all("main")
    text = max(articles, key=lambda tag: len(tag.get_text()), default=None)
    lines: list[Line] = []
    parts: list[str] = []
    shown = ""

    def end_line() -> None:
        line = " ".join("".join(parts).split())
        if line:
            lines.extend((Line(line, shown), Line("")))
        parts.clear()

    waiting: list[tuple[object, str]] = [(soup, "outside <article>" if text else "")]
    while waiting:
        node, frame = waiting.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):  # a comment or a declaration
                shown = frame
                parts.append(node)
        elif not isinstance(node, Tag):
            end_line()
        elif node.name not in HIDDEN:
            if node is text:
                frame = ""
            elif node.name in FRAME and not frame:
                frame = f"<{node.name}>"
            inside = [(child, frame) for child in reversed(node.contents)]
            if node.name in BLOCKS:
                end_line()
                waiting.append((None, frame))
            waiting.extend(inside)
    end_line()
    return lines
