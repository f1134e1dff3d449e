"""The loads put their results into two queues of one seat."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

U = TypeVar("U")
A = TypeVar("A")


async def page(
    load_user: Callable[[], Awaitable[U]],
    load_ads: Callable[[], Awaitable[A]],
    render: Callable[[U, A], Awaitable[str]],
) -> str:
    users: asyncio.Queue[U] = asyncio.Queue(1)
    ads: asyncio.Queue[A] = asyncio.Queue(1)

    async def put(
        queue: asyncio.Queue[Any], load: Callable[[], Awaitable[Any]]
    ) -> None:
        await queue.put(await load())

    async with asyncio.TaskGroup() as group:
        group.create_task(put(users, load_user))
        group.create_task(put(ads, load_ads))
    return await render(users.get_nowait(), ads.get_nowait())
