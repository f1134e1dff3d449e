"""The first caller sets a future: client, error, or a sign to try again."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    while key in slot:
        try:
            return await asyncio.shield(slot[key])
        # The one who was connecting has been cancelled.
        except InterruptedError:
            continue
    promise = slot[key] = asyncio.get_running_loop().create_future()
    try:
        client = await connect(key)
    except BaseException as error:
        del slot[key]
        cancelled = isinstance(error, asyncio.CancelledError)
        promise.set_exception(InterruptedError() if cancelled else error)
        promise.exception()  # looked at, also if nobody waits
        raise
    promise.set_result(client)
    return client
