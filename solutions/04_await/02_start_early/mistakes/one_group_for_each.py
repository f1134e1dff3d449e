"""Each load has a task group of its own, and the second group opens when the first is closed.

At the end of its block a `TaskGroup` waits for all its tasks. With one task in it, that is the
same as awaiting it on the spot. What should run together belongs in one group.
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
    async with asyncio.TaskGroup() as group:
        user = group.create_task(load_user())
    async with asyncio.TaskGroup() as group:
        ads = group.create_task(load_ads())
    return await render(user.result(), ads.result())
