"""You return the future itself, before there is anything in it.

It will hold the value some time later. But your caller awaits your function, gets a future instead
of the receipt, and gets it at once. Await it yourself, and return what comes out.
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
    return call
