"""An exercise as Python sees it: what it orders a page to do, and when it reveals what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lessons.checks.feedback import Misconception
from lessons.checks.forms import Choice, Cuts, Fields, Line, Number
from lessons.checks.submission import Submission
from lessons.checks.task import Task
from lessons.exercises.shown import NOTHING, Shown

GUESS = Fields({"split": Number("Pieces", 1, 99), "why": Line("Why")})
PREDICTION = Task(
    id="1.a",
    kind="prediction",
    title="Guess",
    prompt="How many?",
    form=GUESS,
    reveal=lambda answer: f"| said | is |\n|---|---|\n| {answer['split']} | `<26>` |",  # type: ignore[index]
)
CUT = Task(
    id="1.b",
    kind="skill",
    title="Cut",
    prompt="Cut it.",
    points=3,
    form=Cuts("Lee's visit"),
    promised=("clitics", "marks"),
    misconceptions=(Misconception("m", "claim", "why", "help"),),
)


@CUT.check()
def an_answer_is_kept(submission: Submission) -> None:
    submission.answer("1.b")


class Page:
    """The front end's part, without one: it does as it is told, or refuses."""

    def __init__(self, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shown, self.source = shown, shown.source
        self.sent: list[dict[str, Any]] = []
        monkeypatch.setattr(shown.bar, "send", self.sent.append)

    def click(self, action: str, refuse: str = "") -> None:
        self.ask(action)
        if order := self.sent[-1].get("order"):
            outcome = refuse or ("saved" if self.source == order["expected"] else "changed")
            if outcome in ("saved", "unsaved"):
                self.source = order["source"]
            self.tell({"done": order["number"], "outcome": outcome, "path": "a.ipynb"})

    def ask(self, action: str) -> None:
        values = [getattr(widget, name) for widget, name in self.shown.control.fields]
        self.tell({"action": action, "view": "v", "values": values})

    def tell(self, message: dict[str, Any]) -> None:
        self.shown.bar._hear(None, message, None)


@pytest.fixture
def guess(monkeypatch: pytest.MonkeyPatch) -> Page:
    return Page(Shown(PREDICTION, '# mine\nexercise("1.a")'), monkeypatch)


def fill(page: Page, *values: object) -> None:
    for (widget, name), value in zip(page.shown.control.fields, values, strict=True):
        setattr(widget, name, value)


def test_an_answer_goes_into_the_source_and_only_then_the_reveal_shows(guess: Page) -> None:
    fill(guess, "21", "spaces")
    assert guess.shown.feedback.value == ""
    guess.click("keep")
    assert guess.source == "# mine\nexercise(\"1.a\", answer={'split': 21, 'why': 'spaces'})"
    assert guess.shown.kept == {"split": 21, "why": "spaces"}
    assert "<code>&lt;26&gt;</code>" in guess.shown.feedback.value
    assert guess.shown.bar.says == "Kept in this cell, and saved."


def test_what_the_page_reads_from_its_controls_counts_though_their_messages_are_late(
    guess: Page,
) -> None:
    guess.tell({"action": "keep", "view": "v", "values": ["7", "late"]})
    assert "answer={'split': 7, 'why': 'late'}" in guess.sent[-1]["order"]["source"]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (("", ""), "Not kept yet. “Pieces” has no answer yet."),
        (("lots", "x"), "takes a whole number from 1 to 99; saw 'lots'"),
        (("100", "x"), "takes a whole number from 1 to 99; saw 100"),
        (("5", "  "), "“Why” has no answer yet."),
    ],
)
def test_an_answer_of_the_wrong_form_is_not_kept(
    guess: Page, values: tuple[str, str], says: str
) -> None:
    fill(guess, *values)
    guess.click("keep")
    assert guess.sent == [{"view": "v"}]
    assert says in guess.shown.bar.says
    assert guess.shown.kept is NOTHING


@pytest.mark.parametrize("outcome", ["changed", "copied", "absent", "elsewhere"])
def test_a_refusal_keeps_nothing_and_shows_the_line_to_paste(guess: Page, outcome: str) -> None:
    fill(guess, "21", "x")
    guess.click("keep", refuse=outcome)
    assert guess.shown.kept is NOTHING
    assert guess.shown.feedback.value == ""
    assert guess.shown.bar.paste == "exercise(\"1.a\", answer={'split': 21, 'why': 'x'})"


