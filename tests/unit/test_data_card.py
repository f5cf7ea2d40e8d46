"""data/README.md: every figure it prints of the annotated texts, computed anew."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from lessons import readings
from lessons.agreement import cohen_kappa, raw_agreement
from lessons.annotations import (
    AnnotatedText,
    Sentence,
    held_out_folder,
    teaching_folder,
    texts_in,
)
from lessons.readings import Pair
from lessons.spans import f1

DATA = teaching_folder().parent
HELD_OUT = held_out_folder() or Path()
CARD = (DATA / "README.md").read_text(encoding="utf-8")


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def table_under(heading: str) -> dict[str, list[str]]:
    """The first table below a heading of the data card, without its head: first cell to others."""
    lines = CARD.split(heading, 1)[1].split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("|---"))
    cells: dict[str, list[str]] = {}
    for line in lines[start + 1 :]:
        if not line.startswith("|"):
            break
        first, *others = (cell.strip() for cell in line.strip("|").split("|"))
        cells[first] = others
    return cells


def groups() -> dict[str, list[AnnotatedText]]:
    teaching = texts_in(teaching_folder())
    return {
        "article": [text for text in teaching if text.id == "article"],
        "teaching texts": [text for text in teaching if text.id != "article"],
        "held-out texts": texts_in(HELD_OUT),
    }


def sentence_pairs(pairs: Sequence[Pair]) -> list[tuple[Sentence, Sentence]]:
    return [
        both for one, other in pairs for both in zip(one.sentences, other.sentences, strict=True)
    ]


def sentence_f1(pairs: Sequence[Pair]) -> float:
    sides = zip(*pairs, strict=True)
    return f1(
        *(
            {(text, s.start, s.end) for text, one in enumerate(side) for s in one.sentences}
            for side in sides
        )
    )


def over_sentences(
    measure: Callable[[list[object], list[object]], float],
    what: Callable[[Sentence], object],
    pairs: Sequence[Pair],
) -> float:
    both = sentence_pairs(pairs)
    return measure([what(one) for one, _ in both], [what(other) for _, other in both])


def has_evidence(sentence: Sentence) -> bool:
    return sentence.evidence != "none"


FIGURES: dict[str, Callable[[Sequence[Pair]], float]] = {
    "tokens: F1": readings.token_f1,
    "sentences: F1": sentence_f1,
    "entities: F1, exact span and label": readings.entity_f1,
    "entities: kappa of the tokens' IOB2 tags": readings.entity_kappa,
    "dates: F1, exact span": readings.date_f1,
    "sentiment: quadratic weighted kappa of grades": readings.grade_kappa,
    "sentiment: share of equal grades": partial(
        over_sentences, raw_agreement, lambda sentence: sentence.grade
    ),
    "sentiment: kappa of labels": partial(
        over_sentences, cohen_kappa, lambda sentence: sentence.label
    ),
    "sentiment: kappa of evidence or none": partial(over_sentences, cohen_kappa, has_evidence),
    "topics, coarse: WindowDiff (0 is best)": partial(readings.break_window_diff, level="coarse"),
    "topics, coarse: F1 of breaks": partial(readings.break_f1, level="coarse"),
    "topics, coarse: F1, one sentence off counts": partial(
        readings.break_f1, level="coarse", near=1
    ),
    "topics, fine: WindowDiff (0 is best)": partial(readings.break_window_diff, level="fine"),
    "topics, fine: F1 of breaks": partial(readings.break_f1, level="fine"),
    "topics, fine: F1, one sentence off counts": partial(readings.break_f1, level="fine", near=1),
}


def agreement() -> dict[str, list[str]]:
    pairs = [[readings.pair_of(text) for text in texts] for texts in groups().values()]
    return {name: [f"{figure(each):.2f}" for each in pairs] for name, figure in FIGURES.items()}


def test_the_card_prints_the_agreement_as_it_is():
    assert table_under("### Agreement of the readings") == agreement()


COUNTED = {
    "pos": "parts of speech",
    "grade": "sentiment: grade",
    "evidence": "sentiment: evidence or none",
    "topics, coarse": "topics: coarse breaks",
    "topics, fine": "topics: fine breaks",
}


def test_the_card_counts_the_decisions_as_they_are():
    layers: dict[str, Counter[str]] = {name: Counter() for name in COUNTED}
    for file in [*DATA.rglob("adjudication.tsv"), *HELD_OUT.rglob("adjudication.tsv")]:
        for row in rows(file):
            side = "a" if row["gold"] == row["a"] else "b" if row["gold"] == row["b"] else "both"
            layers[row["layer"]][side] += 1
    counted = {
        name: [str(n) for n in (layer.total(), layer["a"], layer["b"], layer["both"])]
        for name, layer in layers.items()
    }
    nothing = {name: ["0"] * 4 for name in ("tokens, sentences", "entities, dates")}
    assert table_under("### How the differences went") == {
        **nothing,
        **{COUNTED[name]: cells for name, cells in counted.items()},
    }


def test_the_card_counts_the_differing_grades_as_they_are():
    told = " ".join(CARD.split())
    texts = texts_in(teaching_folder()) + texts_in(HELD_OUT)
    digest = [readings.pair_of(text) for text in texts if text.id != "article"]
    pairs = [(a.grade, b.grade) for a, b in sentence_pairs(digest)]
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    assert {abs(a - b) for a, b in differing} == {1}
    assert f"{len(differing)} of {len(pairs)} grades differ" in told
    same_sign = [pair for pair in differing if 0 not in pair]
    assert f"{len(same_sign)} of them between 1 and 2 or between -1 and -2" in told
    assert len(differing) - len(same_sign) == 7
    assert "Seven of the differences in grade are differences in label too" in told


def test_the_card_counts_the_words_as_they_are():
    texts = groups()
    for name, said in [
        ("article", "394"),
        ("teaching texts", "1,818"),
        ("held-out texts", "1,053"),
    ]:
        assert f"{sum(len(text.text.split()) for text in texts[name]):,}" == said
        assert f": {said} words" in CARD


@pytest.mark.parametrize("root", [DATA, HELD_OUT], ids=["data", "held out"])
def test_checksums_are_those_of_the_files_and_none_is_left_out(root):
    lines = (root / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert list(sums) == sorted(sums)
    assert sums == {name: hashlib.sha256((root / name).read_bytes()).hexdigest() for name in sums}
    texts = teaching_folder() if root == DATA else HELD_OUT
    there = [file for file in texts.rglob("*") if file.is_file() and file.name != "SHA256SUMS"]
    there += [DATA / "page.txt", DATA / "guide.md"] if root == DATA else []
    assert {file.relative_to(root).as_posix() for file in there} == set(sums)
