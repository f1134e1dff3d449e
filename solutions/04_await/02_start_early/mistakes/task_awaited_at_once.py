"""There is a task for the user, and you wait for it before the ads begin.

A task runs beside what you do next. Here the next thing is to wait for that very task, so nothing
goes on beside it, and the ads begin when it is over. Whatever should run at the same time has to be
started before the first wait.
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
    user_task = asyncio.create_task(load_user())
    user = await user_task
    ads = await load_ads()
    return await render(user, ads)
