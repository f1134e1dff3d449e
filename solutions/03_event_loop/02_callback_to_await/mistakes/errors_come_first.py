"""An error that comes after the value, at the same moment, takes its place.

You keep values and errors apart and look for errors first, as one does. So you no longer know which
of the two came first, and the value that was there is lost.
Keep them in one place, in the order of the calls.
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
    called = asyncio.Event()
    values: list[T] = []
    errors: list[Exception] = []

    def on_done(value: T) -> None:
        values.append(value)
        called.set()

    def on_error(error: Exception) -> None:
        errors.append(error)
        called.set()

    register(on_done, on_error)
    await called.wait()
    if errors:
        raise errors[0]
    return values[0]
