"""A notebook in a process of its own: what it gives, and how it is stopped."""

from __future__ import annotations

import contextlib
import os
import time

import pytest

from lessons.checks.plain import Opaque
from lessons.grading.engine import Engine
from lessons.grading.limits import Limits
from lessons.grading.run import Stopped, Withheld
from lessons.grading.session import Absent, Mishap, Raised, Session, Unfit

LIMITS = Limits(cpu=1, wall=4, call=1, restarts=2, memory=400 << 20, folder=20 << 20, files=50)


@pytest.fixture(scope="module")
def engine():
    with Engine("process", LIMITS) as engine:
        yield engine


@pytest.fixture
def run(engine):
    sessions = []

    def start(*cells: str) -> Session:
        sessions.append(Session(engine, cells))
        return sessions[-1]

    yield start
    for session in sessions:
        session.close()


def test_values_and_calls_come_back_as_plain_data(run):
    session = run("x = [1, (2.5, 'é')]", "def double(n):\n    print('hm')\n    return n * 2")
    assert session.value("x") == [1, (2.5, "é")]
    called = session.call("double", ["ab"])
    assert (called.result, called.arguments, called.printed) == ("abab", ("ab",), "hm\n")
    assert session.level == "process"


def test_arguments_are_seen_as_the_function_left_them(run):
    assert run("def f(words): words.clear()").call("f", [["a"]]).arguments == ([],)


def test_nothing_runs_before_something_is_asked(run):
    session = run("1 / 0")
    assert (session.level, session.mishaps) == ("nothing run", {})


def test_a_cell_that_raises_does_not_stop_the_next(run):
    session = run("x = 1", "x = 2\n1 / 0\nx = 3", "y = x + 1", "z = (")
    assert session.value("y") == 3
    assert str(session.mishaps[1]) == "ZeroDivisionError: division by zero (line 2)"
    assert str(session.mishaps[3]).startswith("SyntaxError: ")  # Python has names of its own


def test_what_notebooks_do_besides_python_does_no_harm(run):
    session = run(
        "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
        "import asyncio\nawait asyncio.sleep(0)\nwaited = True",
        "from lessons import article, check, exercise, progress\n"
        "exercise('1.a', answer=3); check('1.e'); progress()",
        "import ipywidgets\nipywidgets.interact(lambda n: n, n=3)\nlength = len(article.text)",
        "%%time\ntimed = 1",
        "import threading, tempfile, shutil\n"
        "t = threading.Thread(target=lambda: globals().update(threaded=1)); t.start(); t.join()\n"
        "with tempfile.NamedTemporaryFile() as f: shutil.copy(f.name, 'copy')",
    )
    assert [session.value(each) for each in ("waited", "timed", "threaded")] == [True, 1, 1]
    assert session.value("length") > 2000
    assert session.mishaps == {}


def test_the_course_s_nltk_calls_work(run):
    session = run('from nltk.tokenize import word_tokenize\nt = word_tokenize("Lee\'s back.")')
    assert session.value("t") == ["Lee", "'s", "back", "."]


def test_what_is_not_there_or_not_plain_is_said(run):
    session = run("x = 3\ndef gen():\n    yield 1\nbig = 'a' * 2_000_000\nf = lambda: 1 / 0")
    with pytest.raises(Absent):
        session.value("nothing")
    with pytest.raises(Absent):
        session.call("nothing", [])
    with pytest.raises(Unfit, match="not a function"):
        session.call("x", [])
    with pytest.raises(Unfit, match="1,048,576 bytes"):
        session.value("big")
    with pytest.raises(Raised, match="division by zero") as caught:
        session.call("f", [])
    assert (caught.value.type, caught.value.line) == ("ZeroDivisionError", 5)
    assert session.call("gen", []).result == Opaque("generator")


def test_each_child_starts_afresh(run):
    first = run("import math; math.pi = 3; open('left', 'w').close(); x = 1")
    assert first.value("x") == 1
    first.close()
    session = run("import math, os\npi, here = math.pi, os.listdir()")
    assert session.value("pi") > 3.1
    assert session.value("here") == []


# Whichever limit is met first: on a busy machine, little processor time takes long.
ENDLESS = ("it used all of its processor time", "it ran for too long")


def test_a_cell_that_never_ends_is_left_out_and_the_rest_runs(run):
    session = run("x = 1", "while True:\n    pass", "y = x + 1")
    assert session.value("y") == 2
    assert list(session.mishaps) == [1]
    assert str(session.mishaps[1]).removeprefix("left out: ") in ENDLESS


def test_a_cell_that_waits_for_ever_is_left_out(run):
    session = run("import time\ntime.sleep(1000)", "y = 1")
    assert session.value("y") == 1
    assert session.mishaps == {0: Mishap("timed_out", "it ran for too long")}


def test_a_call_that_never_ends_costs_its_own_time_and_no_more(run):
    session = run("def loop():\n    while True: pass\ndef fine(): return 1")
    for _ in range(2):
        began = time.monotonic()
        with pytest.raises(Stopped, match="|".join(ENDLESS)):
            session.call("loop", [])
        assert time.monotonic() - began < 3
    assert session.call("fine", []).result == 1
    with pytest.raises(Stopped):
        session.call("loop", [])
    with pytest.raises(Stopped, match="3 times"):
        session.call("fine", [])


