"""Count paragraphs, sentences and tokens of any text, and name its entities.

FILE is a text file or a saved web page; - reads from standard input. No network is used.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from lessons.describe import describe

EXAMPLES = (
    "lessons describe article.txt",
    "lessons describe saved-page.html --json",
    "lessons describe - < article.txt",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons describe``."""
    parser.add_argument("file", metavar="FILE", help="a text file, a saved page, or -")
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def run(args: argparse.Namespace) -> int:
    """Print what the text holds."""
    found = _of_standard_input() if args.file == "-" else describe(Path(args.file).expanduser())
    print(json.dumps(found, indent=2) if args.json else told(found))
    return 0


def told(found: dict[str, Any]) -> str:
    """What ``describe`` found, for a person: counts, entities, what was left out, and doubts.

    >>> seoul = {"start": 0, "end": 5, "text": "Seoul", "label": "GPE"}
    >>> print(told({"tokens": 2, "entities": [seoul], "cut": [], "notes": []}))
    tokens: 2
    entities: 1
      GPE           Seoul
    """
    lines = [f"{name}: {count}" for name, count in found.items() if isinstance(count, int)]
    lines.append(f"entities: {len(found['entities'])}")
    lines += [f"  {each['label']:12}  {each['text']}" for each in found["entities"]]
    if found["cut"]:
        lines.append("left out, as furniture of the page:")
        lines += [f"  line {each['line']:<7}  {each['text']}" for each in found["cut"]]
    lines += [f"note: {note}" for note in found["notes"]]
    return "\n".join(lines)


def _of_standard_input() -> dict[str, Any]:
    """What comes in is put into a file first, so that bytes are read alike from both."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "standard-input"
        file.write_bytes(sys.stdin.buffer.read())
        return describe(file)
