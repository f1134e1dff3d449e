"""A future of threads takes the first call, and asyncio wraps it."""

import asyncio
import concurrent.futures
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    call: concurrent.futures.Future[T] = concurrent.futures.Future()

    def finish(setter: Callable[..., None]) -> Callable[..., None]:
        def callback(what: object) -> None:
            with suppress(concurrent.futures.InvalidStateError):
                setter(what)

        return callback

    register(finish(call.set_result), finish(call.set_exception))
    return await asyncio.wrap_future(call)
