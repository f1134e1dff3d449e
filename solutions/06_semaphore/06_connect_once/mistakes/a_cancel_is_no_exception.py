"""An error of the first caller is passed on, but not its cancel: the others wait for ever.

`except Exception` does not see a cancel: CancelledError stands beside Exception, not below it. So
the future stays open, and nobody is left who could fulfil it.
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
    try:
        client = await connect(key)
    except Exception as error:
        del slot[key]
        promise.set_exception(error)
        promise.exception()  # looked at, also if nobody waits
        raise
    promise.set_result(client)
    return client
