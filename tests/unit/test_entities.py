"""Names by tagger, lists, grammar, cues and memory: each stage, and all together."""

import doctest
import subprocess
import sys
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons import entities
from lessons.articles import read_article, sample_article
from lessons.entities import (
    LABELS,
    Entity,
    Word,
    capital_runs,
    chunk,
    gazetteer,
    listed_names,
    look_up,
    proper_noun_runs,
    remember,
    tag_dates,
    tag_entities,
    tag_words,
)


def found(text):
    return [(each.label, each.text) for each in tag_entities(read_article(text))]


def words(*pairs):
    """Words side by side with one space between, from (text, tag)."""
    at, made = 0, []
    for text, tag in pairs:
        made.append(Word(at, at + len(text), text, tag))
        at += len(text) + 1
    return made


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(entities).failed == 0
    assert doctest.testmod(entities).attempted > 0


def test_nothing_is_loaded_before_it_is_asked_for():
    modules = "agreement annotations breaks dates digest entities guide readings scores sentiment"
    loading = "; ".join(
        f"import lessons.{name}" for name in [*modules.split(), "spans", "tokens", "topics"]
    )
    heavy = "{'nltk', 'numpy', 'matplotlib'} & {name.split('.')[0] for name in sys.modules}"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {loading}; print({heavy})"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"


def test_the_lists_name_no_word_twice():
    lines = (entities.own_folder() / "data" / "gazetteer.tsv").read_text("utf-8").splitlines()
    assert len(gazetteer()) == len(lines) - 1
    assert set(LABELS) - {"PERSON"} <= set(gazetteer().values())


def test_stage_1_tags_each_sentence_by_itself():
    tagged = tag_words(read_article('"No," she said. Lee left.'))
    assert [[word.tag for word in sentence] for sentence in tagged] == [
        ["``", "UH", ",", "''", "PRP", "VBD", "."],
        ["NNP", "VBD", "."],
    ]


def test_stage_2_takes_the_longest_listed_name():
    (south_korea,) = look_up(words(("South", "NNP"), ("Korea", "NNP")))
    assert south_korea == Word(0, 11, "South Korea", "GPE")


@pytest.mark.parametrize(
    ("text", "tag", "becomes"),
    [
        ("OSLO", "NNP", "GPE"),
        ("U.S.-Japan", "JJ", "GPE"),
        ("Anglo-Dutch", "JJ", "NORP"),
        ("Swiss-made", "JJ", "JJ"),
        ("UNHCR", "NNP", "ORGANIZATION"),
        ("TV", "NNP", "STOP"),
        ("of", "IN", "OF"),
        ("(", "NNP", ":"),
        ("table", "NN", "NN"),
    ],
)
def test_stage_2_knows_a_word_by_its_parts_its_shape_or_as_a_cue(text, tag, becomes):
    assert look_up(words((text, tag)))[0].tag == becomes


def test_stage_3_leaves_a_title_outside_and_calls_an_untyped_name_NAME():  # noqa: N802
    sentence = words(("President", "TITLE"), ("Lee", "NNP"), ("met", "VBD"), ("Kang", "NNP"))
    assert [(each.label, each.text) for each in chunk(sentence)] == [
        ("PERSON", "Lee"),
        ("NAME", "Kang"),
    ]


def test_stage_3_takes_any_grammar():
    sentence = words(("Lee", "NNP"), ("Jae", "NNP"), ("spoke", "VBD"))
    assert chunk(sentence, "X: {<NNP>}") == [Entity(0, 3, "X", "Lee"), Entity(4, 7, "X", "Jae")]


def test_stage_4_types_a_bare_name_by_one_seen_and_drops_the_rest():
    lee, again, other = (
        Entity(0, 13, "PERSON", "Lee Jae Myung"),
        Entity(20, 23, "NAME", "Lee"),
        Entity(30, 36, "NAME", "August"),
    )
    assert remember([lee, again, other]) == [lee, Entity(20, 23, "PERSON", "Lee")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Korean President Lee spoke.", [("NORP", "South Korean"), ("PERSON", "Lee")]),
        ("They left Tokyo.", [("GPE", "Tokyo")]),
        ("The Korean peninsula is calm.", [("LOCATION", "Korean peninsula")]),
        ("The Ministry of Health of Ghana met.", [("ORGANIZATION", "Ministry of Health of Ghana")]),
        ("He ran the Berlin Marathon.", []),
        ("Fish live in Lake Chad.", [("LOCATION", "Lake Chad")]),
        ("Analysts left in August.", []),
    ],
)
def test_the_stages_together_follow_the_guide(text, expected):
    assert found(text) == expected


def test_every_entity_is_cut_from_the_text_and_none_overlaps():
    article = sample_article()
    tagged = [*tag_entities(article)]
    assert tagged
    assert all(article.text[each.start : each.end] == each.text for each in tagged)
    assert all(one.end <= other.start for one, other in pairwise(tagged))
    assert {each.label for each in tagged} <= set(LABELS)


@settings(max_examples=50)
@given(
    st.text(
        st.sampled_from("ABc. -U.S()&<>/\"'\n\u00a0é東") | st.characters(exclude_categories=["C"]),
        max_size=60,
    )
)
def test_any_text_is_tagged_and_every_entity_is_its_own(text):
    article = read_article(text)
    tagged = tag_entities(article)
    assert [article.text[each.start : each.end] for each in tagged] == [e.text for e in tagged]
    assert all(one.end <= other.start for one, other in pairwise(tagged))


def test_a_name_broken_over_a_line_is_still_the_texts_own():
    text = "They met in South\nKorea, and then in New\nYork."
    article = read_article(text)
    assert all(article.text[each.start : each.end] == each.text for each in tag_entities(article))


@pytest.mark.parametrize("text", ["", "...", "\n\n", "(", "東京で首脳会談が開かれた。"])
def test_a_text_without_names_has_none(text):
    assert found(text) == []


def test_thousands_of_capitals_in_a_row_end_in_time():
    began = time.monotonic()
    found("Abc " * 5_000)
    assert time.monotonic() - began < 20


def test_dates_are_a_layer_of_their_own():
    article = sample_article()
    dates = tag_dates(article)
    assert [each.text for each in dates][:2] == ["August 23 to 24", "2025"]
    assert {each.label for each in dates} == {"DATE"}


def test_the_baselines_make_the_mistakes_they_are_shown_for():
    article = sample_article()
    runs = [each.text for each in capital_runs(article)]
    assert runs[0] == "South Korean President Lee Jae Myung"
    assert "Relations" in runs
    assert "President Lee" in [each.text for each in proper_noun_runs(article)]
    assert "Lee" not in [each.text for each in listed_names(article)]
