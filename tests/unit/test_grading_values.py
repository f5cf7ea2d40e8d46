"""The value codec: what goes in comes out, of the same type; nothing else gets in."""

from __future__ import annotations

import math
import time
from collections import Counter, OrderedDict, namedtuple
from enum import IntEnum

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.checks.plain import Opaque, TooMuchError, plain
from lessons.grading.values import LONGEST, MalformedError, TooLongError, decode, encode

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ATOMS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**80), 2**80)
    | st.floats(allow_nan=False)
    | TEXT
    | st.binary(max_size=8)
    | st.builds(Opaque, TEXT)
)
KEYS = ATOMS | st.tuples(ATOMS, ATOMS) | st.frozensets(ATOMS, max_size=3)
VALUES = st.recursive(
    ATOMS | KEYS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(KEYS, inner, max_size=4)
        | st.sets(KEYS, max_size=4)
    ),
    max_leaves=12,
)
Point = namedtuple("Point", "x y")


class Colour(IntEnum):
    RED = 1


def same(one: object, other: object) -> bool:
    """Equal in value, and of the same types all the way down."""
    if type(one) is not type(other) or one != other:
        return False
    if isinstance(one, (list, tuple)):
        return all(map(same, one, other))  # type: ignore[call-overload]
    return True


@given(VALUES)
def test_a_value_comes_back_as_it_was(value):
    assert same(decode(encode(value)), value)


@given(VALUES)
def test_plain_data_is_left_as_it_is(value):
    assert same(plain(value), value)


@pytest.mark.parametrize("value", [True, 1, 1.0, "1", b"1", [1], (1,), {1}, frozenset({1})])
def test_types_that_compare_equal_stay_apart(value):
    assert type(decode(encode(value))) is type(value)


@pytest.mark.parametrize("value", [math.inf, -math.inf, -0.0, 5e-324, 0.1])
def test_a_float_keeps_every_bit(value):
    assert decode(encode(value)).hex() == value.hex()


def test_not_a_number_comes_back():
    assert math.isnan(decode(encode(math.nan)))


@settings(max_examples=300)
@given(st.binary(max_size=60))
def test_any_other_bytes_are_refused_or_are_the_canonical_form_of_a_value(data):
    try:
        value = decode(data)
    except MalformedError:
        return
    assert len(encode(value)) == len(data)


@given(VALUES, st.data())
def test_a_message_cut_short_is_refused(value, data):
    whole = encode(value)
    part = whole[: data.draw(st.integers(0, len(whole) - 1))]
    with pytest.raises(MalformedError):
        decode(part)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"?\0\0\0\0",
        b"NN",
        b"l\xff\xff\xff\xff",
        b"l\0\0\0\1" * 60 + b"N",
        b"f\0\0\0\4abcd",
        b"s\0\0\0\3\xed\xa0\x80",
        b"i\0\0\0\0",
        b"i\0\0\0\2\0\1",
        b"e\0\0\0\1l\0\0\0\0",
        b"e\0\0\0\2TT",
        b"d\0\0\0\1l\0\0\0\0N",
    ],
    ids=[
        "nothing", "unknown tag", "left over", "count beyond the end", "too deep",
        "short float", "lone surrogate", "empty int", "padded int", "unhashable in a set",
        "twice in a set", "unhashable key",
    ],
)  # fmt: skip
def test_malformed_bytes_are_refused(data):
    with pytest.raises(MalformedError):
        decode(data)


def _colliding_pairs(count: int) -> list[tuple[int, int]]:
    """Different tuples with one hash: the second part undoes what the first does to it."""
    prime1, prime2, prime5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
    mask, found, first = 2**64 - 1, [], 0
    inverse = pow(prime2, -1, 2**64)
    goal = 12345
    while len(found) < count:
        first += 1
        lane = (prime5 + first * prime2) & mask
        lane = ((lane << 31) | (lane >> 33)) & mask
        lane = (lane * prime1) & mask
        second = ((goal - lane) * inverse) & mask
        if second < 2**61 - 1:
            found.append((first, second))
    return found


def test_keys_chosen_to_collide_are_refused_before_they_cost_anything():
    pairs = _colliding_pairs(2000)
    assert len({hash(pair) for pair in pairs}) == 1
    numbers = [1 + k * (2**61 - 1) for k in range(2000)]
    for crowd in (pairs, numbers):
        began = time.process_time()
        with pytest.raises(MalformedError, match="collide"):
            decode(encode(crowd))
        assert time.process_time() - began < 1


def test_the_largest_message_is_read_in_about_a_second():
    data = encode([0] * 150_000)
    began = time.process_time()
    assert decode(data) == [0] * 150_000
    assert time.process_time() - began < 2
    with pytest.raises(MalformedError):
        decode(b"l" + (10**6).to_bytes(4, "big") + b"N" * 10**6)
    assert time.process_time() - began < 3


def test_a_value_too_long_for_a_message_is_refused_on_the_way_out():
    with pytest.raises(TooLongError):
        encode("a" * (LONGEST + 1))


def test_what_is_not_plain_is_not_encoded():
    with pytest.raises(TypeError):
        encode([iter("ab")])


class Mine(list):
    def __iter__(self):
        return iter(["whatever"])

    def __eq__(self, other):
        return True

    __hash__ = None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Counter("aab"), {"a": 2, "b": 1}),
        (OrderedDict(a=1), {"a": 1}),
        (Point(1, 2), (1, 2)),
        (Colour.RED, 1),
        (Mine([1, 2]), [1, 2]),
        (np.float64(0.5), 0.5),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.str_("a"), "a"),
        (np.arange(4).reshape(2, 2), [[0, 1], [2, 3]]),
        ([np.int64(1), (np.float32(0.5),)], [1, (0.5,)]),
    ],
)
def test_honest_types_become_what_they_stand_for(value, expected):
    assert same(plain(value), expected)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ((each for each in "ab"), "generator"),
        (len, "builtin_function_or_method"),
        pytest.param(10**5000, "huge int", id="huge int"),
        (np.array([object()]), "array of object"),
        (1j, "complex"),
    ],
)
def test_what_stands_for_nothing_plain_is_known_by_its_type(value, name):
    assert plain(value) == Opaque(name)
    assert plain([value]) == [Opaque(name)]


def test_a_lone_surrogate_is_replaced():
    assert plain("a\ud800b") == "a?b"


def test_endless_nesting_is_refused():
    loop: list[object] = []
    loop.append(loop)
    with pytest.raises(TooMuchError, match="nesting"):
        plain(loop)


def test_a_bush_that_shares_its_branches_is_refused_before_it_fills_the_memory():
    bush: object = 1
    for _ in range(39):
        bush = [bush, bush]
    with pytest.raises(TooMuchError, match="values"):
        plain(bush)
