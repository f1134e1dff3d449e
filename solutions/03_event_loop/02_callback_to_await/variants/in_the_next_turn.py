"""The callbacks ask the loop to finish the future, as another thread would."""

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
    call: asyncio.Future[T] = loop.create_future()

    def finish(setter: Callable[..., None], what: object) -> None:
        if not call.done():
            setter(what)

    register(
        lambda value: (
            loop.call_soon_threadsafe(finish, call.set_result, value) and None
        ),
        lambda error: (
            loop.call_soon_threadsafe(finish, call.set_exception, error)
            and None
        ),
    )
    return await call
