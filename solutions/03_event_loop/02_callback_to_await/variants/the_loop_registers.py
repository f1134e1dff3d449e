"""The loop calls register, and hands on what it raises."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    loop = asyncio.get_running_loop()
    end: asyncio.Future[T] = loop.create_future()

    def settle(method: Callable[[Any], None], what: Any) -> None:
        if not end.done():
            method(what)

    def begin() -> None:
        try:
            register(
                lambda value: settle(end.set_result, value),
                lambda error: settle(end.set_exception, error),
            )
        except BaseException as error:
            settle(end.set_exception, error)

    loop.call_soon(begin)
    return await end
