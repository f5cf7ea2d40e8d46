"""A learner's JupyterLab in Debian's Chromium, both started here and ended here.

Without Chromium these tests cannot run: the summary says so in one line, and with
LESSONS_BROWSER=required they fail.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent))  # where the modules of these tests lie

from lab_page import PATIENCE, Notebook
from lab_server import CHROMIUM, QUIET, WHY_NOT, Lab

REQUIRED = os.environ.get("LESSONS_BROWSER") == "required"
JUST_GONE = ("Invalid response: 404 Not Found", "Canceled future for ")  # sessions, kernels

if CHROMIUM is None and not REQUIRED:
    collect_ignore_glob = ["test_*.py"]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Nothing is skipped in silence."""
    if CHROMIUM is None and not REQUIRED:
        terminalreporter.write_line(WHY_NOT, yellow=True)


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """The server, one for all tests."""
    if CHROMIUM is None:
        pytest.fail(WHY_NOT)
    server = Lab(tmp_path_factory.mktemp("lab"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, one for all tests."""
    if CHROMIUM is None:
        pytest.fail(WHY_NOT)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def window(browser: Any) -> Iterator[Any]:
    """One browser window; what its pages raise fails the tests that share it."""
    window = browser.new_context(viewport={"width": 1280, "height": 1000})
    window.set_default_timeout(PATIENCE)
    yield window
    window.close()


def raised(error: Any) -> list[str]:
    """What a page's error says; nothing where JupyterLab asked for what a test just ended."""
    said = str(error)
    return [] if any(words in said for words in JUST_GONE) else [said]


@pytest.fixture
def new_page(window: Any) -> Iterator[Any]:
    """New tabs, closed after the test; an error that no script caught fails it."""
    errors: list[str] = []
    pages: list[Any] = []

    def new() -> Any:
        pages.append(window.new_page())
        pages[-1].on("pageerror", lambda error: errors.extend(raised(error)))
        return pages[-1]

    yield new
    for page in pages:
        page.close()
    assert not errors


@pytest.fixture(scope="session")
def desk(lab: Lab, window: Any) -> Any:
    """A tab in which JupyterLab stays open from test to test: loading it takes the longest."""
    page = window.new_page()
    page.goto(lab.link(""))
    return page


@pytest.fixture(scope="session")
def at_desk(lab: Lab, desk: Any) -> Callable[[str, Mapping[str, Any]], Notebook]:
    """Open a notebook, given as JSON, at the desk; whoever opened it closes it."""

    def open_file(name: str, content: Mapping[str, Any]) -> Notebook:
        (lab.folder / name).write_text(json.dumps(content), encoding="utf-8")
        return Notebook(lab, desk, name).open()

    return open_file


@pytest.fixture
def notebook(lab: Lab, desk: Any, new_page: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Make a notebook of these cells, and open it: at the desk, or in a tab of its own."""
    opened: list[Notebook] = []
    errors: list[str] = []

    def note(error: Any) -> None:
        errors.extend(raised(error))

    def make(*cells: str, own_tab: bool = False) -> Notebook:
        name = re.sub(r"\W", "_", request.node.name) + ".ipynb"
        (lab.folder / name).write_text(json.dumps(ipynb(cells)), encoding="utf-8")
        opened.append(Notebook(lab, new_page() if own_tab else desk, name))
        return opened[-1].open()

    desk.on("pageerror", note)
    yield make
    for each in opened:
        each.close()
    desk.remove_listener("pageerror", note)
    assert not errors


@pytest.fixture
def show(browser: Any) -> Iterator[Any]:
    """Open a page in a window of its own; a dialog or a request to anywhere fails the test."""
    went_wrong: list[str] = []
    contexts = []

    def open_page(file: Path, **options: Any) -> Any:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.on("dialog", lambda dialog: (went_wrong.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda asked: asked.url.startswith(("file:", "data:"))
                or went_wrong.append(asked.url))  # fmt: skip
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert went_wrong == []


def ipynb(cells: Sequence[str]) -> dict[str, Any]:
    """A notebook file of code cells; one that begins with "<!--" or "**" is Markdown."""
    return {
        "cells": [
            {"cell_type": "markdown", "id": f"c{i}", "metadata": {}, "source": source}
            if source.startswith(("<!--", "**"))
            else {
                "cell_type": "code",
                "id": f"c{i}",
                "metadata": {},
                "source": source,
                "outputs": [],
                "execution_count": None,
            }
            for i, source in enumerate(cells)
        ],
        "metadata": {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
