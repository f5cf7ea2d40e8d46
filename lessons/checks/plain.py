"""A learner's value as plain data: what a check may compare, and a name for all else.

An honest answer comes in many types (a Counter, a NumPy array, a named tuple): each becomes the
plain value it stands for. What stands for none (a generator, a file, an object) becomes `Opaque`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

DEPTH = 40  # nested containers
NODES = 200_000  # values in one answer, containers counted too
INT_BITS = 13_600  # an int of more digits than Python will print raises in every message


@dataclass(frozen=True)
class Opaque:
    """A value that is not plain data, known by the name of its type alone."""

    type: str

    def __repr__(self) -> str:
        return f"<{self.type}>"


class TooMuchError(ValueError):
    """A value nested too deeply, or with too many parts, to be brought out."""


def plain(value: object) -> Any:
    """The value as exact built-in types: None, bool, int, float, str, bytes and containers.

    Subclasses become what they are a kind of, NumPy scalars and arrays what ``item`` and
    ``tolist`` give. Sets keep only what can be hashed. The rest is ``Opaque``.

    Raises:
        TooMuchError: more than 40 levels, or 200,000 values.

    >>> from collections import Counter
    >>> plain(Counter("ab"))
    {'a': 1, 'b': 1}
    >>> plain([iter("ab")])
    [<str_ascii_iterator>]
    """
    return _Reader().read(value, DEPTH)


class _Reader:
    def __init__(self) -> None:
        self.left = NODES

    def read(self, value: Any, depth: int) -> Any:
        """One value and all below it; ``depth`` more levels may follow."""
        self.left -= 1
        if self.left < 0:
            raise TooMuchError(f"more than {NODES:,} values")
        if numpy := _numpy(type(value)):
            value = numpy(value)
        kind = type(value)
        if value is None or kind is bool or kind is Opaque:
            return value
        for base, atom in _ATOMS:
            if issubclass(kind, base):
                return atom(value)
        if not issubclass(kind, (list, tuple, dict, set, frozenset)):
            return Opaque(_name(kind))
        if depth == 0:
            raise TooMuchError(f"more than {DEPTH} levels of nesting")
        try:
            return self._container(value, kind, depth - 1)
        except TypeError:  # a set of what only claimed to be hashable
            return Opaque(_name(kind))

    def _container(self, value: Any, kind: type, depth: int) -> Any:
        def each(values: Iterable[object]) -> list[Any]:
            return [self.read(part, depth) for part in values]

        if issubclass(kind, dict):
            keys = each(dict.keys(value))
            return dict(zip(keys, each(dict.values(value)), strict=True))
        for base in (list, tuple, set, frozenset):
            if issubclass(kind, base):
                return base(each(base.__iter__(value)))
        raise AssertionError(kind)


def _int(value: Any) -> object:
    return int.__int__(value) if int.bit_length(value) <= INT_BITS else Opaque("huge int")


def _text(value: Any) -> str:
    exact = str.__str__(value)
    return exact.encode("utf-8", "replace").decode() if _surrogates(exact) else exact


def _surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


_ATOMS: tuple[tuple[type, Callable[[Any], object]], ...] = (
    (int, _int),
    (float, float.__float__),
    (str, _text),
    (bytes, lambda value: b"".join([bytes.__getitem__(value, slice(None))])),
)


def _numpy(kind: type) -> Callable[[Any], object] | None:
    """What turns a NumPy scalar or array of plain contents into built-in values."""
    roots = [base for base in kind.__mro__ if base.__module__ == "numpy"]
    names = {base.__name__ for base in roots}
    if "ndarray" in names:
        return _array
    return _scalar if "generic" in names else None


def _array(value: Any) -> object:
    if value.size > NODES or value.dtype.kind not in "biufSU":
        return Opaque(f"array of {value.dtype}" if value.size <= NODES else "huge array")
    return value.tolist()


def _scalar(value: Any) -> object:
    item = value.item()
    return item if isinstance(item, (bool, int, float, str, bytes)) else Opaque(_name(type(value)))


def _name(kind: type) -> str:
    return str(type.__getattribute__(kind, "__name__"))[:80]
