"""The second call writes over the first one before you have looked.

You are woken, but you get your turn only after the library has finished its own. If it calls twice
at the same moment, the box holds what it said last.
The first call decides; keep what it brought.
"""

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
    last: tuple[bool, Any] = (False, None)

    def on_done(value: T) -> None:
        nonlocal last
        last = (True, value)
        called.set()

    def on_error(error: Exception) -> None:
        nonlocal last
        last = (False, error)
        called.set()

    register(on_done, on_error)
    await called.wait()
    is_value, what = last
    if is_value:
        return what
    raise what
