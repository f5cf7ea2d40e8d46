"""The README's pictures: there, small, said in words, and made by a command that is stated."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = {path: alt for alt, path in re.findall(r"!\[([^\]]*)\]\((docs/pictures/[^)]+)\)", README)}
BIGGEST = 200_000  # bytes
WIDEST = 1600  # pixels


def test_the_readme_shows_what_is_in_the_folder_and_no_other_picture() -> None:
    there = {f"docs/pictures/{path.name}" for path in (ROOT / "docs" / "pictures").iterdir()}
    assert set(SHOWN) == there
    assert len(there) == 2
    assert README.count("![") == 2


@pytest.mark.parametrize("path", SHOWN)
def test_a_picture_is_small_and_sharp_enough_to_read(path: str) -> None:
    content = (ROOT / path).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert 1000 <= width <= WIDEST
    assert 600 <= height <= WIDEST
    assert len(content) < BIGGEST


@pytest.mark.parametrize("path", SHOWN)
def test_a_picture_is_said_in_words(path: str) -> None:
    assert 60 < len(SHOWN[path]) < 250
    assert "picture" not in SHOWN[path].lower()


def test_the_command_that_makes_them_is_written_down_and_there() -> None:
    (command,) = re.findall(
        r"`docs/pictures/.*`python (\S+)` \|", (ROOT / "CONTRIBUTING.md").read_text()
    )
    script = (ROOT / command).read_text(encoding="utf-8")
    assert all(Path(path).name in script for path in SHOWN)
