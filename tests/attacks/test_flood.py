"""What floods is stopped, costs the controller little, and takes no other cell's result with it.

None of these needs to be shown outside of confinement: each is seen to run, and to be stopped.
"""

from __future__ import annotations

import os
import time
from contextlib import closing

import pytest

from lessons.grading.folders import Folder
from lessons.grading.run import Stopped, Withheld
from lessons.grading.session import Session, Unfit

UNNAMED = """
import ctypes, os
while True:
    file = os.open('f', os.O_CREAT | os.O_RDWR)
    os.unlink('f')
    os.write(file, bytes(24 << 20))
"""
FLOODS = {
    "errors": "import os\nwhile True: os.write(2, b'\\x1b[2J' * 9999)",
    "output from many threads": """
import os, threading, time
def flood():
    while True: os.write(1, bytes(9999))
for _ in range(50): threading.Thread(target=flood).start()
time.sleep(9)""",
    "warnings": """
import warnings
while True: warnings.warn_explicit('x' * 9999, UserWarning, 'f', id([]))""",
    "what is displayed": "while True: display('x' * 99_999)",
    "files without a name": UNNAMED,
    "mapped files without a name": UNNAMED
    + "    ctypes.CDLL(None).mmap(None, 4096, 1, 1, file, ctypes.c_long(0)); os.close(file)",
    "files that never had one": """
import os
while True: os.write(os.open('.', os.O_TMPFILE | os.O_RDWR), bytes(24 << 20))""",
    "a folder that cannot be listed": """
import os
os.mkdir('dark', 0o300)
n = 0
while True:
    n += 1
    open(f'dark/{n}', 'wb').write(bytes(8 << 20))""",
    "names": "import os\nn = 0\nopen('x', 'w')\nwhile True:\n    n += 1\n    os.link('x', str(n))",
    "long names": "import os\nn = 0\nwhile True:\n    n += 1\n    os.mkdir(str(n).zfill(255))",
    "a length without bytes": """
import os
n = 0
while True:
    n += 1
    os.truncate(os.open(str(n), os.O_CREAT | os.O_RDWR), 30 << 20)""",
}  # fmt: skip
NAMELESS = {name for name in FLOODS if "files" in name and "output" not in name}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_is_stopped_and_the_other_cells_count(confined, name):
    began = time.process_time()
    with closing(Session(confined, ["before = 1", FLOODS[name], "after = before + 1"])) as session:
        assert session.value("after") == 2
        assert list(session.mishaps) == [1]
        assert "deleted files" in str(session.mishaps[1]) or name not in NAMELESS
        assert "filled its folder" in str(session.mishaps[1]) or "listed" not in name
    assert time.process_time() - began < 2  # the controller's own time
    assert [each for each in os.listdir(confined.scratch.path) if each.startswith("work-")] == []


@pytest.fixture
def looks(monkeypatch) -> list[int]:
    """How often the controller went through a work folder, which may hold 2,000 files."""
    seen: list[int] = []
    honest = Folder.size_above

    def counted(*args: object) -> bool:
        seen.append(1)
        return honest(*args)

    monkeypatch.setattr(Folder, "size_above", counted)
    return seen


def test_output_in_drops_makes_the_controller_go_through_the_folder_no_more_often(confined, looks):
    drops = "import os, time\nfor _ in range(9999): os.write(1, b'x'); time.sleep(1e-4)"
    with closing(Session(confined, [drops, "x = 1"])) as session:
        assert session.value("x") == 1
    assert len(looks) < 100


def test_a_question_that_is_not_read_costs_the_controller_no_time(confined, looks):
    deaf = "import time\nfrom lessons.grading import frames\n"
    deaf += "frames.receive = lambda file: time.sleep(99)"
    with closing(Session(confined, [deaf, "#" * 300_000])) as session, pytest.raises(Stopped):
        session.value("x")
    assert len(looks) < 100


def test_answers_that_each_come_just_in_time_are_over_in_time(confined, monkeypatch):
    monkeypatch.setattr(confined, "limits", confined.limits.__class__(calls=1, restarts=0))
    began = time.monotonic()
    slow = Session(confined, ["import time\ndef f(): time.sleep(0.4)"])
    with closing(slow) as session, pytest.raises(Stopped):
        ask(session, 9)
    assert time.monotonic() - began < 4


def ask(session: Session, times: int) -> None:
    for _ in range(times):
        session.call("f", [])


SPILLS = {
    "a flood of answers": "import os\nwhile True: os.write(4, bytes(9999))",
    "a length that is none": "import os\nos.write(4, b'\\xff' * 20)",
    "half an answer": "import os\nos.write(4, bytes(11))",
    "an answer of yesterday": """
from lessons.grading import frames
honest, seen = frames.send, []
def again(file, nonce, payload):
    seen.append((nonce, payload))
    honest(file, *seen[0])
frames.send = again""",
    "a guess": """
from lessons.grading import frames, values
honest = frames.send
def guess(file, nonce, payload): honest(file, bytes(16), payload)
frames.send = guess""",
    "an answer before the question": """
from lessons.grading import frames, values
honest = frames.send
def early(file, nonce, payload):
    honest(file, nonce, payload)
    honest(file, bytes(16), values.encode(['value', 1]))
frames.send = early""",
}


@pytest.mark.parametrize("name", SPILLS)
def test_what_is_written_among_the_answers_withholds_the_score(confined, name):
    with closing(Session(confined, [SPILLS[name], "x = 1"])) as session:
        for _ in range(2):  # for good
            with pytest.raises(Withheld):
                session.value("x")


def test_more_answers_than_all_checks_need_withhold_the_score(confined):
    long = Session(confined, ["def f(): return 'x' * 1_000_000"])
    with closing(long) as session, pytest.raises(Withheld):
        ask(session, 20)
    longer = Session(confined, ["def f(): return 'x' * 2_000_000"])
    with closing(longer) as session, pytest.raises(Unfit):
        session.call("f", [])
