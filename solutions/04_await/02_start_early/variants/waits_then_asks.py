"""`asyncio.wait`, and the results read from the tasks' own names."""

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
    await asyncio.wait({user, ads})
    return await render(user.result(), ads.result())
