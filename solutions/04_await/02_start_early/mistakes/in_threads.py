"""The loads were sent to threads, and there they only made coroutine objects.

`to_thread` is for ordinary functions that block. Of a coroutine function it gives back what the
call gives back: an object that still has to be awaited, here on the loop. Nothing was loaded.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

U = TypeVar("U")
A = TypeVar("A")


async def page(
    load_user: Callable[[], Awaitable[U]],
    load_ads: Callable[[], Awaitable[A]],
    render: Callable[[U, A], Awaitable[str]],
) -> str:
    user, ads = await asyncio.gather(
        asyncio.to_thread(load_user), asyncio.to_thread(load_ads)
    )
    return await render(user, ads)
