"""Only one of your two functions asks whether the future is done already.

A second value does no harm. But an error that comes after the value, or after a cancel, is set
without asking, and raises InvalidStateError inside the library.
Either function may be the one that is called too late.
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

    register(on_done, call.set_exception)
    return await call
