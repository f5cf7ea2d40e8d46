"""How long a learner waits: from a click to kept and saved, and for ``check``. Run by hand.

    python tests/bench/bench_exercises.py

prints the median and the slowest of 20 clicks in a real browser, clocked in the page from the
click to the status line that says saved, and of 20 calls of each ``check`` in this process.
"""

from __future__ import annotations

import importlib.util
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).parent
ROUNDS = 20
CLICK = """async (round) => {
  const box = document.querySelector('.lessons-exercise');
  const says = box.querySelector('.lessons-says');
  const began = performance.now();
  const done = new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (says.textContent.includes('saved')) { seen.disconnect(); resolve(); }
    });
    seen.observe(says, { childList: true });
  });
  box.querySelector('.lessons-keep button').click();
  await done;
  return performance.now() - began;
}"""


def browser_parts() -> ModuleType:
    """The server and the page that the browser tests use."""
    path = HERE.parent / "browser" / "conftest.py"
    spec = importlib.util.spec_from_file_location("browser_parts", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["browser_parts"] = module
    spec.loader.exec_module(module)
    return module


def clicks(parts: Any) -> list[float]:
    """Milliseconds from click to saved, one a round."""
    import json

    from playwright.sync_api import sync_playwright

    lab = parts.Lab(Path(tempfile.mkdtemp()))
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=parts.CHROMIUM, args=list(parts.QUIET)
            )
            cells = ["from lessons import exercise", 'exercise("1.a")']
            (lab.folder / "bench.ipynb").write_text(json.dumps(parts.ipynb(cells)))
            page = parts.Notebook(lab, chromium.new_page(), "bench.ipynb").open().run_all()
            task = page.exercise("Exercise 1.a")
            task.box.get_by_label("Pieces").fill("26")
            times = []
            for round in range(ROUNDS + 1):
                task.box.get_by_label("Tokens").fill(str(round + 1))
                task.has_said("Changed" if round else "Not kept yet.")
                times.append(page.page.evaluate(CLICK, round))
                assert f"'nltk': {round + 1}" in page.saved()[1]
            return times[1:]  # the first also loads NLTK, for the reveal
    finally:
        lab.stop()


def checks() -> dict[str, list[float]]:
    """Milliseconds of each task's visible checks on its solution's code, as ``check`` runs them."""
    from lessons.checks.live import LiveSubmission
    from lessons.checks.marking import mark
    from lessons.exercises.feedback import results_as_html
    from lessons.tasks import task as find

    found: dict[str, list[float]] = {}
    for bank in sorted((HERE.parent / "graded" / "bank").glob("t??.py")):
        task = find(f"{bank.stem[1]}.{bank.stem[2]}")
        if task.kind != "code":
            continue
        names: dict[str, Any] = {}
        exec(bank.read_text(encoding="utf-8"), names)
        code, variables = names["SOLUTION"], {"article": _article()}
        exec(code, variables)
        submission = LiveSubmission(variables, [code], {})
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            results = mark(task.checks, submission)
            results_as_html(results, task.promised)
            times.append((time.perf_counter() - began) * 1000)
            assert all(result.status == "passed" for result in results), results
        found[task.id] = times
    return found


def _article() -> object:
    from lessons.articles import sample_article
    from lessons.resources import install

    install()
    return sample_article()


def say(name: str, times: list[float], limit: int) -> None:
    """One line: median, slowest, and the limit that the median is to stay under."""
    middle, slowest = statistics.median(times), max(times)
    print(f"{name:<28} median {middle:6.1f} ms   slowest {slowest:6.1f} ms   limit {limit} ms")


if __name__ == "__main__":
    say("click to kept and saved", clicks(browser_parts()), 250)
    for id, times in checks().items():
        say(f'check("{id}")', times, 50)
