"""An event says that there was a call; the first one is kept in a list."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    called = asyncio.Event()
    calls: list[tuple[bool, Any]] = []

    def on_done(value: T) -> None:
        calls.append((True, value))
        called.set()

    def on_error(error: Exception) -> None:
        calls.append((False, error))
        called.set()

    register(on_done, on_error)
    await called.wait()
    is_value, what = calls[0]
    if is_value:
        return what
    raise what
