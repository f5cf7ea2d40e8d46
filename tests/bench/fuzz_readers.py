"""Looks for bytes that break a reader of what learners hand in. Run by hand; Linux, Python 3.11.

    pip install atheris==3.0.0
    nice -n 15 python tests/bench/fuzz_readers.py values --seconds 600
    nice -n 15 python tests/bench/fuzz_readers.py notebooks --seconds 600

Guided by coverage: an input that reaches a new branch is kept and changed further. ``values`` is
what a child may send (frames and the value codec), ``notebooks`` what a learner may hand in (zips,
notebooks, kept answers, words). What it finds it writes to a file and names; make it a test.

On 24 November 2026, ten minutes each beside other work: ``values`` 447,387 executions,
``notebooks`` 387,424, without a finding.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import tempfile
import time
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import atheris

with atheris.instrument_imports(include=["lessons", "json", "zipfile"]):
    from lessons.answers import forget, keep, kept_answers
    from lessons.cells import own_cells
    from lessons.course import course_folder
    from lessons.errors import CourseError
    from lessons.grading import frames
    from lessons.grading.contents import Content, unzipped
    from lessons.grading.limits import Limits
    from lessons.grading.run import Ended, Run, Stopped
    from lessons.grading.values import MalformedError, TooLongError, decode, encode
    from lessons.notebook import read_notebook, split_words

NONCE = bytes(frames.NONCE)
WORDS = (
    *('"cells"', '"source"', '"cell_type"', '"code"', '"markdown"', '"raw"', '"worksheets"'),
    *("exercise(", "answer=", "hints=", "lessons.exercise(", "# task 1.d", "<!-- task 1.f -->"),
    *("**My answer:**", '"1.b"', "PK\\x01\\x02", "PK\\x03\\x04", "PK\\x05\\x06", "PK\\x06\\x07"),
    *(
        "d\\x00\\x00\\x00\\x01",
        "z\\x00\\x00\\x00\\x01",
        "o\\x00\\x00\\x00\\x01",
        "i\\x00\\x00\\x00",
    ),
)


def values(data: bytes) -> None:
    """A reply as the controller reads it: a value, or the one error there is for malformed bytes.

    What was read can be written and read again; a frame comes apart into what it was made of.
    """
    try:
        value = decode(data)
    except MalformedError:
        value = None
    else:
        try:
            again = decode(encode(value))
        except TooLongError:  # a byte each as it came, more as it is written
            again = value
        assert repr(again) == repr(value) or _unordered(value), data
    sent, reply = os.pipe()
    try:
        os.write(reply, data[: 1 << 15])
        os.close(reply)
        read = frames.receive(sent)
        assert read is None or frames.pack(*read) == data[: len(frames.pack(*read))]
    finally:
        os.close(sent)
    _received(data[: 1 << 15])


def _received(data: bytes) -> None:
    """The same bytes as the controller meets them: what a child says once it is ready."""
    says: list[int] = []

    def order(work: Path, pipes: tuple[int, ...]) -> None:
        os.write(pipes[1], frames.pack(NONCE, encode(["ready", "here"])))
        says.append(os.dup(pipes[1]))

    def end() -> Ended:
        return Ended(0, 0.0, 0)

    engine: Any = SimpleNamespace(
        limits=Limits(), order=order, end=end, isolation="none", scratch=SCRATCH
    )
    run = Run(engine)
    framed = data[1:] if data[:1] == b"!" else frames.pack(NONCE, data)
    os.write(says[0], framed)
    os.close(says[0])
    try:
        run._receive(NONCE, 5)
    except Stopped:
        pass
    finally:
        run.end()


SCRATCH = SimpleNamespace(path=tempfile.gettempdir())


def _unordered(value: object) -> bool:
    """Whether a set is in it, which may print in another order."""
    return "{" in repr(value) or "frozenset" in repr(value)


def notebooks(data: bytes) -> None:
    """A file as it was handed in: it is read, or its problem is said; nothing is raised."""
    kind, rest = data[:1], data[1:]
    if kind == b"z":
        _zip(rest)
    elif kind in (b"c", b"m", b"r"):
        words = {b"c": "code", b"m": "markdown", b"r": "raw"}
        text = rest.decode("utf-8", "surrogateescape" if rest[:1] == b"\0" else "replace")
        cells = [{"cell_type": words[kind], "source": text, "id": "x"}]
        _notebook(json.dumps({"cells": cells}).encode())
        head, own = split_words(text)
        assert len(head) + len(own or "") <= len(text)
        _answers(text.encode("utf-8", "replace").decode())
    else:
        _notebook(data)


def _notebook(data: bytes) -> None:
    handed = read_notebook(data)
    said = [*handed.cells, *handed.texts.values(), *handed.notes, handed.problem]
    "".join(said).encode()  # fit for a file, a page and a terminal
    assert not handed.problem or not handed.tasks
    assert all(number.isdecimal() for number in handed.numbers) or handed.tasks


def _answers(source: str) -> None:
    calls = kept_answers(source)
    for call in calls:
        if not call.task.isprintable() or '"' in call.task or "\\" in call.task:
            continue  # no task of the course; ``exercise`` refuses it before it keeps anything
        try:
            kept = keep(source, call.task, ["a"], 1)
            assert [each.answer for each in kept_answers(kept) if each.task == call.task] == [["a"]]
            gone = forget(source, call.task)
            assert not any(each.kept for each in kept_answers(gone) if each.task == call.task)
        except CourseError:
            assert [each.task for each in calls].count(call.task) > 1
    own_cells({"cells": [{"id": "n01-01", "source": source}, {"id": "b", "source": source}]})


def _zip(data: bytes) -> None:
    found = list(unzipped("a.zip", data))
    assert all(isinstance(each, Content) for each in found)
    for each in found:
        _notebook(each.data)


def seeds(target: str) -> list[bytes]:
    """Honest inputs to begin with."""
    if target == "values":
        value = ["value", {"a": (1, None, 0.5), b"b": {2}}, [frozenset({"é", -(2**70)})], "x", True]
        return [encode(value), frames.pack(NONCE, encode(["ready", "confined"]))]
    cell = b'c# mine\nexercise("1.b", answer={"a": [1, 2.5, None]}, hints=2)\n%time x\n'
    words = "m<!-- task 1.f -->\r\n\n**My answer:** é 😀\n".encode()
    small = json.loads((course_folder() / "notebooks/00_start_here.ipynb").read_text("utf-8"))
    small["cells"] = small["cells"][-4:]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/00.ipynb", json.dumps({"cells": [{"source": ["x = 1"]}]}))
        archive.writestr("b.txt", "x")
    return [json.dumps(small).encode(), cell, b"r" + cell[1:], words, b"z" + packed.getvalue()]


TARGETS: dict[str, Callable[[bytes], None]] = {"values": values, "notebooks": notebooks}
SLOW = 2  # seconds of processor time for one input of some kilobytes


def main() -> None:
    """Fuzz one reader; libFuzzer prints its count, and ends with the first finding."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--longest", type=int, default=8192, help="bytes of one input")
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    work = Path(tempfile.mkdtemp(prefix="fuzz-"))
    (work / "seeds").mkdir()
    for number, seed in enumerate(seeds(asked.target)):
        (work / "seeds" / str(number)).write_bytes(seed)
    words = "".join(f'w{n}="{word.replace(chr(34), chr(92) + chr(34))}"\n'
                    for n, word in enumerate(WORDS))  # fmt: skip
    (work / "words").write_text(words)

    def once(data: bytes) -> None:
        began = time.process_time()
        TARGETS[asked.target](data)
        assert time.process_time() - began < SLOW, "slow"

    options = [sys.argv[0], str(work / "seeds"), f"-dict={work / 'words'}",
               f"-max_total_time={asked.seconds}", f"-max_len={asked.longest}",
               "-rss_limit_mb=2500", f"-artifact_prefix={work}/", "-print_final_stats=1",
               "-timeout=20"]  # fmt: skip
    print(f"findings go to {work}")
    atheris.Setup(options, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
