"""You take None for "nothing has come yet", so a second call can replace it.

The first call decides, and None may be what it brings. The box looks empty then, and whatever the
library says next, at the same moment, goes in.
Remember that there was a call, not only what it brought.
"""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    called = asyncio.Event()
    receipt: Any = None
    problem: Exception | None = None

    def on_done(value: T) -> None:
        nonlocal receipt
        if receipt is None and problem is None:
            receipt = value
        called.set()

    def on_error(error: Exception) -> None:
        nonlocal problem
        if receipt is None and problem is None:
            problem = error
        called.set()

    register(on_done, on_error)
    await called.wait()
    if problem is not None:
        raise problem
    return receipt