def test_each_refusal_has_words_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    said = set()
    for outcome in ("changed", "copied", "absent", "elsewhere", "unsaved"):
        page = Page(Shown(PREDICTION, 'exercise("1.a")'), monkeypatch)
        fill(page, "21", "x")
        page.click("keep", refuse=outcome)
        said.add(page.shown.bar.says)
    assert len(said) == 5


def test_an_answer_in_the_cell_that_could_not_be_saved_is_kept_with_a_warning(guess: Page) -> None:
    fill(guess, "21", "x")
    guess.click("keep", refuse="unsaved")
    assert guess.shown.is_kept
    assert "could not be saved" in guess.shown.bar.says
    assert guess.shown.bar.mood == "warn"


def test_a_double_click_keeps_once_and_says_so(guess: Page) -> None:
    fill(guess, "21", "x")
    guess.ask("keep")
    guess.ask("keep")
    first, second = (sent["order"]["number"] for sent in guess.sent)
    guess.tell({"done": first, "outcome": "saved", "path": ""})
    guess.tell({"done": second, "outcome": "saved", "path": ""})
    assert guess.shown.source.count("answer=") == 1
    assert guess.shown.bar.mood == "good"


def test_keeping_again_replaces_and_reset_takes_out(guess: Page) -> None:
    fill(guess, "21", "x")
    guess.click("keep")
    fill(guess, "22", "x")
    assert guess.shown.pending
    guess.click("keep")
    assert "'split': 22" in guess.source
    guess.click("reset")
    assert guess.source == '# mine\nexercise("1.a")'
    assert guess.shown.feedback.value == ""
    assert not guess.shown.pending


def test_reset_of_what_was_never_kept_touches_no_cell(guess: Page) -> None:
    fill(guess, "21", "x")
    guess.click("reset")
    assert guess.sent == [{"view": "v"}]
    assert guess.shown.control.read() == {}


