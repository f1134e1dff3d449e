"""After a cancel, a late call raises InvalidStateError inside the library.

You keep a flag of your own that says whether there was a call. But a cancel finishes the future as
well, and your flag does not know: the first call comes late, finds the flag down, and sets the
result of a cancelled future. The future knows both: ask it whether it is done.
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
    call: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    called = False

    def on_done(value: T) -> None:
        nonlocal called
        if not called:
            called = True
            call.set_result(value)

    def on_error(error: Exception) -> None:
        nonlocal called
        if not called:
            called = True
            call.set_exception(error)

    register(on_done, on_error)
    return await call
