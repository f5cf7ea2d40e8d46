"""How far the two readings agree: as it is, low figures too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from lessons import readings
from lessons.scores.table import Groups, Table

FIGURES: dict[str, Callable[[Sequence[readings.Pair]], float]] = {
    "tokens, F1": readings.token_f1,
    "entities, F1 of span and label": readings.entity_f1,
    "entities, F1 of span": readings.entity_span_f1,
    "entities, kappa of tags": readings.entity_kappa,
    "dates, F1": readings.date_f1,
    "sentiment, weighted kappa of grades": readings.grade_kappa,
    "sentiment, same label": readings.label_agreement,
    "coarse breaks, WindowDiff (0 is best)": partial(readings.break_window_diff, level="coarse"),
    "coarse breaks, F1": partial(readings.break_f1, level="coarse"),
    "coarse breaks, F1 near 1": partial(readings.break_f1, level="coarse", near=1),
    "fine breaks, WindowDiff (0 is best)": partial(readings.break_window_diff, level="fine"),
    "fine breaks, F1": partial(readings.break_f1, level="fine"),
    "fine breaks, F1 near 1": partial(readings.break_f1, level="fine", near=1),
}


def tables(groups: Groups) -> list[Table]:
    """Agreement by layer."""
    pairs = [[readings.pair_of(text) for text in texts] for texts in groups.values()]
    rows = {name: tuple(figure(each) for each in pairs) for name, figure in FIGURES.items()}
    return [Table("Agreement of the two readings", tuple(groups), rows)]
