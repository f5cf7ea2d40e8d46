"""A bundle to hand in: a zip of saved notebooks, and a receipt that says what they hold.

The same content gives the same bytes, so that a bundle can be held against its receipt. A receipt
shows that nothing was damaged or changed since; it says nothing of who wrote it.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import lessons
from lessons.errors import CourseError
from lessons.exercises.record import kept_in
from lessons.notebook import BIGGEST, read_notebook
from lessons.standing import Standing, course_standing, standing

RECEIPT = "receipt.txt"
LONGEST_LINE = 200  # characters of a note
MOST_FILES, MOST_BYTES = 200, 2 * BIGGEST  # in a bundle that is checked
TITLE = "Reading the News: receipt for what was handed in"
NOT_HERE = "\nNot in this bundle\n"
VERSION = re.compile(r"^Course version (?P<version>\S+)\.", re.M)
ENTRY = re.compile(
    r"^(?P<name>\S.*\.ipynb)\n  saved    (?P<saved>.+)\n  sha256   (?P<digest>[0-9a-f]{64})$", re.M
)


@dataclass(frozen=True)
class Saved:
    """A notebook as it was saved: its name in the bundle, the bytes of the file, and when."""

    name: str
    content: bytes
    when: str


@dataclass(frozen=True)
class Checked:
    """What holding a bundle against its receipt found: ``problems`` is empty when all is well."""

    names: tuple[str, ...]
    problems: tuple[str, ...]
    note: str = ""


def receipt(notebooks: Sequence[Saved], lacking: Collection[str] = ()) -> str:
    """The receipt: for each notebook when it was saved, its hash, and what it keeps.

    ``lacking`` are lines on what is not in the bundle.
    """
    read = {each.name: read_notebook(each.content) for each in notebooks}
    rows = [row.standing for row in course_standing(read) if row.file]
    points, worth = sum(each.points for each in rows), sum(each.worth for each in rows)
    head = (
        f"{TITLE}\nCourse version {lessons.__version__}. Notebooks: {len(notebooks)}. Kept: work "
        f"worth {points:g} of {worth:g} points. Marks come with grading.\n"
    )
    parts = [_entry(each, standing(kept_in(read[each.name]))) for each in notebooks]
    rest = [NOT_HERE + "".join(f"  {one_line(line)}\n" for line in lacking)] if lacking else []
    return "\n".join([head, *parts]) + "".join(rest)


def bundle(notebooks: Sequence[Saved], receipt: str) -> bytes:
    """The zip: the receipt and the notebooks. The same content gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in [
            (RECEIPT, receipt.encode()),
            *((each.name, each.content) for each in notebooks),
        ]:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def check(packed: bytes) -> Checked:
    """Hold a bundle against its receipt. Nothing is unpacked to disk, and nothing run.

    Raises:
        CourseError: it is no bundle with a receipt.
    """
    files, problems = _unpacked(packed)
    text = files.pop(RECEIPT, b"").decode("utf-8", "replace")
    entries = list(ENTRY.finditer(text))
    if not entries or not text.startswith(TITLE):
        raise CourseError(
            f"a bundle with a {RECEIPT}, as lessons handin makes it",
            "none in it" if not text else "one that this course did not write",
            "Hand in again: lessons handin",
        )
    for entry in entries:
        name = entry["name"]
        if name not in files:
            problems.append(f"{name} is on the receipt and not in the bundle.")
        elif hashlib.sha256(files[name]).hexdigest() != entry["digest"]:
            problems.append(f"{name} is not as it was when the receipt was written.")
    names = tuple(entry["name"] for entry in entries)
    problems += [f"{name} is not on the receipt." for name in files if name not in names]
    written = VERSION.search(text)
    version = written["version"] if written else "unknown"
    if version != lessons.__version__:
        note = f"Made with version {version} of the course, so only the files were compared."
        return Checked(names, tuple(problems), note)
    if not problems:
        found = [Saved(each["name"], files[each["name"]], each["saved"]) for each in entries]
        again = receipt(found)
        if text.partition(NOT_HERE)[0] != again:
            problems.append("The receipt does not say what the notebooks hold.")
    return Checked(names, tuple(problems))


def _entry(saved: Saved, its: Standing) -> str:
    digest = hashlib.sha256(saved.content).hexdigest()
    lines = [saved.name, f"  saved    {saved.when}", f"  sha256   {digest}"]
    if not its.worth:
        return "\n".join([*lines, "  no task of the course is in it", ""])
    plain = ", ".join(id for id, note in its.missing if not note)
    missing = [f"{id}: {one_line(note)}" for id, note in its.missing if note]
    missing = [plain, *missing] if plain else missing
    lines.append(f"  kept     {', '.join(its.kept) or 'nothing yet'}")
    lines += [f"  missing  {each}" for each in missing]
    if its.practice[1]:
        lines.append(f"  practice {its.practice[0]} of {its.practice[1]} kept (earns no points)")
    lines.append(f"  points   {its.points:g} of {its.worth:g} can be earned by what is kept")
    return "\n".join([*lines, ""])


def one_line(text: str) -> str:
    """A text of anybody's as one line of a receipt."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return plain if len(plain) <= LONGEST_LINE else f"{plain[: LONGEST_LINE - 1]}…"


def _unpacked(packed: bytes) -> tuple[dict[str, bytes], list[str]]:
    files: dict[str, bytes] = {}
    problems, left = [], MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            for entry in archive.infolist()[:MOST_FILES]:
                with archive.open(entry) as opened:
                    content = opened.read(left + 1)  # what its header says may be untrue
                name, left = one_line(entry.filename), left - len(content)
                if name in files:
                    problems.append(f"{name} is in the bundle more than once.")
                if left < 0:
                    raise ValueError(f"more than {MOST_BYTES >> 20} MiB")
                files[name] = content
            if len(archive.infolist()) > MOST_FILES:
                problems.append(f"There are more than {MOST_FILES} files in it.")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
        raise CourseError(
            "a bundle that can be unpacked", str(error) or type(error).__name__,
            "It is damaged or no bundle of the course: hand in again, with lessons handin.",
        ) from error  # fmt: skip
    return files, problems
