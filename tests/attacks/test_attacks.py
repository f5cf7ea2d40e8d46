"""A hostile notebook gets nothing, an honest one beside it everything, and no process stays.

Each attempt is first shown to succeed in a child that is not confined: an attack that cannot
succeed anywhere proves nothing. Under confinement the same notebook's honest function still
answers: a crash is no defence.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import attempts
import doors
import pytest
from attempts import LIMITS

from lessons.errors import CourseError
from lessons.grading.confine import missing
from lessons.grading.engine import Engine
from lessons.grading.run import Withheld
from lessons.grading.session import Session

ATTEMPTS = {**attempts.READ, **attempts.WRITE, **attempts.ESCAPE, **doors.OTHER_DOORS}


@pytest.fixture
def attempt(readable, names) -> Callable[[Engine, str], tuple[object, object]]:
    """Whether an attack got in, and what the honest function said afterwards."""
    return lambda engine, name: attempts.outcome(
        engine, attempts.cells(ATTEMPTS[name], **names, READABLE=readable(engine))
    )


def test_this_machine_can_confine():
    assert missing() == ""


@pytest.mark.parametrize("name", ATTEMPTS)
def test_an_attempt_fails_under_confinement_and_the_honest_function_answers(
    confined, name, names, attempt
):
    before = sorted(os.listdir(names["OUTSIDE"]))
    assert attempt(confined, name) == (False, 7)
    assert sorted(os.listdir(names["OUTSIDE"])) == before


@pytest.mark.parametrize("name", [name for name in ATTEMPTS if name not in attempts.NOWHERE])
def test_the_same_attempt_succeeds_in_a_child_that_is_not_confined(unconfined, name, attempt):
    assert attempt(unconfined, name)[0] is True


@pytest.mark.parametrize("abi", [1, 3, 5])
def test_older_kernels_confine_as_well_and_say_how_far(confined, monkeypatch, abi, attempt):
    monkeypatch.setattr(confined, "abi", abi)
    assert {name for name in ATTEMPTS if attempt(confined, name) != (False, 7)} == set()
    with closing(Session(confined, ["x = 1"])) as session:
        assert session.value("x") == 1
        assert session.level == f"confined, Landlock {abi}"


EXHAUST = {
    "processes": "import os\nwhile True: os.fork()",
    "threads": """
import threading, time
threading.stack_size(32768)
while True: threading.Thread(target=time.sleep, args=(99,)).start()""",
    "time": "while True: pass",
    "memory": "x = [0] * 10**9",
    "memory bit by bit": "x = []\nwhile True: x.append(bytearray(1 << 20))",
    "output": "while True: print('x' * 10_000)",
    "the disk": "open('f', 'wb').write(bytes(200 << 20))",
    "the disk in many files": """
n = 0
while True:
    n += 1
    open(str(n), 'wb').write(bytes(1 << 20))""",
    "nested folders": "import os\nwhile True: os.mkdir('d'); os.chdir('d')",
    "the parser": "x = '('*100_000\neval(x)",
    "the stack": "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()",
    "signals": "import signal\nfor n in range(1, 32):\n    try: signal.signal(n, signal.SIG_IGN)\n"
    "    except OSError: pass\nwhile True: pass",
}  # fmt: skip


@pytest.mark.parametrize("name", EXHAUST)
def test_what_exhausts_is_stopped_and_the_other_cells_count(confined, name):
    began = time.process_time()
    with closing(Session(confined, ["before = 1", EXHAUST[name], "after = before + 1"])) as session:
        assert session.value("after") == 2
        assert list(session.mishaps) == [1]
    assert time.process_time() - began < 3  # the controller's own time
    assert [each for each in os.listdir(confined.scratch.path) if each.startswith("work-")] == []


def test_a_child_that_answers_twice_with_the_right_nonce_is_withheld(confined):
    forgery = """
from lessons.grading import frames, values
honest = frames.send
def twice(file, nonce, payload):
    honest(file, nonce, payload)
    honest(file, nonce, payload)
frames.send = twice
"""
    with (
        closing(Session(confined, ["x = 1", forgery, "y = 1"])) as session,
        pytest.raises(Withheld),
    ):
        session.value("y")


def test_a_child_that_answers_for_its_functions_gives_data_and_no_verdict(confined):
    forgery = """
