"""What keeps people out of a page, asked of axe-core and of the layout."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python

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
BARRIERS = """async () => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  const { violations, passes } = await axe.run();
  const seen = [...violations, ...passes].map(({ id }) => id);
  if (!seen.includes("color-contrast")) throw Error("axe saw no text");
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
}"""  # of a page that is all ours
