"""When the first caller fails or is cancelled, those who wait for it wait for ever.

The first one puts a future into the slot and fulfils it when the client is there. If `connect`
raises, that line is never reached: the future stays open, in the slot, and everybody who comes
later joins the wait. Whatever way the first one leaves, it has to tell the others.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key in slot:
        return await asyncio.shield(slot[key])
    promise = slot[key] = asyncio.get_running_loop().create_future()
    client = await connect(key)
    promise.set_result(client)
    return client
