"""From which environment a kernel and its server come."""

from __future__ import annotations

import doctest
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from lessons import environment
from lessons.environment import (
    environment_of,
    extension_folders,
    in_kernel,
    is_server_of_this_environment,
    kernel_and_server,
    same_environment,
    server_environment,
)


def test_the_examples_are_true() -> None:
    ran = doctest.testmod(environment)
    assert ran.attempted > 0
    assert ran.failed == 0


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (["/env/bin/python", "/env/bin/jupyter-lab"], "/env"),
        (["/env/bin/python3.11", "-m", "jupyterlab", "--no-browser"], "/env"),
        (["/env/bin/python3", "/env/bin/lessons", "open"], "/env"),
        (["/env/Scripts/python.exe", "/env/Scripts/jupyter-lab.exe"], "/env"),
        (["/conda/python.exe", "-m", "jupyterlab"], "/conda"),
        (["python", "/env/bin/jupyter-lab"], "/env"),
        (["python", "-m", "jupyterlab"], None),
        (["/env/bin/python", "-m", "pytest"], None),
        (["/usr/share/code/code", "--type=utility"], None),
        ([], None),
    ],
)
def test_a_server_s_environment_is_read_off_its_command_line(
    command: list[str], found: str | None
) -> None:
    assert server_environment(command) == (found and Path(found))


def test_a_program_without_a_whole_path_says_nothing() -> None:
    assert environment_of("python") is None


def test_links_to_one_environment_are_one_environment(tmp_path: Path) -> None:
    (tmp_path / "env").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "env")
    assert same_environment(tmp_path / "env", tmp_path / "link")
    assert not same_environment(tmp_path / "env", tmp_path)


def test_a_shell_is_no_kernel() -> None:
    assert not in_kernel()


def register_kernel(program: str, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Register a kernel called python3 that starts this program."""
    kernel = place / "kernels" / "python3" / "kernel.json"
    kernel.parent.mkdir(parents=True)
    kernel.write_text(json.dumps({"argv": [program], "display_name": "P", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(place))


@pytest.mark.parametrize(
    ("program", "env"),
    [("/other/bin/python", "/other"), ("python", sys.prefix), (sys.executable, sys.prefix)],
)
def test_a_shell_sees_the_kernel_that_jupyter_would_start(
    program: str, env: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register_kernel(program, tmp_path, monkeypatch)
    assert kernel_and_server() == (Path(env), Path(sys.prefix))


def above(monkeypatch: pytest.MonkeyPatch, *commands: list[str]) -> None:
    """Let this be a kernel, below the programs with these command lines."""
    import psutil

    parents = [SimpleNamespace(cmdline=lambda line=line: line) for line in commands]
    monkeypatch.setattr(psutil, "Process", lambda: SimpleNamespace(parents=lambda: parents))
    monkeypatch.setattr(environment, "in_kernel", lambda: True)


@pytest.mark.parametrize(
    ("commands", "server"),
    [
        ([["/other/bin/python", "/other/bin/jupyter-lab"], ["bash"]], "/other"),
        ([["/env/Scripts/python.exe", "-m", "ipykernel"], ["/o/jupyter-lab.exe"]], "/o"),
        ([["pytest"], ["bash"], ["/other/bin/python", "/other/bin/jupyter-lab"]], None),
        ([], None),
    ],
)
def test_a_kernel_sees_the_server_that_started_it(
    commands: list[list[str]], server: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    above(monkeypatch, *commands)
    assert kernel_and_server() == (Path(sys.prefix), server and Path(server))


def test_a_kernel_that_may_not_look_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import psutil

    def refuse() -> None:
        raise psutil.AccessDenied

    monkeypatch.setattr(psutil, "Process", lambda: SimpleNamespace(parents=refuse))
    monkeypatch.setattr(environment, "in_kernel", lambda: True)
    assert kernel_and_server() == (Path(sys.prefix), None)


@pytest.mark.parametrize(
    ("command", "ours"),
    [
        ([f"{sys.prefix}/bin/python", f"{sys.prefix}/bin/lessons", "open"], True),
        (["/other/bin/python", "/other/bin/jupyter-lab"], False),
        ([f"{sys.prefix}/bin/python", "-m", "pytest"], False),
    ],
)
def test_a_server_of_this_environment_is_known(
    command: list[str], ours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import psutil

    monkeypatch.setattr(psutil, "Process", lambda pid: SimpleNamespace(cmdline=lambda: command))
    assert is_server_of_this_environment(1) is ours


def test_a_process_that_is_gone_is_no_server() -> None:
    assert not is_server_of_this_environment(2**22 + 1)


def test_front_ends_are_looked_for_where_the_server_is(tmp_path: Path) -> None:
    folders = extension_folders(tmp_path)
    assert folders[0] == tmp_path / "share" / "jupyter" / "labextensions"
    assert not any(folder.is_relative_to(sys.prefix) for folder in folders)


@pytest.mark.parametrize("server", [None, Path(sys.prefix)])
def test_front_ends_are_looked_for_here_when_the_server_is_here(server: Path | None) -> None:
    here = Path(sys.prefix, "share", "jupyter", "labextensions")
    assert os.path.realpath(here) in map(os.path.realpath, extension_folders(server))
