"""A thousand damaged submissions: each gets a record for every check, with marks or a reason."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

SEED = 20261124
NUMBERS = ("00", "01")
DEEP = 50_000  # brackets within brackets: more than any reader's stack
ODD: list[Any] = [
    None, True, -1, 0, 10**400, 1e308, "", "\0", "\ud800", "x" * 300_000, [], {}, [[]], [None],
    {"source": 7}, ["a", 7], {"": {"": []}}, float("nan"), float("-inf"),
]  # fmt: skip
CODE = ["\0", "\x00\x01", "(" * 300, "x" * 70_000, "\ud800", "def", "raise SystemExit", "1/0",
        "import os; os._exit(3)", "del __builtins__", "%%bash\nls", "!ls", "\\", "'''",
        "\t\n \t"]  # fmt: skip
Damage = Callable[[random.Random, bytes], bytes]


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def flipped(chance: random.Random, data: bytes) -> bytes:
    bytes_ = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        bytes_[chance.randrange(len(bytes_))] ^= 1 << chance.randrange(8)
    return bytes(bytes_)


def hole(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 2_000) :]


def spliced(chance: random.Random, data: bytes) -> bytes:
    start, other = chance.randrange(len(data)), chance.randrange(len(data))
    return data[:start] + data[other : other + chance.randint(1, 2_000)] + data[start:]


def encoded(chance: random.Random, data: bytes) -> bytes:
    name = chance.choice(
        ["utf-16", "utf-16-le", "utf-32", "utf-7", "utf-8-sig", "cp037", "latin-1"]
    )
    return data.decode().replace("e", chance.choice("eéÿ")).encode(name, "replace")


def no_notebook(chance: random.Random, data: bytes) -> bytes:
    return chance.choice(
        [b"", b" " * 10_000, b"PK\x03\x04" + data[:99], b"\x89PNG\r\n", b"null", b"[]", b"7", b'""',
         b"[" * DEEP, b'{"cells":' * DEEP, b"1" * 10_000, b"\xff" * 999, data * 3]
    )  # fmt: skip


def surgery(chance: random.Random, data: bytes) -> bytes:
    """One to five places of the tree become something else, go, or come twice."""
    notebook = json.loads(data)
    for _ in range(chance.randint(1, 5)):
        holder, key = chance.choice(list(places(notebook)))
        how = chance.randrange(4)
        if how == 0:
            del holder[key]
        elif how == 1 and isinstance(holder, list):
            holder.insert(chance.randrange(len(holder) + 1), holder[key])
        else:
            holder[key] = chance.choice(ODD)
        if not list(places(notebook)):
            break
    return json.dumps(notebook).encode()


def nested(chance: random.Random, data: bytes) -> bytes:
    """One value becomes brackets within brackets."""
    notebook = json.loads(data)
    holder, key = chance.choice(list(places(notebook)))
    holder[key] = "HERE"
    depth = chance.choice([50, 900, 5_000, DEEP])
    return json.dumps(notebook).encode().replace(b'"HERE"', b"[" * depth + b"]" * depth)


def other_code(chance: random.Random, data: bytes) -> bytes:
    """A cell's source with something put into it, or another's in its place."""
    notebook = json.loads(data)
    cells = notebook["cells"]
    for cell in chance.sample(cells, 3):
        source = "".join(cell["source"])
        at = chance.randrange(len(source) + 1)
        cell["source"] = source[:at] + chance.choice(CODE) + source[at:]
    chance.shuffle(cells)
    return json.dumps(notebook).encode()


def places(tree: Any) -> Any:
    """Every place in a tree of JSON, as what holds it and under which key."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield tree, key
        if isinstance(value, (dict, list)):
            yield from places(value)


DAMAGES: list[Damage] = [
    cut, flipped, hole, spliced, encoded, no_notebook, surgery, surgery, nested, other_code
]  # fmt: skip


@pytest.mark.parametrize("count", [300, pytest.param(1_000, marks=pytest.mark.slow)])
def test_each_damaged_notebook_gets_marks_or_a_reason(course, solved, tmp_path, count):
    chance = random.Random(SEED)
    place = tmp_path / "class"
    place.mkdir()
    whole = [json.dumps(each, indent=1).encode() for each in solved(*NUMBERS).values()]
    for n in range(count):
        damage = DAMAGES[n % len(DAMAGES)]
        (place / f"s{n:04}.ipynb").write_bytes(damage(chance, chance.choice(whole)))
    results, said = course.graded(place, tmp_path / "out", "--notebooks", ",".join(NUMBERS))
    assert "Traceback" not in said
    students = results.rows("select name, graded from student order by name")
    assert students == [(f"s{n:04}", 1) for n in range(count)]
    checks = {count for (count,) in results.rows("select count(*) from record group by student")}
    assert len(checks) == 1
    told = results.rows("select status, rationale, points, max, student from record")
    assert Counter(status for status, *_ in told).keys() == {
        "passed", "failed", "not_attempted", "cannot_check"}  # fmt: skip
    assert [row for row in told if row[0] != "passed" and not row[1]] == []
    assert [row for row in told if not 0 <= row[2] <= row[3]] == []
    assert [row for row in told if "check itself broke" in row[1]] == []
    assert [row for row in told if "ended the process that grades" in row[1]] == []
    totals = results.rows("select sum(points) from record group by student")
    assert 0.2 < sum(total > 0 for (total,) in totals) / count < 0.9  # some were damaged little
    assert len(list((tmp_path / "out" / "feedback").iterdir())) == count
