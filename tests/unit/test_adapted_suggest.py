"""What tools suggest has the guide's form, is marked as theirs, and becomes gold by a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.adapted.decide import write_gold
from lessons.adapted.suggest import DECIDED, OPEN, SUGGESTED, as_tsv, suggestions
from lessons.annotations import read_annotation, teaching_folder
from lessons.articles import Article, read_article
from lessons.errors import CourseError
from lessons.guide import problems
from lessons.teaching import read_text

TEXTS = sorted(path.parent.name for path in teaching_folder().glob("*/tokens.tsv"))


@pytest.fixture
def article() -> Article:
    return read_article(read_text("flood").text)


@pytest.fixture
def tables(tmp_path: Path, article: Article) -> Path:
    """The suggestions as they are written, beside a folder with the text."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "text.txt").write_bytes(article.text.encode())
    for name, rows in suggestions(article).items():
        (tmp_path / f"{name}.tsv").write_text(as_tsv(name, rows), encoding="utf-8")
    return tmp_path


def decide(tables: Path, reason: str = "a reader's reason") -> None:
    """What a person does at the very least."""
    for file in tables.glob("*.tsv"):
        text = file.read_text(encoding="utf-8").replace(f"\t{SUGGESTED}\n", f"\t{DECIDED}\n")
        file.write_text(text.replace(f"\t{OPEN}\t", f"\t{reason}\t"), encoding="utf-8")


@pytest.mark.parametrize("id", TEXTS)
def test_suggestions_for_every_text_keep_the_rules_of_the_guide(id: str, tmp_path: Path) -> None:
    article = read_article(read_text(id).text)
    (tmp_path / "text.txt").write_bytes(article.text.encode())
    for name, rows in suggestions(article).items():
        text = as_tsv(name, rows).replace(f"\t{SUGGESTED}", "").replace("\tstatus", "")
        (tmp_path / f"{name}.tsv").write_bytes(text.encode())
    assert problems(tmp_path) == []


def test_every_row_is_marked_as_a_suggestion(tables: Path) -> None:
    for file in tables.glob("*.tsv"):
        header, *rows = file.read_text(encoding="utf-8").splitlines()
        assert header.endswith("\tstatus")
        assert {row.rsplit("\t", 1)[1] for row in rows} == {SUGGESTED}


def test_what_reads_gold_reads_no_suggestion(tables: Path) -> None:
    with pytest.raises(CourseError, match="the columns"):
        read_annotation(tables)


def test_suggestions_become_no_gold(tables: Path, article: Article) -> None:
    with pytest.raises(CourseError, match="232 of 232 that are not, the first in line 2"):
        write_gold(tables, article, tables / "gold")
    assert [file.name for file in (tables / "gold").iterdir()] == ["text.txt"]


def test_one_row_that_nobody_decided_on_holds_the_gold_back(tables: Path, article: Article) -> None:
    decide(tables)
    file = tables / "topics.tsv"
    lines = file.read_text(encoding="utf-8").rsplit(DECIDED, 1)
    file.write_text(SUGGESTED.join(lines), encoding="utf-8")
    with pytest.raises(CourseError, match=r"1 of \d+ that are not"):
        write_gold(tables, article, tables / "gold")


def test_a_reason_that_no_person_gave_holds_the_gold_back(tables: Path, article: Article) -> None:
    decide(tables, reason=OPEN)
    with pytest.raises(CourseError, match=r"every row of sentences\.tsv decided by a person"):
        write_gold(tables, article, tables / "gold")


def test_decided_rows_become_gold_and_what_was_changed_is_counted(
    tables: Path, article: Article
) -> None:
    decide(tables)
    assert write_gold(tables, article, tables / "gold") == 0
    assert problems(tables / "gold") == []
    file = tables / "tokens.tsv"
    text = file.read_text(encoding="utf-8")
    assert "\tRiver\tNNP\t" in text
    file.write_text(text.replace("\tRiver\tNNP\t", "\tRiver\tNN\t", 1), encoding="utf-8")
    assert write_gold(tables, article, tables / "gold") == 1


def test_a_decision_against_the_guide_is_refused(tables: Path, article: Article) -> None:
    decide(tables)
    file = tables / "sentences.tsv"
    text = file.read_text(encoding="utf-8").replace("\t1\tpositive\t", "\t2\tnegative\t", 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match="1 places that break it: sentence"):
        write_gold(tables, article, tables / "gold")


def test_a_column_left_out_is_told(tables: Path, article: Article) -> None:
    (tables / "tokens.tsv").write_text("sentence\tstart\n", encoding="utf-8")
    with pytest.raises(CourseError, match="none left out"):
        write_gold(tables, article, tables / "gold")


def test_a_status_of_another_name_is_told_with_its_line(tables: Path, article: Article) -> None:
    file = tables / "tokens.tsv"
    text = file.read_text(encoding="utf-8").replace(SUGGESTED, "gold", 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match="line 2"):
        write_gold(tables, article, tables / "gold")
