"""Look for what could keep the course from working, and say the cure for each.

The same checks run in a notebook: from lessons import doctor; doctor(). A kernel can see which
server started it; a shell cannot.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from lessons.diagnosis import examine, told
from lessons.handout import NAME

EXAMPLES = ("lessons doctor", "lessons doctor --json > what-my-machine-says.json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons doctor``."""
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--folder", type=Path, metavar="DIR", help=f"yours (default: ~/{NAME})")


def run(args: argparse.Namespace) -> int:
    """Print the findings; 0 when all is well, else 1."""
    findings = examine(args.folder and args.folder.expanduser().resolve())
    if args.json:
        print(json.dumps([asdict(each) for each in findings], indent=2))
    else:
        print(told(findings))
    return 0 if all(each.ok for each in findings) else 1
