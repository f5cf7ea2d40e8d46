"""The numbers of notebook 03."""

from __future__ import annotations

from typing import Any


def facts() -> dict[str, Any]:
    """Name to number, as the notebook prints it; agreement is of all texts of a group."""
    from lessons.articles import sample_article
    from lessons.scores import sentences
    from lessons.scores.table import groups
    from lessons.sentiment import label_of, score
    from lessons.teaching import read_text

    article = sample_article()
    scores = [score(sentence.text) for sentence in article.sentences]
    compounds = [each.compound for each in scores]
    labels = read_text("article").labels
    evidence = [each.evidence for each in scores]
    (bright,) = (word.lexicon for word in score("bright").words)
    tables = {table.title: table for table in sentences.tables(groups())}
    kappa = tables["Sentence sentiment, kappa"]
    share = tables["Sentence sentiment, same label"]

    def at(row: str, column: str) -> str:
        return f"{kappa.rows[row][kappa.columns.index(column)]:.2f}"

    hidden = share.rows["VADER, names hidden"][share.columns.index("article")]
    return {
        "sentences": len(scores),
        "tokens": len(article.tokens),
        "words": sum(len(each.words) for each in scores),
        "silent": evidence.count("none"),
        "cancelled": evidence.count("cancelled"),
        "readers_up": labels.count("positive"),
        "readers_down": labels.count("negative"),
        "agree": sum(
            label_of(compound) == label for compound, label in zip(compounds, labels, strict=True)
        ),
        "agree_hidden": round(hidden * len(scores)),
        "kappa_teaching": at("VADER", "teaching"),
        "kappa_held_out": at("VADER", "held out"),
        "hidden_teaching": at("VADER, names hidden", "teaching"),
        "hidden_held_out": at("VADER, names hidden", "held out"),
        "compound": f"{score(article.text).compound:+.2f}",
        "mean": f"{sum(compounds) / len(compounds):+.2f}",
        "bright": f"{bright:+.1f}",
    }
