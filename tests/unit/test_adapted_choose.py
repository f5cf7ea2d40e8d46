"""What tasks ask about follows from the text alone, for every text."""

from __future__ import annotations

import pytest

from lessons.adapted import choose
from lessons.annotations import teaching_folder
from lessons.articles import Article, read_article
from lessons.sentiment import score
from lessons.teaching import read_text

TEXTS = sorted(path.parent.name for path in teaching_folder().glob("*/tokens.tsv"))


@pytest.fixture(params=TEXTS)
def article(request: pytest.FixtureRequest) -> Article:
    return read_article(read_text(request.param).text)


def test_the_sentence_to_count_is_one_about_which_split_errs(article: Article) -> None:
    sentence = article.sentences[choose.to_count(article)]
    assert len(article.tokens_in(sentence)) > len(sentence.text.split())


def test_the_sentence_to_cut_is_another_and_is_cut_as_nltk_writes_it(article: Article) -> None:
    sentence = choose.to_cut(article)
    assert sentence != article.sentences[choose.to_count(article)].text
    assert sentence in article.text
    assert '"' not in sentence


def test_ten_sentences_are_chosen_in_order_with_every_sign_that_the_text_has(
    article: Article,
) -> None:
    sentences = [each.text for each in article.sentences]
    chosen = choose.to_sign(sentences)
    assert chosen == sorted(set(chosen))
    assert len(chosen) == choose.TEN

    def kinds(those: list[str]) -> set[tuple[str, bool]]:
        return {(found.evidence, found.compound > 0) for found in map(score, those)}

    assert kinds([sentences[number - 1] for number in chosen]) == kinds(sentences)


def test_the_most_alike_paragraphs_are_among_five_pairs(article: Article) -> None:
    pairs = choose.likenesses(article)
    assert len(pairs) == 5
    assert list(pairs) == sorted(pairs, key=lambda pair: [int(n) for n in pair.split(" and ")])
    assert max(pairs.values()) > 0


def test_a_paragraph_without_abbreviations_is_not_said_to_have_any() -> None:
    assert choose.with_stops(read_article("They met. They left.\n\nIt rained.")) is None
    assert choose.with_stops(read_article("They met.\n\nDr. Ito met Gov. Ray. They left.")) == 1
