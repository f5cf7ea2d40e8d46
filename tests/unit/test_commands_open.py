"""``lessons open``: a folder of the learner's own, this Python's kernel, a clean first screen."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lessons import cli, resources
from lessons.commands import open as command
from lessons.course import course_folder
from lessons.errors import CourseError
from lessons.handout import HIDDEN, Copy

FIRST, SECOND = "00_start_here.ipynb", "01_tokens.ipynb"
Open = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mine"


@pytest.fixture
def lab(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The command lines that JupyterLab would have been started with."""
    started: list[list[str]] = []
    monkeypatch.setattr(command, "_start_lab", started.append)
    monkeypatch.setattr(resources, "install", lambda: Path("nltk"))
    monkeypatch.setenv("JUPYTER_PATH", os.pathsep.join(["a", "b"]))
    return started


def test_copies_are_put_into_the_folder_and_it_is_named(
    folder: Path, lab: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["open", "--folder", str(folder), "--copy-only"]) == 0
    assert sorted(path.name for path in folder.glob("*.ipynb"))[:2] == [FIRST, SECOND]
    assert capsys.readouterr().out == f"Your notebooks are in {folder}\n"
    assert lab == []


def test_the_usual_folder_is_in_the_home(
    tmp_path: Path, lab: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert cli.main(["open", "--copy-only"]) == 0
    assert (tmp_path / "reading-the-news" / FIRST).is_file()


def test_lab_starts_on_the_first_notebook_with_the_folder_as_its_root(
    folder: Path, lab: list[list[str]]
) -> None:
    assert cli.main(["open", "--folder", str(folder)]) == 0
    (options,) = lab
    assert f"--ServerApp.root_dir={folder}" in options
    assert f"--LabApp.default_url=/lab/tree/{FIRST}" in options
    assert "--no-browser" not in options


def test_another_notebook_can_be_the_first(folder: Path, lab: list[list[str]]) -> None:
    assert cli.main(["open", "01", "--folder", str(folder), "--no-browser"]) == 0
    (options,) = lab
    assert f"--LabApp.default_url=/lab/tree/{SECOND}" in options
    assert "--no-browser" in options


def test_the_kernel_is_this_python_whatever_else_is_registered(
    folder: Path, lab: list[list[str]]
) -> None:
    from jupyter_client.kernelspec import KernelSpecManager

    cli.main(["open", "--folder", str(folder)])
    first, *others = os.environ["JUPYTER_PATH"].split(os.pathsep)
    assert Path(first) == folder / HIDDEN / "jupyter"
    assert others == ["a", "b"]
    spec = KernelSpecManager().get_kernel_spec("python3")
    assert spec.argv[:3] == [sys.executable, "-m", "ipykernel_launcher"]
    notebook = json.loads((folder / FIRST).read_text(encoding="utf-8"))
    assert spec.display_name == notebook["metadata"]["kernelspec"]["display_name"]


def test_opening_twice_does_not_lengthen_the_path(folder: Path, lab: list[list[str]]) -> None:
    cli.main(["open", "--folder", str(folder)])
    once = os.environ["JUPYTER_PATH"]
    cli.main(["open", "--folder", str(folder)])
    assert os.environ["JUPYTER_PATH"] == once


def test_nltk_data_is_ready_before_lab_starts(
    folder: Path, lab: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(resources, "install", lambda: seen.append(len(lab)))
    cli.main(["open", "--folder", str(folder)])
    assert (seen, len(lab)) == ([0], 1)


def test_tabs_of_other_projects_stay_out(folder: Path) -> None:
    options = command.server_options(folder, FIRST, None, browser=True)
    assert f"--LabApp.workspaces_dir={folder / HIDDEN / 'workspaces'}" in options


@pytest.fixture
def servers(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    """The servers that Jupyter knows of on this machine, all started from this environment."""
    from jupyter_server import serverapp

    known: list[dict[str, object]] = []
    monkeypatch.setattr(serverapp, "list_running_servers", lambda: iter(known))
    monkeypatch.setattr(command, "is_server_of_this_environment", lambda process: process == 7)
    return known


def server(folder: Path, process: int = 7, token: str = "secret") -> dict[str, object]:
    url = "http://localhost:8889/"
    return {"root_dir": str(folder), "url": url, "token": token, "pid": process}


def test_a_course_that_is_open_is_not_served_twice(
    folder: Path,
    lab: list[list[str]],
    servers: list[dict[str, object]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    servers += [server(folder.parent), server(folder)]
    assert cli.main(["open", "01", "--folder", str(folder), "--no-browser"]) == 0
    assert lab == []
    address = f"http://localhost:8889/lab/tree/{SECOND}?token=secret"
    assert capsys.readouterr().out.endswith(f"The course is already open: {address}\n")


def test_a_course_that_is_open_is_shown_again(
    folder: Path,
    lab: list[list[str]],
    servers: list[dict[str, object]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    servers.append(server(folder, token=""))
    cli.main(["open", "--folder", str(folder)])
    assert shown == [f"http://localhost:8889/lab/tree/{FIRST}"]


def test_a_server_of_another_environment_is_not_taken_for_ours(
    folder: Path, lab: list[list[str]], servers: list[dict[str, object]]
) -> None:
    servers.append(server(folder, process=8))
    cli.main(["open", "--folder", str(folder)])
    assert len(lab) == 1


def test_a_port_that_was_asked_for_is_the_only_one_tried(folder: Path) -> None:
    options = command.server_options(folder, FIRST, 8899, browser=True)
    assert {"--ServerApp.port=8899", "--ServerApp.port_retries=0"} <= set(options)
    free = command.server_options(folder, FIRST, None, browser=True)
    assert not any("--ServerApp.port" in option for option in free)


@pytest.mark.parametrize(("user", "allowed"), [(0, True), (1000, False)])
def test_root_is_allowed_where_root_is_who_there_is(
    user: int, allowed: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    options = command.server_options(folder, FIRST, None, browser=True)
    assert ("--allow-root" in options) is allowed


def test_a_name_with_a_blank_is_quoted_in_the_address(folder: Path) -> None:
    options = command.server_options(folder, "01_tokens (new version).ipynb", None, browser=True)
    assert "--LabApp.default_url=/lab/tree/01_tokens%20%28new%20version%29.ipynb" in options


def test_a_taken_port_is_said_before_lab_starts(
    folder: Path, lab: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert cli.main(["open", "--folder", str(folder), "--port", str(port)]) == 2
    assert f"saw port {port}: Address already in use" in capsys.readouterr().err
    assert lab == []
    command.must_be_free(port)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CourseError, match=r"Expected a folder; saw the file .*--folder DIR"):
        command.own_folder(tmp_path / "file")


@pytest.mark.parametrize("inside", ["", "notebooks", "somewhere/new"])
def test_the_course_s_own_files_are_no_place_to_work(inside: str) -> None:
    with pytest.raises(CourseError, match="outside the course's own files"):
        command.own_folder(course_folder() / inside)


def test_a_link_into_the_course_s_own_files_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(course_folder() / "notebooks")
    with pytest.raises(CourseError, match="outside the course's own files"):
        command.own_folder(tmp_path / "link")


def test_a_home_is_found_behind_its_short_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert command.own_folder(Path("~/mine")) == tmp_path.resolve() / "mine"


@pytest.mark.parametrize("asked", ["01", "01_tokens", SECOND, f"somewhere/{SECOND}"])
def test_a_notebook_is_found_by_the_beginning_of_its_name(asked: str, tmp_path: Path) -> None:
    for name in (FIRST, SECOND, "01_tokens (new version).ipynb"):
        (tmp_path / name).touch()
    assert command.chosen(asked, tmp_path) == SECOND


def test_a_file_of_the_learner_s_own_is_not_opened_unasked(
    folder: Path, lab: list[list[str]]
) -> None:
    folder.mkdir()
    (folder / "0 notes.ipynb").touch()
    cli.main(["open", "--folder", str(folder)])
    assert f"--LabApp.default_url=/lab/tree/{FIRST}" in lab[0]


def test_a_notebook_that_is_not_there_is_one_of_these(tmp_path: Path) -> None:
    (tmp_path / FIRST).touch()
    with pytest.raises(CourseError, match="Expected one of 00_start_here; saw '07'"):
        command.chosen("07", tmp_path)


def test_the_learner_is_told_what_happened_to_their_copies(tmp_path: Path) -> None:
    def copy(name: str, happened: str, path: str = "") -> Copy:
        return Copy(name, tmp_path / (path or name), happened)  # type: ignore[arg-type]

    copies = [
        copy("a.ipynb", "new"),
        copy("b.ipynb", "kept"),
        copy("c.ipynb", "updated"),
        copy("d.ipynb", "beside", "d (new version).ipynb"),
    ]
    assert command.told(copies, tmp_path) == [
        f"Your notebooks are in {tmp_path}",
        "Your work is as you left it: b.ipynb, d.ipynb",
        "c.ipynb: replaced by a newer version; you had not changed it",
        "d.ipynb: a newer version is beside yours, “d (new version).ipynb”",
        "To carry your work over into newer versions: lessons update",
    ]


def test_the_settings_name_what_jupyterlab_knows() -> None:
    """A misspelt setting is no error in JupyterLab: it does nothing."""
    from jupyterlab.commands import get_app_dir

    ours = json.loads((Path(command.__file__).parents[1] / "lab" / "settings.json").read_text())
    for plugin, settings in ours.items():
        package, name = plugin.split(":")
        schema = Path(get_app_dir(), "schemas", package, f"{name}.json")
        known = json.loads(schema.read_text())["properties"]
        assert set(settings) <= set(known)
    assert ours["@jupyterlab/docmanager-extension:plugin"]["autosaveInterval"] == 15
    assert ours["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
