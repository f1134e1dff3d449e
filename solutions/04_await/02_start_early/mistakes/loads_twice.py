"""Each load runs twice: once as a task that nobody asks, and once more where it is awaited.

Every call of `load_user()` makes a new load. The tasks went ahead at 0 s, as they should, but it is
their results that have to be waited for. Here they are thrown away, and the second pair of loads
runs one after the other.
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
    asyncio.create_task(load_user())
    asyncio.create_task(load_ads())
    user = await load_user()
    ads = await load_ads()
    return await render(user, ads)