from lessons.grading import frames, values
honest = frames.send
def lie(file, nonce, payload):
    honest(file, nonce, values.encode(["value", "passed", [], ""]))
def f(text):
    frames.send = lie
"""
    with closing(Session(confined, [forgery])) as session:
        assert session.call("f", ["hidden"]).result == "passed"  # as if it had returned that


def test_secrets_where_a_child_can_read_are_refused(tmp_path):
    import nltk

    inside = Path(nltk.__file__).parent / "tokenize"
    with Engine("confined", LIMITS, secrets=[tmp_path, inside]) as engine:
        session = Session(engine, ["x = 1"])
        with pytest.raises(CourseError, match="outside of"):
            session.value("x")


HONEST = {
    "figures": "import matplotlib.pyplot as plt\nplt.plot([1]); plt.savefig('f.png'); done = 1",
    "an animation": """
import matplotlib.pyplot as plt, matplotlib.animation as a
figure, axes = plt.subplots()
film = a.FuncAnimation(figure, lambda n: axes.plot([n]), frames=2, repeat=False)
done = len(film.to_jshtml()) > 1000""",
    "widgets": "import ipywidgets as w\nw.interact(lambda n: n, n=3)\nw.Output(); done = 1",
    "magics": "%matplotlib inline\n%timeit -n1 -r1 1\ndone = 1",
    "a timed cell": "%%time\ndone = 1",
    "awaiting": "import asyncio\nawait asyncio.sleep(0.01)\ndone = asyncio.iscoroutine",
    "threads": """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(4) as pool: done = list(pool.map(abs, [-1, 2]))""",
    "temporary files": """
import tempfile
with tempfile.TemporaryDirectory() as d, tempfile.NamedTemporaryFile() as f: done = d""",
    "copying": """
import shutil
open('a', 'w').write('x'); shutil.copy('a', 'b'); shutil.copy2('a', 'c'); shutil.copytree('.', 'd')
done = open('d/b').read()""",
    "files": """
import csv, json, pathlib
with open('t.csv', 'w', newline='') as file: csv.writer(file).writerows([['a', 1]])
folder = pathlib.Path('out'); folder.mkdir(); (folder / 'a.json').write_text(json.dumps([1]))
(folder / 'a.json').replace('b.json')
done = list(csv.reader(open('t.csv'))) + [pathlib.Path('b.json').resolve().read_text()]""",
    "classes, pickled": """
import dataclasses, pickle
@dataclasses.dataclass
class Span:
    start: int
done = pickle.loads(pickle.dumps([Span(1)]))[0].start""",
    "logs and warnings": """
import logging, warnings
logging.basicConfig(filename='log'); logging.getLogger('x').warning('seen')
with warnings.catch_warnings(record=True) as seen: warnings.warn('x')
done = open('log').read()""",
    "dates and their zones": """
import datetime, random, zoneinfo
day = datetime.datetime.now(zoneinfo.ZoneInfo('Asia/Seoul')); random.seed(1)
done = [day.isoformat(), datetime.date.today().year, random.sample(range(9), 3)]""",
    "locks, processors and a session of its own": """
import fcntl, os
with open('x', 'w') as file: fcntl.flock(file, fcntl.LOCK_EX)
done = [os.cpu_count(), len(os.sched_getaffinity(0)), os.getsid(0), os.getpgid(0)]""",
    "what is not installed": """
done = 1
try: import pandas
except ImportError: done = 2""",
    "a module of one's own": "%%writefile mine.py\nx = 3",
    "NLTK": "import nltk\ndone = nltk.pos_tag(nltk.word_tokenize('It works.'))",
    "numpy": "import numpy as np\ndone = np.linalg.inv(np.random.default_rng(1).random((9, 9)))[0]",
    "the clock and chance": "import time, random, uuid\ndone = [time.time(), uuid.uuid4()]",
    "a database": "import sqlite3\nsqlite3.connect('x.db').execute('create table t (a)')\ndone = 1",
}


@pytest.mark.parametrize("name", HONEST)
def test_what_honest_notebooks_do_works_under_confinement(confined, name):
    use = "import os\nif os.path.exists('mine.py'): from mine import x as done"
    cells = [HONEST[name], use]
    with closing(Session(confined, cells)) as session:
        session.value("done")
        assert session.mishaps == {}