def test_a_session_that_was_closed_can_be_asked_again_as_often_as_one_likes(run):
    session = run("x = 1")
    for _ in range(2 * LIMITS.restarts + 2):
        assert session.value("x") == 1
        session.close()


def test_a_notebook_that_ends_its_process_says_so(run):
    session = run("import os\nos._exit(0)", "x = 1\ndef f(): os._exit(3)\nimport os")
    assert session.value("x") == 1
    with pytest.raises(Stopped, match="ended its own process"):
        session.call("f", [])


def test_sys_exit_ends_only_its_cell(run):
    assert run("import sys\nsys.exit(1)", "x = 1").value("x") == 1


def test_a_giant_list_is_a_memory_error_in_its_own_cell(run):
    session = run("x = [0] * 10**9", "y = 1")
    assert session.value("y") == 1
    assert str(session.mishaps[0]).startswith("MemoryError")


def test_output_is_cut_and_a_flood_is_stopped(run):
    session = run("print('é' * 1_000_000)", "while True:\n    print('x' * 10_000)", "y = 1")
    assert session.value("y") == 1
    assert session.mishaps == {1: Mishap("crashed", "it printed without end")}
    session.close()
    assert len(session.output) == LIMITS.output_kept


def test_a_folder_filled_with_files_is_noticed(run):
    session = run(
        "import time\nfor n in range(100): open(str(n), 'w').close()\ntime.sleep(9)", "y = 1"
    )
    assert session.value("y") == 1
    assert "filled its folder" in str(session.mishaps[0])


@pytest.mark.parametrize(
    "forgery",
    [
        "os.write(4, b'x' * 40)",
        "os.write(4, b'\\0\\0\\0\\1' + b'\\0' * 16 + b'N')",
        "os.write(4, b'\\xff' * 40)",
        "os.write(4, b'\\0' * 2_000_000)",
    ],
)
def test_an_answer_of_the_learner_s_own_making_withholds_the_score(run, forgery):
    session = run("x = 1", f"import os\n{forgery}", "y = 1")
    with pytest.raises(Withheld):
        session.value("y")
    with pytest.raises(Withheld):  # and it stays so
        session.value("x")


def test_an_answer_left_for_the_next_question_withholds_the_score(run):
    session = run(
        "import os, threading, time\n"
        "def f():\n"
        "    threading.Thread(target=lambda: (time.sleep(.2), os.write(4, b'x'))).start()\n"
        "def g(): time.sleep(.5)"
    )
    session.call("f", [])
    with pytest.raises(Withheld):
        session.call("g", [])


def test_an_answer_in_drops_is_too_late(run):
    session = run(
        "import os, threading, time\n"
        "def drip():\n"
        "    os.write(4, b'\\0\\0')\n"
        "    while True: time.sleep(.01); os.write(4, b'\\0')\n"
        "def f():\n"
        "    from lessons.grading import frames\n"
        "    frames.send = lambda file, nonce, _: (\n"
        "        os.write(file, b'\\0\\1\\0\\0' + nonce), drip())"
    )
    began = time.monotonic()
    with pytest.raises(Stopped, match="too long"):
        session.call("f", [])
    assert time.monotonic() - began < LIMITS.call + 2


def test_a_child_that_shuts_its_answers_is_over(run):
    session = run("import os\nos.close(4)", "y = 1")
    assert session.value("y") == 1
    assert 0 in session.mishaps


def test_no_process_and_no_folder_stays_behind(engine):
    session = Session(
        engine,
        ["import subprocess\nps = [subprocess.Popen(['sleep', '77'], start_new_session=True).pid"
         " for _ in range(3)]"],
    )  # fmt: skip
    pids = session.value("ps")
    session.close()
    assert all(_gone(pid) for pid in pids)
    assert [each for each in os.listdir(engine.scratch.path) if each.startswith("work-")] == []


def _gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_the_environment_of_the_controller_is_not_inherited(monkeypatch):
    monkeypatch.setenv("CLASS_TOKEN", "secret")
    with Engine("process", LIMITS) as engine:
        session = Session(engine, ["import os\nenv = dict(os.environ)"])
        environment = session.value("env")
        session.close()
    assert "CLASS_TOKEN" not in environment
    assert not engine.scratch.path.exists()


def test_after_a_notebook_killed_the_server_the_next_is_graded(run):
    first = run("import os, signal\nos.kill(os.getppid(), signal.SIGKILL)", "y = 1")
    with contextlib.suppress(Withheld):  # death takes its time on a busy machine
        first.value("y")
    first.close()
    assert run("z = 2").value("z") == 2


def test_two_children_at_once_are_refused(run):
    first, second = run("x = 1"), run("x = 2")
    assert first.value("x") == 1
    with pytest.raises(RuntimeError):
        second.value("x")
    first.close()
    assert second.value("x") == 2
