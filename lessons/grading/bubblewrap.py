"""Bubblewrap around the fork server, where it works: what is not mounted has no name there.

A bonus, and never a need. Confinement lets a child ask whether there is a file of a name; within
bubblewrap there is none but libraries, public data and work folders, no process but the server's
own, and no network. Each record's level says whether it was so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

NAME = "bubblewrap"
DEVICES = ("/dev/null", "/dev/urandom")
APART = ("user-try", "pid", "net", "ipc", "uts", "cgroup-try")
PROBE = 5  # seconds; it takes a fiftieth of one


def move_inside(code: str) -> None:
    """Begin this process anew within bubblewrap, to run ``code``; go on here where that fails.

    The folder it is in is the one that can be written to. Descriptors and environment stay.
    """
    around = command(Path.cwd())
    python = [sys.executable, "-P", "-c"]
    if around and _works([*around, *python, ""]):
        os.execv(around[0], [*around, *python, code])


def command(work: Path) -> list[str]:
    """The command that runs what follows it within bubblewrap; empty where there is none."""
    from lessons.grading.links import known_links
    from lessons.grading.places import named, readable
    from lessons.resources import install

    program = shutil.which("bwrap")
    if not program:
        return []
    install()  # else the copy of NLTK's data would be made inside, where it is lost
    return [program, *arguments(readable(), known_links(named()), work)]


def arguments(places: Iterable[Path], links: Mapping[str, str], work: Path) -> list[str]:
    """What bubblewrap is told: what to keep apart, what to mount, and the links on the way."""
    places = list(places)
    found = [f"--unshare-{each}" for each in APART] + ["--as-pid-1", "--cap-drop", "ALL"]
    for place in places:
        found += ["--ro-bind", str(place), str(place)]
    for name, target in links.items():
        if not any(Path(name).is_relative_to(place) for place in places):
            found += ["--symlink", target, name]
    for device in DEVICES:
        found += ["--dev-bind", device, device]
    return [*found, "--proc", "/proc", "--bind", str(work), str(work), "--chdir", str(work), "--"]


def _works(order: list[str]) -> bool:
    """Whether a Python starts so; why not is nobody's concern, since grading needs none of it."""
    silent = subprocess.DEVNULL
    try:
        return not subprocess.call(order, stdin=silent, stdout=silent, stderr=silent, timeout=PROBE)
    except (OSError, subprocess.TimeoutExpired):
        return False
