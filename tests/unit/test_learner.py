"""The learner's names: few, the same at every import, and never hidden by a module of ours."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import lessons


def test_there_are_at_most_eight() -> None:
    assert len(lessons.__all__) <= 8
    assert sorted(lessons.__all__) == lessons.__all__


def test_no_module_has_the_name_of_one() -> None:
    """Importing ``lessons.doctor`` would put a module in the place of the function."""
    assert [name for name in lessons.__all__ if find_spec(f"lessons.{name}")] == []


def test_each_is_what_it_was_when_imported_again() -> None:
    code = (
        "from lessons import " + ", ".join(lessons.__all__) + "\n"
        "first = doctor; doctor()\n"
        "from lessons import doctor\n"
        "assert doctor is first and callable(doctor)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import lessons, sys; print(sorted(m for m in sys.modules if m.startswith('lessons')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.stdout.strip() == "['lessons']"
