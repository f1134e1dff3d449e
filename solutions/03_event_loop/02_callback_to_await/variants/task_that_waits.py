"""A task of its own waits for the event; it is cancelled with its caller."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    ready = asyncio.Event()
    first: list[Callable[[], T]] = []

    def on_done(value: T) -> None:
        first.append(lambda: value)
        ready.set()

    def on_error(error: Exception) -> None:
        def fail() -> T:
            raise error

        first.append(fail)
        ready.set()

    async def wait() -> T:
        await ready.wait()
        return first[0]()

    register(on_done, on_error)
    return await asyncio.create_task(wait())
