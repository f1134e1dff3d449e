"""A `TaskGroup` waits for both and looks after them."""

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
        ads = group.create_task(load_ads())
    return await render(user.result(), ads.result())
