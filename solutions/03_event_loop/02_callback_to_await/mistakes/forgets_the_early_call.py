"""You clear the event right before you wait, and with it a call that was there already.

It looks like a clean start. But the call may come while register is running, and then the event is
set for good reason. Nobody will set it a second time.
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
    calls: list[tuple[bool, Any]] = []

    def on_done(value: T) -> None:
        calls.append((True, value))
        called.set()

    def on_error(error: Exception) -> None:
        calls.append((False, error))
        called.set()

    register(on_done, on_error)
    called.clear()
    await called.wait()
    is_value, what = calls[0]
    if is_value:
        return what
    raise what
