"""What could keep the course from working here, and the cure: the same in kernel and shell.

A kernel sees things that a shell cannot (which server started it), so ``examine`` is to be run
in both; it changes nothing but NLTK's private copy, which it has mended.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from lessons.course import checkout, course_folder
from lessons.environment import (
    extension_folders,
    in_kernel,
    kernel_and_server,
    same_environment,
)
from lessons.errors import CourseError
from lessons.handout import HIDDEN, default_folder, outdated

DISTRIBUTION = "reading-the-news"
OLDEST = (3, 11)
ROOM = 200 * 2**20  # bytes: notebooks, figures, NLTK's data, and Jupyter's own files with room
FRONT_ENDS = {"@jupyter-widgets/jupyterlab-manager": "ipywidgets", "anywidget": "anywidget"}


@dataclass(frozen=True)
class Finding:
    """What one check saw; ``cure`` says what to do when it is not ``ok``."""

    name: str
    ok: bool
    seen: str
    cure: str = ""


def examine(folder: Path | None = None) -> list[Finding]:
    """Every check, in order; one that breaks is a finding too, and stops no other.

    ``folder`` is the learner's; by default the one a kernel runs in, or the usual one.
    """
    place = folder or _folder()
    kernel, server = kernel_and_server()
    notebooks = course_folder() / "notebooks"
    checks: dict[str, Callable[[], Finding]] = {
        "Python": lambda: python_version(sys.version_info[:3]),
        "Packages": lambda: packages(metadata.requires(DISTRIBUTION) or [], metadata.version),
        "Kernel and server": lambda: one_environment(kernel, server),
        "Widgets": lambda: front_end(extension_folders(server)),
        "NLTK data": lambda: nltk_data(_nltk_path()),
        "Your folder": lambda: may_write(place),
        "Notebooks": lambda: copies(notebooks, place),
        "Disk": lambda: disk(place),
    }
    return [_guarded(name, check) for name, check in checks.items()]


def told(findings: Sequence[Finding]) -> str:
    """The findings for a person, one a line, each cure below what it cures.

    >>> print(told([Finding("Python", True, "3.12.1"), Finding("Disk", False, "full", "Tidy up.")]))
    ok       Python: 3.12.1
    PROBLEM  Disk: full
             Tidy up.
    1 problem found. Mend it, and look again.
    """
    lines = []
    for each in findings:
        lines.append(f"{'ok' if each.ok else 'PROBLEM':9}{each.name}: {each.seen}")
        if not each.ok:
            lines.append(f"{'':9}{each.cure}")
    bad = sum(not each.ok for each in findings)
    lines.append(
        f"{bad} problem{'s' * (bad > 1)} found. Mend {'them' if bad > 1 else 'it'}, and look again."
        if bad
        else "All is well: you can start."
    )
    return "\n".join(lines)


def python_version(version: tuple[int, ...]) -> Finding:
    """Is this Python new enough?"""
    seen = f"{'.'.join(map(str, version))} at {sys.executable}"
    needs = ".".join(map(str, OLDEST))
    cure = f"Install Python {needs} or newer, and the course with it."
    return Finding("Python", version >= OLDEST, seen, cure)


def packages(requirements: Iterable[str], installed: Callable[[str], str]) -> Finding:
    """Are the packages here, in versions that the course was made for?

    ``installed`` gives a package's version, or raises PackageNotFoundError.
    """
    from packaging.requirements import Requirement

    core, wrong = [], []
    for requirement in map(Requirement, requirements):
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            version = installed(requirement.name)
        except metadata.PackageNotFoundError:
            wrong.append(f"{requirement.name} is missing")
            continue
        core.append(f"{requirement.name} {version}")
        if not requirement.specifier.contains(version, prereleases=True):
            wrong.append(f"{requirement.name} is {version}, not {requirement.specifier}")
    seen = "; ".join(wrong) if wrong else ", ".join(core)
    return Finding("Packages", not wrong, seen, f"{_install()}, then restart the kernel.")


def one_environment(kernel: Path, server: Path | None) -> Finding:
    """Do kernel and server come from one environment? ``server`` is None when none is in sight."""
    name = "Kernel and server"
    if server is None:
        return Finding(name, True, f"kernel in {kernel}; no Jupyter server in sight")
    same = same_environment(server, kernel)
    seen = f"both in {kernel}" if same else f"kernel in {kernel}, server in {server}"
    return Finding(name, same, seen, "Stop Jupyter, and start the course with: lessons open")


def front_end(folders: Iterable[Path]) -> Finding:
    """Can JupyterLab draw the widgets? ``folders`` is where it looks for their front ends."""
    there = list(folders)
    seen, missing = [], []
    for extension, package in FRONT_ENDS.items():
        files = [folder / extension / "package.json" for folder in there]
        found = next((file for file in files if file.is_file()), None)
        if found is None:
            missing.append(f"{extension} (of {package})")
        else:
            version = json.loads(found.read_text(encoding="utf-8")).get("version")
            seen.append(f"{extension} {version}")
    text = f"missing: {', '.join(missing)}" if missing else ", ".join(seen)
    cure = f"Stop Jupyter. {_install()}, and start the course with: lessons open"
    return Finding("Widgets", not missing, text, cure)


def nltk_data(data_path: Sequence[str] | None) -> Finding:
    """Is NLTK's data whole, and is it ours that NLTK reads first?

    ``data_path`` is ``nltk.data.path``, or None when NLTK has not been imported yet.
    """
    from lessons import resources

    name = "NLTK data"
    folder = resources.install()
    if data_path and os.path.realpath(data_path[0]) != os.path.realpath(folder):
        cure = "Restart the kernel, and let the first cell run first."
        return Finding(name, False, f"NLTK reads {data_path[0]} before {folder}", cure)
    damaged = resources.damaged()
    cure = f"Delete {folder}, and look again: it is written anew."
    return Finding(name, not damaged, "; ".join(damaged) or f"whole, in {folder}", cure)


def may_write(folder: Path) -> Finding:
    """Can notebooks be saved in ``folder``, or in the nearest folder above it that exists?"""
    name = "Your folder"
    there = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            return Finding(name, True, str(folder))
    except OSError as error:
        cure = "Choose a folder of your own: lessons open --folder DIR"
        return Finding(name, False, f"{there} cannot be written to ({error.strerror})", cure)


def copies(notebooks: Path, folder: Path) -> Finding:
    """Are the learner's copies of the version that is installed?"""
    old = outdated(notebooks, folder)
    seen = f"older than the course: {', '.join(old)}" if old else "as new as the course"
    cure = "Stop Jupyter, and run: lessons open (what you wrote stays as it is)"
    return Finding("Notebooks", not old, seen, cure)


def disk(folder: Path) -> Finding:
    """Is there room to save?"""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    free = shutil.disk_usage(there).free
    seen = f"{free / 2**20:,.0f} MB free"
    return Finding("Disk", free >= ROOM, seen, f"Make room on the disk of {there}.")


def _guarded(name: str, check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except CourseError as error:
        return Finding(name, False, f"{error.seen}; expected {error.expected}", error.do)
    except Exception as error:
        seen = f"this check itself broke: {type(error).__name__}: {error}"
        return Finding(name, False, seen, "Show this line to your instructor.")


def _install() -> str:
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    clone = checkout()
    what = f'-e "{clone}"' if clone else f"--upgrade --force-reinstall {DISTRIBUTION}"
    return f"Run: {python} -m pip install {what}"


def _folder() -> Path:
    """The learner's folder: in a kernel, where its notebook is; else the usual one."""
    here = Path.cwd()
    if in_kernel() or (here / HIDDEN).is_dir():
        return here
    return default_folder(Path.home(), checkout())


def _nltk_path() -> list[str] | None:
    data = sys.modules.get("nltk.data")
    return list(data.path) if data else None
