"""A cancel ends you, and leaves a task behind that still waits for the call.

`asyncio.wait` waits for a task without owning it: when you are cancelled there, the task is not. It
waits on, for ever if no call comes. What you start, you also have to end.
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
    calls: asyncio.Queue[tuple[bool, Any]] = asyncio.Queue()
    register(
        lambda value: calls.put_nowait((True, value)),
        lambda error: calls.put_nowait((False, error)),
    )
    first_call = asyncio.create_task(calls.get())
    await asyncio.wait([first_call])
    is_value, what = first_call.result()
    if is_value:
        return what
    raise what
