"""When register raises, you catch that, and wait for a call that nobody will make.

The library could not even take your functions. There is nothing to wait for any more, and your
caller should hear of it now. Let the error out.
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

    try:
        register(on_done, on_error)
    except Exception as error:
        print(f"register: {error}")
    return await call
