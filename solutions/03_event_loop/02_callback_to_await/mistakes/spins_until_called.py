"""You ask in every turn of the loop whether there was a call, thousands of times in one instant.

sleep(0) gives the others a turn and comes back at once. While everybody else waits for time to
pass, your question keeps the processor busy, and it is never still enough to wait for the call.
Await something that the callback finishes.
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
    calls: list[tuple[str, Any]] = []
    register(
        lambda value: calls.append(("value", value)),
        lambda error: calls.append(("", error)),
    )
    while not calls:
        await asyncio.sleep(0)
    kind, what = calls[0]
    if kind == "value":
        return what
    raise what
