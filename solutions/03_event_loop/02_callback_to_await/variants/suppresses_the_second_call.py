"""The future itself refuses a second call, and that is taken as it comes."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    call: asyncio.Future[T] = asyncio.get_running_loop().create_future()

    def quietly(finish: Callable[..., None]) -> Callable[..., None]:
        def callback(what: object) -> None:
            with suppress(asyncio.InvalidStateError):
                finish(what)

        return callback

    register(quietly(call.set_result), quietly(call.set_exception))
    return await call
