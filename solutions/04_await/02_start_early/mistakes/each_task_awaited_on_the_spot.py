"""Each load becomes a task, and you wait for that task in the same line.

A task runs beside what you do next, and here you do nothing next but wait for it. The second task
is made when the first is over, so the two times add up. Whatever should run at the same time has to
be started before the first wait.
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
    user = await asyncio.create_task(load_user())
    ads = await asyncio.create_task(load_ads())
    return await render(user, ads)
