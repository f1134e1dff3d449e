"""A queue takes every call; only the first one is ever read."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    calls: asyncio.Queue[Callable[[], T]] = asyncio.Queue()

    def fail(error: Exception) -> T:
        raise error

    register(
        lambda value: calls.put_nowait(lambda: value),
        lambda error: calls.put_nowait(lambda: fail(error)),
    )
    return (await calls.get())()
