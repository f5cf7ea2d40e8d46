"""A notebook that lies, patches and crashes gets no mark that its honest part does not earn.

The honest part solves 1.e and gets 1.d wrong. None of this can be shown to succeed outside of
confinement: verdicts are worked out where a learner's code never runs, however it is isolated.
"""

from __future__ import annotations

import pytest

from lessons.course import checkout
from lessons.grading.checklist import checklists
from lessons.grading.grade import Grader
from lessons.grading.seed import FIXED
from lessons.grading.solved import solutions
from lessons.notebook import Handed

ROOT = checkout()
assert ROOT
GRADED = ROOT / "tests" / "graded"
WRONG = "# task 1.d\ndef count_types(text):\n    return {}\n"
EQUAL = """
class Equal(tuple):
    __eq__ = __ge__ = __contains__ = lambda self, other: True
    __ne__ = lambda self, other: False
    __hash__ = lambda self: 0
class Number(int):
    __eq__ = lambda self, other: True
    __index__ = __int__ = lambda self: 6
    __hash__ = lambda self: 0
"""
FRAMES = """
import gc, sys
def expected():
    frame, found = sys._getframe(), []
    while frame:
        found += [v for v in frame.f_locals.values() if type(v) is tuple]
        frame = frame.f_back
    found += [o for o in gc.get_objects() if type(o) is tuple]
    return next(o for o in found if len(o) == 3 and all(type(n) is int and n > 3 for n in o))
"""
# Before the tasks, and what the wrong function returns.
LIES = {
    "equal to everything": (EQUAL, "Equal((1, 2, 3))"),
    "numbers equal to every number": (EQUAL, "(Number(1), Number(2), Number(3))"),
    "not a number": ("", "(float('nan'),) * 3"),
    "without end": ("", "(float('inf'), -float('inf'), 10**4000)"),
    "more digits than Python prints": ("", "(10**5000, 1, 1)"),
    "half a character": ("", "'\\ud800' * 9"),
    "made of itself": ("x = []\nx.append(x)", "x"),
    "something to unpickle": (
        "import os\nclass P:\n    def __reduce__(self): return os._exit, (0,)",
        "P()",
    ),
    "words for a terminal and a browser": ("", "'\\x1b[2J<script>alert(1)</script>=1+1'"),
    "patched comparisons": (
        "import math, numpy, doctest, unittest\nmath.isclose = lambda *a, **k: True"
        "\nnumpy.allclose = math.isclose\ndoctest.testmod = unittest.main = print",
        "(1, 2, 3)",
    ),
    "patched builtins": (
        "import builtins\nbuiltins.len = builtins.isinstance = lambda *a: True"
        "\nbuiltins.type = builtins.sorted = lambda *a: int",
        "(1, 2, 3)",
    ),
    "patched checks": (
        "from lessons.checks import calls, marking, plain\ncalls.same = lambda *a: True"
        "\ncalls.expect = marking.mark = plain.plain = print",
        "(1, 2, 3)",
    ),
    "patched writing": (
        "import struct, json, codecs\nfrom lessons.grading import values, frames"
        "\nvalues.encode = lambda v: b'l\\0\\0\\0\\1s\\0\\0\\0\\6passed'"
        "\nstruct.pack = json.dumps = print",
        "(1, 2, 3)",
    ),
    "rewritten cells": (
        "ip = get_ipython()\nip.input_transformers_post.append(lambda lines: ['x = 1\\n'])",
        "(1, 2, 3)",
    ),
    "the expected value, from frames and the collector": (FRAMES, "expected()"),
    "hooks on every line": (
        "import sys, gc, threading\nt = lambda *a: t\nsys.settrace(t); threading.settrace(t)"
        "\ngc.callbacks.append(t); sys.setprofile(t); sys.addaudithook(t)",
        "(1, 2, 3)",
    ),
    "an exit": ("import os", "os._exit(0)"),
    "a polite exit": ("import sys", "sys.exit(0)"),
    "an interrupt": ("", "(_ for _ in ()).throw(KeyboardInterrupt)"),
    "an exception that cannot be told": (
        "class Odd(BaseException):\n    __str__ = __repr__ = lambda self: 1 / 0",
        "(_ for _ in ()).throw(Odd())",
    ),
    "a stack without end": ("", "count_types(text)"),
    "a stack without end in C": (
        "import ctypes",
        "ctypes.string_at(0)",
    ),
    "processor time in C": ("", "pow(7, 10**9 + 1)"),
    "memory in C": ("import numpy", "numpy.ones(10**12)"),
    "other settings": (
        "import os, time, locale\nos.environ.update(TZ='X', LC_ALL='tr_TR', PYTHONHASHSEED='1')"
        "\ntime.tzset(); os.umask(0o777)",
        "(1, 2, 3)",
    ),
    "import hooks": (
        "import sys\nclass F:\n    def find_spec(*a): raise SystemExit\nsys.meta_path.insert(0, F)",
        "(1, 2, 3)",
    ),
}
OWN_LOSS = {"rewritten cells"}  # by its own doing, the notebook has no other task left


@pytest.fixture(scope="module")
def grader(confined):
    return Grader(checklists(GRADED, ("01",)), FIXED, confined)


@pytest.mark.parametrize("name", LIES)
def test_a_lie_earns_nothing_and_takes_nothing_from_the_other_task(grader, name):
    before, lie = LIES[name]
    honest = str(solutions(GRADED / "bank")["1.e"])
    cells = [before, WRONG.format(lie), honest]
    handed = Handed(tuple(cells), code={"1.d": cells[1], "1.e": honest})
    records = {
        (each.task, each.check): each for each in grader.notebooks("x", [("n", handed)]).records
    }
    marks = {task: sum(each.points for (of, _), each in records.items() if of == task)
             for task in ("1.d", "1.e")}  # fmt: skip
    assert marks["1.d"] == 0
    assert marks["1.e"] == (0 if name in OWN_LOSS else 5)
    said = " ".join(f"{each.rationale} {each.help}" for each in records.values())
    assert "check itself broke" not in said
    said.encode()
