"""Two tasks, awaited inside the call of `render`."""

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
    user = asyncio.ensure_future(load_user())
    ads = asyncio.ensure_future(load_ads())
    return await render(await user, await ads)
