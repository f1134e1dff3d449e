"""Callback to await: turn two callbacks into one value to wait for."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    """Call `register(on_done, on_error)`; wait for the first call of either.

    Return the value that `on_done` is called with, or raise the error that
    `on_error` is called with. Calls after the first one, and after a cancel,
    are ignored.
    """
    call: asyncio.Future[T] = asyncio.get_running_loop().create_future()

    def on_done(value: T) -> None:
        if not call.done():  # done means called before, or cancelled
            call.set_result(value)

    def on_error(error: Exception) -> None:
        if not call.done():
            call.set_exception(error)

    register(on_done, on_error)
    return await call
