"""Engines that attacks are tried in, and what a controller has that they may be after."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lessons.grading.engine import Engine

sys.path.append(str(Path(__file__).parent))  # where attempts.py lies

from attempts import LIMITS


@pytest.fixture(scope="module")
def confined():
    """What every system with a Linux kernel has: bubblewrap would hide what its walls hold."""
    with Engine("confined", LIMITS, wrapped=False) as engine:
        yield engine


@pytest.fixture(scope="module")
def unconfined():
    with Engine("none", LIMITS) as engine:
        yield engine


@pytest.fixture
def names(tmp_path) -> dict[str, object]:
    """What the controller has that a notebook may be after."""
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "secret").chmod(0o600)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "victim").touch()
    (tmp_path / "link").symlink_to(tmp_path / "outside")
    return {
        "SECRET": str(tmp_path / "secret"),
        "OUTSIDE": str(tmp_path / "outside"),
        "LINK": str(tmp_path / "link"),
        "CONTROLLER": os.getpid(),
    }


@pytest.fixture
def readable() -> Callable[[Engine], str]:
    """The path of a file that even a confined child may read."""

    def decoy(engine: Engine) -> str:
        place = engine.scratch.path / "matplotlib"
        place.mkdir(exist_ok=True)
        (place / "decoy").write_text("x")
        return str(place / "decoy")

    return decoy
