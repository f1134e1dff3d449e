"""You raise the error in the callback, and it comes out at whoever called it: the library.

A callback has no await above it. What it raises goes to its caller, and your coroutine, which waits
elsewhere, hears nothing and waits for ever.
Give the error to what you wait for.
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
        raise error

    register(on_done, on_error)
    return await call
