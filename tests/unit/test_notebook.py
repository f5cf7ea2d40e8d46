"""Reading a notebook as handed in: never a crash, never a cell run."""

from __future__ import annotations

import json
import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.notebook import Handed, read_notebook

RECORD = 'exercise("1.a", answer={"nltk": 29})'


def notebook(*cells: tuple[str, object]) -> dict[str, object]:
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "cells": [{"cell_type": kind, "source": source} for kind, source in cells],
    }


def read(value: object) -> Handed:
    return read_notebook(json.dumps(value).encode())


def test_cells_answers_code_and_words_are_told_apart():
    handed = read(
        notebook(
            ("code", "x = 1"),
            ("code", RECORD),
            ("code", "# task 1.e\ndef f(): ..."),
            ("markdown", "<!-- task 1.f -->\nWhat is a word?\n\n**My answer:**\n\nOften more."),
        )
    )
    assert handed.cells == ("x = 1", RECORD, "# task 1.e\ndef f(): ...")
    assert handed.answers["1.a"].answer == {"nltk": 29}
    assert handed.code == {"1.e": "# task 1.e\ndef f(): ..."}
    assert handed.texts == {"1.f": "Often more."}
    assert handed.numbers == {"01"}
    assert handed.problem == ""


def test_a_practice_cell_is_not_the_task():
    handed = read(notebook(("code", "# task 1.e practice\nx"), ("code", "# task 1.e\ny")))
    assert handed.code == {"1.e practice": "# task 1.e practice\nx", "1.e": "# task 1.e\ny"}
    assert handed.notes == ()


def test_source_may_be_a_list_of_lines():
    assert read(notebook(("code", ["a = 1\n", "b = 2"]))).cells == ("a = 1\nb = 2",)


def test_the_older_format_with_worksheets_is_read():
    cells = [{"cell_type": "code", "input": RECORD, "outputs": []}]
    handed = read({"nbformat": 3, "worksheets": [{"cells": cells}]})
    assert handed.answers["1.a"].kept


def test_a_byte_order_mark_and_other_line_ends_do_no_harm():
    text = json.dumps(notebook(("code", "# task 1.e\r\nx = 1\r")))
    handed = read_notebook(b"\xef\xbb\xbf" + text.encode())
    assert handed.code == {"1.e": "# task 1.e\nx = 1\n"}


def test_of_several_records_the_last_that_is_kept_counts_and_a_note_says_so():
    handed = read(
        notebook(
            ("code", 'exercise("1.a", answer=1)'),
            ("code", 'exercise("1.a", answer=2)'),
            ("code", 'exercise("1.a")'),
        )
    )
    assert handed.answers["1.a"].answer == 2
    assert handed.notes == ("1.a: kept more than once; the last one counts.",)


def test_an_emptied_duplicate_does_not_hide_the_code():
    handed = read(notebook(("code", "# task 1.e\nx = 1"), ("code", "# task 1.e\n")))
    assert handed.code == {"1.e": "# task 1.e\nx = 1"}


def test_words_are_what_stands_below_the_line():
    source = "<!-- task 1.f -->\nAsked.\n\n**My answer:** at once"
    assert read(notebook(("markdown", source))).texts == {"1.f": "at once"}
    assert read(notebook(("markdown", source[:-7]))).texts == {"1.f": ""}


def test_words_without_the_line_are_kept_and_noted():
    handed = read(notebook(("markdown", "<!-- task 1.f -->\nAsked. Answered.")))
    assert handed.texts == {"1.f": "Asked. Answered."}
    assert handed.notes == ("1.f: the line “My answer:” is gone.",)


def test_a_record_in_prose_is_no_record():
    assert read(notebook(("markdown", f"Type `{RECORD}` here"))).answers == {}


def test_a_record_in_a_retyped_cell_still_counts():
    assert read(notebook(("raw", RECORD))).answers["1.a"].kept


NO_NOTEBOOKS = {
    "empty": b"",
    "cut short": b"{",
    "no text": b"\x80\x81",
    "list": b"[1, 2]",
    "string": b'"x"',
    "no cells": b"{}",
    "odd cells": b'{"cells": 3}',
    "deep": b"[" * 100_000,
    "long number": b"9" * 9000,
}


@pytest.mark.parametrize("content", NO_NOTEBOOKS.values(), ids=NO_NOTEBOOKS)
def test_what_is_no_notebook_is_said(content):
    handed = read_notebook(content)
    assert handed.problem.startswith("The file is not a notebook")
    assert handed.cells == ()


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["cells", "cell_type", "source", "input", "worksheets"]), inner
            )
        ),
        max_leaves=20,
    )
)
def test_any_json_is_read_without_a_crash(value):
    handed = read(value)
    assert handed.problem or isinstance(handed.cells, tuple)


@given(st.data())
def test_a_damaged_file_is_read_without_a_crash(data):
    whole = json.dumps(notebook(("code", RECORD), ("markdown", "<!-- task 1.f -->\nüñ"))).encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + 1 :]
    assert isinstance(read_notebook(damaged), Handed)


@pytest.mark.parametrize(
    "cells",
    [
        [("markdown", "<!-- task 1.f -->" + "\n" * 300_000 + "x")],
        [("markdown", "<!-- task 1.f -->\n" + "*" * 300_000 + " My answer" + " " * 300_000)],
        [("markdown", "<!--" + " " * 300_000), ("code", "#" + " " * 300_000)],
        [("code", 'exercise("1.a", answer=' + "-" * 60_000 + "1)")] * 400,
        [("code", 'exercise("1.a", answer=' + "[0,]," * 10_000 + ")")] * 150,
    ],
)
def test_nothing_that_is_read_takes_long(cells):
    began = time.process_time()
    assert read(notebook(*cells)).problem == ""
    assert time.process_time() - began < 3


def test_large_outputs_do_no_harm():
    value = notebook(("code", RECORD))
    value["cells"][0]["outputs"] = [{"data": {"image/png": "A" * 20_000_000}}]
    assert read(value).answers["1.a"].kept


def test_a_file_of_countless_parts_is_refused_before_it_takes_memory():
    for part in (b'{"":1},', b"[],", b"1,1,1,1,1,1,1,"):
        handed = read_notebook(b'{"cells": [], "x": [' + part * 3_000_000 + b"0]}")
        assert handed.problem == "The file has too many parts. Clear its outputs."


def test_words_are_read_to_a_length_that_a_person_could_write():
    handed = read(notebook(("markdown", "<!-- task 1.f -->\n**My answer:** " + "w\n" * 10**6)))
    assert len(handed.texts["1.f"]) < 300_000
    assert handed.notes == ("1.f: only the first 262,144 characters were read.",)


def test_wide_characters_and_numbers_that_json_does_not_know_do_no_harm():
    text = json.dumps(notebook(("code", RECORD))).replace("{", '{"n": NaN, "m": -Infinity, ', 1)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        assert read_notebook(text.encode(encoding)).answers["1.a"].kept


def test_a_lone_surrogate_becomes_writable():
    assert read(notebook(("code", "x = '\ud800'"))).cells == ("x = '?'",)


def test_a_missing_file_a_folder_and_a_pipe_are_problems_not_errors(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("nothing", ".", "pipe"):
        assert read_notebook(tmp_path / name).problem


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "real.ipynb").write_text(json.dumps(notebook(("code", RECORD))))
    (tmp_path / "link.ipynb").symlink_to("real.ipynb")
    assert read_notebook(tmp_path / "real.ipynb").problem == ""
    assert read_notebook(tmp_path / "link.ipynb").problem.startswith("The file cannot be read")
