"""You ask whether the future is done, and finish it only later, in the next turn of the loop.

In between the library may call again, at the same moment: it finds the future not done as well,
and a second result is on its way. A cancel fits into that gap too.
The question and the answer belong together, with no turn of the loop between them.
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
    loop = asyncio.get_running_loop()
    call: asyncio.Future[T] = loop.create_future()

    def on_done(value: T) -> None:
        if not call.done():
            loop.call_soon(call.set_result, value)

    def on_error(error: Exception) -> None:
        if not call.done():
            loop.call_soon(call.set_exception, error)

    register(on_done, on_error)
    return await call
