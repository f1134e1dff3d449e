"""A connect that failed once is remembered, and the key is broken for good.

The task in the slot is done, and done with an error. Everybody who comes later awaits it again and
gets that old error at once, even an hour after the database is back. What failed has to leave
the slot.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key not in slot:
        slot[key] = asyncio.ensure_future(connect(key))
    return await asyncio.shield(slot[key])
