"""You were cancelled, and waited for the call all the same.

CancelledError does come out, but only when the library calls, and if it never does you wait for
ever. Whoever cancels you does not want the receipt any more. There is nothing to clean up that
needs the call: a call that comes later finds nobody, and does no harm.
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
    try:
        return await asyncio.shield(call)
    except asyncio.CancelledError:
        await call
        raise
