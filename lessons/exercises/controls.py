"""Forms drawn as controls: what a learner clicks or types, read back as the answer's literal."""

from __future__ import annotations

from typing import Any, Protocol

from ipywidgets import Dropdown, Text, VBox, Widget

from lessons.checks.forms import Breaks, Choice, Cuts, Fields, Form, Line, Number, Spans
from lessons.exercises.sentence_breaks import SentenceBreaks
from lessons.exercises.span_tagger import SpanTagger, spans_of
from lessons.exercises.token_cuts import TokenCuts, cuts_of, tokens_of

Part = Choice | Number | Line
ASK = "Choose…"


class Control(Protocol):
    """A form as drawn: ``box`` is shown; ``fields``, (widget, trait), hold the answer."""

    box: Widget
    fields: list[tuple[Widget, str]]

    def read(self) -> object:
        """The answer as it stands, finished or not."""

    def show(self, answer: object) -> None:
        """Take over an answer that has the right form."""

    def clear(self) -> None:
        """As it was before anything was answered."""


def control(form: Form) -> Control:
    """Draw a form.

    Raises:
        TypeError: a form that has no control yet.
    """
    match form:
        case Fields():
            return Questions(form.parts)
        case Choice() | Number() | Line():
            return Questions({"": form})
        case Cuts():
            return Tokens(form)
        case Spans():
            return Names(form)
        case Breaks():
            return Topics(form)
    raise TypeError(f"no control draws a {type(form).__name__}")


class Questions:
    """Pickers and text boxes, one a question; a lone question has the name ""."""

    def __init__(self, parts: dict[str, Part]) -> None:
        self._parts = {name: (part, _draw(part)) for name, part in parts.items()}
        self.box: Widget = VBox([widget for _, widget in self._parts.values()])
        self.box.add_class("lessons-questions")
        self.fields: list[tuple[Widget, str]] = [
            (widget, "index" if isinstance(widget, Dropdown) else "value")
            for _, widget in self._parts.values()
        ]

    def read(self) -> object:
        """A dict of what is answered so far; of a lone question, its answer or None."""
        answers = {
            name: value
            for name, (part, widget) in self._parts.items()
            if (value := _value(part, widget)) is not None
        }
        return answers.get("") if "" in self._parts else answers

    def show(self, answer: object) -> None:
        """Put an answer into its controls."""
        answers: dict[str, Any] = answer if isinstance(answer, dict) else {"": answer}
        for name, (_, widget) in self._parts.items():
            widget.value = str(answers[name])

    def clear(self) -> None:
        """Empty every control."""
        for _, widget in self._parts.values():
            widget.value = ""


def _draw(part: Part) -> Any:
    label = part.label.replace("`", "")
    if isinstance(part, Choice):
        options = [(ASK, ""), *((option, option) for option in part.options)]
        return Dropdown(options=options, value="", description=label)
    widget = Text(description=label)
    if isinstance(part, Number):  # a number box has no empty state; "no answer yet" needs one
        widget.placeholder = f"{part.least} to {part.most}"
        widget.add_class("lessons-number")
    else:
        widget.add_class("lessons-line")
    return widget


def _value(part: Part, widget: Any) -> object:
    typed = widget.value.strip()
    if isinstance(part, Number) and typed.lstrip("-").isdecimal():
        return int(typed)
    return typed or None


class Tokens:
    """A text to cut."""

    def __init__(self, form: Cuts) -> None:
        self._text = form.text
        self.box: Widget = TokenCuts(list(form.text))
        self.fields: list[tuple[Widget, str]] = [(self.box, "cuts")]

    def read(self) -> list[str]:
        """The tokens as cut so far."""
        return tokens_of(self._text, self.box.cuts)

    def show(self, answer: object) -> None:
        """Cut where the tokens end."""
        assert isinstance(answer, (list, tuple))
        self.box.cuts = cuts_of(self._text, answer)

    def clear(self) -> None:
        """No cut but the spaces."""
        self.box.cuts = []


class Names:
    """Tokens to mark."""

    def __init__(self, form: Spans) -> None:
        self.box: Widget = SpanTagger(form.tokens, form.labels)
        self.fields: list[tuple[Widget, str]] = [(self.box, "marks")]

    def read(self) -> list[tuple[int, int, str]]:
        """The names marked so far."""
        return spans_of(self.box.marks)

    def show(self, answer: object) -> None:
        """Mark these."""
        assert isinstance(answer, (list, tuple))
        self.box.marks = [list(span) for span in sorted(answer)]

    def clear(self) -> None:
        """No name marked."""
        self.box.marks = []


class Topics:
    """Sentences to part."""

    def __init__(self, form: Breaks) -> None:
        self._reasoned = bool(form.reasons)
        self.box: Widget = SentenceBreaks(form.sentences, form.reasons)
        self.fields: list[tuple[Widget, str]] = [(self.box, "breaks")]

    def read(self) -> dict[int, str] | list[int]:
        """The breaks set so far, each with its reason where reasons are asked for."""
        breaks = {int(number): str(reason) for number, reason in self.box.breaks}
        return breaks if self._reasoned else list(breaks)

    def show(self, answer: object) -> None:
        """Set these."""
        assert isinstance(answer, (dict, list, tuple))
        reasons = answer if isinstance(answer, dict) else {}
        self.box.breaks = [[number, reasons.get(number, "")] for number in sorted(answer)]

    def clear(self) -> None:
        """No break set."""
        self.box.breaks = []
