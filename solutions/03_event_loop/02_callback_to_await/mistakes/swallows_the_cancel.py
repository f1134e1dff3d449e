"""You catch the cancel and return None, as if that were the value.

Whoever cancelled you waits for CancelledError to come out, and whoever awaits you now believes
that the payment is through. A finally cleans up without holding anything back.
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
    call: asyncio.Future[T] = asyncio.get_running_loop().create_future()

    def on_done(value: T) -> None:
        if not call.done():
            call.set_result(value)

    def on_error(error: Exception) -> None:
        if not call.done():
            call.set_exception(error)

    register(on_done, on_error)
    try:
        return await call
    except asyncio.CancelledError:
        return None
