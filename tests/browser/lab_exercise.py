"""One exercise on the page, answered as its form is drawn."""

from __future__ import annotations

import ast
from typing import Any

from lessons.checks.forms import Breaks, Cuts, Fields, Form, Spans
from lessons.exercises.token_cuts import cuts_of

START = "from lessons import exercise"
KEPT = "Kept in this cell, and saved."


def kept_in(source: str) -> Any:
    """The literal kept in an exercise cell."""
    (call,) = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return ast.literal_eval(call.keywords[0].value)


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
