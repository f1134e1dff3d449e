"""You keep nobody out while you connect, and take a client that counts as false for none.

Looking into the slot and putting the client there are two moments, and between them lies the whole
time that `connect` takes: all who look during that time see nothing and connect, too. And an `if`
takes None and an empty pool for missing. Whether a key is *there* and whether its client is true
are two questions.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if not slot.get(key):
        slot[key] = await connect(key)
    return slot[key]
