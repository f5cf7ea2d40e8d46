"""A coroutine is run to its end, whether or not a loop runs here."""

from __future__ import annotations

import asyncio

import pytest

from lessons.apart import run_apart


async def half(number: int) -> int:
    await asyncio.sleep(0)
    if number % 2:
        raise ValueError(number)
    return number // 2


def test_it_gives_what_the_coroutine_returns_or_raises() -> None:
    assert run_apart(half(4)) == 2
    with pytest.raises(ValueError, match="3"):
        run_apart(half(3))


def test_a_loop_that_runs_here_is_no_hindrance() -> None:
    async def within() -> int:
        return run_apart(half(6))

    assert run_apart(within()) == 3
