"""You ask whether the value counts as true, and return nothing when it does not.

0 and an empty text are values like any other, and they count as false. You look at the value to
learn whether there is one; which function was called says it better.
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
    calls: list[tuple[Any, Exception | None]] = []

    def on_done(value: T) -> None:
        calls.append((value, None))
        called.set()

    def on_error(error: Exception) -> None:
        calls.append((None, error))
        called.set()

    register(on_done, on_error)
    await called.wait()
    value, error = calls[0]
    if value:
        return value
    if error:
        raise error
