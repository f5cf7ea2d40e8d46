"""The tables of scores, on small annotated texts."""

import argparse
import doctest
import json

import pytest

from lessons import scores
from lessons.annotations import texts_in
from lessons.commands import scores as command
from lessons.commands.scores import told
from lessons.errors import CourseError
from lessons.scores import names, readers, sentences, topics
from lessons.scores import table as scores_table
from lessons.scores.table import Table, article_of
from lessons.scores.table import groups as groups_of_the_course


@pytest.fixture
def groups(annotated):
    """One text as the article, and four to teach with."""
    for name in ("article", "kenya-1", "kenya-2", "kenya-3", "kenya-4"):
        folder = annotated(name)
        annotated(f"{name}/readings/a")
        annotated(f"{name}/readings/b", topics="b 3 coarse vote\nb 3 fine vote\n")
    texts = texts_in(folder.parent)
    return {"article": texts[:1], "teaching": texts[1:]}


def by_title(tables):
    return {table.title: table for table in tables}


def test_a_table_is_as_wide_as_its_groups(groups):
    made = [*readers.tables(groups), *names.tables(groups), *sentences.tables(groups)]
    assert made
    for table in made:
        assert table.columns == ("article", "teaching")
        assert {len(row) for row in table.rows.values()} == {2}


def test_readers_agree_where_they_do_and_not_where_they_do_not(groups):
    rows = readers.tables(groups)[0].rows
    assert rows["tokens, F1"] == (1, 1)
    assert rows["fine breaks, F1"] == (0, 0)


def test_a_run_of_capitals_is_right_about_the_label_by_luck_alone(groups):
    found = by_title(names.tables(groups))
    typed = found["Names, F1 of span and label"].rows
    spans = found["Names, F1 of span"].rows
    assert 0 < typed["capitalised runs"][0] < spans["capitalised runs"][0]
    assert typed["lists"][0] == pytest.approx(2 / 3)


def test_what_comes_before_the_names_is_scored_too(groups):
    rows = by_title(names.tables(groups))["Tools below the names"].rows
    assert rows["word_tokenize, F1 of tokens"] == rows["rules for dates, F1"] == (1, 1)
    assert rows["sent_tokenize, F1 of sentences"] == (1, 1)
    assert 0.7 < rows["pos_tag, share right"][0] <= 1


def test_hidden_names_score_nothing(groups):
    (kenya, *_) = groups["article"]
    assert sentences._sentences(kenya, hidden=True)[0] == "_____ votes"
    assert sentences._sentences(kenya, hidden=True)[1] == 'In May, "___" won the vote.'


def test_a_threshold_is_never_chosen_on_the_text_it_labels(groups, monkeypatch):
    seen = []
    monkeypatch.setattr(
        sentences, "_best_threshold", lambda texts: seen.append([t.id for t in texts]) or 0.05
    )
    sentences.tables(groups)
    assert seen[0] == ["kenya-1", "kenya-2", "kenya-3", "kenya-4"]
    assert seen[1] == ["kenya-2", "kenya-3", "kenya-4"]


def test_a_digest_is_scored_tuned_on_another(groups):
    found = by_title(topics.tables(groups))
    assert "Breaks of the article, against each coarse segmentation" in found
    tuned = found["Seams of every second teaching text joined, tuned on the rest"]
    assert any("tuned to" in name for name in tuned.rows)
    assert tuned.columns == ("WindowDiff", "F1", "F1 near 1")


def test_a_text_that_cleaning_would_change_is_refused():
    with pytest.raises(CourseError, match="clean already"):
        article_of("Share\n\nLee’s visit begins.\n")


def test_without_gold_the_command_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(scores_table, "teaching_folder", lambda: tmp_path)
    monkeypatch.setattr(scores_table, "held_out_folder", lambda: None)
    with pytest.raises(CourseError, match="annotated texts"):
        scores.tables()


def test_the_command_prints_every_table_or_the_same_as_json(monkeypatch, capsys, groups):
    monkeypatch.setattr(scores, "groups", lambda: groups)
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args([])) == 0
    printed = capsys.readouterr().out
    assert command.run(parser.parse_args(["--json"])) == 0
    tables = json.loads(capsys.readouterr().out)
    assert len(tables) > 8
    assert all(table["title"] in printed for table in tables)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(command).failed == 0
    assert doctest.testmod(command).attempted > 0


def test_a_number_has_two_decimals_and_a_count_none():
    shown = told(Table("T", ("a",), {"x": (0.5,), "y": (1.0,), "z": (3,), "w": (-0.125,)}))
    assert [line.split()[-1] for line in shown.splitlines()[2:]] == [".50", "1.00", "3", "-.12"]


# The course's own texts


def test_rules_written_on_the_article_reach_it_and_lose_on_texts_they_never_saw():
    (typed,) = (table for table in names.tables(groups_of_the_course()) if table.title == TYPED)
    article, teaching, held_out = typed.rows["the same and memory"]
    assert article >= 0.90
    assert max(teaching, held_out) < article


def test_every_mistake_is_counted_under_one_kind():
    of_course = groups_of_the_course()
    (mistakes,) = (t for t in names.tables(of_course) if t.title.endswith("of the last tagger"))
    assert list(mistakes.rows) == ["boundary", "label", "both", "missed", "invented"]
    assert sum(on_the_article for on_the_article, *_ in mistakes.rows.values()) == 0


TYPED = "Names, F1 of span and label"
