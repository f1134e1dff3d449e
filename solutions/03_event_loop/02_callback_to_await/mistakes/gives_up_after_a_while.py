"""You give up when the call takes long, and nobody asked you to.

A limit seems careful, but how long is too long is for your caller to say: asyncio.timeout around
your await does it, and needs no word from you. Some customers look for their glasses first.
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
    return await asyncio.wait_for(call, timeout=5)
