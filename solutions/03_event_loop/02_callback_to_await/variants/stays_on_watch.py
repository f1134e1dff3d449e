"""A timer looks in every second besides, for the log; the future decides."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    loop = asyncio.get_running_loop()
    call: asyncio.Future[tuple[T | None, Exception | None]] = (
        loop.create_future()
    )

    def take(value: T | None = None, error: Exception | None = None) -> None:
        if call.done():
            return
        call.set_result((value, error))

    register(take, lambda error: take(error=error))
    while True:
        try:
            value, error = await asyncio.wait_for(asyncio.shield(call), 1)
        except TimeoutError:
            continue
        if error is not None:
            raise error
        return value
