"""A check's words as HTML: what was marked is set, and nothing in them is obeyed."""

from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.checks import prose
from lessons.checks.calls import code


@given(st.text(alphabet="<>&\"'`*abc \n"))
def test_no_tag_comes_out_but_ours(words: str) -> None:
    tags = set(re.findall(r"<[^>]*>", prose.as_html(words)))
    assert tags <= {"<code>", "</code>", "<em>", "</em>"}


@given(st.text(alphabet="`ab'*", min_size=1).filter(lambda text: not text.isspace()))
def test_whatever_calls_fence_as_code_is_one_code(words: str) -> None:
    html = prose.as_html(f"It returned {code(words)}.")
    assert html.count("<code>") == 1
    assert html.startswith("It returned <code>")
    assert html.endswith("</code>.")


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("*hope* that", "<em>hope</em> that"),
        ("(*the Bank of England*)", "(<em>the Bank of England</em>)"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a*b*c", "a*b*c"),
        ("*args", "*args"),
    ],
)
def test_emphasis_is_set_and_multiplication_is_not(words: str, html: str) -> None:
    assert prose.as_html(words) == html


def test_its_example_holds() -> None:
    assert doctest.testmod(prose).failed == 0
