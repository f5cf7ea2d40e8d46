"""What the tasks of notebook 01 state about tokenizers is what the tokenizers do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from nltk.tokenize import (
    NLTKWordTokenizer,
    TweetTokenizer,
    sent_tokenize,
    word_tokenize,
    wordpunct_tokenize,
)

from lessons.articles import sample_article
from lessons.checks.task import Task
from lessons.resources import install
from lessons.tasks import t1a_count, t1b_cut, t1c_which, t1d_types, t1e_offsets, t1f_stops

install()
MADE: dict[str, Callable[[str], list[str]]] = {
    "str.split": str.split,
    "word_tokenize": word_tokenize,
    "wordpunct_tokenize": wordpunct_tokenize,
    "TweetTokenizer": TweetTokenizer().tokenize,
}
FRAGMENT = "Lee's spokesperson Kang Yoo-jung told reporters."
STRING = "Dr. Okafor can't say who'll pay the $4.2 million."


@pytest.mark.parametrize(
    ("task", "text", "makers"),
    [
        (t1c_which.PRACTICE, FRAGMENT, ("wordpunct_tokenize", "str.split", "word_tokenize")),
        (t1c_which.TASK, STRING, ("TweetTokenizer", "word_tokenize", "wordpunct_tokenize")),
    ],
)
def test_each_row_was_made_by_its_maker_and_by_no_other(
    task: Task, text: str, makers: tuple[str, ...]
) -> None:
    rows = re.findall(r"- \*\*[ABC]\*\* `(.+)`", task.prompt)
    assert [row.split(" | ") for row in rows] == [MADE[maker](text) for maker in makers]
    assert len({tuple(made(text)) for made in MADE.values()}) == len(MADE)


def test_the_practice_reveals_the_makers_that_made_the_rows() -> None:
    assert t1c_which.PRACTICE.reveal
    told = t1c_which.PRACTICE.reveal({"A": "str.split"})
    assert "| A | str.split | wordpunct_tokenize |" in told
    assert "| B | None | str.split |" in told


def test_sentences_of_the_article_that_tasks_quote_stand_in_it() -> None:
    sentences = [each.text for each in sample_article().sentences]
    assert t1b_cut.ARTICLE_SENTENCE in sentences
    quoted = sentences[t1a_count.SENTENCE]
    assert quoted in t1a_count.TASK.prompt
    assert FRAGMENT in sample_article().text


def test_a_perfect_cut_is_told_so_and_a_poor_one_what_to_look_at() -> None:
    assert t1b_cut.PRACTICE.reveal
    gold = word_tokenize(t1b_cut.ARTICLE_SENTENCE)
    assert f"**{len(gold)} tokens**" in t1b_cut.PRACTICE.reveal(gold)
    told = t1b_cut.PRACTICE.reveal(t1b_cut.ARTICLE_SENTENCE.split())
    assert "| missing cut | clitic | `Japan | 's` | `Japan's` |" in told


def test_nltk_tears_a_clitic_at_a_curly_apostrophe_which_is_why_the_article_has_none() -> None:
    assert word_tokenize("Lee’s") == ["Lee", "’", "s"]
    assert word_tokenize("Lee's") == ["Lee", "'s"]
    assert "’" not in sample_article().text


def test_the_examples_of_the_code_tasks_are_right() -> None:
    for text, expected in t1d_types.EXAMPLES:
        tokens = word_tokenize(text)
        folded = {token.lower() for token in tokens}
        assert (len(tokens), len(set(tokens)), len(folded)) == expected
    for text, places in t1e_offsets.EXAMPLES:
        assert all(text[start:end] == token for token, start, end in places)
        found, at = [], 0
        for sentence in sent_tokenize(text):
            at = text.index(sentence, at)
            found += [(at + a, at + b) for a, b in NLTKWordTokenizer().span_tokenize(sentence)]
        assert [(start, end) for _, start, end in places] == found


def test_punkt_and_a_reader_part_ways_on_the_second_text() -> None:
    assert sent_tokenize(t1f_stops.TEXT)[0] == "Gen. Ray flew to the U.S. Washington was pleased."
    assert t1f_stops.PRACTICE.reveal
    told = t1f_stops.PRACTICE.reveal({"US": "ends a sentence"})
    assert "| `U.S.` | ends a sentence | ends a sentence |" in told
