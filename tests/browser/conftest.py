"""A learner's JupyterLab in Debian's Chromium, both started here and ended here.

Without Chromium these tests cannot run: the summary says so in one line, and with
LESSONS_BROWSER=required they fail.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import axe_playwright_python
import pytest

from lessons.checks.forms import Breaks, Cuts, Fields, Form, Spans
from lessons.exercises.token_cuts import cuts_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
REQUIRED = os.environ.get("LESSONS_BROWSER") == "required"
WHY_NOT = "browser tests did not run: no Chromium (Debian: apt-get install chromium)"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
OURS = ".lessons-exercise, .jp-OutputArea-output.jp-RenderedHTML, .jp-MarkdownOutput"
CUT_OFF = """(ours) => {
  const found = [];
  const tell = (what, el) => found.push(`${what}: ${el.outerHTML.slice(0, 200)}`);
  const panel = window.jupyterapp.shell.currentWidget.node;
  for (const area of panel.querySelectorAll(ours)) {
    const edge = area.getBoundingClientRect().right + 1;
    if (area.scrollWidth > area.clientWidth + 1) tell("scrolls sideways", area);
    for (const el of area.querySelectorAll("*")) {
      if (el.closest("details, svg")) continue; // a table of data has a scroll bar of its own
      if (el.getBoundingClientRect().right > edge) tell("sticks out", el);
      if (el.tagName !== "SELECT" || el.hidden) continue;
      const whole = el.cloneNode(true);
      Object.assign(whole.style, { width: "max-content", maxWidth: "none", position: "absolute" });
      el.after(whole);
      if (whole.offsetWidth > el.offsetWidth + 1) tell("its options are cut", el);
      whole.remove();
    }
  }
  return found;
}"""
JUST_GONE = ("Invalid response: 404 Not Found", "Canceled future for ")  # sessions, kernels
PATIENCE = 30_000  # ms; a kernel on a busy machine takes its time

if CHROMIUM is None and not REQUIRED:
    collect_ignore_glob = ["test_*.py"]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Nothing is skipped in silence."""
    if CHROMIUM is None and not REQUIRED:
        terminalreporter.write_line(WHY_NOT, yellow=True)


