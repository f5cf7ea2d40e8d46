"""One exercise on the page: prompt, controls, bar, and what came of the answer once it is kept."""

from __future__ import annotations

from functools import partial

from ipywidgets import HTML, VBox, Widget

from lessons.answers import forget, keep, kept_answers
from lessons.checks.task import Task
from lessons.exercises.controls import control
from lessons.exercises.feedback import after_keeping, hints_of
from lessons.exercises.keep import REFUSED, UNSAVED, Bar, Order, said_aloud
from lessons.exercises.markdown import as_html

VIEW = "application/vnd.jupyter.widget-view+json"
NOTHING = object()
KEPT = "Kept in this cell."
CHANGED = "Changed since it was kept; the cell still holds the earlier answer."
UNKEPT = "Not kept yet."
RUN_AGAIN = (
    "This exercise has run again since, perhaps in another tab, so nothing was touched. "
    "Answer it there, or run this cell once more."
)


class Shown:
    """A task with its controls. ``kept`` is the answer in the cell, or NOTHING."""

    def __init__(self, task: Task, source: str) -> None:
        assert task.form is not None
        self.task, self.form = task, task.form
        self.source = source  # what the cell holds, as far as Python knows
        self.control = control(self.form)
        self.kept: object = NOTHING
        self.run_again = False  # its cell ran since: what is shown here is left over
        self._blank = self.control.read()
        self._settled = self._blank  # what the controls say when nothing is pending
        self.hints = 0  # as many as were asked for
        prompt = _words("prompt", as_html(task.prompt))
        self.hinted, self.feedback = _words("hints"), _words("feedback")
        hint = {"hint": "Hint"} if task.hints else {}
        self.bar = Bar(
            called=f"Exercise {task.id}: {task.title}",
            buttons={"keep": "Keep my answer", **hint, "reset": "Reset"},
            controls=self.control.fields,
            press=self._press,
        )
        self.root = framed(
            self.bar, [prompt, self.control.box, self.bar, self.hinted, self.feedback]
        )
        for widget, name in self.control.fields:
            widget.observe(said_aloud(self._changed, self.bar.say), name)

    @property
    def is_kept(self) -> bool:
        """Whether the cell keeps an answer of the right form."""
        return self.kept is not NOTHING

    @property
    def pending(self) -> bool:
        """Whether there is an answer in the controls that the cell does not keep."""
        return self.control.read() != self._settled

    def mimebundle(self) -> dict[str, object]:
        """What to display."""
        name = f"Exercise {self.task.id}: {self.task.title}"
        return mimebundle(self.root, f"{name} (run this cell in JupyterLab to answer)")

    def take_over(self, answer: object, problem: str = "") -> None:
        """Start from the answer in the cell; say so when it has not the right form."""
        wrong = self.form.problem(answer)
        if wrong:
            self.bar.say(f"The answer in this cell cannot be used. {wrong}", "warn")
            return
        self.control.show(answer)
        if problem:
            self.bar.say(f"{problem} Keep my answer does it for you.", "warn")
            return
        self.bar.say(KEPT, "good")
        self._settle(answer, self.control.read())

    def resume(self, earlier: Shown) -> None:
        """Go on from what was not kept when the cell ran again: a second run costs no work."""
        self.hint(earlier.hints)
        if earlier.pending and earlier.kept == self.kept:
            for (widget, name), (before, _) in zip(
                self.control.fields, earlier.control.fields, strict=True
            ):
                widget.set_trait(name, getattr(before, name))

    def hint(self, number: int) -> None:
        """Show hints up to this number; those that are shown stay."""
        self.hints = max(self.hints, min(number, len(self.task.hints)))
        self.hinted.value = "".join(map(as_html, hints_of(self.task, self.hints)))

    def _press(self, action: str) -> Order | None:
        if action == "hint":
            self._hint()
            return None
        if self.run_again:
            self.bar.say(RUN_AGAIN, "warn")
            return None
        return self._keep() if action == "keep" else self._reset()

    def _hint(self) -> None:
        last = len(self.task.hints)
        said = "There are no more hints." if self.hints == last else ""
        self.hint(self.hints + 1)
        self.bar.say(said or f"Hint {self.hints} of {last} stands below. It costs nothing.")

    def _keep(self) -> Order | None:
        answer = self.control.read()
        if wrong := self.form.problem(answer):
            self.bar.say(f"Not kept yet. {wrong}", "warn")
            return None
        source = keep(self.source, self.task.id, answer, self.hints)
        return Order(partial(self._swapped, answer, source), self.source, source)

    def _reset(self) -> Order | None:
        self.control.clear()
        if not any(each.kept for each in kept_answers(self.source) if each.task == self.task.id):
            self.bar.say("")
            return None
        source = forget(self.source, self.task.id)
        return Order(partial(self._swapped, NOTHING, source), self.source, source)

    def _swapped(self, answer: object, source: str, outcome: str, _: str) -> None:
        if outcome in REFUSED:
            self.bar.say(REFUSED[outcome], "warn", paste=self._line(answer))
            return
        self.source = source
        if outcome == "unsaved":
            self.bar.say(UNSAVED, "warn")
        elif answer is NOTHING:
            self.bar.say("Taken out of this cell, and saved. Undo in the cell brings it back.")
        else:
            self.bar.say("Kept in this cell, and saved.", "good")
        self._settle(answer, self._blank if answer is NOTHING else answer)

    def _line(self, answer: object) -> str:
        call = f'exercise("{self.task.id}")'
        return call if answer is NOTHING else keep(call, self.task.id, answer, self.hints)

    def _settle(self, answer: object, shown: object) -> None:
        self.kept, self._settled = answer, shown
        said_aloud(self._show_feedback, self.bar.say)()

    def _show_feedback(self) -> None:
        self.feedback.value = after_keeping(self.task, self.kept) if self.is_kept else ""

    def _changed(self, _: object = None) -> None:
        if not self.pending:
            self.bar.say(KEPT if self.is_kept else "", "good" if self.is_kept else "")
        elif self.bar.says != CHANGED:
            self.bar.say(CHANGED if self.is_kept else UNKEPT)


def _words(name: str, html: str = "") -> HTML:
    text = HTML(html)
    text.add_class(f"lessons-{name}")
    text.add_class("jp-RenderedHTMLCommon")
    return text


def framed(bar: Bar, parts: list[Widget]) -> VBox:
    """The parts in a frame, by which their bar finds its cell."""
    frame = VBox(parts)
    frame.add_class("lessons-exercise")
    bar.root = frame.model_id
    return frame


def mimebundle(root: Widget, text: str) -> dict[str, object]:
    """What to display: a widget, and a line for pages that show none."""
    view = {"version_major": 2, "version_minor": 0, "model_id": root.model_id}
    return {VIEW: view, "text/plain": text}
