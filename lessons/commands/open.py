"""Start the course in JupyterLab, in a folder of your own.

Your working copies of the notebooks are put into that folder, and nothing you wrote there is ever
overwritten: when a newer version of a notebook you worked in comes out, it is put beside yours, and
lessons update carries your work over into it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import sys
import webbrowser
from pathlib import Path
from urllib.parse import quote

from lessons.course import adapted, checkout, course_folder
from lessons.environment import is_server_of_this_environment
from lessons.errors import CourseError
from lessons.handout import HIDDEN, NAME, Copy, default_folder, hand_out

EXAMPLES = (
    "lessons open",
    "lessons open 01_tokens",
    "lessons open --folder D:\\courses\\news --port 8899",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``lessons open``."""
    parser.add_argument(
        "notebook", nargs="?", metavar="NOTEBOOK", help="begin with this (default: the first)"
    )
    parser.add_argument("--folder", type=Path, metavar="DIR", help=f"yours (default: ~/{NAME})")
    parser.add_argument("--port", type=_port, help="serve on this port and no other")
    parser.add_argument("--no-browser", action="store_true", help="print the address, no more")
    parser.add_argument("--copy-only", action="store_true", help="put the copies there, no more")


def run(args: argparse.Namespace) -> int:
    """Hand out the notebooks, say where they are, and start JupyterLab on the first of them."""
    usual = default_folder(Path.home(), checkout())
    if course := adapted():
        usual = usual.with_name(f"{usual.name}-{course.name}")
    folder = own_folder(args.folder or usual)
    copies = hand_out(course_folder() / "notebooks", folder)
    for line in told(copies, folder):
        print(line)
    first = chosen(args.notebook or copies[0].name, folder)
    if args.copy_only:
        return 0
    if address := already_open(folder, first):
        print(f"The course is already open: {address}")
        if not args.no_browser:
            webbrowser.open(address)
        return 0
    if args.port:
        must_be_free(args.port)
    prepare_environment(folder)
    print("To stop, press Ctrl+C here.", flush=True)
    _start_lab(server_options(folder, first, args.port, browser=not args.no_browser))
    return 0


def own_folder(folder: Path) -> Path:
    """The folder as an absolute path.

    Raises:
        CourseError: it is a file, or lies among the course's own files.
    """
    whole = folder.expanduser().resolve()
    if whole.exists() and not whole.is_dir():
        raise CourseError("a folder", f"the file {whole}", "Choose another: --folder DIR")
    if whole.is_relative_to(course_folder()):
        raise CourseError(
            "a folder of your own, outside the course's own files",
            str(whole),
            "Choose another: --folder DIR",
        )
    return whole


def told(copies: list[Copy], folder: Path) -> list[str]:
    """What the learner should know about their folder, one line each."""
    yours = [copy for copy in copies if copy.happened in ("kept", "beside")]
    lines = [f"Your notebooks are in {folder}"]
    if yours:
        lines.append(f"Your work is as you left it: {', '.join(copy.name for copy in yours)}")
    for copy in copies:
        if copy.happened == "updated":
            lines.append(f"{copy.name}: replaced by a newer version; you had not changed it")
        if copy.happened == "beside":
            lines.append(f"{copy.name}: a newer version is beside yours, “{copy.path.name}”")
    if any(copy.happened == "beside" for copy in copies):
        lines.append("To carry your work over into newer versions: lessons update")
    return lines


def chosen(asked: str, folder: Path) -> str:
    """The name of the learner's notebook that is called so, or whose name begins so.

    Raises:
        CourseError: no notebook in the folder is called that.
    """
    stems = sorted(path.stem for path in folder.glob("*.ipynb"))
    wanted = Path(asked).name.removesuffix(".ipynb")
    found = [stem for stem in stems if stem == wanted] or [
        stem for stem in stems if stem.startswith(wanted)
    ]
    if not found:
        raise CourseError(
            f"one of {', '.join(stems)}",
            repr(asked),
            "Give the beginning of a name, such as 01.",
        )
    return f"{found[0]}.ipynb"


def already_open(folder: Path, notebook: str) -> str:
    """The address of ``notebook`` on a server of this environment that serves ``folder``, or "".

    Two servers on one folder would be two kernels, and two pages that save over each other.
    """
    from jupyter_server.serverapp import list_running_servers

    for server in list_running_servers():
        if Path(server["root_dir"]) == folder and is_server_of_this_environment(server["pid"]):
            token = f"?token={server['token']}" if server["token"] else ""
            return f"{server['url']}lab/tree/{quote(notebook)}{token}"
    return ""


def must_be_free(port: int) -> None:
    """Pass when nothing on this machine serves on ``port``.

    Raises:
        CourseError: it is taken, or this account may not use it.
    """
    with socket.socket() as probe:
        if os.name == "posix":  # as servers do; on Windows the option would mean "share the port"
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CourseError(
                "a free port",
                f"port {port}: {error.strerror}",
                "Choose another, or leave --port out to get a free one.",
            ) from error


def prepare_environment(folder: Path) -> None:
    """Let JupyterLab and its kernels find what is the course's: NLTK's data, and this Python.

    A kernel called python3 may be registered elsewhere on this machine and run another Python,
    without the course; one in the learner's folder, first on Jupyter's path, goes before it.
    """
    from lessons import resources

    resources.install()
    jupyter = folder / HIDDEN / "jupyter"
    kernel = jupyter / "kernels" / "python3" / "kernel.json"
    kernel.parent.mkdir(parents=True, exist_ok=True)
    kernel.write_text(json.dumps(kernel_spec(), indent=1), encoding="utf-8")
    paths = [str(jupyter), *filter(None, os.environ.get("JUPYTER_PATH", "").split(os.pathsep))]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(dict.fromkeys(paths))


def kernel_spec() -> dict[str, object]:
    """What Jupyter must know to start a kernel of this Python.

    It is called what the notebooks call it, so that opening one does not change it. Its warnings
    would end up in the learner's terminal, and are about Jupyter.
    """
    from ipykernel.kernelspec import get_kernel_dict

    return {**get_kernel_dict(["--IPKernelApp.log_level=ERROR"]), "display_name": "Python 3"}


def server_options(folder: Path, notebook: str, port: int | None, *, browser: bool) -> list[str]:
    """JupyterLab's command line.

    The workspace (which tabs are open) is the folder's own, so that no tab of another project
    comes up in the course, and none of the course in another project.
    """
    options = [
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{quote(notebook)}",
        f"--LabApp.workspaces_dir={folder / HIDDEN / 'workspaces'}",
        "--ServerApp.answer_yes=True",  # Ctrl+C stops at once
        "--ServerApp.log_level=ERROR",  # the address, and what is wrong
        "--LabApp.log_level=ERROR",
    ]
    if port:
        options += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not browser:
        options.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")  # in a container, root is who there is
    return options


def _start_lab(options: list[str]) -> None:
    try:
        from jupyterlab.labapp import LabApp
    except ImportError as error:
        raise CourseError(
            "JupyterLab beside this Python",
            f"{error}",
            f"Install it: {sys.executable} -m pip install jupyterlab",
        ) from error
    LabApp.launch_instance(options)


def _port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to 65535; saw {text!r}")
    return int(text)
