"""You call register in another thread, and the library works there, away from its loop.

to_thread is for functions that take long and know nothing of the loop. register does not wait,
and what it sets off belongs to the thread in which the loop runs.
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

    await asyncio.to_thread(register, on_done, on_error)
    return await call
