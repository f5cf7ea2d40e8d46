"""The numbers of notebook 02."""

from __future__ import annotations

from typing import Any


def facts() -> dict[str, Any]:
    """Name to number, as the notebook prints it; scores are F1 times 100."""
    from lessons.scores import names
    from lessons.scores.table import groups
    from lessons.tasks import t2f_improve as rule
    from lessons.teaching import read_text

    gold = read_text("article")
    table = next(each for each in names.tables(groups()) if "span and label" in each.title)
    column = {name: at for at, name in enumerate(table.columns)}

    def scores(group: str) -> list[int]:
        return [round(100 * row[column[group]]) for row in table.rows.values()]

    return {
        "tokens": len(gold.tokens),
        "outside": len(gold.tokens) - sum(end - start for start, end, _ in gold.entities),
        "last_here": scores("article")[-1],
        "last_unseen": scores("held out")[-1],
        "runs_here": f"{rule.f1_on(map(rule.teaching, rule.ARTICLE), rule.baseline):.3f}",
        "runs_elsewhere": f"{rule.f1_on(map(rule.teaching, rule.OTHERS), rule.baseline):.3f}",
    }
