"""You register once more whenever no call has come for a while.

For a real terminal each time is one more payment. That no call has come yet does not mean that the
library has forgotten you: some customers take ten minutes. Register once, then wait.
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

    while not call.done():
        register(on_done, on_error)
        await asyncio.wait([call], timeout=10)
    return call.result()
