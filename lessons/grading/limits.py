"""How much a learner's notebook may use before it is stopped."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Seconds, bytes and counts for one run of one notebook.

    ``wall`` is for all cells together, ``call`` for one call of a learner's function, ``calls`` for
    all calls together. ``memory`` comes on top of what the fork server has already mapped. Of
    ``output``, the first ``output_kept`` bytes are kept; beyond ``output`` the run is ended.
    """

    cpu: float = 30
    wall: float = 60
    call: float = 10
    calls: float = 120
    memory: int = 1024 * MIB
    file: int = 32 * MIB
    folder: int = 128 * MIB
    files: int = 2_000
    descriptors: int = 256
    threads: int = 128
    output_kept: int = MIB
    output: int = 16 * MIB
    replies: int = 8 * MIB
    restarts: int = 2
