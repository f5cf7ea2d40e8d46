"""A rule cuts what is the website's, and leaves a line that might be the article's."""

from __future__ import annotations

import doctest

import pytest

from lessons import furniture
from lessons.furniture import RULES, rule_for
from lessons.pages import Line

CUT = [
    ("- Get link", "menu item"),
    ("• World", "menu item"),
    ("- X", "menu item"),
    ("Post a Comment", "button"),
    ("SHARE THIS", "button"),
    ("Read more »", "button"),
    ("See also: White House Orders Review", "pointer to another page"),
    ("RELATED: Ten Dishes to Try", "pointer to another page"),
    ("© 2025 The Daily", "legal notice"),
    ("All rights reserved.", "legal notice"),
    ("https://example.org/news?id=1", "address"),
    ("newsroom@example.org", "address"),
]
KEPT = [
    "",
    "   ",
    "Lee will travel to Japan.",
    "- The ministers agreed to meet again in the autumn.",
    "- No.",
    "Comments by the minister were few.",
    "Share prices fell in Tokyo.",
    "Related talks go on: on trade, on energy.",
    "See https://example.org for more.",
    "Copyright law was the subject of a debate that took the whole of the second day, and on "
    "which the two houses of parliament could not agree.",
    "-5 degrees",
]


@pytest.mark.parametrize(("text", "rule"), CUT)
def test_furniture_is_cut_by_a_rule_that_has_a_name(text: str, rule: str) -> None:
    assert rule_for(Line(text)) == rule
    assert rule_for(Line(f"  {text} ")) == rule


@pytest.mark.parametrize("text", KEPT)
def test_a_line_of_an_article_is_kept(text: str) -> None:
    assert rule_for(Line(text)) == ""


def test_a_line_from_the_frame_of_a_page_is_cut_by_the_name_of_the_frame() -> None:
    assert rule_for(Line("Most read", frame="<aside>")) == "<aside>"


def test_every_rule_cuts_something_here() -> None:
    assert {rule for _, rule in CUT} == {name for name, _ in RULES}


def test_the_examples_are_true() -> None:
    ran = doctest.testmod(furniture)
    assert ran.attempted > 0
    assert ran.failed == 0
