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
    """The counts and the entities of ``describe`` for a person.

    >>> print(told({"sentences": 1, "entities": [{"text": "Seoul", "label": "GPE"}]}))
    sentences: 1
    entities: 1
      GPE           Seoul
    """
    lines = []
    for name, value in found.items():
        if isinstance(value, int | str):
            lines.append(f"{name}: {value}")
        elif name == "entities":
            lines.append(f"{name}: {len(value)}")
            lines += [f"  {entity['label']:12}  {entity['text']}" for entity in value]
        else:
            lines += [f"{name}: {each}" for each in value]
    return "\n".join(lines)


def _of_standard_input() -> dict[str, Any]:
    """What comes in is put into a file first, so that bytes are read alike from both."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "standard-input"
        file.write_bytes(sys.stdin.buffer.read())
        return describe(file)
