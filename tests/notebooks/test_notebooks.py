"""Every notebook, run from its first cell to its last as a learner's machine would: blank and
solved, in a new account, with no network."""

from __future__ import annotations

import json
import os
import re
import resource
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from lessons.course import checkout
from lessons.grading.solved import solved_notebooks

ROOT = checkout()
assert ROOT
NOTEBOOKS = ROOT / "notebooks"
BLANK = {
    file.name: json.loads(file.read_text(encoding="utf-8"))
    for file in sorted(NOTEBOOKS.glob("*.ipynb"))
}
SOLVED = solved_notebooks(NOTEBOOKS, ROOT / "tests" / "graded" / "bank")
LONGEST = 10  # seconds of processor time for one notebook, its kernel's start included
OFFLINE = """
import socket

def _refuse(*_, **__):
    raise OSError("this room has no network")

def _nearby(name):
    real = getattr(socket.socket, name)
    def connect(self, address):
        near = self.family == getattr(socket, "AF_UNIX", None) or address[0] == "127.0.0.1"
        return real(self, address) if near else _refuse()
    return connect

socket.getaddrinfo = socket.gethostbyname = _refuse
socket.socket.connect, socket.socket.connect_ex = _nearby("connect"), _nearby("connect_ex")
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A new account's folder, on a machine without a network."""
    (tmp_path / "offline").mkdir()
    (tmp_path / "offline" / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
    (tmp_path / "work").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "offline"))
    monkeypatch.setenv("LESSONS_DATA", str(tmp_path / "nltk"))
    for name in ("HOME", "IPYTHONDIR", "MPLCONFIGDIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
        (tmp_path / name.lower()).mkdir()
    monkeypatch.delenv("NLTK_DATA", raising=False)
    yield tmp_path / "work"
    os.environ.pop("NLTK_DATA", None)


def _outputs(notebook: dict[str, Any], room: Path) -> list[Any]:
    """What each code cell put out, the notebook run from first to last."""
    run = nbformat.reads(json.dumps(notebook), as_version=4)
    client = NotebookClient(run, timeout=60, resources={"metadata": {"path": str(room)}})
    client.execute()
    return [output for cell in run.cells for output in cell.get("outputs", [])]


def _processor_time() -> float:
    """Seconds that ended kernels took; a clock on the wall would tell how busy the machine is."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("state", ["blank", "solved"])
@pytest.mark.parametrize("name", BLANK)
def test_it_runs_to_its_end_in_time_and_says_nothing_it_should_not(
    name: str, state: str, room: Path
) -> None:
    begun = _processor_time()
    outputs = _outputs((BLANK if state == "blank" else SOLVED)[name], room)
    assert _processor_time() - begun < LONGEST
    assert outputs
    assert [each for each in outputs if each.output_type == "error"] == []
    assert [each.text for each in outputs if each.get("name") == "stderr"] == []


def test_the_room_has_no_network(room: Path) -> None:
    source = "import urllib.request\nurllib.request.urlopen('http://192.0.2.1/')"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    with pytest.raises(Exception, match="this room has no network"):
        _outputs(notebook, room)


def test_a_solved_notebook_passes_every_check_that_it_shows(room: Path) -> None:
    for name, notebook in SOLVED.items():
        shown = [each.get("data", {}).get("text/html", "") for each in _outputs(notebook, room)]
        checked = [page for page in shown if "lessons-checked" in page]
        code = ["".join(cell["source"]) for cell in notebook["cells"]]
        asked = re.findall(r"^check\(", "\n".join(code), flags=re.MULTILINE)
        assert len(checked) == len(asked) > 0, name
        assert all('data-mood="good"' in page for page in checked), name
