"""The value codec: plain data as bytes, each value tagged by its exact type, and strictly back.

The bytes may come from a learner's process, so the decoder trusts nothing: it is linear in time,
bounded in size, depth and count, and refuses keys chosen to collide. Lengths are four bytes, big
end first: ``N T F`` alone; ``i f s b o`` with a length and their bytes; ``l t e z`` with a count
and that many values; ``d`` with a count and that many pairs.
"""

from __future__ import annotations

import struct
from typing import Any

from lessons.checks.plain import DEPTH, INT_BITS, NODES, Opaque

LONGEST = 1 << 20  # bytes in one message
CROWD = 8  # different values that may share one hash
_LENGTH = struct.Struct(">I")
_SEQUENCES: dict[bytes, type] = {b"l": list, b"t": tuple, b"e": set, b"z": frozenset}


class MalformedError(ValueError):
    """The bytes are not what this codec writes."""


class TooLongError(ValueError):
    """The value does not fit one message."""


def encode(value: object) -> bytes:
    """Plain data (exact types, as ``plain`` gives them, and ``Opaque``) as bytes.

    Raises:
        TooLongError: more than 1 MiB.
        TypeError: something that is not plain.

    >>> encode([1, "é"])
    b'l\\x00\\x00\\x00\\x02i\\x00\\x00\\x00\\x01\\x01s\\x00\\x00\\x00\\x02\\xc3\\xa9'
    """
    parts: list[bytes] = []
    room = LONGEST
    waiting: list[object] = [value]
    while waiting:
        part = waiting.pop()
        data, inner = _written(part)
        parts.append(data)
        waiting.extend(reversed(inner))
        room -= len(data)
        if room < 0:
            raise TooLongError(f"more than {LONGEST:,} bytes")
    return b"".join(parts)


def _written(value: Any) -> tuple[bytes, list[object]]:
    """A value's own bytes, and the values that follow it."""
    kind = type(value)
    if value is None or kind is bool:
        return {None: b"N", True: b"T", False: b"F"}[value], []
    if kind is int:
        size = value.bit_length() // 8 + 1
        return _sized(b"i", value.to_bytes(size, "big", signed=True)), []
    if kind is float:
        return _sized(b"f", struct.pack(">d", value)), []
    if kind is str:
        return _sized(b"s", value.encode()), []
    if kind is bytes:
        return _sized(b"b", value), []
    if kind is Opaque:
        return _sized(b"o", value.type.encode("utf-8", "replace")), []
    if kind is dict:
        pairs = [part for pair in value.items() for part in pair]
        return b"d" + _LENGTH.pack(len(value)), pairs
    for tag, sequence in _SEQUENCES.items():
        if kind is sequence:
            return tag + _LENGTH.pack(len(value)), list(value)
    raise TypeError(f"{kind.__name__} is not plain data")


def _sized(tag: bytes, data: bytes) -> bytes:
    return tag + _LENGTH.pack(len(data)) + data


def decode(data: bytes) -> Any:
    """The value that ``encode`` wrote.

    Raises:
        MalformedError: anything else.

    >>> decode(encode({"a": (1, None, 0.5)}))
    {'a': (1, None, 0.5)}
    """
    if len(data) > LONGEST:
        raise MalformedError("too long")
    reader = _Reader(data)
    value = reader.value(DEPTH + 2)  # a message wraps the value in a list or two
    if reader.at != len(data):
        raise MalformedError("bytes left over")
    return value


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at, self.left = data, 0, NODES
        self.crowds: dict[int, list[object]] = {}

    def value(self, depth: int) -> Any:
        """The value that starts here, with at most ``depth`` levels below it."""
        self.left -= 1
        if self.left < 0:
            raise MalformedError("too many values")
        tag = self._take(1)
        if tag in b"NTF":
            return {b"N": None, b"T": True, b"F": False}[tag]
        (size,) = _LENGTH.unpack(self._take(4))
        if tag in b"ifsbo":
            return self._atom(tag, self._take(size))
        if size > len(self.data) - self.at:  # each value takes a byte or more
            raise MalformedError("a count beyond the end")
        if depth == 0:
            raise MalformedError("too deep")
        if tag == b"d":
            return self._dict(size, depth - 1)
        if tag not in _SEQUENCES:
            raise MalformedError("an unknown tag")
        return self._sequence(_SEQUENCES[tag], [self.value(depth - 1) for _ in range(size)])

    def _take(self, size: int) -> bytes:
        part = self.data[self.at : self.at + size]
        if len(part) != size:
            raise MalformedError("cut short")
        self.at += size
        return part

    def _atom(self, tag: bytes, data: bytes) -> object:
        if tag == b"i":
            return self._int(data)
        if tag == b"f":
            if len(data) != 8:
                raise MalformedError("a float has eight bytes")
            return struct.unpack(">d", data)[0]
        if tag == b"b":
            return data
        try:
            text = data.decode()
        except UnicodeDecodeError:
            raise MalformedError("not UTF-8") from None
        return text if tag == b"s" else Opaque(text[:80])

    def _int(self, data: bytes) -> int:
        if not data or len(data) > INT_BITS // 8 + 1:
            raise MalformedError("an int of no or too many bytes")
        number = int.from_bytes(data, "big", signed=True)
        if len(data) != number.bit_length() // 8 + 1:
            raise MalformedError("an int with bytes to spare")
        if len(data) > 7:  # shorter ones have a hash of their own
            self._crowd(number)
        return number

    def _sequence(self, kind: type, values: list[Any]) -> Any:
        if kind is list:
            return values
        if kind is not tuple:
            self._unique(values)
        whole = kind(values)
        if kind is not set and _hashable(whole):
            self._crowd(whole)
        return whole

    def _dict(self, size: int, depth: int) -> dict[Any, Any]:
        parts = [self.value(depth) for _ in range(2 * size)]
        self._unique(parts[::2])
        return dict(zip(parts[::2], parts[1::2], strict=True))

    def _unique(self, keys: list[Any]) -> None:
        if not all(map(_hashable, keys)) or len(set(keys)) != len(keys):
            raise MalformedError("keys that cannot be keys")

    def _crowd(self, value: object) -> None:
        """Count values by hash: equal hashes of many values make every set and dict crawl."""
        crowd = self.crowds.setdefault(hash(value), [])
        if value not in crowd:
            crowd.append(value)
        if len(crowd) > CROWD:
            raise MalformedError("values chosen to collide")


def _hashable(value: object) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True
