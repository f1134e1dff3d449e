"""Your two functions are `async def`, and the library only calls them.

It is an ordinary library and awaits nothing. Calling an `async def` runs none of it: each call
makes a coroutine object that is thrown away, and you wait for ever.
What an ordinary function calls has to be an ordinary function.
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

    async def on_done(value: T) -> None:
        if not call.done():
            call.set_result(value)

    async def on_error(error: Exception) -> None:
        if not call.done():
            call.set_exception(error)

    register(on_done, on_error)
    return await call
