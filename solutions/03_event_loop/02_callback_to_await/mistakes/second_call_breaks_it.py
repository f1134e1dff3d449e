"""The library calls a second time, and your function raises InvalidStateError in its face.

A future takes one result. set_result, given straight to the library, does not ask whether there is
one already; and the error does not come to you, but to whoever made the call.
Wrap it in a function that does nothing once the future is done.
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
    register(call.set_result, call.set_exception)
    return await call