class Lab:
    """A JupyterLab server with a home of its own, on a free port of the loopback."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "course"
        self.folder.mkdir()
        self._token = secrets.token_hex(16)
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG")}
        named = {
            "HOME": "home",
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "IPYTHONDIR": "ipython",
            "MPLCONFIGDIR": "matplotlib",
        }
        own = {name: str(home / folder) for name, folder in named.items()}
        for folder in own.values():
            Path(folder).mkdir()
        options = {
            "ServerApp.ip": "127.0.0.1",
            "ServerApp.port": "0",
            "ServerApp.root_dir": str(self.folder),
            "ServerApp.allow_root": "True",
            "ServerApp.open_browser": "False",
            "IdentityProvider.token": self._token,
            "LabApp.expose_app_in_browser": "True",
            "LabApp.collaborative": "False",
        }
        self._log = (home / "log.txt").open("w")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *(f"--{k}={v}" for k, v in options.items())],
            env={**kept, **own},
            cwd=self.folder,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        self.url = self._address(Path(own["JUPYTER_RUNTIME_DIR"]))

    def _address(self, runtime: Path) -> str:
        for _ in range(300):
            for found in runtime.glob("jpserver-*.json"):
                try:
                    server = json.loads(found.read_text())
                    urllib.request.urlopen(f"{server['url']}api?token={self._token}").close()
                except (OSError, ValueError):  # not listening yet, or not written to its end
                    continue
                return str(server["url"])
            assert self._process.poll() is None, "JupyterLab ended before it answered"
            time.sleep(0.1)
        raise AssertionError("JupyterLab did not answer in 30 s")

    def link(self, name: str) -> str:
        """Where a notebook opens, in a workspace of its own."""
        workspace = re.sub(r"\W", "", name) + secrets.token_hex(3)
        tree = f"/tree/{quote(name)}" if name else ""
        return f"{self.url}lab/workspaces/{workspace}{tree}?token={self._token}"

    def stop(self) -> None:
        """End the server and its kernels."""
        self._process.terminate()
        self._process.wait(30)
        self._log.close()


@dataclass(frozen=True)
class Spoken:
    """A part of the page as a screen reader gets it."""

    role: str
    name: str
    states: dict[str, Any]


class Notebook:
    """One notebook on one page, driven as a learner drives it."""

    def __init__(self, lab: Lab, page: Any, name: str) -> None:
        self.lab, self.page, self.name = lab, page, name
        self.file = lab.folder / name

    def open(self) -> Notebook:
        """Open it, and wait until its kernel is connected (Lab says idle too early)."""
        if self.page.url == "about:blank":
            self.page.goto(self.lab.link(self.name))
        else:
            self.page.wait_for_function("() => window.jupyterapp")
            self.page.evaluate("async () => { await window.jupyterapp.restored; }")
            self.page.evaluate(
                "path => { window.jupyterapp.commands.execute('docmanager:open', { path }); }",
                self.name,
            )
        return self.wait_for_kernel()

    def close(self) -> None:
        """Close it without saving, and end its kernel."""
        self.page.evaluate(
            """async () => {
              const panel = window.jupyterapp?.shell.currentWidget;
              if (!panel?.context?.sessionContext) return;
              await panel.context.sessionContext.shutdown();
              panel.context.model.dirty = false;
              panel.close();
            }"""
        )

    def wait_for_kernel(self) -> Notebook:
        """Wait for the session's kernel info, and a restored notebook."""
        self.page.wait_for_function(
            """(name) => {
              const app = window.jupyterapp;
              const context = app?.shell.currentWidget?.context;
              const kernel = context?.sessionContext?.session?.kernel;
              return context?.path === name && context.isReady
                && kernel?.connectionStatus === "connected"
                && app.commands.hasCommand("notebook:run-all-cells")
                && app.shell.currentWidget.content.widgets.length > 0;
            }""",
            arg=self.name,
        )
        self.page.evaluate(
            "() => window.jupyterapp.shell.currentWidget.context.sessionContext.session.kernel.info"
        )
        return self

    def command(self, name: str) -> None:
        """Carry out a command of JupyterLab's menus."""
        self.page.evaluate(
            "async (name) => { await window.jupyterapp.commands.execute(name); }", name
        )

    def run_all(self) -> Notebook:
        """Run every cell, and wait until the last is done."""
        self.command("notebook:run-all-cells")
        self.page.wait_for_function(
            """() => {
              const cells = [...window.jupyterapp.shell.currentWidget.content.model.cells];
              return cells.filter((c) => c.type === "code" && c.sharedModel.getSource())
                .every((c) => c.executionCount > 0);
            }"""
        )
        return self

    def rename(self, name: str) -> None:
        """Rename the file, as the file menu does."""
        self.page.evaluate(
            "async (n) => { await window.jupyterapp.shell.currentWidget.context.rename(n); }", name
        )
        self.name, self.file = name, self.lab.folder / name

    def settle(self) -> None:
        """Give JupyterLab time to do what it should not do, or to draw."""
        self.page.wait_for_timeout(200)

    def theme(self, name: str) -> None:
        """JupyterLab's "Light" or "Dark" theme."""
        self.page.evaluate(
            """async (theme) => {
              await window.jupyterapp.commands.execute("apputils:change-theme", { theme });
            }""",
            f"JupyterLab {name}",
        )
        self.page.locator("#jupyterlab-splash").wait_for(state="detached")

    def barriers(self) -> list[str]:
        """What axe-core holds against our part of the page: exercises, checks, figures."""
        self.page.evaluate(f"() => {{ if (!window.axe) {{ {AXE} }} }}")
        found: list[str] = self.page.evaluate(
            """async (ours) => {
              const panel = window.jupyterapp.shell.currentWidget.node;
              const include = [...panel.querySelectorAll(ours)];
              document.body.style.height = "100vh"; // else 0, and axe takes all text for hidden
              const only = { resultTypes: ["violations"] };
              const { violations, passes } = await axe.run({ include }, only);
              const rules = [...violations, ...passes].map(({ id }) => id);
              if (!rules.includes("color-contrast")) throw Error("axe saw no text");
              return violations.flatMap(({ id, nodes }) =>
                nodes.map((n) => `${id}: ${n.html.slice(0, 160)} ${n.failureSummary}`));
            }""",
            OURS,
        )
        return found

    def size(self, width: int, height: int) -> None:
        """The window in CSS pixels; below 800, the file browser is closed, as Ctrl+B does."""
        self.page.evaluate(
            "narrow => window.jupyterapp.shell[narrow ? 'collapseLeft' : 'expandLeft']()",
            width < 800,
        )
        self.page.set_viewport_size({"width": width, "height": height})
        self.settle()

    def unroll(self, width: int = 1280) -> None:
        """Lay out the whole notebook at once, in a window as high as it is."""
        self.size(width, 16_000)
        self.page.evaluate(
            """async () => {
              const panel = window.jupyterapp.shell.currentWidget.node;
              for (const cell of panel.querySelectorAll(".jp-Cell")) {
                cell.style.contentVisibility = "visible";
              }
              for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
            }"""
        )

    def cut_off(self) -> list[str]:
        """What of our part of the page is wider than the room it has."""
        found: list[str] = self.page.evaluate(
            CUT_OFF,
            OURS,
        )
        return found

    def spoken(self, title: str) -> list[Spoken]:
        """What Chromium tells a screen reader of a group, in order, the group itself first."""
        cdp = self.page.context.new_cdp_session(self.page)
        nodes = {node["nodeId"]: node for node in cdp.send("Accessibility.getFullAXTree")["nodes"]}
        cdp.detach()

        def told(node: dict[str, Any]) -> Spoken:
            text = {key: node.get(key, {}).get("value", "") for key in ("role", "name")}
            states = {each["name"]: each["value"].get("value") for each in node["properties"]}
            return Spoken(text["role"], text["name"], states)

        def below(node: dict[str, Any]) -> Iterator[Spoken]:
            if not node.get("ignored"):
                yield told({"properties": [], **node})
            for child in node.get("childIds", ()):
                if child in nodes:
                    yield from below(nodes[child])

        (group,) = (
            node
            for node in nodes.values()
            if node.get("role", {}).get("value") == "group"
            and node.get("name", {}).get("value", "").startswith(title)
        )
        return list(below(group))

    def show(self, index: int) -> None:
        """Scroll to a cell: JupyterLab lays out only what is near the screen."""
        self.page.evaluate(
            """async (index) => {
              await window.jupyterapp.shell.currentWidget.content.scrollToItem(index, "start");
            }""",
            index,
        )

    def select(self, index: int) -> None:
        """Make a cell the active one."""
        self.page.evaluate(
            "i => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = i; }", index
        )

    def run_again(self, index: int) -> None:
        """Run one cell once more, and wait until it is done."""
        self.page.evaluate(
            """async (index) => {
              const panel = window.jupyterapp.shell.currentWidget;
              panel.content.activeCellIndex = index;
              const count = panel.content.activeCell.model.executionCount;
              await window.jupyterapp.commands.execute("notebook:run-cell");
              if (panel.content.activeCell.model.executionCount === count) throw Error("not run");
            }""",
            index,
        )

    def write(self, index: int, source: str) -> None:
        """Put a source into a cell, as typing does."""
        self.page.evaluate(
            """([index, source]) => window.jupyterapp.shell.currentWidget.content.model.cells
                .get(index).sharedModel.setSource(source)""",
            [index, source],
        )

    def wait_for_source(self, index: int, source: str) -> None:
        """Wait until a cell on the page holds this source."""
        self.page.wait_for_function(
            """([index, source]) => window.jupyterapp.shell.currentWidget.content.model.cells
                .get(index).sharedModel.getSource() === source""",
            arg=[index, source],
        )

    def wait_until_saved(self, patience: float = PATIENCE) -> None:
        """Wait until nothing on the page is newer than the file."""
        self.page.wait_for_function(
            "() => !window.jupyterapp.shell.currentWidget.context.model.dirty", timeout=patience
        )

    def restart(self) -> None:
        """Restart the kernel, without the question that the menu asks."""
        self.page.evaluate(
            """async () => {
              const panel = window.jupyterapp.shell.currentWidget;
              for (const cell of panel.content.model.cells) {
                if (cell.type === "code") cell.executionCount = null;
              }
              await panel.context.sessionContext.session.kernel.restart();
            }"""
        )
        self.wait_for_kernel()

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()
        self.wait_for_kernel()

    def open_anew(self) -> None:
        """Open it from its address, as on another day."""
        self.page.goto(self.lab.link(self.name))
        self.wait_for_kernel()

    def cells(self) -> list[dict[str, Any]]:
        """The cells as the page would save them, outputs included."""
        found: list[dict[str, Any]] = self.page.evaluate(
            "() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells"
        )
        return found

    def cell(self, index: int) -> Any:
        """A cell on the page."""
        return self.page.locator(
            f".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell[data-windowed-list-index='{index}']"
        )

    def sources(self) -> list[str]:
        """The sources of the cells, on the page."""
        found: list[str] = self.page.evaluate(
            """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
                .map((cell) => cell.sharedModel.getSource())"""
        )
        return found

    def saved(self) -> list[str]:
        """The sources of the cells, in the saved file."""
        cells = json.loads(self.file.read_text(encoding="utf-8"))["cells"]
        return ["".join(cell["source"]) for cell in cells]

    def exercise(self, title: str) -> Exercise:
        """The exercise of that title ("Exercise 1.b")."""
        box = f'.lessons-exercise[aria-label^="{title}:"]'
        return Exercise(self.page.locator(f".jp-NotebookPanel:not(.lm-mod-hidden) {box}"))


