"""Each function has its own future; asyncio.wait waits for one of the two."""

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
    values: asyncio.Future[T] = loop.create_future()
    errors: asyncio.Future[Exception] = loop.create_future()

    def on_done(value: T) -> None:
        if not values.done() and not errors.done():
            values.set_result(value)

    def on_error(error: Exception) -> None:
        if not values.done() and not errors.done():
            errors.set_result(error)

    register(on_done, on_error)
    try:
        await asyncio.wait(
            [values, errors], return_when=asyncio.FIRST_COMPLETED
        )
        if values.done():
            return values.result()
        raise errors.result()
    finally:
        values.cancel()
        errors.cancel()
