"""The bar below an exercise: its buttons, its one line of status, and its way to the notebook.

Python says what the cell's source should become; ``keep.js`` compares, swaps and saves, in the
page that was clicked and in no other. What it may do and where is written there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any, Literal

import traitlets
from anywidget import AnyWidget
from ipywidgets import Widget

from lessons.errors import CourseError

HERE = Path(__file__).parent
Mood = Literal["", "good", "warn"]

REFUSED = {
    "changed": "This cell is not as it was when it ran, so nothing in it was touched. "
    "Run it again (Shift+Enter), or put this line in place of the old one:",
    "copied": "Two cells show this exercise, so it is not clear which one keeps the answer. "
    "Delete one, or run the one you want again; or put this line into it:",
    "absent": "No cell in this notebook shows this exercise any more. "
    "Put this line into a cell, and run it:",
    "elsewhere": "This page cannot write into the cell for you. "
    "Put this line in place of the old one, run it, and save:",
}
UNSAVED = "The answer is in the cell, but the notebook could not be saved. Save it with Ctrl+S."


@dataclass(frozen=True)
class Order:
    """What a page is to do: swap a cell's source if one is given, then save the notebook.

    The swap happens only where the cell's source is ``expected``. ``done(outcome, path)`` hears
    "saved", "unsaved" or a key of REFUSED, and the notebook's path as the server names it.
    """

    done: Callable[[str, str], None]
    expected: str | None = None
    source: str | None = None


class Bar(AnyWidget):
    """Buttons, a status line, a line to paste. The traits are what the page shows.

    ``root`` is the model id of the displayed widget, by which the page finds its cell;
    ``controls`` lists (model id, trait) of what the page reads when a button is pressed;
    ``eager`` is an action that a page starts by itself when it shows the bar.
    """

    _esm = HERE / "keep.js"
    _css = HERE / "exercises.css"

    root = traitlets.Unicode().tag(sync=True)
    called = traitlets.Unicode().tag(sync=True)
    buttons = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    controls = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)
    says = traitlets.Unicode().tag(sync=True)
    mood = traitlets.Unicode().tag(sync=True)
    paste = traitlets.Unicode().tag(sync=True)
    eager = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        called: str,
        buttons: Mapping[str, str],
        controls: list[tuple[Widget, str]],
        press: Callable[[str], Order | None],
        eager: str = "",
    ) -> None:
        """Make a bar.

        ``press(action)`` answers a button with an order, or None when there is nothing to do.
        """
        super().__init__(
            called=called,
            buttons=[[action, label] for action, label in buttons.items()],
            controls=[[widget.model_id, name] for widget, name in controls],
            eager=eager,
        )
        self._read, self._press = controls, press
        self._numbers = count()
        self._orders: dict[int, Order] = {}
        self.on_msg(self._hear)

    def say(self, sentence: str, mood: Mood = "", paste: str = "") -> None:
        """Show a sentence in the status line, and a line to paste where there is one."""
        with self.hold_sync():
            self.says, self.mood, self.paste = sentence, mood, paste

    def _hear(self, _: object, message: dict[str, Any], __: object) -> None:
        said_aloud(self._answer, self.say)(message)

    def _answer(self, message: dict[str, Any]) -> None:
        if "done" in message:
            if order := self._orders.pop(message["done"], None):
                order.done(message["outcome"], message.get("path", ""))
        elif "action" in message:
            self._obey(message)

    def _obey(self, message: dict[str, Any]) -> None:
        reply: dict[str, object] = {"view": message["view"]}
        try:
            for (widget, name), value in zip(self._read, message["values"] or (), strict=False):
                widget.set_trait(name, value)
            if order := self._press(message["action"]):
                number = next(self._numbers)
                self._orders[number] = order
                swap = {"expected": order.expected, "source": order.source}
                reply["order"] = {"number": number, **(swap if order.source is not None else {})}
        finally:  # the page waits for a reply, also where something broke
            self.send(reply)


def said_aloud(run: Callable[..., None], say: Callable[[str, Mood], None]) -> Callable[..., None]:
    """``run``, with what goes wrong said in the widget: a callback's traceback is never seen."""

    @wraps(run)
    def wrapped(*args: object) -> None:
        try:
            run(*args)
        except CourseError as error:
            say(str(error), "warn")
        except Exception as error:
            say(
                f"The exercise itself broke ({type(error).__name__}: {error}): this is not your "
                "mistake. Run the cell again; your kept answer is safe in it.",
                "warn",
            )

    return wrapped
