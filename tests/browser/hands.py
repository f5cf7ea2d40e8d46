"""Two hands on a keyboard: what a learner without a mouse does on a page of JupyterLab."""

from __future__ import annotations

from typing import Any

from lab_exercise import KEPT

from lessons.checks.forms import Breaks, Cuts, Fields, Form, Spans
from lessons.exercises.token_cuts import cuts_of


class Hands:
    """Two hands on a keyboard; the page is only looked at."""

    def __init__(self, page: Any) -> None:
        self.page, self.press = page.page, page.page.keyboard.press
        self.sources: list[str] = page.sources()

    def cell(self, source: str) -> int:
        """The cell of that source, or of that first line."""
        return next(i for i, s in enumerate(self.sources) if source in (s, s.splitlines()[0]))

    def at(self) -> int:
        return int(
            self.page.evaluate(
                "() => window.jupyterapp.shell.currentWidget.content.activeCellIndex"
            )
        )

    def go_to(self, source: str) -> None:
        """Arrow keys to a cell."""
        wanted = self.cell(source)
        while (here := self.at()) != wanted:
            self.press("ArrowDown" if here < wanted else "ArrowUp")

    def run(self, source: str) -> None:
        """Run a cell where the keyboard is, go on to the next, and wait until it has a number."""
        assert self.at() == self.cell(source)
        self.press("Shift+Enter")
        self._has_run(self.cell(source))

    def run_here(self, index: int) -> None:
        """Run the cell where the keyboard is, and stay there."""
        self.press("Control+Enter")
        self._has_run(index)

    def _has_run(self, index: int) -> None:
        self.page.wait_for_function(
            """index => {
              const { content, context } = window.jupyterapp.shell.currentWidget;
              const cell = content.model.cells.get(index);
              return (cell.type !== "code" || cell.executionCount > 0)
                && context.sessionContext.session.kernel.status === "idle";
            }""",
            arg=index,
        )

    def run_up_to(self, source: str) -> None:
        """Shift+Enter from the cell where the keyboard is to the one with this source."""
        last = self.cell(source)
        for index in range(self.at(), last):
            self.press("Shift+Enter")
            assert self.at() == index + 1
        self.run(source)

    def tab_to(self, selector: str) -> None:
        """Tab from the cell until the keyboard is in an element of this kind."""
        for _ in range(6):
            self.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"Tab does not lead to {selector}")

    def tab_to_button(self, name: str) -> None:
        """Tab on until the keyboard is on the button of that name."""
        for _ in range(80):
            if self.page.evaluate("() => document.activeElement.textContent.trim()") == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to “{name}”")

    def retype(self, source: str) -> None:
        """Write a source into the cell where the keyboard is, in place of its own."""
        self.press("Enter")
        self.press("Control+a")
        self.page.keyboard.insert_text(source)
        self.press("Escape")

    def answer(self, exercise: Any, form: Form, answer: Any) -> None:
        """Answer and keep the exercise of the cell where the keyboard is; back to the cell."""
        match form:
            case Cuts():
                self.tab_to(".lessons-gap")
                for at in cuts_of(form.text, answer):
                    self._arrow_to("ArrowRight", "at", at)
                    self.press("Space")
            case Spans():
                self.tab_to(".lessons-token")
                for start, end, label in answer:
                    self.press("Home")
                    self._arrow_to("ArrowRight", "at", start)
                    for _ in range(end - start - 1):
                        self.press("Shift+ArrowRight")
                    button = exercise.box.locator(f".lessons-label[data-label='{label}']")
                    self.press(button.get_attribute("aria-keyshortcuts"))
            case Breaks():
                self.tab_to(".lessons-break-toggle")
                for after in answer:
                    self._arrow_to("ArrowDown", "after", after)
                    self.press("Space")
                    if form.reasons:
                        self.press("Tab")
                        self._choose(answer[after])
                        self.press("Shift+Tab")
            case _:
                self.tab_to(".lessons-questions :is(select, input)")
                many = isinstance(form, Fields)
                for value in [answer[name] for name in form.parts] if many else [answer]:
                    self._fill(value)
                    self.press("Tab")
        self.tab_to_button("Keep my answer")
        self.press("Enter")
        exercise.has_said(KEPT)
        self.press("Escape")

    def _arrow_to(self, key: str, name: str, wanted: int) -> None:
        for _ in range(400):
            if self.page.evaluate("name => document.activeElement.dataset[name]", name) == str(
                wanted
            ):
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {name} {wanted}")

    def _fill(self, value: Any) -> None:
        if self.page.evaluate("() => document.activeElement.tagName") == "SELECT":
            self._choose(value)
        else:
            self.page.keyboard.type(str(value))

    def _choose(self, option: str) -> None:
        self.press("Home")
        shown = "() => document.activeElement.value.replaceAll('\\u00a0', ' ')"
        for _ in range(60):
            if self.page.evaluate(shown) == option:
                return
            self.press("ArrowDown")
        raise AssertionError(f"ArrowDown does not lead to “{option}”")
