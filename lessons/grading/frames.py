"""Messages on a pipe: a length, the request's nonce, and one encoded value.

A reply repeats the nonce of its request, so that nothing written ahead of time passes for one.
"""

from __future__ import annotations

import os
import struct

from lessons.grading.values import LONGEST

NONCE = 16  # bytes
_HEAD = struct.Struct(f">I{NONCE}s")
HEAD = _HEAD.size


def pack(nonce: bytes, payload: bytes) -> bytes:
    """A whole message."""
    return _HEAD.pack(len(payload), nonce) + payload


def unpack(head: bytes) -> tuple[int, bytes]:
    """The payload's length and the nonce, from the first ``HEAD`` bytes of a message."""
    size, nonce = _HEAD.unpack(head)
    return size, nonce


def send(file: int, nonce: bytes, payload: bytes) -> None:
    """Write a whole message to a descriptor, waiting as long as it takes."""
    message = memoryview(pack(nonce, payload))
    while message:
        message = message[os.write(file, message) :]


def receive(file: int) -> tuple[bytes, bytes] | None:
    """The next message (nonce, payload), or None where the pipe has ended."""
    head = _exactly(file, HEAD)
    if head is None:
        return None
    size, nonce = unpack(head)
    payload = _exactly(file, size) if size <= LONGEST else None
    return None if payload is None else (nonce, payload)


def _exactly(file: int, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = os.read(file, size - len(parts))
        if not part:
            return None
        parts += part
    return bytes(parts)
