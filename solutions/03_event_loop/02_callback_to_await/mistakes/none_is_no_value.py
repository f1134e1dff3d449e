"""You take None for "no value", and raise an error that is not there.

on_done(None) is a call like any other: done, with nothing to show. You look into both boxes, find
None in the first one, and raise what is in the second, which is None as well.
Remember which function was called.
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
    value: T | None = None
    error: Exception | None = None

    def on_done(what: T) -> None:
        nonlocal value
        if not called.is_set():
            value = what
            called.set()

    def on_error(what: Exception) -> None:
        nonlocal error
        if not called.is_set():
            error = what
            called.set()

    register(on_done, on_error)
    await called.wait()
    if value is not None:
        return value
    raise error
