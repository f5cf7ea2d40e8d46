"""What an instructor is told about how learners' code is kept apart."""

from __future__ import annotations

import os
import sys

import pytest

from lessons.errors import CourseError
from lessons.grading import confine
from lessons.grading.engine import Engine
from lessons.grading.grade import grader
from lessons.grading.isolation import DEFAULT, lacking, warning


def test_confinement_is_the_default_and_needs_no_warning():
    assert DEFAULT == "confined"
    assert lacking("confined") == ""
    assert warning("confined") == ""


@pytest.mark.parametrize("isolation", ["process", "none"])
def test_less_than_that_is_said_loudly(isolation):
    assert warning(isolation).startswith("WARNING: learners' code runs as you")
    assert "NOT CONFINED" in warning(isolation)


def test_where_nothing_can_confine_nothing_runs_and_the_way_out_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(confine, "missing", lambda: "this kernel has no Landlock")
    assert warning("confined").startswith("NOTE: code tasks are not marked: this kernel has no")
    assert "--isolation=process" in warning("confined")
    with pytest.raises(CourseError, match="no Landlock"):
        Engine("confined")
    monkeypatch.setattr("lessons.grading.grade.checklists", lambda *_: {})
    with grader(tmp_path, (), "confined", b"") as bare:
        assert bare.engine is None
        assert "no Landlock" in bare.no_engine


def test_a_system_that_cannot_fork_is_told_where_it_can_be_done(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert "WSL2" in lacking("none")
    assert warning("process").startswith("NOTE: code tasks are not marked")


def test_a_package_that_is_not_installed_is_named_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "seccompy", None)
    assert confine.PACKAGES in confine.missing()
