"""A callback notes which load is done; the last one opens the gate."""

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
    tasks = [asyncio.create_task(load_user()), asyncio.create_task(load_ads())]
    both = asyncio.Event()

    def look(_: asyncio.Task[Any]) -> None:
        if all(task.done() for task in tasks):
            both.set()

    for task in tasks:
        task.add_done_callback(look)
    await both.wait()
    user, ads = (task.result() for task in tasks)
    return await render(user, ads)
