"""The library reports an error, and you wait on for a value that will never come.

Only one of your two functions finishes the wait; the other one does nothing. As long as every card
is accepted nobody notices.
Both of them are answers, and you have to wake up at either.
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

    register(on_done, lambda error: None)
    return await call
