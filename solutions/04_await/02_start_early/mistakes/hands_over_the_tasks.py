"""`render` got two tasks in place of the user and the ads.

A task is the promise of a result. Nobody waited for the loads here, so `render` began at 0 s, with
nothing loaded yet. Wait for both, and hand over what they gave.
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
    user = asyncio.create_task(load_user())
    ads = asyncio.create_task(load_ads())
    return await render(user, ads)
