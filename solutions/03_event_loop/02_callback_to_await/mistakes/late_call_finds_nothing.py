"""A late call looks for a future that you have put away, and fails with a KeyError in the library.

Clearing up when the wait is over is good. But the library still has your functions and may call
them again, after the value, or after a cancel.
They have to cope with the future being gone.
"""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    waiting: dict[str, asyncio.Future[T]] = {}
    waiting["call"] = asyncio.get_running_loop().create_future()

    def on_done(value: T) -> None:
        if not waiting["call"].done():
            waiting["call"].set_result(value)

    def on_error(error: Exception) -> None:
        if not waiting["call"].done():
            waiting["call"].set_exception(error)

    register(on_done, on_error)
    try:
        return await waiting["call"]
    finally:
        del waiting["call"]
