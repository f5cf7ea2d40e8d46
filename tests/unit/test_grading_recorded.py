"""What a check is told about a notebook that was handed in."""

from __future__ import annotations

import json

import pytest

from lessons.checks.feedback import CannotCheck, Failure, NotAttempted
from lessons.grading.engine import Engine
from lessons.grading.limits import Limits
from lessons.grading.recorded import Recorded
from lessons.grading.session import Session
from lessons.notebook import read_notebook
from lessons.tasks import task


@pytest.fixture(scope="module")
def engine():
    with Engine("process", Limits(call=1)) as engine:
        yield engine


@pytest.fixture
def submitted(engine):
    sessions = []

    def submit(*cells: str, words: str = "") -> Recorded:
        notebook = {"cells": [{"cell_type": "code", "source": cell} for cell in cells]}
        notebook["cells"].append({"cell_type": "markdown", "source": words})
        handed = read_notebook(json.dumps(notebook).encode())
        sessions.append(Session(engine, handed.cells))
        return Recorded(handed, sessions[-1], b"seed")

    yield submit
    for session in sessions:
        session.close()


def test_a_kept_answer_is_read_and_nothing_is_run(submitted):
    submission = submitted('exercise("1.a", answer=(1, {"a"}))')
    assert submission.answer("1.a") == (1, {"a"})
    assert submission.session.level == "nothing run"


@pytest.mark.parametrize("cells", [(), ('exercise("1.a")',)])
def test_no_kept_answer_is_not_attempted(submitted, cells):
    with pytest.raises(NotAttempted):
        submitted(*cells).answer("1.a")


@pytest.mark.parametrize(
    "literal", ["open('x')", "0x" + "f" * 20_000, "...", "[" * 50 + "]" * 50, "1j"]
)
def test_an_answer_that_is_no_plain_literal_fails_and_does_not_break_the_check(submitted, literal):
    with pytest.raises(Failure) as caught:
        submitted(f'exercise("1.a", answer={literal})').answer("1.a")
    assert len(str(caught.value)) < 200


def test_own_words_are_those_that_the_prompt_does_not_hold(submitted):
    prompt = task("1.f").prompt
    head = f"<!-- task 1.f -->\n{prompt}\n"
    assert submitted(words=f"{head}\n**My answer:**\n\nMine.").text("1.f") == "Mine."
    assert submitted(words=f"{head}\nMine.").text("1.f") == "Mine."
    for words in (f"{head}\n**My answer:**\n", head, ""):
        with pytest.raises(NotAttempted):
            submitted(words=words).text("1.f")


@pytest.mark.parametrize("source", ["", "# task 1.e", "starter", "cell"])
def test_an_untouched_code_cell_is_not_attempted(submitted, source):
    if source in ("starter", "cell"):
        source = getattr(task("1.e"), source)
    with pytest.raises(NotAttempted):
        submitted(source).attempted("1.e")


def test_a_code_cell_with_code_is_attempted(submitted):
    submission = submitted("# task 1.e\ndef tokens_with_offsets(text): return []")
    assert submission.attempted("1.e") is None
    assert submission.call("tokens_with_offsets", "a") == []


def test_what_is_missing_is_said_with_the_cells_that_failed(submitted):
    submission = submitted("1 / 0", "y = 1")
    with pytest.raises(Failure, match=r"`f`.*Cell 1 raised ZeroDivisionError.*line 1"):
        submission.call("f")
    with pytest.raises(Failure, match="`x`"):
        submission["x"]
    assert submission["y"] == 1


def test_an_exception_of_the_learner_s_is_told_without_the_hidden_input(submitted):
    with pytest.raises(Failure, match=r"`f` stopped with TypeError.*line 1") as caught:
        submitted("def f(text): return text + 1").call("f", "a hidden text")
    assert "hidden" not in str(caught.value)


def test_a_generator_is_no_result(submitted):
    submission = submitted("def f(): yield 1\ng = f()")
    with pytest.raises(Failure, match="<generator>"):
        submission.call("f")
    with pytest.raises(Failure, match="<generator>"):
        submission["g"]


def test_a_loop_is_told_as_a_loop(submitted):
    with pytest.raises(Failure, match="`f` did not finish: it ran for too long"):
        submitted("def f():\n    while True: pass").call("f")


def test_a_forged_answer_gives_no_verdict(submitted):
    with pytest.raises(CannotCheck, match="Score withheld"):
        submitted("import os; os.write(4, b'x' * 99)")["x"]


def test_without_an_engine_answers_are_read_and_code_is_not(submitted):
    handed = submitted('exercise("1.a", answer=1)').handed
    submission = Recorded(handed, None, b"", "This needs isolation.")
    assert submission.answer("1.a") == 1
    with pytest.raises(CannotCheck, match="needs isolation"):
        submission.call("f")


def test_hidden_inputs_depend_on_the_class_and_the_check_and_nothing_else(submitted):
    def drawn(seed: bytes, check: str) -> float:
        return Recorded(submitted().handed, None, seed).rng(check).random()

    assert drawn(b"a", "one") == drawn(b"a", "one")
    assert len({drawn(b"a", "one"), drawn(b"a", "two"), drawn(b"b", "one")}) == 3
