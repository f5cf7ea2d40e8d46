"""A learner's own cells are told from the course's, and find their place in a newer version."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.cells import MARK, handed_out, known_by, own_cells, put_back, put_beside


def cell(id: str, source: str, kind: str = "code") -> dict[str, Any]:
    return {"cell_type": kind, "id": id, "source": source}


def book(*cells: dict[str, Any]) -> dict[str, Any]:
    return {"cells": list(cells)}


INTRO = cell("n01-00", "# Tokens", "markdown")
TASK = cell("n01-05", "# task 1.e\nstarter")
WIDGET = cell("n01-07", 'exercise("1.b")')
END = cell("n01-09", "progress()")
NEWER = book(INTRO, cell("n01-04", "new text", "markdown"), WIDGET, TASK, END)


def moved(*old: dict[str, Any]) -> list[str]:
    own = own_cells(book(*old))
    assert own is not None
    return [each["source"] for each in put_beside(NEWER, own)["cells"]]


def test_an_own_cell_comes_below_the_task_it_stood_under() -> None:
    mine = cell("a1b2", "helper = 1")
    assert moved(INTRO, TASK, mine, WIDGET, END) == [
        "# Tokens",
        "new text",
        'exercise("1.b")',
        "# task 1.e\nstarter",
        "helper = 1",
        "progress()",
    ]


def test_a_task_is_known_again_with_an_answer_in_it() -> None:
    answered = cell("n01-07", 'exercise("1.b", answer=["Lee"])')
    assert moved(INTRO, answered, cell("x", "mine"))[3] == "mine"


def test_below_a_cell_that_is_gone_it_goes_to_the_one_above() -> None:
    gone = cell("n01-01", "old text", "markdown")
    assert moved(INTRO, gone, cell("x", "mine"), TASK)[:2] == ["# Tokens", "mine"]


def test_above_every_cell_it_stays_there() -> None:
    assert moved(cell("x", "mine"), INTRO)[0] == "mine"


def test_own_cells_keep_their_order() -> None:
    mine = [cell(f"x{number}", f"mine {number}") for number in range(3)]
    assert moved(INTRO, *mine, END)[1:4] == ["mine 0", "mine 1", "mine 2"]


def test_a_cell_of_the_course_that_was_pasted_anew_is_not_doubled() -> None:
    assert moved(INTRO, cell("pasted", "progress()"), {**TASK, "id": "copy"}) == [
        each["source"] for each in NEWER["cells"]
    ]


def test_an_empty_cell_is_no_work() -> None:
    assert own_cells(book(INTRO, cell("x", " \n"))) == []


@pytest.mark.parametrize("notebook", [None, [], {}, {"cells": 3}, {"cells": [3]}, book()])
def test_where_no_cell_has_the_courses_id_nothing_can_be_told(notebook: object) -> None:
    assert own_cells(notebook) is None


def test_nothing_is_told_of_a_notebook_that_lost_its_ids() -> None:
    assert own_cells({"cells": [{"cell_type": "code", "source": "mine"}]}) is None


def test_outputs_stay_behind_and_pictures_come_along() -> None:
    ran = cell("x", "1 + 1") | {"outputs": [{"output_type": "stream"}], "execution_count": 7}
    seen = cell("y", "![a](attachment:a.png)", "markdown") | {"attachments": {"a.png": {}}}
    own = own_cells(book(INTRO, ran, seen))
    assert own
    _, first, second, *_ = put_beside(NEWER, own)["cells"]
    assert (first["outputs"], first["execution_count"]) == ([], None)
    assert second["attachments"] == {"a.png": {}}


IDS = st.one_of(st.sampled_from(["n01-00", "x", "", "a b", "n01-99"]), st.integers(), st.none())
KINDS = st.one_of(st.sampled_from(["code", "markdown", "raw", "other"]), st.none())
CELLS = st.lists(
    st.fixed_dictionaries(
        {"id": IDS, "cell_type": KINDS, "source": st.one_of(st.text(), st.lists(st.text()))}
    )
)


@given(cells=CELLS)
def test_whatever_was_added_the_course_stays_whole_and_every_id_is_used_once(
    cells: list[dict[str, Any]],
) -> None:
    own = own_cells({"cells": [INTRO, *cells]}) or []
    result = put_beside(NEWER, own)["cells"]
    assert [each for each in result if each in NEWER["cells"]] == NEWER["cells"]
    ids = [each["id"] for each in result]
    assert len(set(ids)) == len(ids)
    assert len(result) <= len(NEWER["cells"]) + len(own)


LOOK = cell("n01-02", "print(news)")


def changed(*now: dict[str, Any], newer: tuple[dict[str, Any], ...]) -> tuple[list[str], list[str]]:
    given = {each["id"]: known_by(each["source"]) for each in (INTRO, LOOK, TASK)}
    old = book(*now) | {"metadata": {MARK: {"handed_out": given}}}
    result, no_place = put_back(book(*newer), old)
    return [each["source"] for each in result["cells"]], no_place


def test_a_changed_cell_of_the_course_stays_changed_where_the_newer_version_has_it() -> None:
    mine = cell("n01-02", "print(mine)\n")
    moved_down = cell("n01-03", "print(news)")
    assert changed(INTRO, mine, newer=(INTRO, END, moved_down)) == (
        ["# Tokens", "progress()", "print(mine)"],
        [],
    )


@pytest.mark.parametrize(
    "newer", [(INTRO, cell("n01-02", "show(news)")), (INTRO,), (INTRO, LOOK | {"cell_type": "raw"})]
)
def test_a_change_to_a_cell_that_is_another_now_has_no_place(
    newer: tuple[dict[str, Any], ...],
) -> None:
    sources, no_place = changed(INTRO, cell("n01-02", "print(mine)\nmore"), newer=newer)
    assert sources == [each["source"] for each in newer]
    assert no_place == ["print(mine)"]


@pytest.mark.parametrize(
    "now",
    [LOOK, cell("n01-02", " print(news)\n"), cell("n01-02", ""), cell("n01-02", "show(news)")],
)
def test_what_is_as_handed_out_emptied_or_as_in_the_newer_version_is_no_change(
    now: dict[str, Any],
) -> None:
    assert changed(now, newer=(cell("n01-04", "show(news)"),)) == (["show(news)"], [])


def test_a_task_cell_is_carried_as_a_task_and_not_as_a_changed_cell() -> None:
    assert changed(cell("n01-05", "# task 1.e\nmine"), newer=(TASK,)) == ([TASK["source"]], [])


@pytest.mark.parametrize(
    "notebook", [3, [], {}, {"metadata": 3}, {"metadata": {MARK: {"handed_out": ["n01-02"]}}}]
)
def test_a_notebook_that_does_not_say_how_it_was_handed_out_says_nothing(notebook: Any) -> None:
    assert handed_out(notebook) == {}
    assert put_back(NEWER, notebook) == (NEWER, [])