def test_reset_takes_out_an_answer_of_the_wrong_form_too(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(Shown(PREDICTION, 'exercise("1.a", answer=29)'), monkeypatch)
    page.shown.take_over(29)
    page.click("reset")
    assert page.source == 'exercise("1.a")'


def test_what_changes_while_the_page_saves_is_not_called_kept(guess: Page) -> None:
    fill(guess, "21", "x")
    guess.ask("keep")
    fill(guess, "22", "x")
    guess.tell({"done": guess.sent[-1]["order"]["number"], "outcome": "saved", "path": ""})
    assert guess.shown.kept == {"split": 21, "why": "x"}
    assert guess.shown.pending


def test_a_page_that_cannot_read_its_controls_goes_by_what_python_heard(guess: Page) -> None:
    fill(guess, "21", "x")
    guess.tell({"action": "keep", "view": "v", "values": None})
    assert "'split': 21" in guess.sent[-1]["order"]["source"]


def test_a_call_that_is_not_in_the_cell_is_said_not_raised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(Shown(PREDICTION, 'for id in ["1.a"]: exercise(id)'), monkeypatch)
    fill(page, "21", "x")
    page.click("keep")
    assert "Put this line into a cell of its own" in page.shown.bar.says
    assert page.sent == [{"view": "v"}]


def test_what_breaks_is_said_in_the_widget(guess: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guess.shown.control, "read", lambda: 1 / 0)
    guess.ask("keep")
    assert "ZeroDivisionError" in guess.shown.bar.says
    assert guess.sent == [{"view": "v"}]  # the page is not left waiting


def test_a_reveal_that_breaks_costs_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Task(
        id="1.a", kind="prediction", title="", prompt="", form=GUESS, reveal=lambda _: str(1 / 0)
    )
    page = Page(Shown(broken, 'exercise("1.a")'), monkeypatch)
    fill(page, "21", "x")
    page.click("keep")
    assert page.shown.is_kept
    assert "not your mistake" in page.shown.bar.says


def test_a_typed_answer_is_the_same_record() -> None:
    shown = Shown(CUT, 'exercise("1.b", answer=("Lee", "\'s", "visit"))')
    shown.take_over(("Lee", "'s", "visit"))
    assert shown.control.read() == ["Lee", "'s", "visit"]
    assert shown.is_kept
    assert not shown.pending
    assert (
        "Whether it is right is said at grading. It looks at: clitics; marks."
        in shown.feedback.value
    )


@pytest.mark.parametrize("answer", [29, None, {"split": "29", "why": "x"}, ["Lee"], object()])
def test_a_typed_answer_of_the_wrong_form_is_said_and_reveals_nothing(answer: object) -> None:
    shown = Shown(PREDICTION, "")
    shown.take_over(answer)
    assert shown.bar.says.startswith("The answer in this cell cannot be used.")
    assert not shown.is_kept
    assert shown.feedback.value == ""


def test_an_answer_that_grading_cannot_read_is_not_called_kept() -> None:
    shown = Shown(CUT, 'exercise("1.b", answer=tokens)')
    shown.take_over(["Lee's", "visit"], "The answer is not a literal.")
    assert not shown.is_kept
    assert shown.bar.mood == "warn"
    assert shown.control.read() == ["Lee's", "visit"]


def test_a_second_run_goes_on_from_what_was_not_kept() -> None:
    first, second = Shown(PREDICTION, ""), Shown(PREDICTION, "")
    first.control.fields[0][0].value = "many"
    second.resume(first)
    assert second.control.read() == {"split": "many"}
    assert second.pending


def test_a_second_run_takes_the_answer_of_the_cell_when_that_is_another() -> None:
    first, second = Shown(CUT, ""), Shown(CUT, "")
    first.control.show(["Lee", "'s", "visit"])
    second.take_over(["L", "ee's", "visit"])
    second.resume(first)
    assert second.control.read() == ["L", "ee's", "visit"]


def test_a_change_and_its_way_back_are_told(guess: Page) -> None:
    fill(guess, "21", "x")
    guess.click("keep")
    fill(guess, "22", "x")
    assert guess.shown.bar.says.startswith("Changed since it was kept")
    fill(guess, "21", "x")
    assert guess.shown.bar.says == "Kept in this cell."


@pytest.mark.parametrize(
    ("form", "answer"),
    [
        (Choice("Who?", ("a", "b")), "b"),
        (Number("How many?", -5, 5), -3),
        (Line("Say"), "“it's”"),
        (Fields({"n": Number("N", 0, 9), "c": Choice("C", ("x",))}), {"n": 0, "c": "x"}),
        (Cuts("a-b c"), ["a", "-", "b", "c"]),
    ],
)
def test_every_form_is_drawn_and_read_back(form: Any, answer: object) -> None:
    shown = Shown(Task(id="1.a", kind="skill", title="T", prompt="", form=form), "")
    assert shown.form.problem(shown.control.read()) or isinstance(form, Cuts)
    shown.control.show(answer)
    assert shown.control.read() == answer
    shown.control.clear()
    assert not shown.pending


HINTED = replace(CUT, hints=("Look at the mark.", "It is a `clitic`.", "she'd: she, 'd."))


def test_hints_come_one_at_a_time_and_are_on_record_with_the_next_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(Shown(HINTED, 'exercise("1.b")'), monkeypatch)
    page.click("hint")
    page.click("hint")
    assert page.source == 'exercise("1.b")'
    assert "Hint 2 of 3" in page.shown.hinted.value
    assert "<code>clitic</code>" in page.shown.hinted.value
    assert "she'd" not in page.shown.hinted.value
    assert not page.shown.pending
    page.click("keep")
    assert page.source == 'exercise("1.b", answer=["Lee\'s", \'visit\'], hints=2)'
    page.click("reset")
    assert page.source == 'exercise("1.b", hints=2)'


def test_hints_on_record_are_shown_again_and_a_second_run_loses_none() -> None:
    earlier = Shown(HINTED, 'exercise("1.b", hints=1)')
    earlier.hint(1)
    assert "Look at the mark." in earlier.hinted.value
    earlier.hint(2)
    again = Shown(HINTED, 'exercise("1.b", hints=1)')
    again.hint(1)
    again.resume(earlier)
    assert again.hints == 2


def test_after_the_last_hint_there_are_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(Shown(HINTED, 'exercise("1.b")'), monkeypatch)
    page.shown.hint(99)
    page.click("hint")
    assert page.shown.hints == 3
    assert page.shown.bar.says == "There are no more hints."


def test_a_task_without_hints_has_no_button_for_them() -> None:
    assert [action for action, _ in Shown(CUT, "").bar.buttons] == ["keep", "reset"]
    assert [action for action, _ in Shown(HINTED, "").bar.buttons] == ["keep", "hint", "reset"]
