"""You return the error like a value, instead of raising it.

An exception object is a value like any other until somebody raises it. Your caller goes on with it
as if it were the receipt.
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
    return await call
