"""The slot holds a coroutine object, and only one caller can await that.

`connect(key)` without `await` makes a coroutine object. It runs once, for the first who awaits it;
the second one gets "cannot reuse already awaited coroutine", or "is being awaited already". A task
can be awaited by any number of callers.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key not in slot:
        slot[key] = connect(key)
    return await slot[key]
