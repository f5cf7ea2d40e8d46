"""Reading copies as Chromium shows them: a blank one and a solved one, run for this."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from barriers import AXE, BARRIERS

from lessons.course import checkout
from lessons.grading.solved import solved_notebooks
from lessons.reading.copies import reading_copies

ROOT = checkout()
assert ROOT
HIDDEN = """() => [...document.querySelectorAll("details :is(table, p)")]
  .filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length"""
KINDS = ["blank", "solved"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Notebook 02 blank, with most kinds of exercise, and notebook 03 solved, with charts."""
    folder = tmp_path_factory.mktemp("pages")
    blank = {"02_entities.ipynb": json.loads((ROOT / "notebooks/02_entities.ipynb").read_bytes())}
    solved = solved_notebooks(ROOT / "notebooks", ROOT / "tests/graded/bank", ["03"])
    with ThreadPoolExecutor(2) as both:
        made = both.map(reading_copies, (blank, solved), (False, True))
    found = {}
    for kind, pages in zip(KINDS, made, strict=True):
        for name, text in pages.items():
            found[kind] = folder / name
            found[kind].write_text(text, encoding="utf-8")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_barrier(pages: dict[str, Path], show: Any, kind: str, scheme: str) -> None:
    page = show(pages[kind], color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE)
    assert page.evaluate(BARRIERS) == []


def test_axe_would_find_a_barrier(pages: dict[str, Path], show: Any) -> None:
    page = show(pages["blank"], bypass_csp=True)
    page.evaluate(AXE)
    page.evaluate("() => { document.querySelector('main p').style.color = '#eee'; }")
    assert [each.partition(":")[0] for each in page.evaluate(BARRIERS)] == ["color-contrast"]


@pytest.mark.parametrize("kind", KINDS)
def test_headings_go_down_by_one_and_pictures_have_words(
    pages: dict[str, Path], show: Any, kind: str
) -> None:
    page = show(pages[kind])
    levels = page.evaluate("() => [...document.querySelectorAll('h1, h2, h3, h4')]"
                           ".map((each) => Number(each.tagName[1]))")  # fmt: skip
    assert levels.count(1) == 1
    assert all(then <= now + 1 for now, then in pairwise(levels))
    pictures = page.evaluate("() => [...document.images].map((each) => each.alt.length)")
    assert all(length > 40 for length in pictures)
    assert pictures or kind == "blank"  # a chart may be the learner's to draw


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_shows_all_of_it_without_scrolling_sideways(
    pages: dict[str, Path], show: Any, kind: str
) -> None:
    page = show(pages[kind], viewport={"width": 320, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_on_paper_all_is_open_and_the_ground_is_white(pages: dict[str, Path], show: Any) -> None:
    page = show(pages["solved"], color_scheme="dark")
    assert page.evaluate(HIDDEN) > 0
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("() => new Promise(requestAnimationFrame)")  # it is laid out anew
    assert page.evaluate(HIDDEN) == 0
    ground = "() => getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_first_thing_that_tab_reaches_leads_to_the_text(
    pages: dict[str, Path], show: Any
) -> None:
    page = show(pages["blank"])
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "text"
