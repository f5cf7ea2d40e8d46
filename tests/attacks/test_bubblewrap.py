"""Within bubblewrap a foreign file has not even a name; without it, a name is all it has.

Where this system has no bubblewrap that works, the same attempts say what holds then: the level,
and that names are told and contents are not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from contextlib import closing

import attempts
import doors
import pytest
from attempts import LIMITS

from lessons.course import PACKAGE
from lessons.grading.engine import Engine
from lessons.grading.session import Session

HERE = bool(shutil.which("bwrap")) and not subprocess.call(
    ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "true"],
    stderr=subprocess.DEVNULL,
)


@pytest.fixture(scope="module")
def wrapped():
    with Engine("confined", LIMITS) as engine:
        yield engine


NAMES = {
    "its status": "os.stat(SECRET)",
    "its status, of a link": "os.lstat(LINK)",
    "its status, by number": "assert libc.syscall(4, SECRET.encode(), bytes(144)) == 0",
    "its extended status": """
        assert libc.syscall(332, -100, SECRET.encode(), 0, 4095, bytes(256)) == 0""",
    "whether it may be read": "assert os.access(SECRET, os.F_OK)",
    "whether it may be read, by number": """
        assert libc.syscall(439, -100, SECRET.encode(), 0, 0) == 0""",
    "whether it exists": "assert os.path.lexists(SECRET)",
    "the folder of the controller": "os.stat(OUTSIDE)",
    "its file system": "os.statvfs(OUTSIDE)",
    "the hidden checks": "os.stat(CLONE + '/tests/graded')",
    "it all, from the work folder upwards": "os.stat(os.path.relpath(SECRET))",
    "the accounts": "os.stat('/etc/passwd')",
    "the passwords": "os.stat('/etc/shadow')",
    "the programs": "os.stat('/bin/sh')",
    "the controller": "os.stat(f'/proc/{CONTROLLER}/stat')",
    "the shared memory": "os.stat('/dev/shm')",
    "the disks": "os.stat('/sys/block')",
    "the sockets of services": "os.stat('/run')",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_foreign_name_is_told_without_bubblewrap_at_most(wrapped, confined, name, names):
    body = f"""
        try: {NAMES[name].strip()}
        except (OSError, AssertionError): return False
        return True
    """
    named = {**names, "CLONE": str(PACKAGE.parent)}
    told = []
    for engine in (wrapped, confined):
        with closing(Session(engine, attempts.cells(body, **named))) as session:
            told.append(session.call("attack", []).result)
    assert told == [False, True] if HERE else [True, True]


def test_each_record_says_whether_there_was_bubblewrap(wrapped, confined):
    levels = []
    for engine in (wrapped, confined):
        with closing(Session(engine, ["x = 1"])) as session:
            assert session.value("x") == 1
            levels.append(session.level)
    assert levels[0] == levels[1] + ", bubblewrap" * HERE


def test_no_attempt_gets_further_than_without_it(wrapped, names, readable):
    everything = {**attempts.READ, **attempts.WRITE, **attempts.ESCAPE, **doors.OTHER_DOORS}
    got_in = set()
    for name, body in everything.items():
        cells = attempts.cells(body, **names, READABLE=readable(wrapped))
        if attempts.outcome(wrapped, cells) != (False, 7):
            got_in.add(name)
    assert got_in == set()


def test_no_process_of_it_stays():
    with Engine("confined", LIMITS) as engine, closing(Session(engine, ["x = 1"])) as session:
        assert session.value("x") == 1
        server = engine.server.pid
        inner = _children(server)
        assert len(inner) == HERE  # bubblewrap's own process, and in it the fork server
    assert not any(os.path.exists(f"/proc/{each}") for each in (server, *inner))


def test_a_server_ends_with_bubblewrap_and_the_next_run_has_a_new_one():
    with Engine("confined", LIMITS) as engine:
        with closing(Session(engine, ["x = 1"])) as session:
            assert session.value("x") == 1
        inner = _children(engine.server.pid)
        engine.server.kill()
        engine.server.wait()
        with closing(Session(engine, ["x = 2"])) as session:
            assert session.value("x") == 2
        until = time.monotonic() + 10  # it is init's to bury, in its own time
        while time.monotonic() < until and any(os.path.exists(f"/proc/{each}") for each in inner):
            time.sleep(0.05)
        assert not any(os.path.exists(f"/proc/{each}") for each in inner)


def _children(process: int) -> list[int]:
    with open(f"/proc/{process}/task/{process}/children") as children:
        return [int(each) for each in children.read().split()]
