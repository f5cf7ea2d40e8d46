"""Run a notebook from its first cell to its last, and say what it was run with."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from tempfile import TemporaryDirectory
from typing import Any

import lessons
from lessons.apart import run_apart
from lessons.errors import CourseError

LIBRARIES = ("nltk", "matplotlib", "numpy", "ipython")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")  # of a traceback
PATIENCE = 300  # seconds for one cell; a busy machine is no mistake


@dataclass(frozen=True)
class Ran:
    """A notebook with the outputs of a run: the day of it, and names with versions."""

    notebook: Any
    day: str
    versions: tuple[str, ...]


def run(notebook: Mapping[str, Any], name: str) -> Ran:
    """Run every cell in a new kernel and an empty folder; ``name`` is for messages.

    Raises:
        CourseError: a cell raised, or the kernel died.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    run = nbformat.reads(json.dumps(notebook), as_version=4)
    with TemporaryDirectory() as folder:
        client = NotebookClient(
            run,
            timeout=PATIENCE,
            kernel_name="python3",
            coalesce_streams=True,  # how print arrives in parts is a matter of timing
            store_widget_state=False,  # widgets are set as words
            extra_arguments=["--IPKernelApp.log_level=ERROR"],  # its warnings are about Jupyter
            resources={"metadata": {"path": folder}},
        )
        try:  # without the reader's own start-up files and history
            run_apart(client.async_execute(env={**os.environ, "IPYTHONDIR": folder}))
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            raise CourseError(
                f"{name} to run to its end",
                COLOUR.sub("", str(error)).strip().splitlines()[-1],
                "Run it in JupyterLab to see which cell it is, and mend its source.",
            ) from error
    return Ran(run, day(), versions())


def day() -> str:
    """Today, or the day that SOURCE_DATE_EPOCH names: "24 November 2026".

    The variable is what reproducible builds agree on, https://reproducible-builds.org/specs/.
    """
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    when = datetime.fromtimestamp(int(stated), UTC) if stated else datetime.now()
    return f"{when.day} {when:%B %Y}"


def versions() -> tuple[str, ...]:
    """What outputs depend on, with its version."""
    named = [f"{name} {version(name)}" for name in LIBRARIES]
    return (f"lessons {lessons.__version__}", f"Python {platform.python_version()}", *named)
