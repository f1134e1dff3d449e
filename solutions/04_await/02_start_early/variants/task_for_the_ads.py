"""Only the second load is a task; the first one is awaited in place."""

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
    ads = asyncio.create_task(load_ads())
    user = await load_user()
    return await render(user, await ads)
