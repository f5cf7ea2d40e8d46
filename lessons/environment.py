"""Which program started this Python, from which environment, and where its JupyterLab looks.

Kernel and server may live in different environments: a kernel registered long ago, a `jupyter`
found first on the path. Then imports fail, or widgets stay blank, though everything is installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def kernel_and_server() -> tuple[Path, Path | None]:
    """The environments of the kernel and of the server, seen from a kernel or from a shell.

    In a kernel: its own, and its server's, or None when that cannot be told. In a shell: that of
    the kernel which a JupyterLab started here would take for Python 3, and its own.
    """
    here = Path(sys.prefix)
    return (here, _server_above()) if in_kernel() else (_registered_kernel(), here)


def server_environment(command: Sequence[str]) -> Path | None:
    """The environment a Jupyter server was started from, read off its command line.

    None when this is no server's command line, or does not say.

    >>> print(server_environment(["/opt/env/bin/python", "/opt/env/bin/jupyter-lab"]))
    /opt/env
    >>> print(server_environment(["/usr/bin/bash"]))
    None
    """
    names = [os.path.basename(part) for part in command]
    if not any(name.startswith(("jupyter", "lessons")) for name in names):
        return None
    return next(filter(None, map(environment_of, command[:2])), None)


def environment_of(program: str) -> Path | None:
    """The environment that a program lies in; None when its path is not whole.

    >>> print(environment_of("/opt/env/bin/python"))
    /opt/env
    """
    if not os.path.isabs(program):
        return None
    folder = Path(program).parent
    return folder.parent if folder.name in ("bin", "Scripts") else folder


def _server_above() -> Path | None:
    """The server is the parent, or on Windows its parent: there, one python.exe starts another."""
    import psutil

    try:
        commands = [process.cmdline() for process in psutil.Process().parents()[:2]]
    except psutil.Error:
        return None
    return next(filter(None, map(server_environment, commands)), None)


def _registered_kernel() -> Path:
    """A kernel's command is often just "python": then Jupyter takes the server's own."""
    from jupyter_client.kernelspec import KernelSpecManager

    command = KernelSpecManager().get_kernel_spec("python3").argv
    return environment_of(command[0]) or Path(sys.prefix)


def is_server_of_this_environment(process: int) -> bool:
    """Whether the process with that number is a Jupyter server started from this environment."""
    import psutil

    try:
        server = server_environment(psutil.Process(process).cmdline())
    except psutil.Error:
        return False
    return server is not None and same_environment(server, Path(sys.prefix))


def in_kernel() -> bool:
    """Whether this is a notebook's kernel, and not a shell."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return getattr(shell, "kernel", None) is not None


def same_environment(one: Path, other: Path) -> bool:
    """Whether two paths lead to one environment, by whatever links."""
    return os.path.realpath(one) == os.path.realpath(other)


def extension_folders(server: Path | None) -> list[Path]:
    """Where JupyterLab looks for the front ends of widgets: in a server's environment, or here."""
    from jupyter_core.paths import jupyter_data_dir, jupyter_path

    if server is None or same_environment(server, Path(sys.prefix)):
        return [Path(folder) for folder in jupyter_path("labextensions")]
    shared = [server / "share" / "jupyter", Path(jupyter_data_dir())]
    return [folder / "labextensions" for folder in shared]
