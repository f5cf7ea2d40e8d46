"""Make the README's pictures anew: python tests/browser/make_pictures.py (needs Chromium).

learner.png is JupyterLab with an exercise answered and what came of it; report.png is the report
on a class, graded for this, whose answers are those of the answer bank.
"""

from __future__ import annotations

import io
import json
import random
import runpy
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lab_page import Notebook
from lab_server import CHROMIUM, QUIET, WHY_NOT, Lab
from PIL import Image
from playwright.sync_api import sync_playwright

from lessons import cli
from lessons.course import checkout
from lessons.grading.fill import fill
from lessons.grading.solved import solutions
from lessons.tasks import all_tasks

ROOT = checkout()
assert ROOT
BANK = ROOT / "tests" / "graded" / "bank"
PICTURES = ROOT / "docs" / "pictures"
SIZE = {"width": 1200, "height": 820}
COLOURS = 128  # enough for pages of text; keeps a picture small
NUMBER, TASK = "02", "2.a practice"
ALMOST = [(0, 3, "NORP"), (3, 6, "PERSON"), (9, 10, "GPE"), (19, 23, "PERSON"), (33, 34, "GPE")]
CLASS = 24


def main() -> int:
    """Make both pictures, and say where they are."""
    if CHROMIUM is None:
        sys.exit(WHY_NOT)
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = class_report(Path(folder))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        lab = Lab(Path(folder))
        try:
            save(learner_screen(lab, browser), "learner.png")
        finally:
            lab.stop()
        page = browser.new_page(viewport=SIZE)
        page.goto(report.as_uri())
        save(page.screenshot(), "report.png")
        browser.close()
    return 0


def learner_screen(lab: Lab, browser: Any) -> bytes:
    """A notebook with the practice item answered, and its feedback."""
    blank = json.loads(notebook(NUMBER).read_bytes())
    file = lab.folder / notebook(NUMBER).name
    file.write_text(json.dumps(fill(blank, {TASK: ALMOST})), encoding="utf-8")
    page = Notebook(lab, browser.new_page(viewport=SIZE), file.name).open().run_all()
    page.command("application:toggle-left-area")
    place = next(at for at, cell in enumerate(blank["cells"]) if TASK in "".join(cell["source"]))
    page.show(place)  # JupyterLab lays out only what is near the screen
    box = page.exercise(f"Exercise {TASK}").box
    box.locator(".lessons-feedback p").first.wait_for()
    page.settle()
    box.evaluate("box => box.scrollIntoView({ block: 'end' })")
    page.settle()
    picture: bytes = page.page.screenshot()
    return picture


def class_report(folder: Path) -> Path:
    """The report on a class of which each learner got some things wrong, always the same ones."""
    right, wrong = solutions(BANK), wrong_answers()
    blank, chance = json.loads(notebook("01").read_bytes()), random.Random(2)
    for number in range(CLASS):
        answers = {each.id: right[each.id] for each in all_tasks("01") if each.id in right}
        for task in [id for id in answers if wrong.get(id) and chance.random() < 0.45]:
            answers[task] = chance.choice(wrong[task])
        student = folder / "class" / f"learner {number + 1:02}"
        student.mkdir(parents=True)
        (student / "01_tokens.ipynb").write_text(json.dumps(fill(blank, answers)), encoding="utf-8")
    out = folder / "results"
    graded = ["grade", str(folder / "class"), "--notebooks", "01", "--out", str(out)]
    assert cli.main([*graded, "--seed-file", str(folder / "class.seed")]) == 0
    return out / "report.html"


def wrong_answers() -> dict[str, list[object]]:
    """The bank's wrong answers by task."""
    return {
        f"{file.stem[1]}.{file.stem[2]}": [
            answer for answer, _ in runpy.run_path(str(file)).get("WRONG", {}).values()
        ]
        for file in sorted(BANK.glob("t[0-9][a-z].py"))
    }


def notebook(number: str) -> Path:
    """The blank notebook of a number."""
    assert ROOT
    (found,) = (ROOT / "notebooks").glob(f"{number}_*.ipynb")
    return found


def save(picture: bytes, name: str) -> None:
    """Write a PNG with few colours."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    few = image.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / name, optimize=True)
    print(PICTURES / name, (PICTURES / name).stat().st_size)


if __name__ == "__main__":
    sys.exit(main())
