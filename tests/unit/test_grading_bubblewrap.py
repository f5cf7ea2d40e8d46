"""What bubblewrap is told, and that the fork server does without it where it fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lessons.grading import bubblewrap
from lessons.grading.bubblewrap import arguments, command, move_inside


def pairs(found: list[str], option: str, size: int) -> list[tuple[str, ...]]:
    """What stands after each place where an option is given."""
    return [tuple(found[at + 1 : at + 1 + size]) for at, each in enumerate(found) if each == option]


def test_places_are_mounted_to_be_read_and_the_work_folder_alone_to_be_written():
    found = arguments([Path("/usr/lib"), Path("/data")], {}, Path("/tmp/work"))
    assert pairs(found, "--ro-bind", 2) == [("/usr/lib", "/usr/lib"), ("/data", "/data")]
    assert pairs(found, "--bind", 2) == [("/tmp/work", "/tmp/work")]
    assert {"--unshare-net", "--unshare-pid", "--unshare-ipc"} <= set(found)
    assert found[-1] == "--"


def test_links_on_the_way_are_made_and_those_inside_a_place_are_there_already():
    links = {"/lib": "usr/lib", "/usr/lib/x": "y"}
    assert pairs(arguments([Path("/usr/lib")], links, Path("/w")), "--symlink", 2) == [
        ("usr/lib", "/lib")
    ]


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A program named bwrap, first on the path; and no process is ever replaced."""

    def make(text: str) -> None:
        (tmp_path / "bwrap").write_text(f"#!/bin/sh\n{text}\n")
        (tmp_path / "bwrap").chmod(0o755)

    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(os, "execv", lambda *given: replaced.append(given))
    replaced: list[tuple[str, list[str]]] = []
    make.replaced = replaced  # type: ignore[attr-defined]
    return make


def test_without_the_program_nothing_is_replaced(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert command(tmp_path) == []
    assert move_inside("raise SystemExit(1)") is None


@pytest.mark.parametrize("text", ["echo no user namespaces >&2; exit 1", "sleep 9", "kill -9 $$"])
def test_a_program_that_fails_hangs_or_dies_is_passed_by_in_silence(
    program, text, monkeypatch, capfd
):
    monkeypatch.setattr(bubblewrap, "PROBE", 0.2)
    program(text)
    move_inside("code")
    assert program.replaced == []
    assert capfd.readouterr() == ("", "")


def test_where_it_works_the_process_begins_anew_with_the_code_it_was_given(program):
    program("exit 0")
    move_inside("code")
    ((name, order),) = program.replaced
    assert Path(name).name == "bwrap"
    assert order[-2:] == ["-c", "code"]
