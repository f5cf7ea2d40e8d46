"""How systems name what a class handed in: whose it is, told by a name alone.

Canvas: ``doejane_LATE_4321_98765_01_tokens.ipynb`` (name, user, file, and what the learner called
it). Moodle: ``Jane Doe_4321_assignsubmission_file/``, or the same before a file's name. Gradescope:
``submission_4321/``, with a ``submission_metadata.yml`` beside it. Others: the student's name, with
or without the course's name for the notebook after it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from lessons.grading.when import When, moment

COURSE_NAME = re.compile(
    r"(?P<student>.*?)[ _-]*0[0-9]_[a-z][a-z_]*(?P<copy>[ -]*(Copy)?[0-9()]*)?"
)
CANVAS = re.compile(
    r"(?:(?P<name>[^\W_]\w*?)(?P<late>_LATE)?_(?P<id>[1-9]\d*)|(?P<later>LATE_)?(?P<anon>anon_\w+?))"
    r"_[1-9]\d*_(?P<file>.+)"
)
MOODLE = re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<file>.*)")
WRAPPERS = re.compile(r"assignment_\d+_export|submitted")  # a folder around all of a class's
READ = re.compile(r".+\.(ipynb([ .-]*(txt|json))?|zip)", re.IGNORECASE | re.DOTALL)
LATE = "Handed in late, as the name of the file says."


@dataclass(frozen=True)
class Whose:
    """Whose a file or folder is, what the learner called it, and what else its name says."""

    student: str
    name: str
    notes: tuple[str, ...] = ()
    undated: bool = False  # from a platform whose files carry the date of the download


def whose(entry: str, folder: bool = False) -> Whose:
    """Whose an entry of a class's folder or zip is; student "" where the name does not say.

    >>> whose("doejane_LATE_4321_98765_01_tokens.ipynb").student
    'doejane_4321'
    >>> whose("Jane Doe_4321_assignsubmission_file", folder=True).student
    'Jane Doe_4321'
    >>> whose("ana_01_tokens.ipynb").student, whose("01_tokens.ipynb").student
    ('ana', '')
    """
    entry = spelled(entry)
    if entry.count("_assignsubmission_") == 1 and (found := MOODLE.fullmatch(entry)):
        return Whose(f"{found['name']}_{found['id']}", found["file"] or entry, undated=True)
    if folder:
        return Whose(entry, entry)
    if found := CANVAS.fullmatch(entry):
        student = found["anon"] or f"{found['name']}_{found['id']}"
        notes = (LATE,) if found["late"] or found["later"] else ()
        return Whose(student, found["file"], notes, undated=True)
    stem = re.sub(r"\.ipynb[ .-]*(txt|json)$|\.\w+$", "", entry, flags=re.IGNORECASE)
    found = COURSE_NAME.fullmatch(stem)
    return Whose(found["student"] if found else stem, entry)


def is_read(name: str) -> bool:
    """Whether a file of that name is read: a notebook, also as a browser may save it, or a zip."""
    return bool(READ.fullmatch(name))


def in_order(name: str) -> list[tuple[int, str]]:
    """A key to sort names by: copy 10 follows copy 9, and a copy follows what it was copied from.

    >>> sorted(["01-Copy10.ipynb", "01-Copy9.ipynb", "01.ipynb"], key=in_order)
    ['01.ipynb', '01-Copy9.ipynb', '01-Copy10.ipynb']
    """
    stem, _, ending = name.rpartition(".")
    parts = re.split(r"([0-9]{1,18})", stem or ending)
    key = [(int(part), "") if at % 2 else (0, part) for at, part in enumerate(parts)]
    return [*key, (0, ending)]


def spelled(name: str) -> str:
    """A name as text that can be written anywhere, its accents composed.

    >>> spelled("Zoe\\u0308"), spelled("\\udcff")
    ('Zoë', '\\\\udcff')
    """
    name = name.encode("utf-8", "backslashreplace").decode()
    return unicodedata.normalize("NFC", name)


def submitters(metadata: str) -> dict[str, list[str]]:
    """Folder to students, from Gradescope's ``submission_metadata.yml``; a group has several.

    >>> submitters("submission_7:\\n  :submitters:\\n  - :name: Jane Doe\\n    :sid: '42'\\n")
    {'submission_7': ['Jane Doe_42']}
    """
    found: dict[str, list[str]] = {}
    folder, named = "", True
    for line in metadata.splitlines():
        if start := re.fullmatch(r"(submission_\d+):\s*", line):
            folder, named = start[1], True
        elif folder and (name := re.fullmatch(r"  - :name: (.+)", line)):
            found.setdefault(folder, []).append(spelled(_unquoted(name[1])))
            named = False
        elif not named and (id := re.fullmatch(r"    :(?:sid|email): (.+)", line)):
            found[folder][-1] += f"_{spelled(_unquoted(id[1]))}"
            named = True
    return found


def submitted_at(metadata: str) -> dict[str, When]:
    """Folder to the date of its submission, from the same file.

    >>> submitted_at("submission_7:\\n  :created_at: 2026-04-26 17:34:00 Z")["submission_7"].at
    '2026-04-26T17:34:00+00:00'
    """
    found: dict[str, When] = {}
    folder = ""
    for line in metadata.splitlines():
        if start := re.fullmatch(r"(submission_\d+):\s*", line):
            folder = start[1]
        elif folder and (at := re.fullmatch(r"  :created_at: (.+)", line)):
            found.setdefault(folder, moment(_unquoted(at[1]), "Gradescope"))
    return found


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1]
    return text
