"""``lessons doctor``: what the doctor finds, as lines or as JSON, and a status for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lessons import cli
from lessons.commands import doctor as command
from lessons.diagnosis import Finding

WELL = Finding("Python", True, "3.12.1")
ILL = Finding("Disk", False, "5 MB free", "Make room.")


@pytest.mark.parametrize(("findings", "status"), [([WELL], 0), ([WELL, ILL], 1)])
def test_the_status_says_whether_all_is_well(
    findings: list[Finding], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "examine", lambda folder: findings)
    assert cli.main(["doctor"]) == status


def test_a_problem_is_followed_by_its_cure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "examine", lambda folder: [WELL, ILL])
    cli.main(["doctor"])
    assert capsys.readouterr().out.splitlines() == [
        "ok       Python: 3.12.1",
        "PROBLEM  Disk: 5 MB free",
        "         Make room.",
        "1 problem found. Mend it, and look again.",
    ]


def test_json_holds_every_field(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "examine", lambda folder: [ILL])
    assert cli.main(["doctor", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {"name": "Disk", "ok": False, "seen": "5 MB free", "cure": "Make room."}
    ]


def test_another_folder_can_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path | None] = []
    monkeypatch.setattr(command, "examine", lambda folder: seen.append(folder) or [WELL])
    cli.main(["doctor"])
    cli.main(["doctor", "--folder", str(tmp_path)])
    assert seen == [None, tmp_path.resolve()]
