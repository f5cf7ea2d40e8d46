"""The bar's own rules, which its JavaScript and ipywidgets count on."""

from __future__ import annotations

import pytest
from anywidget import AnyWidget
from ipywidgets import DOMWidget

from lessons.exercises.keep import HERE, Bar, said_aloud
from lessons.exercises.token_cuts import TokenCuts


@pytest.mark.parametrize("kind", [Bar, TokenCuts])
def test_no_trait_hides_an_attribute_of_a_widget(kind: type[AnyWidget]) -> None:
    own = {name for name in kind.class_own_traits() if not name.startswith("_")}
    assert own
    assert not own & set(dir(DOMWidget))


@pytest.mark.parametrize("script", sorted(HERE.glob("*.js")), ids=lambda path: path.name)
def test_scripts_write_text_never_html(script: object) -> None:
    source = script.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert "textContent" in source
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
        assert way not in source


def test_only_one_script_knows_jupyterlab() -> None:
    knowing = [path.name for path in HERE.glob("*.js") if "widget_manager" in path.read_text()]
    assert knowing == ["keep.js"]


def test_an_error_in_a_callback_becomes_a_sentence() -> None:
    said: list[str] = []

    def broken(_: object) -> None:
        raise KeyError("x")

    said_aloud(broken, lambda sentence, mood: said.append(sentence))(1)
    assert said == [
        "The exercise itself broke (KeyError: 'x'): this is not your mistake. "
        "Run the cell again; your kept answer is safe in it."
    ]


def test_strange_messages_change_nothing() -> None:
    bar = Bar("Exercise", {"keep": "Keep"}, [], press=lambda action: None)
    for message in ({}, {"done": 99, "outcome": "saved"}, {"kind": "anywidget-command"}):
        bar._hear(None, message, None)
    assert bar.says == ""
