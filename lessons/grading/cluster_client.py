"""The connection to a Dask cluster: made, asked over and closed, with clear words if it fails."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from lessons.apart import run_apart
from lessons.errors import CourseError
from lessons.grading.records import printable

CLOSE = 5.0  # seconds for saying goodbye
TRIES = 5  # at asking the workers, each over a new connection
INSTALL = "In the clone: .venv/bin/pip install -r requirements-dev.lock"
AGAIN = "What was graded is recorded, and the same command goes on where it stopped."


@contextmanager
def connected(address: str, patience: float) -> Iterator[Any]:
    """A client of the cluster that has at least one worker.

    Raises:
        CourseError: Dask is not installed, or there is no scheduler, or no worker.
    """
    try:
        import dask
        from distributed import Client
    except ImportError as error:
        raise CourseError("Dask, to grade on a cluster", str(error), INSTALL) from None
    for name in ("distributed", "distributed.client"):  # we say ourselves what is wrong
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GiB"})
    try:
        run_apart(_greet(address, patience))  # a Client that fails cleans up with tracebacks
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        raise CourseError(
            "a Dask scheduler",
            f"none at {address} ({printable(str(error))[:200]})",
            "Start one: dask scheduler. For tls:// see docs/large-class.md.",
        ) from None
    client = Client(address, timeout=patience, set_as_default=False, name="lessons-grade")
    try:
        yield client
    finally:
        client.close(timeout=CLOSE)


async def _greet(address: str, patience: float) -> None:
    """Connect once, as a client of Dask's own settings would."""
    from distributed import Security
    from distributed.comm.core import connect

    its = Security().get_connection_args("client")
    await (await connect(address, timeout=patience, **its)).close()


def ask_workers(client: Any, function: Callable[..., str], *arguments: object) -> dict[str, object]:
    """What ``function`` says on each worker, by its address; an exception where it raised one.

    Raises:
        CourseError: the connection broke, again and again.
    """
    broken = OSError()
    for tried in range(TRIES):
        time.sleep(tried)
        try:
            found: dict[str, object] = client.run(function, *arguments, on_error="return")
        except OSError as error:  # a loaded scheduler may close a connection that it knows
            broken = error
        else:
            return found
    raise CourseError("the cluster to answer", printable(str(broken))[:200], AGAIN)
