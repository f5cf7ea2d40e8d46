"""A file that an older version of the course wrote becomes one of today's, and loses nothing."""

from __future__ import annotations

import sqlite3

import pytest

from lessons.errors import CourseError
from lessons.grading.keys import Key
from lessons.grading.records import Decision, Graded, Record, Ruling
from lessons.grading.store import NAME, Store

# As the first version of the store wrote it, word by word.
FORM_1 = """
create table student (name text primary key, handed_in text, terms text, notes text,
                      graded integer, changed integer) without rowid;
create table record (student text, place integer, "notebook", "task", "check", "points", "max",
                     "status", "rationale", "help", "misconception", "hidden", "proposal",
                     "isolation", primary key (student, place)) without rowid;
create table decision (student text, task text, points real, comment text, at text,
                       primary key (student, task)) without rowid;
create table promise (task text, "check" text, looks_at text);
create table change (student text, task text, before real, after real, why text, at text);
insert into student values ('ana', 'files', 'checks', '["a note"]', 2, 0);
insert into record values ('ana', 0, '01', '1.e', 'test_x', 1.0, 2.0, 'failed',
                           '`f` did not finish: it ran for too long.', 'help', 'belief', 1, 0,
                           'confined');
insert into record values ('ana', 1, '06', '6.c', 'claims', 1, 1, 'passed', '', '', '', 0, 1, '');
insert into decision values ('ana', '6.c', 0.5, 'Two sound claims.', '2026-11-01T10:00:00+00:00');
insert into promise values ('1.e', 'test_x', 'a word that comes twice');
insert into change values ('ana', '1.e', 2.0, 1.0, 'other checks', '2026-11-01T10:00:00+00:00');
pragma user_version = 1;
"""


@pytest.fixture
def folder(tmp_path):
    base = sqlite3.connect(tmp_path / NAME)
    base.executescript(FORM_1)
    base.close()
    return tmp_path


def test_what_form_1_recorded_is_read_as_it_was(folder):
    for _ in range(2):  # a second time it is of today's form
        with Store(folder) as store:
            assert store.of("ana") == Graded(
                "ana",
                (
                    Record("01", "1.e", "test_x", 1, 2, "failed",
                           "`f` did not finish: it ran for too long.", "help", "belief",
                           hidden=True, isolation="confined"),
                    Record("06", "6.c", "claims", 1, 1, "passed", proposal=True),
                ),
                ("a note",),
                (Decision("6.c", 0.5, "Two sound claims.", "2026-11-01T10:00:00+00:00"),),
            )  # fmt: skip
            assert store.key("ana") == Key("files", "checks")
            assert store.promises() == {("1.e", "test_x"): "a word that comes twice"}
            assert [each.why for each in store.changes()] == ["other checks"]


def test_it_can_be_written_as_any_other(folder):
    records = (Record("01", "1.e", "test_x", 2, 2, "passed", outcome="timed_out"),)
    with Store(folder) as store:
        (change,) = store.put(Graded("ana", records), Key("files", "mended"))
        assert change.why == "other checks: test_x failed before and passed now"
        assert store.decide("ana", Decision("1.e", 1, of=2)).of == 2
        store.rule("ana", Ruling("01", waived=True))
        store.agree({"class": '[points]\n"1.e" = 4'})
        found = store.of("ana")
        assert (found.records[0].outcome, found.by_task(), found.rulings[0].waived) == (
            "timed_out", {"1.e": 2}, True,
        )  # fmt: skip


def test_a_new_file_and_one_that_was_brought_on_have_the_same_tables(folder, tmp_path):
    def tables(place) -> dict[str, list[str]]:
        with Store(place) as store:
            names = store.base.execute("select name from sqlite_master where type = 'table'")
            return {
                name: [row[1] for row in store.base.execute(f"pragma table_info({name})")]
                for (name,) in names.fetchall()
            }

    assert tables(folder) == tables(tmp_path / "new")


def test_a_step_that_breaks_leaves_the_file_as_it_was(folder, monkeypatch):
    monkeypatch.setattr("lessons.grading.store_form.STEPS", {1: "drop table change; nonsense"})
    with pytest.raises(CourseError, match="nonsense"):
        Store(folder)
    monkeypatch.undo()
    with Store(folder) as store:
        assert len(store.changes()) == 1


def test_a_file_that_is_no_gradebook_and_one_that_cannot_be_opened_are_said_to_be_so(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / NAME).write_text("no database, whatever its name says")
    (tmp_path / "folder" / NAME).mkdir(parents=True)
    for folder in ("text", "folder"):
        with pytest.raises(CourseError, match="Expected a gradebook that lessons grade wrote"):
            Store(tmp_path / folder)
