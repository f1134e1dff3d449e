"""A call that comes while register is still running finds nobody, and you wait for ever.

You make the future only after you have registered, and until then your functions have nothing to
finish. That is right for a terminal that takes its time, and wrong for one that has the answer
at hand.
Make what you wait for first, then register.
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
    waiter: asyncio.Future[T] | None = None

    def on_done(value: T) -> None:
        if waiter is not None and not waiter.done():
            waiter.set_result(value)

    def on_error(error: Exception) -> None:
        if waiter is not None and not waiter.done():
            waiter.set_exception(error)

    register(on_done, on_error)
    waiter = asyncio.get_running_loop().create_future()
    return await waiter
