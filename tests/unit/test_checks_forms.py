"""A form judges the shape of an answer, and says what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.checks.forms import Breaks, Choice, Cuts, Fields, Form, Line, Number, Spans

PICK = Choice("It was made by", ("split", "nltk"))
COUNT = Number("Tokens", 1, 99)
NAMES = Spans(("Lee", "met", "Kang", "Yoo-jung"), ("PERSON", "GPE"))
BREAKS = Breaks(("One.", "Two.", "Three."), ("new theme", "new time"))
FORMS: list[Form] = [
    PICK,
    COUNT,
    Line("A sentence"),
    Fields({"a": PICK, "b": COUNT}),
    Cuts("A b."),
    NAMES,
    BREAKS,
]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.sampled_from(FORMS), anything)
def test_any_answer_gets_a_sentence_or_passes(form: Form, answer: object) -> None:
    assert isinstance(form.problem(answer), str)


@pytest.mark.parametrize(
    ("form", "answer"),
    [
        (PICK, "nltk"),
        (COUNT, 29),
        (COUNT, 29.0),
        (Line("A sentence"), "It rained."),
        (Fields({"a": PICK, "b": COUNT}), {"b": 1, "a": "split"}),
        (Cuts("Lee's  back."), ["Lee", "'s", "back", "."]),
        (Cuts("Lee's back."), ("Lee's", "back.")),
        (NAMES, [(0, 1, "PERSON"), (2, 4, "PERSON")]),
        (NAMES, []),
        (BREAKS, {2: "new time"}),
        (Breaks(("One.", "Two.")), [1]),
    ],
)
def test_a_well_formed_answer_has_no_problem(form: Form, answer: object) -> None:
    assert form.problem(answer) == ""


@pytest.mark.parametrize(
    ("form", "answer", "said"),
    [
        (PICK, "spacy", "takes one of 'split', 'nltk'; saw 'spacy'"),
        (COUNT, 100, "from 1 to 99; saw 100"),
        (COUNT, True, "whole number"),
        (COUNT, "29", "whole number"),
        (COUNT, 28.5, "whole number"),
        (COUNT, float("nan"), "whole number"),
        (Line("A sentence"), "  ", "takes a line of text"),
        (Line("A sentence"), "x" * 301, "at most 300"),
        (Fields({"a": PICK}), "split", "a dict with the keys 'a'"),
        (Fields({"a": PICK, "b": COUNT}), {"a": "split"}, "“Tokens” has no answer yet"),
        (Fields({"a": PICK}), {"a": "split", "z": 1}, "saw 'z'"),
        (Fields({"a": PICK, "b": COUNT}), {"A": "split", "b": 1}, "spelt so; saw 'A'"),
        (
            Choice("G. (a levee held) Upstream it was another story", ("+", "-")),
            "x",
            "“G. (a levee held) Upstream it was …” takes",
        ),
        (Cuts("Lee's back."), "Lee 's back .", "a list of tokens"),
        (Cuts("Lee's back."), ["Lee", "back", "."], 'the text goes on "\'s back."'),
        (Cuts("Lee's back."), ["Lee", "'s"], "stop before 'back.'"),
        (Cuts("Lee's back."), ["Lee's back", "."], "hold no space"),
        (Cuts("Lee's back."), ["Lee's", "back.", "b"], "the text goes on ''"),
        (Cuts("Lee's back."), ["", "Lee's", "back."], "own characters in order"),
        (NAMES, "Lee", "a list of (start, end, label)"),
        (NAMES, [(0, 0, "PERSON")], "from 0 to 4"),
        (NAMES, [(0, 5, "PERSON")], "from 0 to 4"),
        (NAMES, [(0, 1, "CITY")], "a label of PERSON, GPE"),
        (NAMES, [(True, 1, "GPE")], "from 0 to 4"),
        (NAMES, [(0, 2, "GPE"), (1, 3, "GPE")], "may not overlap"),
        (BREAKS, [1], "a dict from sentence number to reason"),
        (BREAKS, {3: "new time"}, "after a sentence from 1 to 2"),
        (BREAKS, {1: ""}, "has no reason yet"),
        (Breaks(("One.", "Two.")), [1, 1], "named twice"),
    ],
)
def test_a_problem_says_what_was_wanted_and_what_was_seen(
    form: Form, answer: object, said: str
) -> None:
    assert said in form.problem(answer)
