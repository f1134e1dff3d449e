"""The future lives in a variable of the module, and all waits share that.

A second payment begins while the first one is waiting, and puts its own future there. The first
call that comes then finishes the wait of the wrong customer, and the other one waits for ever.
What belongs to one call belongs in a variable of that call.
"""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

call: asyncio.Future[Any]


def on_done(value: Any) -> None:
    if not call.done():
        call.set_result(value)


def on_error(error: Exception) -> None:
    if not call.done():
        call.set_exception(error)


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    global call
    call = asyncio.get_running_loop().create_future()
    register(on_done, on_error)
    return await call
