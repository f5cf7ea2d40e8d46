"""What axe-core says about our part of the page, and pictures of it, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest

ARTEFACTS = Path(__file__).parents[2] / "artefacts" / "browser"
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
CELLS = (
    "from lessons import check, exercise, progress",
    "exercise(\"1.a\", answer={'split': 21, 'nltk': 27})",
    'exercise("1.b practice")',
    'exercise("1.c", answer={"A": "split"})',
    "# task 0.c\ndef count_long(words, limit):\n    return len(words)",
    'check("0.c")',
    "progress()",
)


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_axe_finds_nothing_that_is_ours(notebook: Any, theme: str) -> None:
    page = notebook(*CELLS, own_tab=True)
    page.page.set_viewport_size({"width": 1100, "height": 2600})
    page.page.evaluate(
        "async to => { await window.jupyterapp.commands.execute('apputils:change-theme', to); }",
        {"theme": f"JupyterLab {theme}"},
    )
    page.run_all()
    task = page.exercise("Exercise 1.b practice")
    task.box.locator(".lessons-gap").nth(3).click()
    page.exercise("Exercise 1.c").keep.click()
    page.exercise("Exercise 1.c").has_said("Not kept yet")
    page.page.locator(".lessons-progress").wait_for()
    page.write(1, "# new\n" + CELLS[1])
    page.exercise("Exercise 1.a").keep.click()
    page.exercise("Exercise 1.a").paste.wait_for()  # refused: the line to paste is looked at, too
    task.keep.click()
    task.has_said("saved")
    page.settle()
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.page.screenshot(path=ARTEFACTS / f"exercises-{theme.lower()}.png")

    page.page.evaluate(AXE)
    found = page.page.evaluate("() => axe.run('.jp-Cell-outputArea, .jp-OutputArea-output')")
    ours = [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
        if "lessons-" in node["html"] or page.is_ours(node["target"][0])
    ]
    assert found["passes"]
    assert not ours, "\n".join(ours)


def test_every_gap_can_be_hit(notebook: Any) -> None:
    page = notebook(CELLS[0], 'exercise("1.b")').run_all()
    gaps = page.exercise("Exercise 1.b").box.locator(".lessons-gap").all()
    sizes = [gap.bounding_box() for gap in gaps]
    assert min(box["width"] for box in sizes) >= 24
    assert min(box["height"] for box in sizes) >= 24