class Exercise:
    """One exercise on the page."""

    def __init__(self, box: Any) -> None:
        self.box = box
        self.keep = box.get_by_role("button", name="Keep my answer")
        self.reset = box.get_by_role("button", name="Reset")
        self.says = box.locator(".lessons-says")
        self.paste = box.locator(".lessons-paste")
        self.feedback = box.locator(".lessons-feedback")

    def first(self) -> Exercise:
        """The first, where a copied cell shows it twice."""
        return Exercise(self.box.first)

    def has_said(self, words: str) -> None:
        """Wait until the status line says so."""
        self.says.filter(has_text=words).wait_for()

    def answer(self, form: Form, answer: Any) -> None:
        """Answer with the mouse, as the form is drawn; nothing is kept yet."""
        match form:
            case Cuts():
                for at in cuts_of(form.text, answer):
                    self.box.locator(f".lessons-gap[data-at='{at}']").click()
            case Spans():
                for start, end, label in answer:
                    self.box.locator(f".lessons-token[data-at='{start}']").click()
                    last = self.box.locator(f".lessons-token[data-at='{end - 1}']")
                    last.click(modifiers=["Shift"])
                    self.box.locator(f".lessons-label[data-label='{label}']").click()
            case Breaks():
                for number in answer:
                    self.box.locator(f".lessons-break-toggle[data-after='{number}']").click()
                    if form.reasons:
                        name = f"Reason for the break after sentence {number}"
                        reason = self.box.get_by_label(name, exact=True)
                        reason.select_option(answer[number])
            case _:
                many = isinstance(form, Fields)
                answers = [answer[name] for name in form.parts] if many else [answer]
                boxes = self.box.locator(".lessons-questions :is(select, input)")
                for place, value in enumerate(answers):
                    box = boxes.nth(place)
                    if box.evaluate("box => box.tagName") == "SELECT":
                        box.select_option(value)
                    else:
                        box.fill(str(value))


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
