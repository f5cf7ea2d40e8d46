"""The numbers and words that the notebooks of an adapted course state of its article."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

from lessons.adapted import choose
from lessons.adapted.gold import sentences_of
from lessons.articles import Article, sample_article
from lessons.sentiment import THRESHOLD, label_of, score
from lessons.topics import cosine, stems_of

NAMES = 5  # bars of the worked example of notebook 06
GUARD = 40  # characters by which a notebook knows its article
ABOUT_ARTICLE = re.compile("shared|breaks|.*_article")  # of what notebook 05 counts


def facts(number: str) -> dict[str, Any]:
    """Name to value, as the notebook prints it; nothing in it is about the sample article."""
    from lessons.facts import n04, n05

    found = _of_article()
    if number == "03":
        (bright,) = (word.lexicon for word in score("bright").words)
        return found | {"bright": f"{bright:+.1f}"}
    if number == "04":
        return found | n04.of_digests()
    if number == "05":  # not about the article at all, but for what is left out here
        return {name: n for name, n in n05.facts().items() if not ABOUT_ARTICLE.fullmatch(name)}
    return found


@cache
def _of_article() -> dict[str, Any]:
    article = sample_article()
    sentences = sentences_of(article)
    scores = [score(sentence) for sentence in sentences]
    compounds = [each.compound for each in scores]
    evidence = [each.evidence for each in scores]
    tokens = [token.text for token in article.tokens]
    stems = stems_of(article)
    counts = Counter(stem for block in stems for stem in block)
    gaps = [cosine(one, other) for one, other in pairwise(stems)]
    return {
        "begins": article.text[:GUARD],
        "paragraphs": len(article.paragraphs),
        "sentences": len(scores),
        "tokens": len(tokens),
        "types": len(set(tokens)),
        "folded": len({token.lower() for token in tokens}),
        "page_tokens": _page_tokens(article),
        "cut": len(article.cut),
        "asked": choose.to_count(article),
        "stops": choose.with_stops(article),
        "explain": choose.to_explain(sentences),
        "compound": f"{score(article.text).compound:+.2f}",
        "mean": f"{sum(compounds) / len(compounds):+.2f}",
        "words": sum(len(each.words) for each in scores),
        "silent": evidence.count("none"),
        "cancelled": evidence.count("cancelled"),
        "changed": sum(label_of(each, THRESHOLD) != label_of(each, 0.5) for each in compounds),
        "below": sum(each < 0 for each in compounds),
        "stems": len(counts),
        "once": sum(count == 1 for count in counts.values()),
        "gaps": len(gaps),
        "silent_gaps": gaps.count(0.0),
        "often": _often(article),
    }


def _page_tokens(article: Article) -> int:
    from nltk.tokenize import word_tokenize

    return len(word_tokenize(article.page))


def _often(article: Article) -> list[str]:
    """The words that come most often, no stop words or marks; of equals the first."""
    from nltk.corpus import stopwords

    idle = set(stopwords.words("english"))
    words = (token.text for token in article.tokens)
    counts = Counter(w for w in words if w.isalpha() and w.lower() not in idle)
    return [word for word, _ in counts.most_common(NAMES)]
