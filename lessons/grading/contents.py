"""The bytes of what a student handed in, out of files and zips. A zip is read, never unpacked.

So nothing in a zip has a path to go to: its names are labels. What is read is bounded in size and
number, whatever a zip claims of itself; what cannot be read is said.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from lessons.grading.forms import in_order
from lessons.grading.when import UNDATED, When, file_date, receipt_dates
from lessons.notebook import BIGGEST, content_of
from lessons.receipt import RECEIPT

MOST = 200  # files of one student
ALL = 2 * BIGGEST  # bytes of one student's files
LISTING = 1 << 20  # bytes of a student's zip that list what is in it
_END, _END64 = b"PK\x05\x06", b"PK\x06\x07"  # of that listing, and its locator in larger zips


@dataclass(frozen=True)
class Member:
    """A file inside a class's zip, and the name it had for the student."""

    archive: Path
    inside: str
    name: str
    when: When = UNDATED


@dataclass(frozen=True)
class Dated:
    """A file whose date is known, or unknown, in spite of what its folder says."""

    path: Path
    when: When = UNDATED

    @property
    def name(self) -> str:
        """The name it has."""
        return self.path.name


File = Path | Dated | Member


@dataclass(frozen=True)
class Content:
    """One file that was handed in: its bytes, or in words why it was not read."""

    name: str
    data: bytes = b""
    problem: str = ""
    when: When = UNDATED


def contents(files: Iterable[File]) -> Iterator[Content]:
    """The notebooks of one student, those inside zips too. It never raises."""
    left, count = ALL, 0
    for file in files:
        for content in _opened(file):
            count, left = count + 1, left - len(content.data)
            if count > MOST:
                yield Content(file.name, problem=f"More than {MOST} files: the rest was not read.")
                return
            if left < 0:
                left += len(content.data)
                what = f"With it there are more than {ALL >> 20} MiB, and it was not read."
                content = Content(content.name, problem=what, when=content.when)
            yield content


def _opened(file: File) -> Iterator[Content]:
    try:
        if isinstance(file, Member):
            data = _in_class_zip(file)
        else:
            data = content_of(file.path if isinstance(file, Dated) else file)
    except OSError as error:
        what = f"The file cannot be read: {error.strerror or error}."
        yield Content(file.name, problem=what)
    except ValueError as error:
        yield Content(file.name, problem=str(error))
    else:
        if file.name.lower().endswith(".zip"):
            yield from unzipped(file.name, data, _when(file))
        else:
            yield Content(file.name, data, when=_when(file))


def _when(file: File) -> When:
    return file_date(file) if isinstance(file, Path) else file.when


def unzipped(name: str, data: bytes, when: When = UNDATED) -> Iterator[Content]:
    """The notebooks in a student's zip, its folders flattened.

    A receipt in it says when each was saved, unless ``when`` is from a better source.
    """
    others, notebooks = list[str](), 0
    try:
        if _listing(data) > LISTING:
            raise ValueError("its list of files is too long")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            left, saved = ALL, _saved(archive)
            for member in sorted(archive.infolist(), key=lambda each: in_order(each.filename)):
                label = PurePosixPath(member.filename).name
                if aside(member.filename) or member.is_dir():
                    continue
                if not label.lower().endswith(".ipynb"):
                    others.append(label)
                    continue
                notebooks += 1
                try:
                    content = read_member(archive, member, left)
                except ValueError as error:
                    yield Content(label, problem=str(error))
                else:
                    left -= len(content)
                    receipt = saved.get(label, UNDATED) if when.source in ("", "file") else when
                    yield Content(label, content, when=receipt.or_else(when))
    except Exception as error:  # a damaged zip breaks its reader in many ways
        said = str(error) if type(error) is ValueError else "it is damaged"
        yield Content(name, problem=f"The zip cannot be read: {said}.")
        return
    if not notebooks:
        there = f", but: {', '.join(others[:5])}" if others else ""
        yield Content(name, problem=f"There is no notebook in the zip{there}.")


def _saved(archive: zipfile.ZipFile) -> dict[str, When]:
    """When each notebook of a student's zip was saved, as its receipt says; {} without one."""
    try:
        text = read_member(archive, archive.getinfo(RECEIPT), LISTING)
    except (KeyError, ValueError):
        return {}
    return receipt_dates(text.decode("utf-8", "replace"))


def aside(inside: str) -> bool:
    """Whether a name in a zip is of what systems put there, and no one hands in."""
    return any(part.startswith(".") or part == "__MACOSX" for part in _parts(inside))


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int = BIGGEST) -> bytes:
    """One file's bytes.

    Raises:
        ValueError: it is a link, locked, damaged, or larger than may be read.
    """
    if stat.S_ISLNK(member.external_attr >> 16):
        raise ValueError("It is a link, and was not followed.")
    if member.flag_bits & 1:
        raise ValueError("It is locked with a password.")
    most = min(most, BIGGEST)
    try:
        with archive.open(member) as opened:
            data = opened.read(most + 1)
    except Exception:
        raise ValueError("Its place in the zip is damaged.") from None
    if len(data) > most:
        raise ValueError(f"It is larger than {most >> 20} MiB.")
    return data


@lru_cache(maxsize=8)
def class_zip(path: Path) -> zipfile.ZipFile:
    """A class's zip, opened once.

    Raises:
        OSError, zipfile.BadZipFile: it cannot be read.
    """
    return zipfile.ZipFile(path)


def _in_class_zip(file: Member) -> bytes:
    try:
        archive = class_zip(file.archive)
        return read_member(archive, archive.getinfo(file.inside))
    except (KeyError, zipfile.BadZipFile):
        raise ValueError("It is no longer in the zip.") from None


def _parts(inside: str) -> list[str]:
    return [part for part in inside.replace("\\", "/").split("/") if part not in ("", ".", "..")]


def _listing(data: bytes) -> int:
    """How many bytes a zip says its list of files has: asked before all of that list is read."""
    at = len(data) - 22
    if not (data[at:].startswith(_END) and data.endswith(b"\0\0")):
        at = data.rfind(_END, max(0, at - (1 << 16)))
    if at < 0:
        return 0  # not a zip; its reader will say so
    if data[max(0, at - 20) : at].startswith(_END64):
        return LISTING + 1
    (size,) = struct.unpack("<L", data[at + 12 : at + 16].ljust(4, b"\0"))
    return int(size)
