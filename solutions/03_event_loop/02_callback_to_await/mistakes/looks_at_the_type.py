"""You raise whatever is an exception, also one that is the value.

One function for both calls, and a look at the type afterwards, is short. But on_done may bring an
exception object too, say from a library that lists failed attempts, and then it is the answer.
What counts is which function was called, not what it was given.
"""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    call: asyncio.Future[T] = asyncio.get_running_loop().create_future()

    def finish(what: Any) -> None:
        if not call.done():
            call.set_result(what)

    register(finish, finish)
    result = await call
    if isinstance(result, Exception):
        raise result
    return result
