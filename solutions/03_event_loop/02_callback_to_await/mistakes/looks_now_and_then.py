"""You look now and then whether there was a call, and so you hear of it late.

The call comes in between two looks, and you sleep on until the next one. All the looks before it
woke you up for nothing, and shorter pauses only make more of them.
What the callback finishes, you can await: then you wake up at that very moment.
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
        await asyncio.sleep(0.01)
    kind, what = calls[0]
    if kind == "value":
        return what
    raise what
