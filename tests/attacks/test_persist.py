"""Nothing that one notebook does reaches the next: each is tried by two, one after the other.

First in children that are not confined, where most of it gets through; the rest says why it gets
through nowhere.
"""

from __future__ import annotations

from contextlib import closing, suppress
from textwrap import dedent, indent

import pytest
from attempts import HEAD

from lessons.grading.run import Stopped
from lessons.grading.session import Raised, Session, Unanswered

# By name: what the first notebook does, and how the second finds it.
PERSIST = {
    "a file where all notebooks read": (
        "open(os.path.dirname(READABLE) + '/planted', 'w').close()",
        "return os.path.exists(os.path.dirname(READABLE) + '/planted')",
    ),
    "a file in a folder of the controller's": (
        "open(OUTSIDE + '/planted', 'w').close()",
        "return os.path.exists(OUTSIDE + '/planted')",
    ),
    "the time of a file": ("os.utime(READABLE, (1, 1))", "return os.stat(READABLE).st_mtime == 1"),
    "shared memory": (
        "libc.shmget(4711, 64, 0o1600)",
        "id = libc.shmget(4711, 0, 0); return id >= 0 and libc.shmctl(id, 0, None) == 0",
    ),
    "a message queue": (
        "libc.msgget(4711, 0o1600)",
        "id = libc.msgget(4711, 0); return id >= 0 and libc.msgctl(id, 0, None) == 0",
    ),
    "a process of a session of its own": (
        """
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                open(OUTSIDE + '/pid', 'w').write(str(os.getpid()))
                import time; time.sleep(99)
            os._exit(0)
        os.wait()
        """,
        "os.kill(int(open(OUTSIDE + '/pid').read()), 0); return True",
    ),
    "a thread that goes on": (
        """
        import threading, time
        def later():
            time.sleep(0.5)
            open(OUTSIDE + '/planted', 'w').close()
        threading.Thread(target=later).start()
        """,
        "import time; time.sleep(1); return os.path.exists(OUTSIDE + '/planted')",
    ),
    "something for the end": (
        "import atexit; atexit.register(open, OUTSIDE + '/planted', 'w')",
        "return os.path.exists(OUTSIDE + '/planted')",
    ),
    "a changed library": (
        "import nltk, builtins; nltk.word_tokenize = builtins.len = print",
        "import nltk, builtins; return nltk.word_tokenize is print or len is print",
    ),
    "hooks": (
        "import gc; gc.callbacks.append(print); sys.settrace(print); sys.meta_path.insert(0, 1)",
        "import gc; return print in gc.callbacks or 1 in sys.meta_path",
    ),
    "a module beside the notebook": (
        "open('mine.py', 'w').write('')",
        "import mine; return True",
    ),
    "a working folder of another's": ("os.chdir('/')", "return os.getcwd() == '/'"),
}
# The first three end with the child or the server's sweep after it; the rest was a copy, in the
# child's memory or in its own folder.
NOWHERE = {
    *("a process of a session of its own", "a thread that goes on", "something for the end"),
    *(
        "a changed library",
        "hooks",
        "a module beside the notebook",
        "a working folder of another's",
    ),
}


def both(engine, readable: str, name: str, names: dict[str, object]) -> tuple[object, object]:
    """Whether the second notebook finds what the first one planted, and its honest answer."""
    plant, find = PERSIST[name]
    given = "\n".join(
        f"{key} = {value!r}" for key, value in {**names, "READABLE": readable}.items()
    )
    first = Session(engine, [f"{HEAD}{given}\n{dedent(plant)}\nx = 1"])
    second = Session(engine, [f"{HEAD}{given}\ndef find():\n{indent(dedent(find), '    ')}"])
    with closing(first), suppress(Unanswered, Stopped):  # the second notebook tells
        first.value("x")
    try:
        found = second.call("find", []).result
    except Raised:
        found = False
    try:
        return found, second.call("probe", []).result
    finally:
        second.close()


@pytest.mark.parametrize("name", PERSIST)
def test_nothing_of_a_confined_notebook_reaches_the_next(confined, readable, name, names):
    assert both(confined, readable(confined), name, names) == (False, 7)


@pytest.mark.parametrize("name", PERSIST)
def test_without_confinement_what_is_not_a_copy_stays(unconfined, readable, name, names):
    assert both(unconfined, readable(unconfined), name, names) == (name not in NOWHERE, 7)
