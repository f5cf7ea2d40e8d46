"""The numbers of notebook 05."""

from __future__ import annotations

from typing import Any


def facts() -> dict[str, Any]:
    """Name to number, as the notebook prints it."""
    from lessons import readings
    from lessons.agreement import raw_agreement
    from lessons.annotations import teaching_folder, texts_in
    from lessons.breaks import boundary_f1
    from lessons.sentiment import label_of, score

    texts = texts_in(teaching_folder())
    article = [text for text in texts if text.id == "article"]
    rest = [text for text in texts if text.id != "article"]
    groups = {
        name: [readings.pair_of(text) for text in group]
        for name, group in (("article", article), ("texts", rest))
    }
    a, b, gold = (
        [
            sentence.label
            for text in rest
            for sentence in {**text.readings, "g": text.gold}[side].sentences
        ]
        for side in "abg"
    )
    vader = [
        label_of(score(text.text[sentence.start : sentence.end]).compound)
        for text in rest
        for sentence in text.gold.sentences
    ]
    (pair,) = groups["article"]
    one, other = (side.breaks("coarse", side.segmentations[0]) for side in pair)
    found: dict[str, float] = {
        "a_gold": raw_agreement(a, gold),
        "b_gold": raw_agreement(b, gold),
        "a_b": raw_agreement(a, b),
        "vader": raw_agreement(vader, gold),
    }
    for name, pairs in groups.items():
        found[f"names_{name}"] = readings.entity_f1(pairs)
        found[f"labels_{name}"] = readings.label_agreement(pairs)
        found[f"breaks_{name}"] = readings.break_f1(pairs, "coarse")
    return {name: f"{value:.2f}" for name, value in found.items()} | {
        "sentences": len(gold),
        "parted": sum(x != y for x, y in zip(a, b, strict=True)),
        "shared": round(boundary_f1(one, other) * len(one)),
        "breaks": len(one),
    }
