"""How far learners' code is kept apart from everything else, and what that means in plain words.

``confined``: a process with limits that can reach no file, process or network outside its folder.
``process``: a process with limits, which can do whatever its owner can. ``none``: the same with a
limit on time alone.
"""

from __future__ import annotations

import os
from typing import Literal, get_args

Isolation = Literal["confined", "process", "none"]
LEVELS: tuple[Isolation, ...] = get_args(Isolation)
DEFAULT: Isolation = "confined"
HELP = (
    "how learners' code is kept apart: confined to its own folder, in a process with limits but "
    f"not confined, or with a limit on time alone (default: {DEFAULT})"
)


def lacking(isolation: Isolation) -> str:
    """What this system lacks to run learners' code so; "" when it lacks nothing."""
    if not hasattr(os, "fork"):
        return "this system cannot fork a process; grade on Linux, in WSL2 or in a container"
    if isolation == "confined":
        from lessons.grading.confine import missing

        return missing()
    return ""


def warning(isolation: Isolation) -> str:
    """What an instructor must know before learners' code runs, in one line; "" for nothing."""
    if lack := lacking(isolation):
        return (
            f"NOTE: code tasks are not marked: {lack}. Kept answers and words are. To run "
            "learners' code all the same, unprotected, say --isolation=process."
        )
    if isolation == "confined":
        return ""
    limits = "no limit but time" if isolation == "none" else "limits on time and memory"
    return (
        f"WARNING: learners' code runs as you, in a process with {limits}, NOT CONFINED: it can "
        "read your files and use the network. Grade so only notebooks of people you trust."
    )
