"""Both pages that grading writes, as Chromium shows them: light, dark, narrow, and under attack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from barriers import AXE, BARRIERS

from lessons.checks.marking import WAITING
from lessons.grading.feedback_page import write_feedback
from lessons.grading.records import Graded, Record
from lessons.grading.report import write_report
from lessons.notebook import Handed

EVIL = "</h1><script>alert(1)</script><img src='https://example.org/x' onerror=alert(1)>\u202e"


def records() -> tuple[Record, ...]:
    """One of every kind of result, with a learner's hostile words in it."""
    base = Record("01", "1.b", "the_tokens_are_the_text", 0, 1, "failed", EVIL, "Look `again`.",
                  "split-is-tokenizing")  # fmt: skip
    return (
        base,
        replace(base, status="cannot_check", rationale=WAITING, misconception=""),
        replace(base, task="1.c", status="passed", points=1, rationale="", misconception=""),
        replace(base, task="1.e", status="cannot_check", rationale="This needs isolation."),
        replace(base, task="1.f", status="not_attempted", misconception=""),
        replace(base, notebook="06", task="6.c", proposal=True, rationale="No number."),
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A student's feedback, and the report on a class of twelve."""
    folder = tmp_path_factory.mktemp("results")
    graded = [Graded(f"{EVIL} {n}", records(), (EVIL,)) for n in range(12)]
    words = {each.student: [Handed(texts={"6.c": f"{EVIL} word" * 9})] for each in graded[:2]}
    feedback = write_feedback(graded[0], folder, {"": EVIL, "1.b": "Well tried."})
    return feedback, write_report(graded, folder, words)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("which", [0, 1], ids=["feedback", "report"])
def test_axe_finds_no_barrier_and_nothing_is_fetched_or_run(
    pages: tuple[Path, Path], show: Any, which: int, scheme: str
) -> None:
    page = show(pages[which], color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE)
    assert page.evaluate(BARRIERS) == []


def test_axe_would_find_a_barrier(pages: tuple[Path, Path], show: Any) -> None:
    page = show(pages[0], bypass_csp=True)
    page.evaluate(AXE)
    page.evaluate("() => { document.querySelector('p').style.color = '#eee'; }")
    assert [each.partition(":")[0] for each in page.evaluate(BARRIERS)] == ["color-contrast"]


@pytest.mark.parametrize("which", [0, 1], ids=["feedback", "report"])
def test_a_phone_shows_all_of_it_without_scrolling_sideways(
    pages: tuple[Path, Path], show: Any, which: int
) -> None:
    page = show(pages[which], viewport={"width": 320, "height": 800})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_a_phone_shows_charts_at_a_size_that_can_be_read_and_scrolls_them(
    pages: tuple[Path, Path], show: Any
) -> None:
    page = show(pages[1], viewport={"width": 400, "height": 700})
    widths = page.evaluate(
        "() => [...document.querySelectorAll('.scroll > figure > img')]"
        ".map(image => [image.clientWidth, image.closest('.scroll').scrollWidth])"
    )
    assert widths
    assert all(600 <= drawn <= scrolled for drawn, scrolled in widths)


def test_on_paper_the_ground_is_white_whatever_the_screen_has(
    pages: tuple[Path, Path], show: Any
) -> None:
    page = show(pages[1], color_scheme="dark")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) != "rgb(255, 255, 255)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_even_a_script_that_got_into_the_page_would_not_run(
    pages: tuple[Path, Path], show: Any, tmp_path: Path
) -> None:
    spoilt = tmp_path / "spoilt.html"
    whole = pages[0].read_text(encoding="utf-8")
    script = "<script>document.title = 'owned'</script>"
    spoilt.write_text(whole.replace("</main>", f"{script}</main>"), encoding="utf-8")
    assert show(spoilt).title() != "owned"
    assert show(spoilt, bypass_csp=True).title() == "owned"  # so it was there to be run
