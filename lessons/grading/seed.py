"""The class's seed: hidden inputs are drawn from it, so that a class can be graded again alike."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from lessons.errors import CourseError

FIXED = b"the solved set is graded with the same inputs everywhere"
BYTES = 32


def seed_file() -> Path:
    """Where the seed is kept unless another file is named: in the account's own settings."""
    from platformdirs import user_config_path

    return user_config_path("reading-the-news", appauthor=False) / "class.seed"


def class_seed(file: Path | None = None) -> bytes:
    """The seed in the file, made on first use, readable by this account alone.

    Raises:
        CourseError: the file holds no seed.
    """
    file = file or seed_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(made, "w") as new:
            new.write(secrets.token_hex(BYTES) + "\n")
    try:
        seed = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except ValueError:
        seed = b""
    if len(seed) < BYTES:
        raise CourseError(
            f"a class seed, {2 * BYTES} hexadecimal digits",
            f"something else in {file}",
            "Put the old seed back to grade alike, or delete the file and a new one is made.",
        )
    return seed
