"""One notebook on one page of JupyterLab, driven as a learner drives it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from barriers import AXE, CUT_OFF, OURS
from lab_exercise import Exercise
from lab_server import Lab

PATIENCE = 30_000  # ms; a kernel on a busy machine takes its time


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
